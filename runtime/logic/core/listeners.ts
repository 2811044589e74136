import { isFunction, type ProgramFunction } from './types.ts';

/** Listeners of the program by event name, called in the order they were added. */
export class Listeners {
  readonly #byName = new Map<string, ProgramFunction[]>();

  add(name: string, listener: unknown): void {
    if (!isFunction(listener)) return;
    const listeners = this.#byName.get(name) ?? [];
    this.#byName.set(name, [...listeners, listener]);
  }

  /** Removes one listener, or all of that name. */
  remove(name: string, listener?: unknown): void {
    if (listener === undefined) this.#byName.delete(name);
    else
      this.#byName.set(
        name,
        this.of(name).filter((known) => known !== listener),
      );
  }

  of(name: string): readonly ProgramFunction[] {
    return this.#byName.get(name) ?? [];
  }

  clear(): void {
    this.#byName.clear();
  }
}
