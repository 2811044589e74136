import { NativePromise } from '../core/intrinsics.ts';
import type { Listeners } from '../core/listeners.ts';
import { isObject, type ProgramFunction } from '../core/types.ts';
import { ApiFailure } from './api-failure.ts';

const abortedError = 20;

/** Ends a call from outside: what waits for it fails at once. */
export class AbortSwitch {
  #reject: (error: ApiFailure) => void = () => undefined;
  readonly #api: string;
  /** Rejects when the call is aborted. */
  readonly aborted: Promise<never>;

  constructor(api: string) {
    this.#api = api;
    this.aborted = new NativePromise((_, reject) => {
      this.#reject = reject;
    });
    this.aborted.catch(() => undefined);
  }

  abort(): void {
    this.#reject(new ApiFailure(abortedError, `my.${this.#api} has been aborted`));
  }
}

type EventHandler = (listener: unknown) => void;

/** Adds to a call's promise what `RequestTask` and its like have. */
export function asNetworkTask(promise: Promise<unknown>, abort: AbortSwitch): Promise<unknown> {
  const headers = new Set<ProgramFunction>();
  promise.then(
    (result) => {
      const header = isObject(result) ? (result.headers ?? result.header) : undefined;
      for (const listener of headers) listener({ header, headers: header });
    },
    () => undefined,
  );
  const ignore: EventHandler = () => undefined;
  return Object.assign(promise, {
    abort: () => abort.abort(),
    onHeadersReceived: (listener: unknown) => void (typeof listener === 'function' && headers.add(listener as ProgramFunction)),
    offHeadersReceived: (listener: unknown) => void headers.delete(listener as ProgramFunction),
    onProgressUpdate: ignore,
    offProgressUpdate: ignore,
  });
}

export interface SocketTaskCalls {
  send(options: unknown): unknown;
  close(options: unknown): unknown;
}

const socketEvents = ['Open', 'Message', 'Error', 'Close'] as const;

/** `connectSocket({ multiple: true })`: the one connection the simulator has, as an object. */
export function createSocketTask(listeners: Listeners, { send, close }: SocketTaskCalls): object {
  const handlers = socketEvents.flatMap((event): [string, EventHandler][] => {
    const wrapped = new Map<unknown, ProgramFunction>();
    const channel = `socket${event}`;
    return [
      [
        `on${event}`,
        (listener) => {
          const told: ProgramFunction = (payload) => (listener as ProgramFunction)({ data: payload });
          wrapped.set(listener, told);
          listeners.add(channel, told);
        },
      ],
      [`off${event}`, (listener) => listeners.remove(channel, wrapped.get(listener) ?? listener)],
    ];
  });
  return { ...Object.fromEntries(handlers), send, close };
}
