import type { ProgramErrors } from '../core/program-errors.ts';
import { isFunction, isObject, type ProgramFunction } from '../core/types.ts';

interface Listener {
  run: ProgramFunction;
  once: boolean;
}

/** One end of the line between a page and the page that opened it: `emit` reaches the listeners of the other end. */
export class EventChannel {
  readonly #errors: ProgramErrors;
  readonly #listeners = new Map<string, Listener[]>();
  #other: EventChannel | null = null;

  constructor(errors: ProgramErrors) {
    this.#errors = errors;
  }

  /** Two ends; the first has listeners for `events` already. */
  static pair(errors: ProgramErrors, events: unknown): [EventChannel, EventChannel] {
    const opener = new EventChannel(errors);
    const opened = new EventChannel(errors);
    opener.#other = opened;
    opened.#other = opener;
    if (isObject(events)) for (const name of Object.keys(events)) opener.on(name, events[name]);
    return [opener, opened];
  }

  on(name: unknown, run: unknown): void {
    this.#add(name, run, false);
  }

  once(name: unknown, run: unknown): void {
    this.#add(name, run, true);
  }

  off(name: unknown, run?: unknown): void {
    const kept = run === undefined ? [] : (this.#listeners.get(String(name)) ?? []).filter((listener) => listener.run !== run);
    this.#listeners.set(String(name), kept);
  }

  emit(name: unknown, ...args: unknown[]): void {
    const other = this.#other;
    if (other) other.#receive(String(name), args);
  }

  #add(name: unknown, run: unknown, once: boolean): void {
    if (!isFunction(run)) return;
    const known = this.#listeners.get(String(name)) ?? [];
    this.#listeners.set(String(name), [...known, { run, once }]);
  }

  #receive(name: string, args: unknown[]): void {
    const listeners = this.#listeners.get(name) ?? [];
    this.#listeners.set(
      name,
      listeners.filter(({ once }) => !once),
    );
    for (const { run } of listeners) this.#errors.call(`a listener of the event "${name}"`, undefined, run, args);
  }
}
