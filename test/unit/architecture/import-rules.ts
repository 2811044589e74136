import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface ModuleImports {
  /** POSIX path from the root. */
  path: string;
  imports: string[];
  /** Those of `imports` that import types only and are gone at run time. */
  typeImports?: string[];
}

export interface Violation {
  path: string;
  imported: string;
  rule: string;
}

const parts = ['shared', 'engine', 'runtime', 'renderer', 'electron', 'cli', 'local-platform'] as const;
type Part = (typeof parts)[number];

/** The import table of DESIGN.md: what of ours each part may reach. */
const allowed: Record<Part, (target: string, from: string) => boolean> = {
  shared: (target) => target.startsWith('shared/'),
  engine: (target, from) =>
    target.startsWith('shared/') ||
    isOwnDomain(target, from, 2) ||
    isIndexOf(target, 'engine') ||
    (from.split('/').length === 2 && target.startsWith('engine/')),
  runtime: (target) => target.startsWith('runtime/') || target.startsWith('shared/model/'),
  renderer: isAllowedInRenderer,
  electron: (target) => target.startsWith('electron/') || target.startsWith('shared/') || target === 'engine/index.ts',
  cli: (target) =>
    target.startsWith('cli/') || target.startsWith('shared/') || target === 'engine/index.ts' || target === 'scripts/lib/build-configurations.mjs',
  'local-platform': (target) => target.startsWith('local-platform/') || target.startsWith('shared/'),
};

function isOwnDomain(target: string, from: string, depth: number): boolean {
  const domain = from.split('/').slice(0, depth).join('/');
  return from.split('/').length > depth && target.startsWith(`${domain}/`);
}

function isIndexOf(target: string, part: string): boolean {
  return new RegExp(`^${part}/[^/]+/index\\.ts$`).test(target);
}

function isAllowedInRenderer(target: string, from: string): boolean {
  if (target.startsWith('shared/model/')) return true;
  if (from.startsWith('renderer/ui/')) return target.startsWith('renderer/ui/');
  if (from.startsWith('renderer/client/')) return target.startsWith('renderer/client/') || target.startsWith('shared/');
  if (from.startsWith('renderer/features/')) {
    const own = isOwnDomain(target, from, 3);
    const entry = /^renderer\/(ui|client|client\/commands|features\/[^/]+)\/index\.ts$/.test(target);
    return own || entry || target.startsWith('shared/messages/');
  }
  return target.startsWith('renderer/') || target.startsWith('shared/');
}

/** Packages with exactly one owner. */
const owners: { package: RegExp; owner: RegExp; name: string }[] = [
  { package: /^electron($|\/)/, owner: /^electron\//, name: 'only electron/ imports electron' },
  { package: /^keytar$/, owner: /^engine\/identity\/keychain-vault\.ts$/, name: 'only the keychain vault imports keytar' },
  { package: /^monaco-editor/, owner: /^renderer\/features\/editor\/monaco\//, name: 'only the monaco folder imports monaco-editor' },
];

const packagesOfShared = /^(zod|@orpc\/contract)$/;
const noNode: readonly Part[] = ['shared', 'renderer', 'runtime'];

function partOf(path: string): Part | null {
  return parts.find((part) => path.startsWith(`${part}/`)) ?? null;
}

const importPattern = /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

/** Every specifier that a source imports, re-exports or imports dynamically. */
export function importsOf(source: string): string[] {
  return [...withoutComments(source).matchAll(importPattern)].flatMap((match) => match[1] ?? match[2] ?? []);
}

const typeImportPattern = /(?:^|[\s;])import\stype\s[^'";]*?\sfrom\s'([^']+)'/g;

/** Every specifier that a source imports types from and nothing else. */
export function typeImportsOf(source: string): string[] {
  return [...withoutComments(source).matchAll(typeImportPattern)].flatMap((match) => match[1] ?? []);
}

function* sourcesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* sourcesBelow(path);
    else if (/\.(ts|tsx|mts|mjs|js)$/.test(entry.name)) yield path;
  }
}

export function readModules(root: string, folders: readonly string[] = [...parts, 'bin', 'scripts']): ModuleImports[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => [...sourcesBelow(join(root, folder))])
    .map((path) => {
      const source = readFileSync(path, 'utf8');
      return { path: relative(root, path).split(sep).join('/'), imports: importsOf(source), typeImports: typeImportsOf(source) };
    });
}

/** What of ours a specifier means, from the root; null for packages and Node's own modules. */
function targetOf(specifier: string, from: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1).split('?')[0] ?? null;
  if (!specifier.startsWith('.')) return null;
  return (
    relative('/', resolve('/', dirname(from), specifier))
      .split(sep)
      .join('/')
      .split('?')[0] ?? null
  );
}

function checkImport(path: string, specifier: string): string | null {
  const part = partOf(path);
  const target = targetOf(specifier, path);
  if (target !== null) {
    if (target.startsWith('node_modules/') || /\.(css|svg|json)$/.test(target)) return null;
    if (part === null) return partOf(target) === null ? null : 'bin and scripts import nothing of ours';
    return allowed[part](target, path) ? null : `${part} may not import ${target}`;
  }
  const owner = owners.find((candidate) => candidate.package.test(specifier));
  if (owner && !owner.owner.test(path)) return owner.name;
  if (part === 'shared' && !packagesOfShared.test(specifier)) return 'shared imports zod and @orpc/contract only';
  if (part !== null && noNode.includes(part) && specifier.startsWith('node:')) return `${part} has no Node`;
  return null;
}

/** Every import that breaks the table. */
export function findViolations(modules: readonly ModuleImports[]): Violation[] {
  return modules.flatMap(({ path, imports }) =>
    imports.flatMap((imported) => {
      const rule = checkImport(path, imported);
      return rule === null ? [] : [{ path, imported, rule }];
    }),
  );
}

/**
 * Circular imports among our own modules, as paths. Type-only imports count too, because they hide the same knot, except
 * between files of one folder: a whole and its parts name each other there.
 */
export function findCycles(modules: readonly ModuleImports[]): string[][] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  function visit(path: string, trail: string[]): void {
    if (state.get(path) === 'open') cycles.push([...trail.slice(trail.indexOf(path)), path]);
    if (state.has(path)) return;
    state.set(path, 'open');
    for (const specifier of byPath.get(path)?.imports ?? []) {
      const target = targetOf(specifier, path);
      const isPart = target !== null && dirname(target) === dirname(path) && byPath.get(path)?.typeImports?.includes(specifier);
      if (target !== null && byPath.has(target) && !isPart) visit(target, [...trail, path]);
    }
    state.set(path, 'done');
  }
  for (const { path } of modules) visit(path, []);
  return cycles;
}
