import type { Listeners } from '../core/listeners.ts';
import { isObject, type ProgramObject } from '../core/types.ts';

export interface ObserverDependencies {
  /** Unique in the phone. */
  nextObserver(): number;
  listeners: Listeners;
  ask(api: string, args: ProgramObject, component: unknown): void;
}

/** `my.createIntersectionObserver()`. */
export class IntersectionObserver {
  readonly #dependencies: ObserverDependencies;
  readonly #observer: number;
  readonly #options: ProgramObject;
  readonly #relatives: { selector: string | null; margins: unknown }[] = [];
  #component: unknown;

  constructor(dependencies: ObserverDependencies, options: unknown, component?: unknown) {
    this.#dependencies = dependencies;
    this.#observer = dependencies.nextObserver();
    this.#options = isObject(options) ? options : {};
    this.#component = component;
  }

  in(component: unknown): this {
    this.#component = component;
    return this;
  }

  relativeTo(selector: unknown, margins?: unknown): this {
    this.#relatives.push({ selector: String(selector), margins: margins ?? {} });
    return this;
  }

  relativeToViewport(margins?: unknown): this {
    this.#relatives.push({ selector: null, margins: margins ?? {} });
    return this;
  }

  observe(selector: unknown, callback: unknown): void {
    const { ask, listeners } = this.#dependencies;
    const { thresholds = [0], initialRatio = 0, selectAll = false, dataset = false } = this.#options;
    listeners.add(`intersection:${this.#observer}`, callback);
    const relatives = this.#relatives.length === 0 ? [{ selector: null, margins: {} }] : this.#relatives;
    const args = { observer: this.#observer, selector: String(selector), selectAll, thresholds, initialRatio, dataset, relatives };
    ask('intersectionObserver.observe', args, this.#component);
  }

  disconnect(): void {
    this.#dependencies.listeners.remove(`intersection:${this.#observer}`);
    this.#dependencies.ask('intersectionObserver.disconnect', { observer: this.#observer }, this.#component);
  }
}

/** `this.createMediaQueryObserver()`. */
export class MediaQueryObserver {
  readonly #dependencies: ObserverDependencies;
  readonly #observer: number;
  readonly #component: unknown;

  constructor(dependencies: ObserverDependencies, component?: unknown) {
    this.#dependencies = dependencies;
    this.#observer = dependencies.nextObserver();
    this.#component = component;
  }

  observe(descriptor: unknown, callback: unknown): void {
    this.#dependencies.listeners.add(`mediaQuery:${this.#observer}`, callback);
    const args = { observer: this.#observer, descriptor: isObject(descriptor) ? descriptor : {} };
    this.#dependencies.ask('mediaQueryObserver.observe', args, this.#component);
  }

  disconnect(): void {
    this.#dependencies.listeners.remove(`mediaQuery:${this.#observer}`);
    this.#dependencies.ask('mediaQueryObserver.disconnect', { observer: this.#observer }, this.#component);
  }
}
