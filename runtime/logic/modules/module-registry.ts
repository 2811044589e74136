import type { ProgramFunction, ProgramObject } from '../core/types.ts';

/** Names and values that every module receives, in the order of its parameters after `require, module, exports`. */
export type ModuleScope = readonly unknown[];

export type ModuleFactory = (...args: unknown[]) => unknown;

interface ModuleDefinition {
  factory: ModuleFactory;
  /** Specifier as written → module path. */
  table: Readonly<Record<string, string>>;
}

interface LoadedModule {
  exports: unknown;
}

export interface Require {
  (specifier: unknown, done?: unknown): unknown;
  async(specifier: unknown): Promise<unknown>;
}

/**
 * Modules of the program, as CommonJS has them: run once when first required, in a cycle handed out half done,
 * and run again after a failure.
 */
export class ModuleRegistry {
  readonly #scope: () => ModuleScope;
  readonly #definitions = new Map<string, ModuleDefinition>();
  readonly #loaded = new Map<string, LoadedModule>();
  readonly #running: string[] = [];

  constructor(scope: () => ModuleScope) {
    this.#scope = scope;
  }

  /** Paths of the modules whose top level runs now, the innermost last. */
  get running(): readonly string[] {
    return this.#running;
  }

  has(path: string): boolean {
    return this.#definitions.has(path);
  }

  /** Path of the script of a page, component or app that stands at a path without extension. */
  scriptOf(path: string): string {
    return !this.has(`${path}.js`) && this.has(`${path}.ts`) ? `${path}.ts` : `${path}.js`;
  }

  define(path: string, factory: ModuleFactory, table: Readonly<Record<string, string>> = {}): void {
    this.#definitions.set(path, { factory, table });
  }

  /** Exports of a module; runs it when it has not run. Throws what the module throws. */
  load(path: string, requiredBy?: string): unknown {
    const loaded = this.#loaded.get(path);
    if (loaded) return loaded.exports;
    const definition = this.#definitions.get(path);
    if (!definition) throw new Error(`Module ${path} does not exist${requiredBy === undefined ? '' : `; it is required by ${requiredBy}`}`);
    return this.#run(path, definition);
  }

  #run(path: string, definition: ModuleDefinition): unknown {
    const module: LoadedModule & ProgramObject = { exports: {}, id: path };
    this.#loaded.set(path, module);
    this.#running.push(path);
    try {
      (definition.factory as ProgramFunction).call(module.exports, this.requireOf(path), module, module.exports, ...this.#scope());
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    } finally {
      this.#running.pop();
    }
    return module.exports;
  }

  /** The `require` of one module. */
  requireOf(path: string): Require {
    const find = (specifier: unknown): unknown => {
      const target = this.#definitions.get(path)?.table[String(specifier)];
      if (target !== undefined) return this.load(target, path);
      if (this.has(String(specifier))) return this.load(String(specifier), path);
      throw new Error(`Cannot find module '${String(specifier)}', required by ${path}`);
    };
    const later = async (specifier: unknown): Promise<unknown> => find(specifier);
    const require = (specifier: unknown, done?: unknown): unknown => {
      if (typeof done !== 'function') return find(specifier);
      return later(specifier).then((exports) => (done as ProgramFunction)(exports));
    };
    return Object.assign(require, { async: later });
  }

  /** Every loaded module that is one of these or requires one, directly or not. They run again when next required. */
  forget(changed: readonly string[]): Set<string> {
    const affected = new Set(changed);
    for (let size = -1; size !== affected.size; ) {
      size = affected.size;
      for (const [path, { table }] of this.#definitions) {
        if (!affected.has(path) && Object.values(table).some((target) => affected.has(target))) affected.add(path);
      }
    }
    for (const path of affected) this.#loaded.delete(path);
    return affected;
  }
}
