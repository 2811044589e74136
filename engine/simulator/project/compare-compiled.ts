import type { CompiledProject } from '#engine/compiler/index.ts';

/** What differs between two compilations of a project, as a phone has to react to it. */
export type ProjectChange =
  | { kind: 'nothing' }
  /** Something that only a fresh start picks up: app.json, app.js, a unit's JSON, ext.json. */
  | { kind: 'app' }
  | { kind: 'parts'; styles: string[]; views: string[]; modules: string[] };

function changedKeys<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>, same: (a: T, b: T) => boolean): string[] {
  const changed = [...after].filter(([key, value]) => {
    const old = before.get(key);
    return old === undefined || !same(old, value);
  });
  return [...changed.map(([key]) => key), ...[...before.keys()].filter((key) => !after.has(key))];
}

function sameHash(a: { hash: string }, b: { hash: string }): boolean {
  return a.hash === b.hash;
}

function sameCode(a: { code: string }, b: { code: string }): boolean {
  return a.code === b.code;
}

function shape({ config, extFile, units }: CompiledProject): string {
  return JSON.stringify([config, extFile, [...units]]);
}

/** Compares by content, so that a file that was saved unchanged changes nothing. */
export function compareCompiled(before: CompiledProject, after: CompiledProject): ProjectChange {
  if (shape(before) !== shape(after)) return { kind: 'app' };
  const modules = changedKeys(before.logic, after.logic, sameCode);
  if (modules.some((path) => /^\/app\.(js|ts|json)$/.test(path))) return { kind: 'app' };
  const styles = changedKeys(before.styles, after.styles, sameHash);
  const views = changedKeys(before.views, after.views, sameHash);
  return styles.length + views.length + modules.length === 0 ? { kind: 'nothing' } : { kind: 'parts', styles, views, modules };
}
