import { now } from './intrinsics.ts';
import type { LogicPlatform } from './platform.ts';
import type { ProgramErrors } from './program-errors.ts';
import { isFunction, type ProgramFunction } from './types.ts';

interface Timer {
  handle: number;
  dueAt: number;
}

export interface ProgramTimerFunctions {
  setTimeout(run: unknown, ms?: unknown, ...args: unknown[]): number;
  clearTimeout(id: unknown): void;
  setInterval(run: unknown, ms?: unknown, ...args: unknown[]): number;
  clearInterval(id: unknown): void;
}

function delayOf(ms: unknown): number {
  const delay = Number(ms ?? 0);
  return Number.isFinite(delay) ? Math.max(0, delay) : 0;
}

function checked(run: unknown, name: string): ProgramFunction {
  if (isFunction(run)) return run;
  throw new TypeError(`${name} takes a function; code in strings is not run in a mini program`);
}

/** Timers of the program, counted so that somebody can tell whether it is idle. */
export class ProgramTimers {
  readonly #platform: LogicPlatform;
  readonly #errors: ProgramErrors;
  readonly #timeouts = new Map<number, Timer>();
  readonly #intervals = new Map<number, number>();
  #lastId = 0;

  constructor(platform: LogicPlatform, errors: ProgramErrors) {
    this.#platform = platform;
    this.#errors = errors;
  }

  /** Timeouts that have not fired, and milliseconds until the first; intervals do not count. */
  get pending(): { timers: number; nextTimerMs: number | null } {
    let next = Number.POSITIVE_INFINITY;
    for (const { dueAt } of this.#timeouts.values()) next = Math.min(next, dueAt);
    return { timers: this.#timeouts.size, nextTimerMs: this.#timeouts.size === 0 ? null : Math.max(0, next - now()) };
  }

  #setTimeout(run: unknown, ms: unknown, args: unknown[]): number {
    const fn = checked(run, 'setTimeout');
    const id = ++this.#lastId;
    const delay = delayOf(ms);
    const fire = () => {
      this.#timeouts.delete(id);
      this.#errors.call('a setTimeout callback', undefined, fn, args);
    };
    this.#timeouts.set(id, { handle: this.#platform.setTimeout(fire, delay), dueAt: now() + delay });
    return id;
  }

  #setInterval(run: unknown, ms: unknown, args: unknown[]): number {
    const fn = checked(run, 'setInterval');
    const id = ++this.#lastId;
    const fire = () => this.#errors.call('a setInterval callback', undefined, fn, args);
    this.#intervals.set(id, this.#platform.setInterval(fire, delayOf(ms)));
    return id;
  }

  #clear(id: unknown): void {
    if (typeof id !== 'number') return;
    const timeout = this.#timeouts.get(id);
    if (timeout) this.#platform.clearTimeout(timeout.handle);
    this.#timeouts.delete(id);
    const interval = this.#intervals.get(id);
    if (interval !== undefined) this.#platform.clearInterval(interval);
    this.#intervals.delete(id);
  }

  /** What the program gets under the well-known names. */
  functions(): ProgramTimerFunctions {
    return {
      setTimeout: (run, ms, ...args) => this.#setTimeout(run, ms, args),
      setInterval: (run, ms, ...args) => this.#setInterval(run, ms, args),
      clearTimeout: (id) => this.#clear(id),
      clearInterval: (id) => this.#clear(id),
    };
  }
}
