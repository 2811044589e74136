import { create } from 'zustand';
import { loadMonaco } from '#renderer/features/editor/index.ts';
import type { Diagnostic } from '#shared/model/diagnostics.ts';

export interface Problem {
  path: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  source: string;
  line: number;
  column: number;
  endColumn: number;
}

/** Who the compiler's markers in the editor belong to, and what they are called. */
export const compilerOwner = 'compiler';

interface Problems {
  /** What Monaco's own services say of the documents that are open. */
  monaco: Problem[];
  /** What the compiler says of the whole program, as it is on disk. */
  compiler: Diagnostic[];
}

export const useProblems = create<Problems>(() => ({ monaco: [], compiler: [] }));

/** How many errors keep the program as it is on disk from being what was written. */
export function useCompilerErrors(): number {
  return useProblems(({ compiler }) => compiler.filter(({ severity }) => severity === 'error').length);
}

const order = { error: 0, warning: 1, info: 2 };

function compare(a: Problem, b: Problem): number {
  return a.path.localeCompare(b.path) || order[a.severity] - order[b.severity] || a.line - b.line || a.column - b.column;
}

function problemOf({ file, range: { start, end }, severity }: Diagnostic, message: string): Problem {
  const endColumn = start.line === end.line ? end.column + 1 : start.column + 1;
  const place = { line: start.line + 1, column: start.column + 1, endColumn };
  return { path: file, severity: severity === 'information' ? 'info' : severity, message, source: compilerOwner, ...place };
}

/** Text that no parser can read is reported by the compiler and by the editor's own service: the editor's says it for the text as it is now. */
export function isSaidTwice({ file, code, range }: Diagnostic, monaco: readonly Problem[]): boolean {
  return (
    /(^|-)syntax$/.test(code) && monaco.some(({ path, line, severity }) => path === file && severity === 'error' && Math.abs(line - range.start.line - 1) <= 1)
  );
}

/** Both lists as one, by file and worst first within each, without what is in both. */
export function mergeProblems({ monaco, compiler }: Problems, sentenceOf: (diagnostic: Diagnostic) => string): Problem[] {
  const own = compiler.filter((diagnostic) => !isSaidTwice(diagnostic, monaco)).map((diagnostic) => problemOf(diagnostic, sentenceOf(diagnostic)));
  return [...monaco, ...own].sort(compare);
}

/** Follows the markers of every open document; the compiler's are known already. */
export async function followProblems(): Promise<() => void> {
  const { monaco } = await loadMonaco();
  const severityOf = (value: number) => (value === monaco.MarkerSeverity.Error ? 'error' : value === monaco.MarkerSeverity.Warning ? 'warning' : 'info');
  const read = () => {
    const items = monaco.editor
      .getModelMarkers({})
      .filter(({ severity, resource, owner }) => severity !== monaco.MarkerSeverity.Hint && resource.scheme === 'file' && owner !== compilerOwner)
      .map(
        (marker): Problem => ({
          path: marker.resource.path.slice(1),
          severity: severityOf(marker.severity),
          message: marker.message,
          source: marker.source ?? marker.owner,
          line: marker.startLineNumber,
          column: marker.startColumn,
          endColumn: marker.startLineNumber === marker.endLineNumber ? marker.endColumn : marker.startColumn,
        }),
      );
    useProblems.setState({ monaco: items });
  };
  const listener = monaco.editor.onDidChangeMarkers(read);
  read();
  return () => listener.dispose();
}
