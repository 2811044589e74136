import type { CompiledProject } from '#engine/compiler/index.ts';

export interface KeptProject {
  compiled: CompiledProject;
  /** Modules that do not compile for the moment, of which the last version that did is kept. */
  kept: string[];
}

/** While a script is being written it often does not compile: what ran before it goes on, with all that it requires. */
export function keepRunning(before: CompiledProject, after: CompiledProject): KeptProject {
  const kept = [...after.logic].flatMap(([path, { failed }]) => (failed && before.logic.get(path)?.failed === false ? [path] : []));
  if (kept.length === 0) return { compiled: after, kept };
  const logic = new Map(after.logic);
  const keep = (path: string): void => {
    const [old, now] = [before.logic.get(path), logic.get(path)];
    if (!old || old.failed || now?.failed === false) return;
    logic.set(path, old);
    old.dependencies.forEach(keep);
  };
  kept.forEach(keep);
  // In the order of a compilation, so that nothing looks changed.
  const sorted = [...logic].sort(([a], [b]) => (a < b ? -1 : 1));
  return { compiled: { ...after, logic: new Map(sorted) }, kept };
}
