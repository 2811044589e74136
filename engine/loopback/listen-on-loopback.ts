import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '#shared/model/errors.ts';

export interface LoopbackServers {
  servers: Server[];
  port: number;
}

function listen(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/**
 * Listens on both loopback addresses: browsers try `::1` first for `.localhost` names, and another
 * program that held that address on our port would be given our cookies and answers.
 * Port 0 takes any that is free on both: `PORT_IN_USE`.
 */
export async function listenOnLoopback(handler: (request: IncomingMessage, response: ServerResponse) => void, port: number): Promise<LoopbackServers> {
  const ipv4 = createServer(handler);
  const taken = await listen(ipv4, port, '127.0.0.1').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new AppError('PORT_IN_USE', { port }) : error;
  });
  const ipv6 = createServer(handler);
  try {
    await listen(ipv6, taken, '::1');
    return { servers: [ipv4, ipv6], port: taken };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return { servers: [ipv4], port: taken };
    ipv4.close();
    if (code === 'EADDRINUSE' && port === 0) return listenOnLoopback(handler, 0);
    throw code === 'EADDRINUSE' ? new AppError('PORT_IN_USE', { port }) : error;
  }
}

/** Stops listening and drops the connections that are open. */
export async function closeServers(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise((resolve) => {
          server.close(resolve);
          server.closeAllConnections();
        }),
    ),
  );
}
