import { isObject, type ProgramObject } from '../core/types.ts';

/** Mixins made by `Mixin()`: the program holds an id, the definition stays here. */
export class MixinRegistry {
  readonly #byId = new Map<string, ProgramObject>();

  /** `Mixin(options)`. */
  register(options: unknown): string {
    const id = `mixin:${this.#byId.size + 1}`;
    this.#byId.set(id, isObject(options) ? options : {});
    return id;
  }

  /**
   * Every mixin of a `mixins` list, in the order in which their lifecycles run: nested ones before the one that names
   * them. Plain objects are only taken at the top.
   */
  flatten(mixins: unknown, ids: Set<string>, nested = false): ProgramObject[] {
    if (!Array.isArray(mixins)) return [];
    return mixins.flatMap((mixin: unknown) => {
      if (typeof mixin === 'string') return this.#instance(mixin, ids);
      return isObject(mixin) && !nested ? [mixin] : [];
    });
  }

  #instance(id: string, ids: Set<string>): ProgramObject[] {
    const options = this.#byId.get(id);
    if (!options) return [];
    ids.add(id);
    return [...this.flatten(options.mixins, ids, true), options];
  }

  /** Lets mixins that filter definitions see the options of a unit before they are used. */
  filterDefinition(options: ProgramObject): void {
    if (!Array.isArray(options.mixins)) return;
    for (const id of options.mixins as unknown[]) {
      const mixin = typeof id === 'string' ? this.#byId.get(id) : undefined;
      if (typeof mixin?.definitionFilter !== 'function') continue;
      const inner = (Array.isArray(mixin.mixins) ? (mixin.mixins as unknown[]) : [])
        .map((nested) => (typeof nested === 'string' ? this.#byId.get(nested)?.definitionFilter : undefined))
        .filter((filter) => typeof filter === 'function');
      mixin.definitionFilter(options, inner);
    }
  }
}
