import { RPCLink as MessagePortLink } from '@orpc/client/message-port';
import { RPCLink as WebSocketLink } from '@orpc/client/websocket';
import { portAnswer, portRequest } from '#shared/model/port-handshake.ts';
import { toAppError } from './to-app-error.ts';

export interface Transport {
  link: MessagePortLink<Record<never, never>> | WebSocketLink<Record<never, never>>;
  /** Resolves when the engine can no longer be reached this way. */
  closed: Promise<void>;
}

const interceptors = [
  async ({ next }: { next: () => Promise<unknown> }) => {
    try {
      return await next();
    } catch (error) {
      throw toAppError(error);
    }
  },
];

function receivePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    function onMessage(event: MessageEvent): void {
      const [port] = event.ports;
      if (event.source !== window || event.data !== portAnswer || port === undefined) return;
      window.removeEventListener('message', onMessage);
      resolve(port);
    }
    window.addEventListener('message', onMessage);
    window.postMessage(portRequest, window.location.origin);
  });
}

async function openMessagePort(): Promise<Transport> {
  const port = await receivePort();
  const closed = new Promise<void>((resolve) => port.addEventListener('close', () => resolve()));
  const link = new MessagePortLink({ port, interceptors });
  port.start();
  return { link, closed };
}

function openWebSocket(): Promise<Transport> {
  const websocket = new WebSocket(`ws://${window.location.host}/contract`);
  return new Promise((resolve, reject) => {
    const closed = new Promise<void>((done) => websocket.addEventListener('close', () => done()));
    websocket.addEventListener('error', () => reject(new Error('The engine does not answer')));
    websocket.addEventListener('open', () => resolve({ link: new WebSocketLink({ websocket, interceptors }), closed }));
  });
}

/** The desktop's document says in its address that it is handed a port; everything else talks over a socket to where it came from. */
export function openTransport(): Promise<Transport> {
  return new URLSearchParams(window.location.search).get('transport') === 'port' ? openMessagePort() : openWebSocket();
}
