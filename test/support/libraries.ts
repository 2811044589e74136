import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DrivenPhone as Phone } from '#test/support/conformance/driven-phone.ts';
import { DrivenPhone } from '#test/support/conformance/driven-phone.ts';
import { test as base, expect } from '#test/support/conformance.ts';
import { type LibraryCase, type LibraryPackage, slugOf } from './libraries/library-case.ts';
import { expectReactions, expectRendered } from './libraries/library-page.ts';
import { componentsOf, writeLibraryProject } from './libraries/library-project.ts';
import { type LibraryResult, resultsFolder, screenshotFolder } from './libraries/library-result.ts';

type ProjectOf = (library: LibraryPackage) => Promise<string>;

const test = base.extend<object, { projectOf: ProjectOf }>({
  projectOf: [
    async ({ studio }, use) => {
      const known = new Map<string, Promise<string>>();
      await use((library) => {
        const folder = known.get(library.name) ?? prepare(studio.folder, library);
        known.set(library.name, folder);
        return folder;
      });
    },
    { scope: 'worker' },
  ],
});

async function prepare(parent: string, library: LibraryPackage): Promise<string> {
  const folder = await mkdtemp(join(parent, 'library-'));
  await writeLibraryProject(folder, library);
  return folder;
}

/** Mistakes that the compiler finds in the page of the case or in the components it is about. */
async function compileErrors(phone: Phone, library: LibraryPackage, one: LibraryCase): Promise<string[]> {
  const own = [`pages/${slugOf(one)}/`, ...one.proves.map((component) => `node_modules/${library.name}/es/${component}/index`)];
  const { diagnostics } = await phone.running.project.compiled();
  return diagnostics
    .filter(({ severity, file }) => severity === 'error' && own.some((start) => file.replace(/^\//, '').startsWith(start)))
    .map(({ file, message }) => `${file}: ${message}`);
}

/** Errors on the console that the library is not to blame for itself. */
async function errorsOf(phone: Phone, { ownErrors = [] }: LibraryCase): Promise<string[]> {
  return (await phone.errors()).filter((text) => !ownErrors.some((part) => text.includes(part)));
}

async function keep(result: LibraryResult, one: LibraryCase): Promise<void> {
  const folder = resultsFolder(result.package);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${slugOf(one)}.json`), JSON.stringify(result));
}

async function prove(phone: Phone, library: LibraryPackage, one: LibraryCase, result: LibraryResult): Promise<void> {
  const mistakes = await compileErrors(phone, library, one);
  expect(mistakes, 'errors of the compilation').toEqual([]);
  result.compiles = true;
  await expectRendered(phone, one);
  expect(await errorsOf(phone, one), 'errors on the console after rendering').toEqual([]);
  result.renders = true;
  if (!one.steps) return;
  result.reacts = false;
  await expectReactions(phone, one);
  expect(await errorsOf(phone, one), 'errors on the console after reacting').toEqual([]);
  result.reacts = true;
}

/** One test per case, and one that no component of the package is left out. */
export function proveLibrary(library: LibraryPackage): void {
  test(`${library.name}: every component is proved`, async () => {
    const proved = library.cases.flatMap(({ proves }) => proves);
    expect([...new Set(proved)].sort()).toEqual(await componentsOf(library.name));
  });
  for (const one of library.cases)
    test(`${library.name}: ${one.proves.join(', ')}`, async ({ studio, projectOf }) => {
      const root = await projectOf(library);
      const launch = { path: `pages/${slugOf(one)}/index`, query: '', scene: '1000' };
      const running = await studio.simulator.open({ root, launch, showStatusBar: false, ephemeral: true });
      const phone = new DrivenPhone(running, await studio.context.newPage());
      const failures: string[] = [];
      phone.page.setDefaultTimeout(10_000);
      phone.page.on('pageerror', (error) => failures.push(error.stack ?? error.message));
      const result: LibraryResult = {
        package: library.name,
        components: one.proves,
        compiles: false,
        renders: false,
        reacts: null,
        notes: one.note ? [one.note] : [],
      };
      try {
        await phone.start();
        await prove(phone, library, one, result);
        expect(failures, 'errors of the phone itself').toEqual([]);
      } finally {
        await phone.page.screenshot({ timeout: 20_000, path: join(screenshotFolder(library.name), `${slugOf(one)}.png`) });
        await keep(result, one);
        await phone.page.close();
        await studio.simulator.close(running.phone.id);
      }
    });
}
