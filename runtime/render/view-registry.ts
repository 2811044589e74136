import type { Block } from './block.ts';
import type { Instance } from './instance.ts';
import type { Kit } from './kit.ts';

/** What a compiled AXML file is. */
export interface View {
  /** Paths of the files its elements stand in; see {@link import('./meta.ts').Meta.source}. */
  files: readonly string[];
  render(instance: Instance): (parent: Node) => Block;
}

/** What a compiled SJS file is: its exports by name, `default` among them. */
export type SjsExports = Readonly<Record<string, unknown>>;

/** How templates see an SJS module: `main` is the default export, or all exports when there is none. */
export interface SjsModule {
  main: unknown;
  names: SjsExports;
}

type Factory = (kit: Kit) => unknown;

/** Compiled templates and SJS modules by id; each is run when it is first needed. */
export class ViewRegistry {
  private readonly definitions = new Map<string, { hash: string; factory: Factory }>();
  private readonly values = new Map<string, unknown>();
  private readonly getKit: () => Kit;
  private readonly onSjsError: (error: unknown) => void;

  constructor(getKit: () => Kit, onSjsError: (error: unknown) => void) {
    this.getKit = getKit;
    this.onSjsError = onSjsError;
  }

  /** What `defineView` of the document does. Returns whether anything changed. */
  define(id: string, hash: string, factory: Factory): boolean {
    if (this.definitions.get(id)?.hash === hash) return false;
    this.definitions.set(id, { hash, factory });
    // Views that use a module hold on to its exports, so that a new module makes new views.
    if (id.endsWith('.sjs')) this.values.clear();
    else this.values.delete(id);
    return true;
  }

  has(id: string): boolean {
    return this.definitions.has(id);
  }

  view(id: string): View | undefined {
    const value = this.value(id);
    return isView(value) ? value : undefined;
  }

  /** An SJS module for a template or for another module. Empty when it is missing. */
  module(id: string): SjsModule {
    const exports = this.value(id);
    const names: SjsExports = typeof exports === 'object' && exports !== null ? Object.assign(Object.create(null), exports) : Object.create(null);
    return { main: 'default' in names ? names.default : names, names };
  }

  private value(id: string): unknown {
    if (this.values.has(id)) return this.values.get(id);
    const definition = this.definitions.get(id);
    if (!definition) return undefined;
    // SJS modules that import each other: the second one finds the first still empty.
    this.values.set(id, undefined);
    try {
      const value = definition.factory(this.getKit());
      this.values.set(id, value);
      return value;
    } catch (error) {
      if (!id.endsWith('.sjs')) {
        this.values.delete(id);
        throw error;
      }
      // Said once; to its templates the module is empty, and the rest of them is shown.
      this.onSjsError(error);
      return undefined;
    }
  }
}

/** What makes the block of a page or component; undefined when it has no template. */
export function factoryOf(instance: Instance): ((parent: Node) => Block) | undefined {
  const { template } = instance.unit;
  instance.view = template ? instance.page.environment.views.view(template) : undefined;
  return instance.view?.render(instance);
}

function isView(value: unknown): value is View {
  return typeof value === 'object' && value !== null && 'render' in value && typeof value.render === 'function';
}
