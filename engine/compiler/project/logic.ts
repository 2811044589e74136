import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { compileScriptFile, reallyRequires, type ScriptFile, wrapModule } from '../script/index.ts';
import { hashOf } from '../source/hash.ts';
import { Reporter } from '../source/reporter.ts';
import { type Reference, spanOfSpecifier } from './check-packages.ts';
import type { CompiledModule } from './compiled-project.ts';
import type { SourceFile } from './file-store.ts';
import { Memo } from './memo.ts';
import type { ProgramFiles } from './program-files.ts';
import type { ReferenceResolver } from './resolve-reference.ts';

export interface CompiledLogic {
  modules: Map<string, CompiledModule>;
  diagnostics: Diagnostic[];
  references: Reference[];
  files: Map<string, ScriptFile>;
}

interface LinkedModule {
  module: CompiledModule;
  file: ScriptFile;
  references: Reference[];
  diagnostics: Diagnostic[];
}

/** Compiles logic modules, each file once. */
export class LogicCompiler {
  private readonly files = new Memo<Promise<ScriptFile>>();
  private readonly linked = new Memo<LinkedModule>();

  /** The modules of these paths and everything that they require. */
  async compile(entries: readonly string[], program: ProgramFiles, resolver: ReferenceResolver): Promise<CompiledLogic> {
    const modules = new Map<string, LinkedModule>();
    const reached = new Set(entries);
    const visit = async (path: string): Promise<void> => {
      const source = await program.source(path);
      if (!source) return;
      const linked = await this.link(path, source, resolver);
      modules.set(path, linked);
      const next = linked.module.dependencies.filter((dependency) => !reached.has(dependency));
      for (const dependency of next) reached.add(dependency);
      await Promise.all(next.map(visit));
    };
    await Promise.all([...reached].map(visit));
    // In an order that does not depend on which file was read first.
    const sorted = [...modules].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      modules: new Map(sorted.map(([path, { module }]) => [path, module])),
      diagnostics: sorted.flatMap(([, { diagnostics }]) => diagnostics),
      references: sorted.flatMap(([, { references }]) => references),
      files: new Map(sorted.map(([path, { file }]) => [path, file])),
    };
  }

  sweep(): void {
    this.files.sweep();
    this.linked.sweep();
  }

  private async link(path: string, source: SourceFile, resolver: ReferenceResolver): Promise<LinkedModule> {
    const file = await this.files.get(path, [source], () => compileScriptFile(path, source.text));
    const targets = await Promise.all(file.specifiers.map((specifier) => resolver.module(specifier, path)));
    return this.linked.get(path, [file, ...targets], () => linkModule(file, source, targets));
  }
}

function linkModule(file: ScriptFile, source: SourceFile, targets: readonly (string | null)[]): LinkedModule {
  const found = file.specifiers.flatMap((specifier, index): [string, string][] => {
    const target = targets[index];
    return target ? [[specifier, target]] : [];
  });
  const { code, map } = wrapModule({ ...file, table: Object.fromEntries(found) });
  const report = new Reporter(file.path, source.text);
  file.specifiers.forEach((specifier, index) => {
    if (!targets[index] && reallyRequires(file.code, specifier)) report.error('script-missing-module', spanOfSpecifier(source.text, specifier), { specifier });
  });
  const dependencies = [...new Set(found.map(([, target]) => target))];
  return {
    module: { code, map, hash: hashOf(code), failed: file.failed, dependencies },
    file,
    references: found.map(([specifier, target]) => ({ from: file.path, specifier, target })),
    diagnostics: [...file.diagnostics, ...report.diagnostics],
  };
}
