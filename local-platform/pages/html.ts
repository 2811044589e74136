import { randomBytes } from 'node:crypto';
import type { Reply } from '../http/reply.ts';
import { pageStyle } from './style.ts';
import type { PageTexts } from './texts.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** `formTarget` is the origin that a form's answer may be redirected to, besides our own. */
function contentSecurityPolicy(nonce: string, formTarget: string | null): string {
  const forms = formTarget === null ? "'none'" : `'self' ${formTarget}`;
  return `default-src 'none'; style-src 'nonce-${nonce}'; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
}

export interface Page {
  status: number;
  title: string;
  /** HTML; every value in it is escaped already. */
  content: string;
  formTarget: string | null;
  cookie: string | null;
}

/** A whole page: no scripts, its own strict policy, never cached or framed. */
export function htmlPage(texts: PageTexts, { status, title, content, formTarget, cookie }: Page): Reply {
  const nonce = randomBytes(16).toString('base64');
  const body = `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – ${escapeHtml(texts.platform)}</title>
<style nonce="${nonce}">${pageStyle}</style>
</head>
<body>
<main>
<p class="brand"><span aria-hidden="true" class="mark"></span>${escapeHtml(texts.platform)} <em>${escapeHtml(texts.local)}</em></p>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
  const headers: Record<string, string> = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': texts.language,
    'Content-Security-Policy': contentSecurityPolicy(nonce, formTarget),
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
  return { status, headers: cookie === null ? headers : { ...headers, 'Set-Cookie': cookie }, body };
}
