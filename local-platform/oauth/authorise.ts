import { type Reply, seeOther } from '../http/reply.ts';
import { formOf, type PlatformRequest } from '../http/request.ts';
import { choosePage, consentPage, problemPage } from '../pages/sign-in-pages.ts';
import { textsFor } from '../pages/texts.ts';
import type { Directory } from '../store/directory.ts';
import type { Grants } from '../store/grants.ts';
import { sameSecret } from '../store/hash.ts';
import { parseAuthorisationRequest } from './authorisation-request.ts';
import { bindingCookie, expiredCookie, type PendingRequest, type PendingRequests } from './pending-requests.ts';

export interface AuthoriseServices {
  issuer: string;
  directory: Directory;
  grants: Grants;
  pending: PendingRequests;
}

function backToClient(
  services: AuthoriseServices,
  target: { redirectUri: string; state: string | null },
  answer: Record<string, string>,
  cookie: string | null,
): Reply {
  const url = new URL(target.redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (target.state !== null) url.searchParams.set('state', target.state);
  url.searchParams.set('iss', services.issuer);
  return seeOther(url.href, cookie);
}

/** GET /oauth/authorize: checks what the client asks, then lets a person choose an account. */
export function beginAuthorisation(services: AuthoriseServices, request: PlatformRequest): Reply {
  const texts = textsFor(request.headers['accept-language']);
  const parsed = parseAuthorisationRequest(request.query);
  if (parsed.kind === 'refused') return problemPage(texts, parsed.detail === 'client' ? texts.unknownClient : texts.foreignRedirect);
  if (parsed.kind === 'error') return backToClient(services, parsed, { error: parsed.error, error_description: parsed.description }, null);
  const pending = services.pending.add(parsed.request);
  const choices = services.directory.accounts().map((account) => ({ ...account, roles: services.directory.roles(account.accountId) }));
  return choosePage(
    texts,
    { requestId: pending.id, formToken: pending.formToken, redirectUri: pending.request.redirectUri, cookie: bindingCookie(pending) },
    choices,
  );
}

interface Answer {
  pending: PendingRequest;
  form: URLSearchParams;
}

/** The form, if it comes from a page that this browser was shown. */
function readAnswer(services: AuthoriseServices, request: PlatformRequest): Answer | null {
  const form = formOf(request);
  const origin = request.headers.origin;
  const own = origin === undefined || origin === `http://${request.headers.host}`;
  const pending = form === null || !own ? null : services.pending.find(form.get('request') ?? '', request.cookies);
  const known = form !== null && pending !== null && sameSecret(form.get('form_token') ?? '', pending.formToken);
  return known ? { pending, form } : null;
}

function answerClient(services: AuthoriseServices, pending: PendingRequest, answer: Record<string, string>): Reply {
  services.pending.remove(pending.id);
  return backToClient(services, pending.request, answer, expiredCookie(pending.id));
}

/** POST /oauth/authorize/account: remembers the chosen account and asks for consent. */
export function chooseAccount(services: AuthoriseServices, request: PlatformRequest): Reply {
  const texts = textsFor(request.headers['accept-language']);
  const answer = readAnswer(services, request);
  if (answer === null) return problemPage(texts, texts.formRefused, 403);
  const { pending, form } = answer;
  if (form.get('decision') === 'deny') return answerClient(services, pending, { error: 'access_denied' });
  const account = services.directory.account(form.get('account') ?? '');
  if (account === null) return problemPage(texts, texts.unknownAccount);
  pending.accountId = account.accountId;
  return seeOther(`/oauth/authorize/consent?request=${pending.id}`);
}

/** GET /oauth/authorize/consent */
export function showConsent(services: AuthoriseServices, request: PlatformRequest): Reply {
  const texts = textsFor(request.headers['accept-language']);
  const pending = services.pending.find(request.query.get('request') ?? '', request.cookies);
  const account = pending?.accountId ? services.directory.account(pending.accountId) : null;
  if (pending === null || account === null) return problemPage(texts, texts.formRefused, 403);
  const page = { requestId: pending.id, formToken: pending.formToken, redirectUri: pending.request.redirectUri, cookie: null };
  return consentPage(texts, page, { ...account, roles: services.directory.roles(account.accountId) });
}

/** POST /oauth/authorize/decision: the code, or the refusal, goes back to the client. */
export function decide(services: AuthoriseServices, request: PlatformRequest): Reply {
  const texts = textsFor(request.headers['accept-language']);
  const answer = readAnswer(services, request);
  if (answer === null || answer.pending.accountId === null) return problemPage(texts, texts.formRefused, 403);
  const { pending, form } = answer;
  if (form.get('decision') !== 'allow') return answerClient(services, pending, { error: 'access_denied' });
  const { clientId, redirectUri, challenge } = pending.request;
  const code = services.grants.issueCode({ accountId: answer.pending.accountId, clientId, redirectUri, challenge });
  return answerClient(services, pending, { code });
}
