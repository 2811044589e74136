import { firstComponentId, type InstanceId } from '../protocol/messages.ts';

/** Lets calls wait for the page that made them: `onLoad` runs before the page can be shown. */
export class PageArrivals {
  #newest = 0;
  #waiting: { page: InstanceId; resolve(): void }[] = [];

  /** The stack is this now. Pages are numbered in the order in which they are opened. */
  arrived(stack: readonly InstanceId[]): void {
    this.#newest = Math.max(this.#newest, ...stack);
    const here = this.#waiting.filter(({ page }) => page <= this.#newest);
    this.#waiting = this.#waiting.filter((waiting) => !here.includes(waiting));
    for (const { resolve } of here) resolve();
  }

  /** Resolves when the page is in the stack; `null` for one that is or was there already, and for components. */
  of(instance: InstanceId | undefined): Promise<void> | null {
    if (instance === undefined || instance >= firstComponentId || instance <= this.#newest) return null;
    return new Promise((resolve) => {
      this.#waiting.push({ page: instance, resolve });
    });
  }
}
