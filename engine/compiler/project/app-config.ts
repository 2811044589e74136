import path from 'node:path';
import type { Diagnostic, Span } from '#shared/model/diagnostics.ts';
import { type JsonDocument, objectOf, readJsonDocument, stringsOf } from './json-document.ts';
import { packageOf } from './packages.ts';
import type { ProgramFiles } from './program-files.ts';

/** A page as `app.json` lists it. */
export interface PageEntry {
  /** Without leading slash: `pages/index/index`. */
  route: string;
  /** Root of its sub-package: `packages/more`; `''` in the main package. */
  packageRoot: string;
}

export interface AppConfig {
  document: JsonDocument;
  pages: PageEntry[];
  /** Roots of the sub-packages, without slashes around. */
  packageRoots: string[];
  /** Where each of them is named. */
  packageSpans: Span[];
  diagnostics: Diagnostic[];
}

/** Reads `app.json`; a program without one has no pages and a diagnostic. */
export async function readAppConfig(files: ProgramFiles, { format2 }: { format2: boolean }): Promise<AppConfig> {
  const source = await files.source('/app.json');
  const document = readJsonDocument('/app.json', source ?? { text: '' });
  if (!source) {
    document.report.diagnostics.length = 0;
    document.report.error('project-no-app', { start: 0, end: 0 });
    return { document, pages: [], packageRoots: [], packageSpans: [], diagnostics: document.report.diagnostics };
  }
  const packages = subPackages(document);
  const packageRoots = packages.map(({ root }) => root);
  const packageSpans = packages.map(({ key, index }) => document.spanOf(key, index, 'root'));
  const pages = mainPages(document, packageRoots);
  for (const { root, list, key, index } of packages) pages.push(...packagePages(root, list, [key, index, 'pages']));
  checkEntries(document);
  const known = checkDuplicates(document, pages);
  checkTabBar(document, known);
  checkEntry(document, known);
  checkNesting(document, packageRoots, packageSpans);
  if (format2 && 'includeFiles' in document.value) document.report.error('app-include-files', document.spanOf('includeFiles'));
  if (known.length === 0 && document.report.diagnostics.length === 0) document.report.error('app-no-pages', document.spanOf('pages'));
  const script = (await files.kind('/app.js')) ?? (await files.kind('/app.ts'));
  if (script !== 'file') document.report.error('project-no-app-script', document.spanOf());
  return { document, pages: known, packageRoots, packageSpans, diagnostics: document.report.diagnostics };
}

interface LocatedPage extends PageEntry {
  location: (string | number)[];
}

/** A page that lies in a sub-package's folder is packaged with it, wherever it is listed. */
function mainPages({ value }: JsonDocument, roots: readonly string[]): LocatedPage[] {
  return stringsOf(value.pages).map((page, index) => {
    const route = toRoute(page);
    return { route, packageRoot: packageOf(`/${route}`, roots), location: ['pages', index] };
  });
}

function subPackages({ value }: JsonDocument): { root: string; list: string[]; key: string; index: number }[] {
  const key = 'subPackages' in value ? 'subPackages' : 'subpackages';
  const list: unknown[] = Array.isArray(value[key]) ? value[key] : [];
  return list.flatMap((item, index) => {
    const { root, pages } = objectOf(item);
    return typeof root === 'string' ? [{ root: toRoute(root).replace(/\/$/, ''), list: stringsOf(pages), key, index }] : [];
  });
}

/** Says which entries of the lists are none, and are left out. */
function checkEntries({ value, report, spanOf }: JsonDocument): void {
  const checkPages = (pages: unknown, location: (string | number)[]): void => {
    if (!Array.isArray(pages)) return;
    for (const [index, page] of pages.entries()) if (typeof page !== 'string') report.error('app-page-no-text', spanOf(...location, index));
  };
  checkPages(value.pages, ['pages']);
  const key = 'subPackages' in value ? 'subPackages' : 'subpackages';
  const packages: unknown[] = Array.isArray(value[key]) ? value[key] : [];
  for (const [index, item] of packages.entries()) {
    const { root, pages } = objectOf(item);
    if (typeof root !== 'string') report.error('app-sub-package-no-root', spanOf(key, index));
    checkPages(pages, [key, index, 'pages']);
  }
}

function packagePages(root: string, pages: string[], location: (string | number)[]): LocatedPage[] {
  return pages.map((page, index) => ({ route: path.posix.join(root, toRoute(page)), packageRoot: root, location: [...location, index] }));
}

/** Projects write leading slashes and extensions, though the documentation has neither. */
function toRoute(page: string): string {
  return path.posix.join('/', page.replace(/\.(?:axml|js|ts|html)$/, '')).slice(1);
}

function checkDuplicates(document: JsonDocument, pages: PageEntry[]): PageEntry[] {
  const seen = new Set<string>();
  return pages.flatMap((page) => {
    const { location, ...entry } = page as LocatedPage;
    if (seen.has(entry.route)) document.report.warning('app-duplicate-page', document.spanOf(...location), { page: entry.route });
    else {
      seen.add(entry.route);
      return [entry];
    }
    return [];
  });
}

/** The page that `app.json` or `ext.json` names. */
export function pageOf(pages: readonly PageEntry[], name: string): PageEntry | undefined {
  return pages.find(({ route }) => route === toRoute(name));
}

/** Tab pages exist, and belong to the main package. */
export function checkTabBar(document: JsonDocument, pages: readonly PageEntry[]): void {
  const items: unknown[] = Array.isArray(objectOf(document.value.tabBar).items) ? (objectOf(document.value.tabBar).items as unknown[]) : [];
  items.forEach((item, index) => {
    const { pagePath } = objectOf(item);
    if (typeof pagePath === 'string') checkMainPage(document, pages, pagePath, ['tabBar', 'items', index, 'pagePath']);
  });
}

/** So does the page that a program starts with. */
function checkEntry(document: JsonDocument, pages: readonly PageEntry[]): void {
  const { entryPagePath } = document.value;
  const [first] = pages;
  if (typeof entryPagePath === 'string') checkMainPage(document, pages, entryPagePath, ['entryPagePath']);
  else if (first && first.packageRoot !== '') document.report.error('app-page-in-sub-package', spanOfPage(document, first.route), { page: first.route });
}

function checkMainPage(document: JsonDocument, pages: readonly PageEntry[], name: string, location: (string | number)[]): void {
  const page = pageOf(pages, name);
  if (!page) document.report.error('app-unknown-page', document.spanOf(...location), { page: name });
  else if (page.packageRoot !== '') document.report.error('app-page-in-sub-package', document.spanOf(...location), { page: name });
}

function checkNesting({ report }: JsonDocument, roots: readonly string[], spans: readonly Span[]): void {
  roots.forEach((root, index) => {
    const around = roots.find((other) => other !== root && root.startsWith(`${other}/`));
    const span = spans[index];
    if (around !== undefined && span) report.error('app-nested-sub-package', span, { root, around });
  });
}

/** Where the entry of a page stands, for diagnostics about it. */
export function spanOfPage(document: JsonDocument, route: string): Span {
  const subs = subPackages(document).flatMap(({ root, list, key, index }) => packagePages(root, list, [key, index, 'pages']));
  const found = [...mainPages(document, []), ...subs].find((page) => page.route === route);
  return document.spanOf(...(found?.location ?? ['pages']));
}
