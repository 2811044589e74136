import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf, messages } from '#shared/messages/index.ts';

export type CallbackOutcome = 'signed-in' | 'denied' | 'failed';

const style = `:root{color-scheme:light dark;font:15px/22px system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:Canvas;color:CanvasText}
main{max-width:420px;padding:32px;text-align:center}h1{font-size:22px;line-height:28px;margin:0 0 8px}p{margin:0}`;

const keys = { 'signed-in': 'signedIn', denied: 'denied', failed: 'failed' } as const;

/** The small page in the browser that sends a person back. It holds nothing of the answer and runs no script. */
export function sendCallbackPage(request: IncomingMessage, response: ServerResponse, outcome: CallbackOutcome): void {
  const language = languageOf(request.headers['accept-language']);
  const { title, detail } = messages[language].signIn.callback[keys[outcome]];
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(outcome === 'failed' ? 400 : 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style nonce="${nonce}">${style}</style></head>` +
      `<body><main><h1>${title}</h1><p>${detail}</p></main></body></html>\n`,
  );
}
