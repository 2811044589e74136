import type { SelectorQueryFields, SelectorQueryStep } from '../../protocol/selector-query.ts';
import type { ProgramErrors } from '../core/program-errors.ts';
import { isFunction, isObject, type ProgramFunction } from '../core/types.ts';

export interface SelectorQueryDependencies {
  errors: ProgramErrors;
  /** Asks the document; `component` is what `in()` was given. */
  ask(steps: SelectorQueryStep[], component: unknown): Promise<unknown>;
  /** Turns the mark of a canvas node into an object with `getContext`. */
  reviveNode(value: unknown): unknown;
}

/** `my.createSelectorQuery()`: collects questions, `exec` asks them all at once. */
export class SelectorQuery {
  readonly #dependencies: SelectorQueryDependencies;
  readonly #steps: SelectorQueryStep[] = [];
  readonly #callbacks: (ProgramFunction | null)[] = [];
  #target: Pick<SelectorQueryStep, 'selector' | 'all'> = { selector: null, all: false };
  #component: unknown;

  constructor(dependencies: SelectorQueryDependencies, component?: unknown) {
    this.#dependencies = dependencies;
    this.#component = component;
  }

  in(component: unknown): this {
    this.#component = component;
    return this;
  }

  select(selector: unknown): this {
    this.#target = { selector: String(selector), all: false };
    return this;
  }

  selectAll(selector: unknown): this {
    this.#target = { selector: String(selector), all: true };
    return this;
  }

  selectViewport(): this {
    this.#target = { selector: null, all: false };
    return this;
  }

  boundingClientRect(callback?: unknown): this {
    return this.#want('boundingClientRect', undefined, callback);
  }

  scrollOffset(callback?: unknown): this {
    return this.#want('scrollOffset', undefined, callback);
  }

  fields(fields: unknown, callback?: unknown): this {
    return this.#want('fields', isObject(fields) ? (fields as SelectorQueryFields) : {}, callback);
  }

  node(callback?: unknown): this {
    return this.#want('fields', { node: true }, callback);
  }

  context(callback?: unknown): this {
    return this.#want('fields', { context: true }, callback);
  }

  #want(want: SelectorQueryStep['want'], fields: SelectorQueryFields | undefined, callback: unknown): this {
    this.#steps.push({ ...this.#target, want, ...(fields === undefined ? {} : { fields }) });
    this.#callbacks.push(isFunction(callback) ? callback : null);
    return this;
  }

  exec(callback?: unknown): this {
    const steps = [...this.#steps];
    const callbacks = [...this.#callbacks];
    void this.#dependencies.ask(steps, this.#component).then(
      (answer) => this.#tell(answer, callbacks, callback),
      () => this.#tell([], callbacks, callback),
    );
    return this;
  }

  #tell(answer: unknown, callbacks: readonly (ProgramFunction | null)[], callback: unknown): void {
    const { errors, reviveNode } = this.#dependencies;
    const results = (Array.isArray(answer) ? answer : []).map(reviveNode);
    for (const [index, run] of callbacks.entries()) {
      if (run) errors.call('a selector query callback', undefined, run, [results[index] ?? null]);
    }
    if (isFunction(callback)) errors.call('the callback of SelectorQuery.exec', undefined, callback, [results]);
  }
}
