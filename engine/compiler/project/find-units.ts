import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { AppConfig } from './app-config.ts';
import { spanOfPage } from './app-config.ts';
import type { SourceFile } from './file-store.ts';
import { type JsonDocument, readJsonDocument, stringEntriesOf } from './json-document.ts';
import type { ProgramFiles } from './program-files.ts';
import { resolveComponent } from './resolve-component.ts';

/** A page or component with its files. */
export interface Unit {
  path: string;
  kind: 'page' | 'component';
  json: Record<string, unknown>;
  axml: SourceFile | null;
  /** Path of the logic module; null when there is none. */
  script: string | null;
  /** Path of the style file; null when there is none. */
  style: string | null;
  /** Tag → component path; without the app's. */
  components: Record<string, string>;
}

export interface FoundUnits {
  units: Unit[];
  /** Tags that every unit may use. */
  globalComponents: Record<string, string>;
  diagnostics: Diagnostic[];
}

export interface UnitContext {
  files: ProgramFiles;
  aliases: Record<string, string>;
  less: boolean;
}

/** Every page of the app and every component that one of them may use, however far away. Components may use each other. */
export async function findUnits(app: AppConfig, context: UnitContext): Promise<FoundUnits> {
  const diagnostics: Diagnostic[] = [];
  const global = await readComponents(app.document, context);
  diagnostics.push(...global.diagnostics);
  const units = new Map<string, Unit>();
  let wave: { path: string; kind: Unit['kind'] }[] = app.pages.map(({ route }) => ({ path: `/${route}`, kind: 'page' }));
  const reached = new Set(wave.map(({ path }) => path));
  let globals = Object.values(global.components);
  while (wave.length > 0) {
    const read = await Promise.all(wave.map(({ path, kind }) => readUnit(path, kind, context)));
    for (const { unit } of read) units.set(unit.path, unit);
    for (const { unit, diagnostics: found } of read) diagnostics.push(...found, ...missingFiles(unit, app));
    const next = [...globals, ...read.flatMap(({ unit }) => Object.values(unit.components))].filter((path) => !reached.has(path));
    globals = [];
    for (const path of next) reached.add(path);
    wave = [...new Set(next)].map((path) => ({ path, kind: 'component' }));
  }
  return { units: [...units.values()], globalComponents: global.components, diagnostics };
}

async function readUnit(path: string, kind: Unit['kind'], context: UnitContext): Promise<{ unit: Unit; diagnostics: Diagnostic[] }> {
  const { files } = context;
  const [source, axml, script, style] = await Promise.all([
    files.source(`${path}.json`),
    files.source(`${path}.axml`),
    firstFile(files, [`${path}.js`, `${path}.ts`]),
    firstFile(files, context.less ? [`${path}.less`, `${path}.acss`] : [`${path}.acss`, `${path}.less`]),
  ]);
  const unit: Unit = { path, kind, json: {}, axml, script, style, components: {} };
  if (!source) return { unit, diagnostics: [] };
  const document = readJsonDocument(`${path}.json`, source);
  unit.json = document.value;
  if (kind === 'component' && document.value.component !== true) document.report.warning('component-not-declared', document.spanOf('component'));
  const { components, diagnostics } = await readComponents(document, context);
  unit.components = components;
  return { unit, diagnostics };
}

async function firstFile(files: ProgramFiles, paths: string[]): Promise<string | null> {
  for (const path of paths) if ((await files.kind(path)) === 'file') return path;
  return null;
}

async function readComponents(
  document: JsonDocument,
  { files, aliases }: UnitContext,
): Promise<{ components: Record<string, string>; diagnostics: Diagnostic[] }> {
  const entries = await Promise.all(
    stringEntriesOf(document.value.usingComponents).map(async ([tag, specifier]): Promise<[string, string] | null> => {
      const span = document.spanOf('usingComponents', tag);
      if (/^(?:dynamic-)?plugin:\/\//.test(specifier)) {
        document.report.warning('component-of-plugin', span, { specifier });
        return null;
      }
      const found = await resolveComponent(specifier, document.path, files, aliases);
      if (!found) document.report.error('component-missing', span, { specifier });
      return found ? [tag, found] : null;
    }),
  );
  return { components: Object.fromEntries(entries.filter((entry) => entry !== null)), diagnostics: document.report.diagnostics };
}

function missingFiles(unit: Unit, app: AppConfig): Diagnostic[] {
  const missing = [...(unit.axml ? [] : ['.axml']), ...(unit.script ? [] : ['.js'])];
  if (missing.length === 0) return [];
  if (unit.kind === 'page') {
    const { document } = app;
    const before = document.report.diagnostics.length;
    for (const extension of missing)
      document.report.error('page-missing-file', spanOfPage(document, unit.path.slice(1)), { file: unit.path.slice(1) + extension });
    return document.report.diagnostics.splice(before);
  }
  const { report, spanOf } = readJsonDocument(`${unit.path}.json`, { text: '' });
  report.diagnostics.length = 0;
  for (const extension of missing) report.warning('component-missing-file', spanOf(), { file: unit.path.slice(1) + extension });
  return report.diagnostics;
}
