import path from 'node:path';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { type JsonDocument, objectOf, readJsonDocument, stringsOf } from './json-document.ts';
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
  diagnostics: Diagnostic[];
}

/** Reads `app.json`; a program without one has no pages and a diagnostic. */
export async function readAppConfig(files: ProgramFiles, { format2 }: { format2: boolean }): Promise<AppConfig> {
  const source = await files.source('/app.json');
  const document = readJsonDocument('/app.json', source ?? { text: '' });
  if (!source) {
    document.report.diagnostics.length = 0;
    document.report.error('project-no-app', { start: 0, end: 0 });
    return { document, pages: [], packageRoots: [], diagnostics: document.report.diagnostics };
  }
  const pages = mainPages(document);
  const packages = subPackages(document);
  for (const { root, list, key, index } of packages) pages.push(...packagePages(root, list, [key, index, 'pages']));
  const known = checkDuplicates(document, pages);
  checkTabBar(document, known);
  if (format2 && 'includeFiles' in document.value) document.report.error('app-include-files', document.spanOf('includeFiles'));
  if (known.length === 0 && document.report.diagnostics.length === 0) document.report.error('app-no-pages', document.spanOf('pages'));
  return { document, pages: known, packageRoots: packages.map(({ root }) => root), diagnostics: document.report.diagnostics };
}

interface LocatedPage extends PageEntry {
  location: (string | number)[];
}

function mainPages({ value }: JsonDocument): LocatedPage[] {
  return stringsOf(value.pages).map((page, index) => ({ route: toRoute(page), packageRoot: '', location: ['pages', index] }));
}

function subPackages({ value }: JsonDocument): { root: string; list: string[]; key: string; index: number }[] {
  const key = 'subPackages' in value ? 'subPackages' : 'subpackages';
  const list: unknown[] = Array.isArray(value[key]) ? value[key] : [];
  return list.flatMap((item, index) => {
    const { root, pages } = objectOf(item);
    return typeof root === 'string' ? [{ root: toRoute(root).replace(/\/$/, ''), list: stringsOf(pages), key, index }] : [];
  });
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

function checkTabBar(document: JsonDocument, pages: PageEntry[]): void {
  const { report, value } = document;
  const items: unknown[] = Array.isArray(objectOf(value.tabBar).items) ? (objectOf(value.tabBar).items as unknown[]) : [];
  items.forEach((item, index) => {
    const { pagePath } = objectOf(item);
    if (typeof pagePath !== 'string') return;
    const page = pages.find(({ route }) => route === toRoute(pagePath));
    const span = document.spanOf('tabBar', 'items', index, 'pagePath');
    if (!page) report.error('app-unknown-page', span, { page: pagePath });
    else if (page.packageRoot !== '') report.error('app-page-in-sub-package', span, { page: pagePath });
  });
  const { entryPagePath } = value;
  if (typeof entryPagePath !== 'string') return;
  const entry = pages.find(({ route }) => route === toRoute(entryPagePath));
  if (!entry) report.error('app-unknown-page', document.spanOf('entryPagePath'), { page: entryPagePath });
  else if (entry.packageRoot !== '') report.error('app-page-in-sub-package', document.spanOf('entryPagePath'), { page: entryPagePath });
}

/** Where the entry of a page stands, for diagnostics about it. */
export function spanOfPage({ document }: AppConfig, route: string): { start: number; end: number } {
  const subs = subPackages(document).flatMap(({ root, list, key, index }) => packagePages(root, list, [key, index, 'pages']));
  const found = [...mainPages(document), ...subs].find((page) => page.route === route);
  return document.spanOf(...(found?.location ?? ['pages']));
}
