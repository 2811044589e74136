import { createHash } from 'node:crypto';

const script = `
const token = new URLSearchParams(location.hash.slice(1)).get('token');
history.replaceState(null, '', '/');
const answer = token && (await fetch('/session', { method: 'POST', body: token }));
if (answer && answer.ok) location.replace('/');
else document.body.textContent = document.body.dataset.refused;
`;

/** The page shown before there is a session: hands the one-time token over and loads the workbench. */
export function bootPage(refused: string): string {
  const text = refused.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Minifoundry</title><body data-refused="${text}"><script type="module">${script}</script></body></html>`;
}

/** Allows exactly the script above and one POST, nothing else. */
export const bootPagePolicy = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
