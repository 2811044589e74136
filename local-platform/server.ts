import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failure } from './api/envelope.ts';
import { isOwnHost } from './http/host-check.ts';
import { plain, type Reply } from './http/reply.ts';
import { BodyTooLarge, readRequest } from './http/request.ts';
import { PendingRequests } from './oauth/pending-requests.ts';
import { answer, type PlatformServices } from './routes.ts';
import { openDatabase } from './store/database.ts';
import { Directory } from './store/directory.ts';
import { Grants } from './store/grants.ts';
import { seed } from './store/seed.ts';

export interface LocalPlatformOptions {
  /** 0 for any free one. */
  port: number;
  dataDirectory: string;
  accessTokenSeconds: number;
  testControls: boolean;
  log: (message: string) => void;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

export interface LocalPlatform {
  url: string;
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function handle(services: PlatformServices, port: number, message: IncomingMessage, log: (message: string) => void): Promise<Reply> {
  if (!isOwnHost(message.headers.host, port)) return plain(421, 'This platform only answers under its own address');
  try {
    return answer(services, await readRequest(message));
  } catch (error) {
    if (error instanceof BodyTooLarge) return plain(413, 'Too large');
    log(`unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return failure(500, 'UNKNOWN_EXCEPTION', 'Something unexpected went wrong');
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers);
  response.end(body);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts the platform on a loopback port. Rejects with `EADDRINUSE` when the port is taken. */
export async function startLocalPlatform(options: LocalPlatformOptions): Promise<LocalPlatform> {
  const now = options.now ?? Date.now;
  const database = openDatabase(options.dataDirectory, options.log);
  seed(database, now());
  const server = createServer();
  const port = await listen(server, options.port).catch((error: unknown) => {
    database.close();
    throw error;
  });
  const services: PlatformServices = {
    issuer: `http://127.0.0.1:${port}`,
    directory: new Directory(database, now),
    grants: new Grants(database, now, options.accessTokenSeconds),
    pending: new PendingRequests(now),
    testControls: options.testControls,
  };
  server.on('request', (message, response) => {
    const done = handle(services, port, message, options.log);
    done.then((reply) => {
      send(response, reply);
      options.log(`${message.method} ${message.url?.split('?')[0]} ${reply.status}`);
    }, options.log);
  });
  return {
    url: services.issuer,
    close: async () => {
      await closeServer(server);
      database.close();
    },
  };
}
