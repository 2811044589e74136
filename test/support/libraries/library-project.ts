import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeProgram } from '#test/support/conformance/program.ts';
import { type LibraryCase, type LibraryPackage, slugOf } from './library-case.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const told = `function told(name, values) {
  var texts = values.map(function (value) { return value && value.currentTarget ? JSON.stringify(value.detail) : JSON.stringify(value); });
  console.log([name].concat(texts).join(' '));
}`;

async function dependenciesOf(name: string, found = new Set<string>()): Promise<Set<string>> {
  if (found.has(name) || name.startsWith('@mini-types/')) return found;
  found.add(name);
  const { dependencies = {} } = JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  for (const dependency of Object.keys(dependencies)) await dependenciesOf(dependency, found);
  return found;
}

/** Components of a package: paths below `es/` without `/index`. */
export async function componentsOf(name: string): Promise<string[]> {
  const folder = join(root, 'node_modules', name, 'es');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('index.json'));
  const found: string[] = [];
  for (const file of files) {
    const { component } = JSON.parse(await readFile(join(folder, file), 'utf8')) as { component?: boolean };
    if (component) found.push(file.replaceAll('\\', '/').replace(/\/index\.json$/, ''));
  }
  return found.sort();
}

export function tagOf(component: string): string {
  return `c-${component.replaceAll('/', '-').toLowerCase()}`;
}

function scriptOf({ axml, data = {}, script = '', head = '' }: LibraryCase): string {
  const handlers = new Set([...axml.matchAll(/\s(?:on|catch)[A-Z]\w*="(\w+)"/g)].flatMap(([, name]) => name ?? []));
  const logging = [...handlers]
    .filter((name) => !new RegExp(`(^|\\s)${name}[(:]`).test(script))
    .map((name) => `  ${name}() { told('${name}', [].slice.call(arguments)); },`);
  return `${head}\n${told}\nPage({\n  data: ${JSON.stringify(data)},\n${logging.join('\n')}\n  ${script}\n});\n`;
}

/** Writes a mini program with one page per case; the package and what it depends on are real copies. */
export async function writeLibraryProject(folder: string, library: LibraryPackage): Promise<void> {
  const components = await componentsOf(library.name);
  const files: Record<string, unknown> = { 'app.js': 'App({});', 'assets/dot.png': picture };
  for (const one of library.cases) {
    const page = `pages/${slugOf(one)}/index`;
    const used = components.filter((component) => new RegExp(`<${tagOf(component)}[\\s/>]`).test(one.axml));
    files[`${page}.axml`] = one.axml;
    files[`${page}.js`] = scriptOf(one);
    for (const mock of one.mocks ?? []) files[`.minifoundry/mocks/${mock.api}.json`] = mock;
    files[`${page}.json`] = { usingComponents: Object.fromEntries(used.map((component) => [tagOf(component), `${library.name}/es/${component}/index`])) };
  }
  files['app.json'] = { pages: library.cases.map((one) => `pages/${slugOf(one)}/index`), window: { defaultTitle: library.name } };
  await writeProgram(folder, files);
  for (const name of await dependenciesOf(library.name)) await copyPackage(name, folder);
}

async function copyPackage(name: string, folder: string): Promise<void> {
  const target = join(folder, 'node_modules', name);
  await mkdir(target, { recursive: true });
  await cp(join(root, 'node_modules', name), target, {
    recursive: true,
    filter: (source) => !/[\\/](compiled|less|dist)$/.test(source) || !/antd-mini/.test(source),
  });
}
