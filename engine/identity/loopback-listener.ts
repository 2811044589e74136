import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type CallbackOutcome, sendCallbackPage } from './callback-page.ts';

/** The browser's answer, waiting for the page that a person will see. */
export interface BrowserAnswer {
  url: URL;
  respond(outcome: CallbackOutcome): void;
}

export interface LoopbackListener {
  redirectUri: string;
  state: string;
  /** The first answer that carries our state. */
  answer: Promise<BrowserAnswer>;
  close(): void;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('The listener has no port'));
    });
  });
}

/** Takes no more connections, and ends those that are left once the page was sent: browsers keep spare ones open. */
function closeAfterAnswer(server: Server): void {
  const force = setTimeout(() => server.closeAllConnections(), 2000).unref();
  server.close(() => clearTimeout(force));
}

/** What is wrong with a request, as a status; null for the one that is waited for. */
function refusalOf(request: IncomingMessage, url: URL, port: number, state: string): number | null {
  if (request.headers.host !== `127.0.0.1:${port}`) return 421;
  if (url.pathname !== '/callback') return 404;
  if (request.method !== 'GET') return 405;
  return url.searchParams.getAll('state').join() === state ? null : 400;
}

/**
 * Waits on a free loopback port for the browser to come back (RFC 8252), once.
 * What is not our answer — another path, host, method or state — is refused and does not end the wait.
 */
export async function openLoopbackListener(state: string): Promise<LoopbackListener> {
  const server = createServer();
  const port = await listen(server);
  const redirectUri = `http://127.0.0.1:${port}/callback`;
  const answer = new Promise<BrowserAnswer>((resolve) => {
    let answered = false;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const url = URL.parse(request.url ?? '/', redirectUri);
      const refusal = url === null ? 400 : refusalOf(request, url, port, state);
      if (url === null || refusal !== null || answered) {
        response.writeHead(refusal ?? 410, { Connection: 'close' }).end();
        return;
      }
      answered = true;
      resolve({ url, respond: (outcome) => sendCallbackPage(request, response, outcome) });
    });
  });
  return { redirectUri, state, answer, close: () => closeAfterAnswer(server) };
}
