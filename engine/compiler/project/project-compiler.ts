import path from 'node:path';
import type { Logger } from '#engine/log/index.ts';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { StyleIsolation, UnitManifest } from '#shared/model/mini-program.ts';
import { type ScriptFile, warmUp } from '../script/index.ts';
import { type CompiledStyle, hostClass, type StyleOptions, scopeClass } from '../style/index.ts';
import { type AppConfig, readAppConfig } from './app-config.ts';
import { readExt } from './check-ext.ts';
import { checkReferences, checkSizes, type PackageLimits, type Reference, usualLimits } from './check-packages.ts';
import type { CompiledProject, CompiledView } from './compiled-project.ts';
import { withoutKeys } from './create-manifest.ts';
import { FileStore } from './file-store.ts';
import { type FoundUnits, findUnits, type Unit } from './find-units.ts';
import { HandlerCheck, type HandlerUse } from './handlers.ts';
import { objectOf, stringEntriesOf } from './json-document.ts';
import { LogicCompiler } from './logic.ts';
import { measurePackages } from './packages.ts';
import { ProgramFiles } from './program-files.ts';
import { type ProjectConfig, readProjectConfig } from './project-config.ts';
import { ReferenceResolver } from './resolve-reference.ts';
import { StyleCompiler } from './styles.ts';
import { tidyDiagnostics } from './tidy-diagnostics.ts';
import { ViewCompiler } from './views.ts';

/** What one compilation works with. */
interface Program {
  config: ProjectConfig;
  files: ProgramFiles;
  resolver: ReferenceResolver;
  app: AppConfig;
  found: FoundUnits;
}

/** Compiles a project, and again when files change; what did not change is taken from before. */
export class ProjectCompiler {
  private readonly store: FileStore;
  private readonly log: Logger | undefined;
  private readonly limits: PackageLimits;
  private readonly output: string | null;
  private readonly styles = new StyleCompiler();
  private readonly views = new ViewCompiler();
  private readonly logic = new LogicCompiler();
  private readonly handlers = new HandlerCheck();
  private resolver: { key: string; files: ProgramFiles; resolver: ReferenceResolver } | null = null;
  private running: Promise<unknown> = Promise.resolve();

  /**
   * @param root absolute path of the project
   * @param limits what packages are warned about; Alipay's unless the target platform has others
   * @param output folder, from the root, of what is made of the project and no part of it
   */
  constructor({ root, log, limits = usualLimits, output = null }: { root: string; log?: Logger; limits?: PackageLimits; output?: string | null }) {
    this.store = new FileStore(root);
    this.limits = limits;
    this.output = output;
    this.log = log;
    // The first compilation fails with the same error, and says so.
    warmUp().catch((error: unknown) => this.log?.warn('The script transformer does not start', { error: String(error) }));
  }

  /** Says that files or folders at these paths, from the root, were written, added or removed. */
  invalidate(paths: readonly string[]): void {
    this.store.invalidate(paths.map((changed) => path.posix.join('/', changed)));
  }

  /** Compiles what changed. Never fails for what the project contains; compilations follow each other. */
  compile(): Promise<CompiledProject> {
    const next = this.running.then(() => this.compileOnce());
    this.running = next.catch(() => undefined);
    return next;
  }

  private async compileOnce(): Promise<CompiledProject> {
    await this.store.refresh();
    const program = await this.readProgram();
    const { app, config, files, found } = program;
    // Scripts first: another process transforms them while this one does the rest.
    const [logic, views, styles, ext] = await Promise.all([
      this.compileLogic(program),
      afterPendingWrites(() => this.compileViews(program)),
      afterPendingWrites(() => this.compileStyles(program)),
      readExt(files, app),
    ]);
    const used = [...views.files, ...styles.files, ...logic.modules.keys(), ...found.units.map(({ path }) => `${path}.json`)];
    const { exclude, include } = config;
    const packages = await measurePackages(files, { roots: app.packageRoots, exclude, include, output: this.output, used: new Set(used) });
    const references = [...found.units.flatMap(componentReferences), ...views.references, ...styles.references, ...logic.references];
    const handlers = found.units.flatMap((unit) => this.missingHandlers(unit, views.handlers, logic.files));
    for (const part of [this.styles, this.views, this.logic, this.handlers]) part.sweep();
    const diagnostics = [
      ...config.diagnostics,
      ...app.diagnostics,
      ...found.diagnostics,
      ...ext.diagnostics,
      ...views.diagnostics,
      ...styles.diagnostics,
      ...logic.diagnostics,
      ...handlers,
      ...checkSizes(app, packages, this.limits),
      ...(await checkReferences(references, app.packageRoots, files)),
    ];
    return {
      config: app.document.value,
      extFile: ext.value,
      programRoot: config.programRoot,
      component2: config.component2,
      units: new Map(found.units.map((unit) => [unit.path, manifestOf(unit, found.globalComponents)])),
      views: views.compiled,
      styles: styles.compiled,
      logic: logic.modules,
      appStyles: styles.app,
      packages,
      diagnostics: await tidyDiagnostics(diagnostics, files),
    };
  }

