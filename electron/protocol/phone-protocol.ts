import { type IncomingMessage, request as openRequest } from 'node:http';
import { Readable } from 'node:stream';
import { isPhoneAddress, phoneScheme } from '#shared/model/port-handshake.ts';

/** The scheme as Chromium has to know it before the app is ready: every host an origin of its own, answers that may stream. */
export const phoneSchemePrivileges = { scheme: phoneScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } } as const;

type PhoneRequest = Pick<Request, 'method' | 'url' | 'headers' | 'body' | 'signal'>;

/** Set by the connection between main and the engine, and of no meaning behind it. */
const ownHeaders = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'origin', 'referer', 'accept-encoding']);

function refuse(status: number): Response {
  return new Response(null, { status });
}

/** Headers for the engine's listener, which knows the phone by its host name; null for a page of another origin. */
function forwarded(request: PhoneRequest, id: string, port: number): Record<string, string> | null {
  const host = `${id}.localhost:${port}`;
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== `${phoneScheme}://${id}`) return null;
  const kept = Object.fromEntries([...request.headers].filter(([name]) => !ownHeaders.has(name)));
  return { ...kept, host, ...(origin === null ? {} : { origin: `http://${host}` }) };
}

function toResponse(answer: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !ownHeaders.has(name)) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const status = answer.statusCode ?? 502;
  const body = status === 204 || status === 304 ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
  if (body === null) answer.resume();
  return new Response(body, { status, headers });
}

/**
 * Answers `phone://<id>/…` with what the engine's phone listener on the loopback address says to `<id>.localhost`.
 * `port` is null while no engine listens.
 */
export function createPhoneProtocol(port: () => number | null): (request: PhoneRequest) => Promise<Response> {
  return async (request) => {
    const listening = port();
    if (!isPhoneAddress(request.url)) return refuse(404);
    if (listening === null) return refuse(503);
    const rest = request.url.slice(`${phoneScheme}://`.length);
    const [id = ''] = rest.split('/', 1);
    const headers = forwarded(request, id, listening);
    if (headers === null) return refuse(403);
    const path = rest.slice(id.length).replace(/#.*$/s, '');
    return new Promise((resolve) => {
      const outgoing = openRequest({ host: '127.0.0.1', port: listening, method: request.method, path, headers, signal: request.signal });
      outgoing.once('response', (answer) => resolve(toResponse(answer)));
      outgoing.once('error', () => resolve(refuse(502)));
      if (request.body === null) outgoing.end();
      else Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]).pipe(outgoing);
    });
  };
}
