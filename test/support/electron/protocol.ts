import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CustomScheme, Protocol } from 'electron';
import { desktopOrigin, phoneScheme } from '#shared/model/port-handshake.ts';
import { phoneOriginOf, servedOrigin, servedPhones, setServedOrigin } from './address.ts';

type Handler = Parameters<Protocol['handle']>[1];
const handlers = new Map<string, Handler>();
const registered: CustomScheme[] = [];

export const protocol = {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]) => void registered.push(...schemes),
  handle(scheme: string, handler: Handler) {
    if (!registered.some((known) => known.scheme === scheme && known.privileges?.standard))
      throw new Error(`"${scheme}" was not registered as a standard scheme`);
    handlers.set(scheme, handler);
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

/** Policies name origins as Electron knows them. */
function servedHeaders(headers: Headers): Record<string, string> {
  const policy = headers.get('content-security-policy');
  const known = Object.fromEntries(headers);
  if (policy === null) return known;
  return {
    ...known,
    'content-security-policy': policy.replace(`frame-src ${phoneScheme}:`, `frame-src ${servedPhones()}`).replace(desktopOrigin, servedOrigin()),
  };
}

function toRequest(request: IncomingMessage, origin: string, gone: AbortSignal): Request {
  const headers = new Headers(
    Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])),
  );
  if (headers.get('origin') === `http://${request.headers.host}`) headers.set('origin', origin);
  const method = request.method ?? 'GET';
  const body = method === 'POST' ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' as const } : {};
  return new Request(`${origin}${request.url}`, { method, headers, signal: gone, ...body });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const phone = phoneOriginOf(request.headers.host);
  const handler = handlers.get(phone === null ? 'app' : phoneScheme);
  if (handler === undefined) throw new Error('Nothing handles this scheme');
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const result = await handler(toRequest(request, phone ?? desktopOrigin, gone.signal));
  response.writeHead(result.status, servedHeaders(result.headers));
  if (result.body === null) response.end();
  else await pipeline(Readable.fromWeb(result.body as Parameters<typeof Readable.fromWeb>[0]), response).catch(() => undefined);
}

/** Gives `app://workbench` a loopback address of its own. */
export function serveProtocols(): Promise<void> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      setServedOrigin(`http://workbench.localhost:${(server.address() as AddressInfo).port}`);
      resolve();
    });
  });
}
