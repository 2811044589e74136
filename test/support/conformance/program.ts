import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files of a small program by path: text as it is, anything else as JSON. */
export type ProgramFiles = Readonly<Record<string, unknown>>;

function baseName(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function unitsBelow(files: ProgramFiles, folder: RegExp): string[] {
  return Object.keys(files)
    .filter((path) => folder.test(path) && path.endsWith('.axml') && baseName(path.slice(0, -5)) === path.split('/').at(-2))
    .map((path) => path.slice(0, -5));
}

function withDefault(files: Record<string, unknown>, path: string, value: unknown): void {
  files[path] ??= value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{…defaults, …given}` for JSON files that a case states in part; text is left alone. */
function mergeJson(files: Record<string, unknown>, path: string, defaults: Record<string, unknown>): void {
  const given = files[path] ?? {};
  if (isObject(given)) files[path] = { ...defaults, ...given };
}

/**
 * Fills in what every program needs: `app.js`, `app.json` with the pages `pages/NAME/NAME` that have an AXML file, the
 * scripts of pages and components, and `usingComponents` of every component `components/NAME/NAME` for all of them.
 */
export function program(given: ProgramFiles): Record<string, unknown> {
  const files: Record<string, unknown> = { ...given };
  const pages = unitsBelow(files, /^pages\//);
  const components = unitsBelow(files, /^components\//);
  const usingComponents = Object.fromEntries(components.map((path) => [baseName(path), `/${path}`]));
  withDefault(files, 'app.js', 'App({});');
  mergeJson(files, 'app.json', { pages });
  for (const page of pages) {
    withDefault(files, `${page}.js`, 'Page({});');
    if (components.length > 0) mergeJson(files, `${page}.json`, { usingComponents });
  }
  for (const component of components) {
    withDefault(files, `${component}.js`, 'Component({});');
    const others = Object.fromEntries(Object.entries(usingComponents).filter(([, path]) => path !== `/${component}`));
    mergeJson(files, `${component}.json`, { component: true, usingComponents: others });
  }
  return files;
}

/** The program with one page, whose script is `Page(definition)`. */
export function page(axml: string, definition = '{}', more: ProgramFiles = {}): Record<string, unknown> {
  return program({ 'pages/index/index.axml': axml, 'pages/index/index.js': `Page(${definition});`, ...more });
}

export async function writeProgram(root: string, files: ProgramFiles): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) continue;
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content, null, 2));
  }
}
