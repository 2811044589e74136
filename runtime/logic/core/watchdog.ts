import type { PhoneReport } from '#shared/model/phone.ts';
import { now } from './intrinsics.ts';

type StopReason = Extract<PhoneReport, { type: 'stopped' }>['reason'];

const routeLimit = 40;
const routeWindowMs = 2000;

/** Counters that tell a program that runs away from one that is busy, and end it once. */
export class Watchdog {
  readonly #stop: (reason: StopReason, detail: string) => void;
  readonly #routes: number[] = [];
  #stopped = false;

  constructor(stop: (reason: StopReason, detail: string) => void) {
    this.#stop = stop;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Before each route call; false when there have been too many to be meant. */
  routeCalled(url: string): boolean {
    const time = now();
    this.#routes.push(time);
    while ((this.#routes[0] ?? time) < time - routeWindowMs) this.#routes.shift();
    if (this.#routes.length <= routeLimit) return !this.#stopped;
    this.stop('navigation-loop', `${this.#routes.length} route calls within ${routeWindowMs / 1000} s, the last to ${url}`);
    return false;
  }

  stop(reason: StopReason, detail: string): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#stop(reason, detail.slice(0, 2000));
  }
}
