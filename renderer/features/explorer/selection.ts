import type { Row } from './explorer-rows.ts';
import { useExplorer } from './explorer-store.ts';

export function selectOnly(id: string): void {
  useExplorer.setState({ focused: id, anchor: id, selected: new Set([id]) });
}

/** Ctrl+click: adds or takes away one row. */
export function toggleSelected(id: string): void {
  useExplorer.setState(({ selected }) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    return { selected: next, focused: id, anchor: id };
  });
}

/** Shift+click or Shift+arrow: everything from the anchor to this row. */
export function selectRange(rows: readonly Row[], id: string): void {
  const { anchor } = useExplorer.getState();
  const indexOf = (wanted: string | null) => rows.findIndex((row) => row.id === wanted);
  const [from, to] = [Math.max(0, indexOf(anchor)), indexOf(id)].sort((a, b) => a - b) as [number, number];
  useExplorer.setState({ focused: id, selected: new Set(rows.slice(from, to + 1).map((row) => row.id)) });
}
