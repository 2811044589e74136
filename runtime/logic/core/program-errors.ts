import type { Listeners } from './listeners.ts';
import type { Reporter } from './reporter.ts';
import { functionOf, isObject, type ProgramFunction } from './types.ts';

/** Parts of the program that hear of errors. */
export interface ErrorHearers {
  /** The object given to `App`. */
  app(): unknown;
  listeners: Listeners;
  /** A clearer sentence than the engine's message; null when there is none. */
  explain?(error: unknown): string | null;
  /** `self` is what the failing function was called on. */
  thrown?(self: unknown, error: unknown, where: string): void;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : '';
}

/** Runs the program's functions and says what they throw: one console error, `App.onError`, `my.onError`. */
export class ProgramErrors {
  readonly #reporter: Reporter;
  readonly #hearers: ErrorHearers;
  #telling = false;

  constructor(reporter: Reporter, hearers: ErrorHearers) {
    this.#reporter = reporter;
    this.#hearers = hearers;
  }

  /** Calls a function of the program; what it throws is reported with `where`, and undefined returned. */
  call(where: string, self: unknown, fn: ProgramFunction, args: readonly unknown[] = []): unknown {
    try {
      return fn.apply(self, args as unknown[]);
    } catch (error) {
      this.report(error, where);
      this.#hearers.thrown?.(self, error, where);
      return undefined;
    }
  }

  /** `where` reads on after "in": `onLoad of pages/index/index`. */
  report(error: unknown, where: string): void {
    const stack = isObject(error) && typeof error.stack === 'string' ? error.stack : undefined;
    const text = this.#hearers.explain?.(error) ?? nameOf(error);
    this.#reporter.log('error', text === '' ? ['Uncaught', error, `(in ${where})`] : [`Uncaught ${text} (in ${where})`], stack ?? '');
    const message = error instanceof Error ? error.message : String(error);
    this.#tell('onError', 'error', [message, stack ?? '']);
  }

  /** An error that has no exception: a handler that does not exist. */
  fault(text: string): void {
    this.#reporter.log('error', [text]);
    this.#tell('onError', 'error', [text, '']);
  }

  unhandledRejection(reason: unknown, promise: unknown): void {
    const stack = isObject(reason) && typeof reason.stack === 'string' ? reason.stack : undefined;
    const text = this.#hearers.explain?.(reason) ?? nameOf(reason);
    this.#reporter.log('error', text === '' ? ['Uncaught (in promise)', reason] : [`Uncaught (in promise) ${text}`], stack ?? '');
    this.#tell('onUnhandledRejection', 'unhandledRejection', [{ reason, promise }]);
  }

  /** What is thrown while errors are being told is only written to the console. */
  #tell(hook: string, channel: string, args: unknown[]): void {
    if (this.#telling) return;
    this.#telling = true;
    const { app, listeners } = this.#hearers;
    const own = functionOf(app(), hook);
    if (own) this.call(`${hook} of app.js`, app(), own, args);
    for (const listener of listeners.of(channel)) this.call(`a listener of my.${hook}`, undefined, listener, args);
    this.#telling = false;
  }
}
