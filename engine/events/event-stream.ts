/** What feeds an {@link EventStream}, and what ends it. */
export interface EventStreamOptions<T> {
  /** Ends the stream: the procedure's own signal, so that a reader who went away is noticed while nothing happens. */
  signal?: AbortSignal | undefined;
  /** Called once, however the stream ends. */
  onEnd?: () => void;
  /** Joins an event with the last one that nobody has read yet, for a reader slower than the events. */
  coalesce?: (waiting: T, next: T) => T;
}

type Reader<T> = { resolve: (result: IteratorResult<T, undefined>) => void; reject: (error: unknown) => void };

/** An async iterator that is fed by calls. Unlike a generator it can be ended while a reader waits for its next event. */
export class EventStream<T> implements AsyncIterableIterator<T, undefined, undefined> {
  readonly #options: EventStreamOptions<T>;
  readonly #waiting: T[] = [];
  readonly #readers: Reader<T>[] = [];
  #state: { kind: 'open' } | { kind: 'ended' } | { kind: 'failed'; error: unknown } = { kind: 'open' };
  readonly #abort = (): void => this.end();

  constructor(options: EventStreamOptions<T> = {}) {
    this.#options = options;
    options.signal?.addEventListener('abort', this.#abort, { once: true });
    if (options.signal?.aborted) this.end();
  }

  get open(): boolean {
    return this.#state.kind === 'open';
  }

  push(value: T): void {
    if (!this.open) return;
    const reader = this.#readers.shift();
    if (reader) {
      reader.resolve({ value, done: false });
      return;
    }
    const last = this.#waiting.at(-1);
    if (last !== undefined && this.#options.coalesce) this.#waiting[this.#waiting.length - 1] = this.#options.coalesce(last, value);
    else this.#waiting.push(value);
  }

  /** Ends after the events that wait. */
  end(): void {
    this.#close({ kind: 'ended' });
  }

  /** Ends with an error after the events that wait. */
  fail(error: unknown): void {
    this.#close({ kind: 'failed', error });
  }

  #close(state: { kind: 'ended' } | { kind: 'failed'; error: unknown }): void {
    if (!this.open) return;
    this.#state = state;
    this.#options.signal?.removeEventListener('abort', this.#abort);
    for (const reader of this.#readers.splice(0)) {
      if (state.kind === 'failed') reader.reject(state.error);
      else reader.resolve({ value: undefined, done: true });
    }
    this.#options.onEnd?.();
  }

  next(): Promise<IteratorResult<T, undefined>> {
    const value = this.#waiting.shift();
    if (value !== undefined) return Promise.resolve({ value, done: false });
    if (this.#state.kind === 'failed') {
      const { error } = this.#state;
      this.#state = { kind: 'ended' };
      return Promise.reject(error);
    }
    if (this.#state.kind === 'ended') return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => this.#readers.push({ resolve, reject }));
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#waiting.length = 0;
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
