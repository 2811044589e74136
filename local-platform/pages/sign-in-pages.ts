import type { Reply } from '../http/reply.ts';
import type { AccountRecord, OfferedRoleRecord } from '../store/directory.ts';
import { escapeHtml, htmlPage } from './html.ts';
import { fill, type PageTexts } from './texts.ts';

type AccountChoice = AccountRecord & { roles: OfferedRoleRecord[] };

export interface FormPage {
  requestId: string;
  formToken: string;
  redirectUri: string;
  cookie: string | null;
}

function hiddenFields({ requestId, formToken }: FormPage): string {
  return `<input type="hidden" name="request" value="${escapeHtml(requestId)}"><input type="hidden" name="form_token" value="${escapeHtml(formToken)}">`;
}

function describeRole(texts: PageTexts, role: OfferedRoleRecord): string {
  const kind = role.role === 'isv' ? `${texts.isv}, ${fill(texts.merchants, { count: String(role.merchantCount) })}` : texts.merchant;
  return `<span>${escapeHtml(`${role.workspaceName} · ${kind} · ${role.workspaceRole}`)}</span>`;
}

function accountButton(texts: PageTexts, account: AccountChoice): string {
  const roles = account.roles.map((role) => describeRole(texts, role)).join('');
  return `<button class="account" name="account" value="${escapeHtml(account.accountId)}">${escapeHtml(account.name)}<span>${escapeHtml(account.email)}</span>${roles}</button>`;
}

export function choosePage(texts: PageTexts, page: FormPage, accounts: AccountChoice[]): Reply {
  const content = `<p>${escapeHtml(texts.chooseLead)}</p>
<form method="post" action="/oauth/authorize/account">${hiddenFields(page)}
${accounts.map((account) => accountButton(texts, account)).join('\n')}
<button name="decision" value="deny">${escapeHtml(texts.cancel)}</button>
</form>`;
  return htmlPage(texts, { status: 200, title: texts.chooseTitle, content, formTarget: new URL(page.redirectUri).origin, cookie: page.cookie });
}

export function consentPage(texts: PageTexts, page: FormPage, account: AccountChoice): Reply {
  const content = `<p>${escapeHtml(fill(texts.consentLead, { name: account.name, email: account.email }))}</p>
<h2>${escapeHtml(texts.consentList)}</h2>
<ul>${texts.consentItems.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>
<p>${escapeHtml(texts.consentEnd)}</p>
<form method="post" action="/oauth/authorize/decision">${hiddenFields(page)}
<div class="row"><button name="decision" value="deny">${escapeHtml(texts.deny)}</button><button class="primary" name="decision" value="allow">${escapeHtml(texts.allow)}</button></div>
</form>`;
  return htmlPage(texts, { status: 200, title: texts.consentTitle, content, formTarget: new URL(page.redirectUri).origin, cookie: page.cookie });
}

export function problemPage(texts: PageTexts, detail: string, status = 400): Reply {
  const content = `<p>${escapeHtml(detail)}</p><p>${escapeHtml(texts.problemNext)}</p>`;
  return htmlPage(texts, { status, title: texts.problemTitle, content, formTarget: null, cookie: null });
}
