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
  const find = async (target: string): Promise<string | null> => (await resolvePath(target, resolver, extensions)) ?? resolveExport(target, resolver);
  return aliased === '' ? null : resolvePackage(aliased, from, find, resolver);
}

/** A file that a package offers by another path than its own: `"exports": {"./date": "./dist/date.js"}`. */
async function resolveExport(target: string, resolver: Resolver): Promise<string | null> {
  const [, directory = '', inside = ''] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(target) ?? [];
  const { exports } = (directory && (await manifestOf(directory, resolver.files))) || {};
  if (typeof exports !== 'object' || exports === null) return null;
  const found = closestExport(`./${inside}`, exports);
  const offered = found && exportedMain(found.value);
  if (typeof offered !== 'string') return null;
  const file = offered.replaceAll('*', () => found?.rest ?? '');
  return resolvePath(path.posix.join(directory, file), resolver, extensions);
}

/**
 * The entry of `exports` for a name, and what stands for its `*`: the name itself, or of the patterns that fit the one that
 * says most, wherever it is written.
 */
function closestExport(name: string, exports: object): { value: unknown; rest: string } | null {
  const fitting = Object.entries(exports).flatMap(([pattern, value]) => {
    const [start = '', end] = pattern.split('*');
    if (end === undefined) return name === pattern ? { value, rest: '', start: Number.POSITIVE_INFINITY, length: pattern.length } : [];
    if (!name.startsWith(start) || !name.endsWith(end) || name.length < start.length + end.length) return [];
    return { value, rest: name.slice(start.length, name.length - end.length), start: start.length, length: pattern.length };
  });
  return fitting.sort((a, b) => b.start - a.start || b.length - a.length)[0] ?? null;
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
  for (const main of await mainsOf(directory, resolver.files)) {
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

/** What a package says is its main file, best first: not everything that is said is there. */
async function mainsOf(directory: string, files: FileLookup): Promise<string[]> {
  const { main, module, exports, miniprogram } = (await manifestOf(directory, files)) ?? {};
  return [main, module, exportedMain(exports), miniprogram].filter((candidate): candidate is string => typeof candidate === 'string' && candidate !== '');
}

async function manifestOf(directory: string, files: FileLookup): Promise<Record<string, unknown> | null> {
  const manifest = path.posix.join(directory, 'package.json');
  if ((await files.kind(manifest)) !== 'file') return null;
  const value: unknown = parse((await files.read(manifest)) ?? '');
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

/** The file that `exports`, or a part of it, means here. */
function exportedMain(exports: unknown): unknown {
  if (typeof exports !== 'object' || exports === null) return exports;
  const conditions = exports as Record<string, unknown>;
  for (const name of ['.', 'require', 'import', 'module', 'browser', 'default']) if (name in conditions) return exportedMain(conditions[name]);
  return null;
}
