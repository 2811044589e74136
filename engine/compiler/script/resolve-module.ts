import path from 'node:path';
import { parse } from 'jsonc-parser';
import type { FileLookup } from '../source/file-lookup.ts';

export interface Resolver {
  files: FileLookup;
  /** `compileOptions.resolveAlias`: name → path in the program or package name. */
  aliases: Record<string, string>;
}

const extensions = ['.js', '.ts', '.json', '.mjs', '.cjs'];

/**
 * Path of the module that a specifier means in the module at `from`, or null. Relative, absolute (`/` is the program's
 * root), an alias, or a package of the nearest `node_modules`.
 */
export async function resolveModule(specifier: string, from: string, resolver: Resolver): Promise<string | null> {
  const aliased = applyAlias(specifier, resolver.aliases);
  if (aliased.startsWith('/')) return resolvePath(path.posix.normalize(aliased), resolver, extensions);
  if (/^\.\.?(?:\/|$)/.test(aliased)) return resolvePath(path.posix.join(path.posix.dirname(from), aliased), resolver, extensions);
  return aliased === '' ? null : resolvePackage(aliased, from, (target) => resolvePath(target, resolver, extensions), resolver);
}

/** Aliases are whole names or the part before a slash; targets such as `./src` count from the program's root. */
export function applyAlias(specifier: string, aliases: Record<string, string>): string {
  for (const [name, target] of Object.entries(aliases)) {
    const prefix = name.replace(/\/?\*?$/, '');
    if (specifier !== prefix && !specifier.startsWith(`${prefix}/`)) continue;
    const root = target.replace(/\/?\*?$/, '');
    const rest = specifier.slice(prefix.length);
    return /^\.{0,2}\//.test(root) || root === '.' ? path.posix.join('/', root, rest) : root + rest;
  }
  return specifier;
}

/** Looks for `specifier` in the `node_modules` folders from the importing file's up. `resolve` makes a file of a path. */
export async function resolvePackage(
  specifier: string,
  from: string,
  resolve: (target: string) => Promise<string | null>,
  { files }: Pick<Resolver, 'files'>,
): Promise<string | null> {
  for (let folder = path.posix.dirname(from); ; folder = path.posix.dirname(folder)) {
    const modules = path.posix.join(folder, 'node_modules');
    if (!folder.endsWith('/node_modules') && (await files.kind(modules)) === 'directory') {
      const found = await resolve(path.posix.join(modules, specifier));
      if (found) return found;
    }
    if (folder === '/' || folder === '.') return null;
  }
}

async function resolvePath(given: string, resolver: Resolver, suffixes: readonly string[]): Promise<string | null> {
  const { files } = resolver;
  const target = given.length > 1 ? given.replace(/\/$/, '') : given;
  const kind = await files.kind(target);
  if (kind === 'file') return target;
  for (const suffix of suffixes) if ((await files.kind(target + suffix)) === 'file') return target + suffix;
  return kind === 'directory' ? resolveDirectory(target, resolver) : null;
}

async function resolveDirectory(directory: string, resolver: Resolver): Promise<string | null> {
  const main = await mainOf(directory, resolver.files);
  if (main) {
    const target = path.posix.join(directory, main);
    const found = target === directory ? null : await resolvePath(target, resolver, extensions);
    if (found) return found;
  }
  for (const suffix of extensions) {
    const index = path.posix.join(directory, `index${suffix}`);
    if ((await resolver.files.kind(index)) === 'file') return index;
  }
  return null;
}

async function mainOf(directory: string, files: FileLookup): Promise<string | null> {
  const manifest = path.posix.join(directory, 'package.json');
  if ((await files.kind(manifest)) !== 'file') return null;
  const value: unknown = parse((await files.read(manifest)) ?? '');
  if (typeof value !== 'object' || value === null) return null;
  const { main, module, exports } = value as Record<string, unknown>;
  return [main, module, exportedMain(exports)].find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '') ?? null;
}

/** The main entry of a package that only has `exports`. */
function exportedMain(exports: unknown): unknown {
  if (typeof exports !== 'object' || exports === null) return exports;
  const conditions = exports as Record<string, unknown>;
  for (const name of ['.', 'require', 'import', 'default']) if (name in conditions) return exportedMain(conditions[name]);
  return null;
}
