import type { ProgramErrors } from '../core/program-errors.ts';
import { isObject, type ProgramObject } from '../core/types.ts';
import type { ModuleRegistry } from '../modules/module-registry.ts';
import { defineComponentUnit, definePageUnit, type UnitDefinition } from './definition.ts';
import type { MixinRegistry } from './mixin-registry.ts';

type UnitKind = 'page' | 'component';

interface Registration {
  kind: UnitKind;
  options: ProgramObject;
}

/** Finds the `Page()` or `Component()` call that belongs to a unit, by running its module when it is first needed. */
export class UnitRegistry {
  readonly #modules: ModuleRegistry;
  readonly #mixins: MixinRegistry;
  readonly #errors: ProgramErrors;
  readonly #registered = new Map<string, Registration>();
  readonly #definitions = new Map<string, UnitDefinition>();
  /** Calls made while a module was loading others: `pages/a.js` that only imports the file with the call. */
  readonly #inherited = new Map<string, Registration>();

  constructor(modules: ModuleRegistry, mixins: MixinRegistry, errors: ProgramErrors) {
    this.#modules = modules;
    this.#mixins = mixins;
    this.#errors = errors;
  }

  /** `Page(options)` or `Component(options)`, called by the module that runs now. */
  register(kind: UnitKind, options: unknown): void {
    const registration = { kind, options: isObject(options) ? options : {} };
    const running = this.#modules.running;
    const own = running.at(-1);
    if (own !== undefined) this.#registered.set(own, registration);
    for (const outer of running.slice(0, -1)) this.#inherited.set(outer, registration);
  }

  /** The definition of the unit at that path; one that does nothing when its code is missing or throws. */
  find(path: string, kind: UnitKind): UnitDefinition {
    const known = this.#definitions.get(path);
    if (known) return known;
    const options = this.#optionsOf(path, kind);
    const definition = kind === 'page' ? definePageUnit(options, this.#mixins) : defineComponentUnit(options, this.#mixins);
    this.#definitions.set(path, definition);
    return definition;
  }

  #optionsOf(path: string, kind: UnitKind): ProgramObject {
    const modulePath = this.#modules.scriptOf(path);
    const name = kind === 'page' ? 'Page' : 'Component';
    try {
      this.#modules.load(modulePath);
    } catch (error) {
      this.#errors.report(error, modulePath);
      return {};
    }
    const registration = this.#registered.get(modulePath) ?? this.#inherited.get(modulePath);
    if (registration === undefined) this.#errors.fault(`${modulePath} does not call ${name}()`);
    else if (registration.kind !== kind) this.#errors.fault(`${modulePath} calls ${kind === 'page' ? 'Component' : 'Page'}() where ${name}() is expected`);
    return registration?.options ?? {};
  }

  /** Forgets units whose module is among these. */
  forget(modulePaths: ReadonlySet<string>): void {
    for (const modulePath of modulePaths) {
      this.#registered.delete(modulePath);
      this.#inherited.delete(modulePath);
      this.#definitions.delete(modulePath.replace(/\.[jt]s$/, ''));
    }
  }
}
