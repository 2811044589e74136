import path from 'node:path';
import type { Diagnostic, Span } from '#shared/model/diagnostics.ts';
import { createLineIndex } from '../source/line-index.ts';
import { Reporter } from '../source/reporter.ts';

/** Finds and reads a style file for `@import`; null when there is none. Both paths are project paths. */
export type LoadLess = (specifier: string, from: string) => Promise<{ path: string; text: string } | null>;

export interface CompiledLess {
  css: string;
  /** Project paths of the files that it imports. */
  imports: string[];
  diagnostics: Diagnostic[];
}

/**
 * Compiles LESS to ACSS. All files come from `load`, so that nothing outside of the project is read;
 * plug-ins, which are programs, are refused.
 */
export async function compileLess(file: string, text: string, load: LoadLess): Promise<CompiledLess> {
  const { default: less } = await import('less');
  const report = new Reporter(file, text);
  const imports: string[] = [];
  const texts = new Map([[file, text]]);
  class ProjectFiles extends less.FileManager {
    override supports(): boolean {
      return true;
    }
    override supportsSync(): boolean {
      return true;
    }
    /** What `data-uri()` and `image-size()` read with; refused, so that they leave the address alone. */
    override loadFileSync(specifier: string): Less.FileLoadResult {
      return { error: notFound(specifier) } as never;
    }
    override async loadFile(specifier: string, directory: string): Promise<Less.FileLoadResult> {
      const found = await load(specifier, path.posix.join(directory || path.posix.dirname(file), '_'));
      if (!found) throw notFound(specifier);
      imports.push(found.path);
      texts.set(found.path, found.text);
      return { filename: found.path, contents: withClosedComment(found.text) };
    }
  }
  const plugin: Less.Plugin = {
    install(_, manager) {
      manager.addFileManager(new ProjectFiles());
      Object.assign(manager, { Loader: refuseEveryPlugin });
    },
  };
  const unclosed = unclosedComment(text);
  if (unclosed) report.error('less-failed', unclosed, { reason: 'the comment does not end' });
  try {
    const { css } = await less.render(withClosedComment(text), { filename: file, javascriptEnabled: false, plugins: [plugin] });
    return { css, imports, diagnostics: report.diagnostics };
  } catch (error) {
    if (!unclosed) return { css: '', imports, diagnostics: failure(error, file, texts) };
    return { css: '', imports, diagnostics: report.diagnostics };
  }
}

/** LESS looks for the end of a comment in a variable's value for ever, so there has to be one. */
function withClosedComment(text: string): string {
  const last = text.lastIndexOf('/*');
  return last !== -1 && text.indexOf('*/', last + 2) === -1 ? `${text}\n/* */` : text;
}

const quotedOrComment = /"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*'|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

function unclosedComment(text: string): Span | null {
  for (const { 0: match, index } of text.matchAll(quotedOrComment))
    if (match.startsWith('/*') && !match.slice(2).endsWith('*/')) return { start: index, end: index + 2 };
  return null;
}

function refuse(): never {
  throw Object.assign(new Error('@plugin is not allowed: it would run a program'), { type: 'Plugin' });
}

/** Plug-ins are JavaScript that LESS would run inside the IDE. */
const refuseEveryPlugin = { loadPlugin: async () => refuse(), loadPluginSync: refuse, evalPlugin: refuse };

function notFound(specifier: string): Error {
  return Object.assign(new Error(`'${specifier}' wasn't found in the project`), { type: 'File' });
}

function reasonOf(error: unknown): string {
  return error instanceof Object && 'message' in error ? String(error.message) : String(error);
}

/** The failure where it is, which may be an imported file. */
function failure(error: unknown, file: string, texts: ReadonlyMap<string, string>): Diagnostic[] {
  const named = error instanceof Object && 'filename' in error ? String(error.filename) : file;
  const place = texts.has(named) ? named : file;
  const text = texts.get(place) ?? '';
  const report = new Reporter(place, text);
  report.error('less-failed', failedSpan(error, text), { reason: reasonOf(error) });
  return report.diagnostics;
}

function failedSpan(error: unknown, text: string): Span {
  const line = error instanceof Object && 'line' in error && typeof error.line === 'number' ? error.line : 1;
  const column = error instanceof Object && 'column' in error && typeof error.column === 'number' ? error.column : 0;
  const start = createLineIndex(text).offsetAt({ line: line - 1, column });
  return { start, end: Math.min(start + 1, text.length) };
}