  private async readProgram(): Promise<Program> {
    const config = await readProjectConfig(this.store);
    const key = JSON.stringify([config.programRoot, config.aliases]);
    if (this.resolver?.key !== key) {
      const files = new ProgramFiles(this.store, config.programRoot);
      this.resolver = { key, files, resolver: new ReferenceResolver(files, config.aliases) };
    }
    const { files, resolver } = this.resolver;
    const app = await readAppConfig(files, config);
    return { config, files, resolver, app, found: await findUnits(app, { files, aliases: config.aliases, less: config.less }) };
  }

  private missingHandlers(unit: Unit, uses: ReadonlyMap<string, HandlerUse[]>, scripts: ReadonlyMap<string, ScriptFile>): Diagnostic[] {
    const script = unit.script === null ? undefined : scripts.get(unit.script);
    return script ? this.handlers.check(unit, uses.get(unit.path) ?? [], script) : [];
  }

  private async compileViews({ files, resolver, found }: Program) {
    const templates = await Promise.all(
      found.units.map(async (unit) => {
        const components = { ...found.globalComponents, ...unit.components };
        return unit.axml && this.views.template(`${unit.path}.axml`, { kind: unit.kind, scopeClass: scopeOf(unit), components }, files, resolver);
      }),
    );
    const compiled = templates.filter((template) => template !== null);
    const sjs = await this.views.sjs(new Set(compiled.flatMap((template) => template.sjs)), files, resolver);
    const byId = new Map<string, CompiledView>();
    const handlers = new Map<string, HandlerUse[]>();
    found.units.forEach((unit, index) => {
      const template = templates[index];
      if (template) byId.set(`${unit.path}.axml`, template.view);
      if (template) handlers.set(unit.path, template.handlers);
    });
    for (const [id, { view }] of sjs) byId.set(id, view);
    return {
      compiled: byId,
      handlers,
      diagnostics: [...compiled, ...sjs.values()].flatMap(({ diagnostics }) => diagnostics),
      files: [...compiled.flatMap((template) => template.files), ...sjs.keys()],
      references: [...compiled, ...sjs.values()].flatMap(({ references }) => references),
    };
  }

  private async compileStyles({ files, resolver, found, app }: Program) {
    const responsive = objectOf(app.document.value.window).responsive !== false;
    const shared: StyleOptions = { scopeClass: null, hostClass: null, responsive };
    const appStyle = await firstExisting(files, ['/app.acss', '/app.less']);
    const wanted = [
      ...(appStyle ? [{ path: appStyle, options: shared }] : []),
      ...found.units.flatMap((unit) => (unit.style ? [{ path: unit.style, options: styleOptions(unit, shared) }] : [])),
    ];
    const results = await Promise.all(wanted.map(({ path, options }) => this.styles.compile(path, options, files, resolver)));
    const compiled = new Map<string, CompiledStyle>();
    wanted.forEach(({ path }, index) => {
      const result = results[index];
      if (result) compiled.set(path, result.style);
    });
    return {
      compiled,
      app: appStyle ? [appStyle] : [],
      diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
      files: results.flatMap((result) => result.files),
      references: results.flatMap(({ references }) => references),
    };
  }

  private async compileLogic({ files, resolver, found }: Program) {
    const app = await firstExisting(files, ['/app.js', '/app.ts']);
    const entries = [...(app ? [app] : []), ...found.units.flatMap(({ script }) => (script ? [script] : []))];
    return this.logic.compile(entries, files, resolver);
  }
}

/** Lets what is already asked for be sent before the work begins, which does not pause. */
async function afterPendingWrites<T>(work: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => setImmediate(resolve));
  return work();
}

async function firstExisting(files: ProgramFiles, paths: string[]): Promise<string | null> {
  for (const path of paths) if ((await files.kind(path)) === 'file') return path;
  return null;
}

function componentReferences({ path, json, components }: Unit): Reference[] {
  const written = new Map(stringEntriesOf(json.usingComponents));
  return Object.entries(components).map(([tag, target]) => ({ from: `${path}.json`, specifier: written.get(tag) ?? '', target }));
}

const isolations = ['shared', 'apply-shared', 'isolated', 'page-isolated', 'page-apply-shared', 'page-shared'] as const;

function isolationOf({ json }: Unit): StyleIsolation {
  return isolations.find((isolation) => isolation === json.styleIsolation) ?? 'shared';
}

/** The class on the own elements of a component or page, when its styles must not reach others. */
function scopeOf(unit: Unit): string | null {
  const isolation = isolationOf(unit);
  return isolation === 'apply-shared' || isolation === 'isolated' ? scopeClass(unit.path) : null;
}

function styleOptions(unit: Unit, { responsive }: StyleOptions): StyleOptions {
  return { responsive, scopeClass: scopeOf(unit), hostClass: unit.kind === 'component' && unit.json.virtualHost === false ? hostClass(unit.path) : null };
}

function manifestOf(unit: Unit, globalComponents: Record<string, string>): UnitManifest {
  return {
    path: unit.path,
    kind: unit.kind,
    template: unit.axml ? `${unit.path}.axml` : null,
    styles: unit.style ? [unit.style] : [],
    components: { ...globalComponents, ...unit.components },
    virtualHost: unit.json.virtualHost !== false,
    styleIsolation: isolationOf(unit),
    window: unit.kind === 'page' ? withoutKeys(unit.json) : {},
  };
}
