import { WebSocket } from 'ws';
import * as z from 'zod';
import { assertPublicHost, guardedLookup, PrivateAddressError } from '../network/guarded-lookup.ts';
import type { NetworkPolicy } from '../network/outbound-request.ts';
import { ApiFailure } from './api-failure.ts';

export const connectArguments = z.object({
  url: z.string().max(20_000),
  header: z.record(z.string().max(500), z.coerce.string().max(20_000)).default({}),
  timeout: z.number().int().positive().max(600_000).default(30_000),
});
export const sendArguments = z.object({ data: z.string().max(20_000_000), isBuffer: z.boolean().default(false) });

export interface SocketDependencies {
  policy: NetworkPolicy;
  isOffline(): boolean;
  /** Hands an event to the program: `socketOpen`, `socketMessage`, `socketError`, `socketClose`. */
  push(channel: string, payload: unknown): void;
}

/** The one socket that a mini program may have open. */
export class ProgramSocket {
  readonly #dependencies: SocketDependencies;
  #socket: WebSocket | null = null;

  constructor(dependencies: SocketDependencies) {
    this.#dependencies = dependencies;
  }

  async connect({ url, header, timeout }: z.infer<typeof connectArguments>): Promise<void> {
    const { policy, isOffline, push } = this.#dependencies;
    if (isOffline()) throw new ApiFailure(12, 'The network is offline');
    const address = URL.canParse(url) ? new URL(url) : null;
    if (address === null || !['ws:', 'wss:'].includes(address.protocol)) throw new ApiFailure(2, `${url} is not a ws or wss address`);
    const guarded = !(await policy.allowPrivate());
    try {
      if (guarded) assertPublicHost(address.hostname);
    } catch (error) {
      throw error instanceof PrivateAddressError ? new ApiFailure(11, error.message) : error;
    }
    this.close();
    const socket = new WebSocket(address, {
      headers: header,
      handshakeTimeout: timeout,
      maxPayload: 20_000_000,
      ...(guarded ? { lookup: guardedLookup() } : {}),
    });
    this.#socket = socket;
    socket.on('open', () => push('socketOpen', {}));
    socket.on('message', (data: Buffer, isBinary) => push('socketMessage', { data: data.toString(isBinary ? 'base64' : 'utf8'), isBuffer: isBinary }));
    socket.on('error', (error) => push('socketError', { error: 12, errorMessage: error.message }));
    socket.on('close', (code, reason) => {
      if (this.#socket === socket) this.#socket = null;
      push('socketClose', { code, reason: reason.toString('utf8') });
    });
  }

  send({ data, isBuffer }: z.infer<typeof sendArguments>): Promise<void> {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) throw new ApiFailure(16, 'There is no open socket. Wait for onSocketOpen.');
    return new Promise((resolve, reject) => {
      socket.send(isBuffer ? Buffer.from(data, 'base64') : data, (error) => (error ? reject(new ApiFailure(12, error.message)) : resolve()));
    });
  }

  close(): void {
    this.#socket?.close();
    this.#socket = null;
  }
}
