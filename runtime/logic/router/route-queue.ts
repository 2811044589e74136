import { microtask } from '../core/intrinsics.ts';

interface Waiting {
  run(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Carries out route calls one after another, after the code that made them has come to its end. */
export class RouteQueue {
  readonly #waiting: Waiting[] = [];
  #open = false;
  #scheduled = false;

  get length(): number {
    return this.#waiting.length;
  }

  /** Resolves with what `run` returns, rejects with what it throws. */
  add(run: () => unknown): Promise<unknown> {
    const result = new Promise((resolve, reject) => this.#waiting.push({ run, resolve, reject }));
    this.#schedule();
    return result;
  }

  /** From now on calls are carried out; before, they wait. */
  open(): void {
    this.#open = true;
    this.#schedule();
  }

  /** Carries out what waits at once. */
  drain(): void {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      try {
        next.resolve(next.run());
      } catch (error) {
        next.reject(error);
      }
    }
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  #schedule(): void {
    if (!this.#open || this.#scheduled || this.#waiting.length === 0) return;
    this.#scheduled = true;
    microtask(() => {
      this.#scheduled = false;
      this.drain();
    });
  }
}
