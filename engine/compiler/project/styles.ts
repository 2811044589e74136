import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { Reporter } from '../source/reporter.ts';
import {
  assembleStyle,
  type CompiledLess,
  type CompiledStyle,
  compileLess,
  compileStyleFile,
  filesOfStyle,
  type LinkedStyleFile,
  type StyleFile,
  type StyleOptions,
} from '../style/index.ts';
import type { Reference } from './check-packages.ts';
import type { SourceFile } from './file-store.ts';
import { Memo } from './memo.ts';
import type { ProgramFiles } from './program-files.ts';
import type { ReferenceResolver } from './resolve-reference.ts';

interface KnownLess {
  source: SourceFile;
  structure: number;
  /** In the order of the result's imports. */
  imported: SourceFile[];
  result: Promise<CompiledLess>;
}

/** Compiles style sheets, each file once for the same options. */
export class StyleCompiler {
  private readonly less = new Map<string, KnownLess>();
  private readonly files = new Memo<StyleFile>();
  private readonly sheets = new Memo<CompiledStyle>();
  private readonly linkReports = new Memo<Diagnostic[]>();

  /** The sheet of the file at `path`, and the paths of everything that went into it. */
  async compile(
    path: string,
    options: StyleOptions,
    program: ProgramFiles,
    resolver: ReferenceResolver,
  ): Promise<{ style: CompiledStyle; diagnostics: Diagnostic[]; files: string[]; references: Reference[] }> {
    const linked = new Map<string, LinkedStyleFile>();
    await this.link(path, options, program, resolver, linked);
    const used = filesOfStyle(path, linked);
    const inputs = used.flatMap((file) => [linked.get(file)?.pieces, ...(linked.get(file)?.imports ?? [])]);
    const style = this.sheets.get(`${keyOf(options)} ${path}`, inputs, () => assembleStyle(path, linked));
    const diagnostics = used.flatMap((file) => linked.get(file)?.diagnostics ?? []);
    return { style, diagnostics, files: used, references: used.flatMap((file) => referencesOf(file, linked.get(file))) };
  }

  sweep(): void {
    for (const memo of [this.files, this.sheets, this.linkReports]) memo.sweep();
  }

  private async link(
    path: string,
    options: StyleOptions,
    program: ProgramFiles,
    resolver: ReferenceResolver,
    linked: Map<string, LinkedStyleFile>,
  ): Promise<void> {
    const source = await program.source(path);
    if (!source || linked.has(path)) return;
    const file = await this.file(path, source, options, program, resolver);
    if (linked.has(path)) return;
    const found = file.pieces.filter((piece) => piece.type === 'import');
    const imports = await Promise.all(found.map(({ specifier }) => resolver.style(specifier, path)));
    const diagnostics = this.linkReports.get(`${keyOf(options)} ${path}`, [file, ...imports], () => {
      const report = new Reporter(path, source.text);
      found.forEach(({ specifier, span }, index) => {
        if (!imports[index]) report.error('acss-missing-import', span, { specifier });
      });
      return [...file.diagnostics, ...report.diagnostics];
    });
    linked.set(path, { ...file, imports, diagnostics });
    await Promise.all(imports.flatMap((target) => (target ? [this.link(target, options, program, resolver, linked)] : [])));
  }

  private async file(path: string, source: SourceFile, options: StyleOptions, program: ProgramFiles, resolver: ReferenceResolver): Promise<StyleFile> {
    if (!path.endsWith('.less')) return this.files.get(`${keyOf(options)} ${path}`, [source], () => compileStyleFile(path, source.text, options));
    const compiled = await this.compiledLess(path, source, program, resolver);
    return this.files.get(`${keyOf(options)} ${path}`, [compiled], () => {
      const file = compileStyleFile(path, compiled.css, options);
      // Places in the result of LESS say nothing about the source.
      const start = { line: 0, column: 0 };
      return { ...file, diagnostics: [...compiled.diagnostics, ...file.diagnostics.map((diagnostic) => ({ ...diagnostic, range: { start, end: start } }))] };
    });
  }

  private async compiledLess(path: string, source: SourceFile, program: ProgramFiles, resolver: ReferenceResolver): Promise<CompiledLess> {
    const known = this.less.get(path);
    if (known?.source === source && known.structure === program.structure) {
      const result = await known.result;
      const current = await Promise.all(result.imports.map((file) => program.source(file)));
      if (current.every((file, index) => file === known.imported[index])) return result;
    }
    const imported: SourceFile[] = [];
    const result = compileLess(path, source.text, async (specifier, from) => {
      const found = await resolver.less(specifier, from);
      const file = found === null ? null : await program.source(found);
      if (file) imported.push(file);
      return file && found ? { path: found, text: file.text } : null;
    });
    this.less.set(path, { source, structure: program.structure, imported, result });
    return result;
  }
}

function referencesOf(from: string, file: LinkedStyleFile | undefined): Reference[] {
  const imports = file?.pieces.filter((piece) => piece.type === 'import') ?? [];
  return imports.flatMap(({ specifier }, index) => {
    const target = file?.imports[index];
    return target ? [{ from, specifier, target }] : [];
  });
}

function keyOf({ scopeClass, hostClass, responsive }: StyleOptions): string {
  return `${scopeClass ?? ''} ${hostClass ?? ''} ${responsive}`;
}
