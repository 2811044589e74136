import type { LogicPlatform } from './core/platform.ts';
import type { Reporter } from './core/reporter.ts';
import type { InstanceStore } from './instances/instance-store.ts';
import type { ModuleRegistry } from './modules/module-registry.ts';
import type { Router } from './router/router.ts';
import type { UnitRegistry } from './units/unit-registry.ts';

export interface HotUpdateDependencies {
  platform: LogicPlatform;
  reporter: Reporter;
  modules: ModuleRegistry;
  units: UnitRegistry;
  store: InstanceStore;
  router: Router;
}

/**
 * Takes new code: modules are defined again, those that depend on changed ones run again when they are needed, and
 * pages that use one of them, themselves or in a component, start again with their route and query.
 */
export function updateLogic(logicUrl: string, changed: readonly string[], dependencies: HotUpdateDependencies): void {
  const { platform, reporter, modules, units, store, router } = dependencies;
  try {
    platform.importScript(logicUrl);
  } catch (error) {
    reporter.system('error', `The changed code cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  const affected = modules.forget(changed);
  units.forget(affected);
  const isAffected = (path: string): boolean => affected.has(modules.scriptOf(path));
  router.recreate((page) => isAffected(`/${page.route}`) || store.componentsOf(page).some(({ name }) => isAffected(name)));
}
