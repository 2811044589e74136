import type { Diagnostic, Span } from '#shared/model/diagnostics.ts';
import { createLineIndex } from '../source/line-index.ts';
import { Reporter } from '../source/reporter.ts';
import type { LessFailure } from './less-messages.ts';
import { type LoadLess, runLess } from './less-thread.ts';

export type { LoadLess } from './less-thread.ts';

export interface CompiledLess {
  css: string;
  /** Project paths of the files that it imports. */
  imports: string[];
  diagnostics: Diagnostic[];
}

/** Compiles LESS to ACSS. Files come from `load`; plug-ins, which are programs, are refused. */
export async function compileLess(file: string, text: string, load: LoadLess): Promise<CompiledLess> {
  const texts = new Map([[file, text]]);
  const imports: string[] = [];
  const outcome = await runLess(file, withClosedComment(text), async (specifier, from) => {
    const found = await load(specifier, from);
    if (!found) return null;
    imports.push(found.path);
    texts.set(found.path, found.text);
    return { path: found.path, text: withClosedComment(found.text) };
  });
  const unclosed = [...texts].flatMap(([path, read]) => unclosedCommentsOf(path, read));
  if (outcome.kind === 'compiled') return { css: outcome.css, imports, diagnostics: unclosed };
  return { css: '', imports, diagnostics: unclosed.length > 0 ? unclosed : diagnosticsOf(outcome.failure, file, texts) };
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

function unclosedCommentsOf(path: string, text: string): Diagnostic[] {
  const report = new Reporter(path, text);
  const unclosed = unclosedComment(text);
  if (unclosed) report.error('less-failed', unclosed, { reason: 'the comment does not end' });
  return report.diagnostics;
}

/** The failure where it is, which may be an imported file. */
function diagnosticsOf({ reason, file: named, line, column }: LessFailure, file: string, texts: ReadonlyMap<string, string>): Diagnostic[] {
  const place = named !== null && texts.has(named) ? named : file;
  const text = texts.get(place) ?? '';
  const report = new Reporter(place, text);
  const start = createLineIndex(text).offsetAt({ line: line - 1, column });
  report.error('less-failed', { start, end: Math.min(start + 1, text.length) }, { reason });
  return report.diagnostics;
}
