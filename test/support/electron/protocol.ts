import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CustomScheme, Protocol } from 'electron';
import { desktopOrigin } from '#shared/model/port-handshake.ts';
import { setServedOrigin } from './address.ts';

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

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handler = handlers.get('app');
  if (handler === undefined) throw new Error('Nothing handles app://');
  const result = await handler(new Request(`${desktopOrigin}${request.url}`, { method: request.method ?? 'GET' }));
  response.writeHead(result.status, Object.fromEntries(result.headers));
  response.end(Buffer.from(await result.arrayBuffer()));
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
