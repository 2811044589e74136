import path from 'node:path';
import { applyAlias, resolvePackage } from '../script/index.ts';
import type { ProgramFiles } from './program-files.ts';

const unitExtensions = ['.json', '.axml', '.js', '.ts'];

/**
 * Unit path of the component that `usingComponents` names: relative to the JSON file, absolute, or in a package.
 * The name of a folder means `index` in it. Null when there is none.
 */
export async function resolveComponent(specifier: string, from: string, files: ProgramFiles, aliases: Record<string, string>): Promise<string | null> {
  const aliased = applyAlias(specifier.replace(/\.(?:axml|json|js)$/, ''), aliases);
  const relative = path.posix.join(path.posix.dirname(from), aliased);
  if (aliased.startsWith('/')) return resolveUnit(path.posix.normalize(aliased), files);
  if (aliased.startsWith('.')) return resolveUnit(relative, files);
  const inPackage = await resolvePackage(aliased, from, (target) => resolveUnit(target, files), { files });
  // Not documented, but projects do leave out the dot or the slash.
  return inPackage ?? (await resolveUnit(relative, files)) ?? resolveUnit(`/${aliased}`, files);
}

async function resolveUnit(target: string, files: ProgramFiles): Promise<string | null> {
  for (const candidate of [target, path.posix.join(target, 'index')]) {
    for (const extension of unitExtensions) if ((await files.kind(candidate + extension)) === 'file') return candidate;
  }
  return null;
}
