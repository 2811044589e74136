import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { closeServers, type Engine, type EngineContext, listenOnLoopback, readBody } from '#engine/index.ts';
import { protectiveHeaders } from '#shared/model/content-security-policy.ts';
import { type Access, createAccess, randomHostName } from './access.ts';
import type { AssetHandler } from './assets.ts';
import { bootPage, bootPagePolicy } from './boot-page.ts';

export interface BrowserShell {
  /** The address with a fresh one-time token in its fragment. */
  readonly url: string;
  readonly access: Access;
  close(): Promise<void>;
}

interface BrowserShellOptions {
  engine: Engine;
  assets: AssetHandler;
  /** 0 for any free port. */
  port: number;
  /** Said on the page of somebody who comes without a valid token. */
  refusedText: string;
}

/** Larger than the largest document that can be opened, so that it can be saved. */
const maximumMessageBytes = 600 * 1024 * 1024;

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end();
}

async function exchangeToken(request: IncomingMessage, response: ServerResponse, access: Access): Promise<void> {
  if (!access.hasRightOrigin(request)) return refuse(response, 403);
  const cookie = access.exchange(await readBody(request, 256));
  if (cookie === null) return refuse(response, 401);
  response.writeHead(204, { 'set-cookie': cookie, 'cache-control': 'no-store' });
  response.end();
}

function sendBootPage(response: ServerResponse, refusedText: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': bootPagePolicy, 'cache-control': 'no-store' });
  response.end(bootPage(refusedText));
}

async function answer(request: IncomingMessage, response: ServerResponse, access: Access, options: BrowserShellOptions): Promise<void> {
  for (const [name, value] of Object.entries(protectiveHeaders(options.engine.phones.sources))) response.setHeader(name, value);
  if (!access.hasRightHost(request)) return refuse(response, 421);
  const path = (request.url ?? '/').split('?', 1)[0];
  if (path === '/session' && request.method === 'POST') return exchangeToken(request, response, access);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  if (!access.hasSession(request)) return path === '/' ? sendBootPage(response, options.refusedText) : refuse(response, 401);
  if (!(await options.assets(request, response))) refuse(response, 404);
}

function connect(socket: WebSocket, handler: RPCHandler<EngineContext>, engine: Engine): void {
  const closed = new AbortController();
  socket.once('close', () => closed.abort());
  socket.on('error', (error) => engine.log.warn('Socket failed', { message: error.message }));
  void handler.upgrade(socket, { context: { connection: { id: randomUUID(), closed: closed.signal }, log: engine.log } });
}

/** Serves the workbench and the contract to a browser on this machine, and to nobody else. */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const hostName = randomHostName();
  let access: Access | undefined;
  const { servers, port } = await listenOnLoopback((request, response) => {
    if (access === undefined) return refuse(response, 503);
    answer(request, response, access, options).catch((error: unknown) => {
      options.engine.log.error('Request failed', { error: String(error) });
      if (!response.headersSent) refuse(response, 500);
    });
  }, options.port);
  const granted = createAccess(hostName, port);
  access = granted;
  options.engine.phones.allowFraming(granted.origin);

  const sockets = new WebSocketServer({ noServer: true, maxPayload: maximumMessageBytes, perMessageDeflate: false });
  const handler = new RPCHandler<EngineContext>(options.engine.router);
  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const allowed = request.url === '/contract' && granted.hasRightHost(request) && granted.hasRightOrigin(request) && granted.hasSession(request);
    if (!allowed) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => connect(socket, handler, options.engine));
  }
  for (const server of servers) server.on('upgrade', upgrade);

  return {
    access: granted,
    get url() {
      return `${granted.origin}/#token=${granted.issueToken()}`;
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await closeServers(servers);
    },
  };
}
