import { create } from 'zustand';
import { loadMonaco } from '#renderer/features/editor/index.ts';

export interface Problem {
  path: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  source: string;
  line: number;
  column: number;
  endColumn: number;
}

/** What Monaco's own services report, worst first within each file. */
export const useProblems = create<{ items: Problem[] }>(() => ({ items: [] }));

const order = { error: 0, warning: 1, info: 2 };

function compare(a: Problem, b: Problem): number {
  return a.path.localeCompare(b.path) || order[a.severity] - order[b.severity] || a.line - b.line || a.column - b.column;
}

/** Follows the markers of every open document. */
export async function followProblems(): Promise<() => void> {
  const { monaco } = await loadMonaco();
  const severityOf = (value: number) => (value === monaco.MarkerSeverity.Error ? 'error' : value === monaco.MarkerSeverity.Warning ? 'warning' : 'info');
  const read = () => {
    const items = monaco.editor
      .getModelMarkers({})
      .filter((marker) => marker.severity !== monaco.MarkerSeverity.Hint && marker.resource.scheme === 'file')
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
    useProblems.setState({ items: items.sort(compare) });
  };
  const listener = monaco.editor.onDidChangeMarkers(read);
  read();
  return () => listener.dispose();
}
