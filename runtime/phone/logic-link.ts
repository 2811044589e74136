import type { DocumentMessage, LogicMessage, LogicQuestion, PendingWork } from '../protocol/messages.ts';

/** How often the worker is asked whether it lives, and how long it may be silent, in milliseconds. */
const pulseEveryMs = 1000;
const silenceLimitMs = 5000;

const noWork: PendingWork = { calls: 0, renders: 0, routes: 0, timers: 0, nextTimerMs: null };
const endedText = 'The mini program has ended.';

export interface LogicLinkOptions {
  receive(message: LogicMessage): void;
  /** A script could not even be loaded. */
  failed(message: string, place: string): void;
  /** The worker has not answered for so long that it must be spinning. It is gone by then. */
  silent(): void;
}

/** The worker that the program's code runs in. */
export class LogicLink {
  readonly #worker = new Worker('/runtime/logic.js');
  readonly #options: LogicLinkOptions;
  readonly #answers = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  readonly #pings = new Map<number, (work: PendingWork) => void>();
  #lastId = 0;
  #heardAt = performance.now();
  #activityAt = performance.now();
  readonly #pulse: ReturnType<typeof setInterval>;
  #ended = false;

  constructor(options: LogicLinkOptions) {
    this.#options = options;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LogicMessage>) => this.#take(data));
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      options.failed(event.message || 'A script of the program could not be loaded', `${event.filename}:${event.lineno}:${event.colno}`);
    });
    this.#pulse = setInterval(() => this.#checkPulse(), pulseEveryMs);
  }

  /** When a message last went either way, pings aside; as `performance.now()`. */
  get activityAt(): number {
    return this.#activityAt;
  }

  send(message: DocumentMessage): void {
    if (message.type !== 'ping') this.#activityAt = performance.now();
    this.#worker.postMessage(message);
  }

  #take(message: LogicMessage): void {
    this.#heardAt = performance.now();
    if (message.type === 'pong') {
      this.#pings.get(message.id)?.(message.work);
      this.#pings.delete(message.id);
      return;
    }
    this.#activityAt = this.#heardAt;
    if (message.type === 'answer') {
      const waiting = this.#answers.get(message.requestId);
      this.#answers.delete(message.requestId);
      if (message.ok) waiting?.resolve(message.value);
      else waiting?.reject(message.value);
      return;
    }
    this.#options.receive(message);
  }

  #checkPulse(): void {
    // A document that was suspended itself has heard nothing either; it asks again before it judges.
    const silentFor = performance.now() - this.#heardAt;
    if (silentFor > silenceLimitMs && silentFor < silenceLimitMs + 3 * pulseEveryMs) {
      this.terminate();
      this.#options.silent();
      return;
    }
    if (silentFor > silenceLimitMs) this.#heardAt = performance.now();
    void this.ping();
  }

  ask(question: LogicQuestion): Promise<unknown> {
    if (this.#ended) return Promise.reject(new Error(endedText));
    const requestId = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(requestId, { resolve, reject });
      this.send({ type: 'ask', requestId, question });
    });
  }

  /** What the program waits for; everything it reported before has arrived by then. */
  ping(): Promise<PendingWork> {
    if (this.#ended) return Promise.resolve(noWork);
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#pings.set(id, resolve);
      this.send({ type: 'ping', id });
    });
  }

  terminate(): void {
    clearInterval(this.#pulse);
    this.#worker.terminate();
    this.#ended = true;
    for (const settle of this.#pings.values()) settle(noWork);
    for (const { reject } of this.#answers.values()) reject(new Error(endedText));
    this.#pings.clear();
    this.#answers.clear();
  }
}
