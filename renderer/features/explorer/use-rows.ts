import { useMemo } from 'react';
import { useSettings } from '#renderer/client/index.ts';
import { buildFilteredRows, buildRows, type Row } from './explorer-rows.ts';
import { useExplorer } from './explorer-store.ts';

function rowsNow(): Row[] {
  const state = useExplorer.getState();
  const settings = useSettings.getState().values;
  return state.found
    ? buildFilteredRows(state.found)
    : buildRows(state, { groupPages: settings['explorer.groupPages'], showHidden: settings['explorer.showHidden'] });
}

/** The rows on screen, rebuilt only when what they are made of changes. */
export function useRows(): Row[] {
  const listings = useExplorer((state) => state.listings);
  const expanded = useExplorer((state) => state.expanded);
  const edit = useExplorer((state) => state.edit);
  const found = useExplorer((state) => state.found);
  const groupPages = useSettings((state) => state.values['explorer.groupPages']);
  const showHidden = useSettings((state) => state.values['explorer.showHidden']);
  return useMemo(
    () => (found ? buildFilteredRows(found) : buildRows({ listings, expanded, edit }, { groupPages, showHidden })),
    [listings, expanded, edit, found, groupPages, showHidden],
  );
}

/** The selected rows, or the focused one when nothing is selected. */
export function selectedRows(): Row[] {
  const { selected, focused } = useExplorer.getState();
  return rowsNow().filter((row) => (selected.size > 0 ? selected.has(row.id) : row.id === focused));
}

export function focusedRow(): Row | undefined {
  const { focused } = useExplorer.getState();
  return rowsNow().find((row) => row.id === focused);
}
