import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { compileSjs, parseSjs, type SjsFile } from '../sjs/index.ts';
import { Reporter } from '../source/reporter.ts';
import { generateTemplate, type TemplateUnit } from '../template/index.ts';
import type { Reference } from './check-packages.ts';
import { checkTemplate } from './check-template.ts';
import type { CompiledView } from './compiled-project.ts';
import { type HandlerUse, handlersOf } from './handlers.ts';
import { Memo } from './memo.ts';
import type { ProgramFiles } from './program-files.ts';
import type { ReferenceResolver } from './resolve-reference.ts';
import { TemplateFiles } from './template-files.ts';

interface ViewResult {
  view: CompiledView;
  diagnostics: Diagnostic[];
}

interface CompiledSjsModule extends ViewResult {
  references: Reference[];
}

interface TemplateResult extends ViewResult {
  /** The same list as long as the template is the same. */
  handlers: HandlerUse[];
}

export interface CompiledTemplate extends TemplateResult {
  /** SJS modules it needs. */
  sjs: string[];
  references: Reference[];
  /** Paths of the AXML files that went into it. */
  files: string[];
}

/** Compiles templates and SJS modules, each once for the same files. */
export class ViewCompiler {
  private readonly templates = new TemplateFiles();
  private readonly views = new Memo<TemplateResult>();
  private readonly sjsFiles = new Memo<SjsFile>();
  private readonly sjsViews = new Memo<CompiledSjsModule>();

  /** The template at `path`; null when there is no such file. */
  async template(path: string, unit: TemplateUnit, program: ProgramFiles, resolver: ReferenceResolver): Promise<CompiledTemplate | null> {
    const closure = await this.templates.closure(path, program, resolver);
    if (!closure) return null;
    const { document, resolve, load, documents, sjs, references } = closure;
    const result = this.views.get(path, [unit.kind, unit.scopeClass, JSON.stringify(unit.components), ...closure.identity], () => {
      const { code, hash, dependencies, diagnostics } = generateTemplate({ document, unit, resolve, load });
      const checks = documents.flatMap((one) => checkTemplate(one, unit.components));
      const handlers = handlersOf(closure, unit.components);
      return { view: { code, hash, dependencies }, handlers, diagnostics: [...closure.diagnostics, ...diagnostics, ...checks] };
    });
    return { ...result, sjs, references, files: documents.map((one) => one.path) };
  }

  /** These SJS modules and everything that they import. */
  async sjs(entries: Iterable<string>, program: ProgramFiles, resolver: ReferenceResolver): Promise<Map<string, CompiledSjsModule>> {
    const compiled = new Map<string, CompiledSjsModule>();
    const reached = new Set(entries);
    const visit = async (path: string): Promise<void> => {
      const source = await program.source(path);
      if (!source) return;
      const file = this.sjsFiles.get(path, [source], () => parseSjs(path, source.text));
      const targets = await Promise.all(file.imports.map(({ specifier }) => resolver.file(specifier, path, ['.sjs'])));
      compiled.set(
        path,
        this.sjsViews.get(path, [file, ...targets], () => compileModule(file, targets)),
      );
      const next = targets.filter((target): target is string => target !== null && !reached.has(target));
      for (const target of next) reached.add(target);
      await Promise.all(next.map(visit));
    };
    await Promise.all([...reached].map(visit));
    return new Map([...compiled].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  sweep(): void {
    this.templates.sweep();
    for (const memo of [this.views, this.sjsFiles, this.sjsViews]) memo.sweep();
  }
}

function compileModule(file: SjsFile, targets: readonly (string | null)[]): CompiledSjsModule {
  const report = new Reporter(file.path, file.text);
  const table: Record<string, string> = {};
  file.imports.forEach(({ specifier, start, end }, index) => {
    const target = targets[index];
    if (target) table[specifier] = target;
    else report.error('sjs-missing-module', { start, end }, { specifier });
  });
  const { code, hash, diagnostics } = compileSjs(file, table);
  return {
    view: { code, hash, dependencies: [...new Set(Object.values(table))] },
    references: Object.entries(table).map(([specifier, target]) => ({ from: file.path, specifier, target })),
    diagnostics: [...file.diagnostics, ...report.diagnostics, ...diagnostics],
  };
}
