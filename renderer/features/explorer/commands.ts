import { registerCommands } from '#renderer/client/commands/index.ts';
import { activeDocumentId } from '#renderer/features/editor/index.ts';
import { beginNew, beginRename, copyPaths, deleteRows, duplicateRow, newComponent, newPage, revealInSystem, undoDelete } from './explorer-actions.ts';
import type { Row } from './explorer-rows.ts';
import { collapseAll, refreshAll, revealPath } from './explorer-store.ts';
import { focusedRow, selectedRows } from './use-rows.ts';

function onFocused(action: (row: Row) => unknown): () => unknown {
  return () => {
    const row = focusedRow();
    return row === undefined ? undefined : action(row);
  };
}

export function registerExplorerCommands(): () => void {
  return registerCommands({
    'explorer.newFile': () => beginNew('new-file', focusedRow()),
    'explorer.newFolder': () => beginNew('new-folder', focusedRow()),
    'explorer.newPage': () => newPage(focusedRow()),
    'explorer.newComponent': newComponent,
    'explorer.rename': onFocused(beginRename),
    'explorer.delete': () => deleteRows(selectedRows()),
    'explorer.undo': undoDelete,
    'explorer.duplicate': onFocused(duplicateRow),
    'explorer.copyPath': () => copyPaths(selectedRows(), false),
    'explorer.copyRelativePath': () => copyPaths(selectedRows(), true),
    'explorer.reveal': onFocused(revealInSystem),
    'explorer.revealActive': () => {
      const id = activeDocumentId();
      return id?.startsWith('file:') ? revealPath(id.slice('file:'.length)) : undefined;
    },
    'explorer.collapseAll': collapseAll,
    'explorer.refresh': refreshAll,
  });
}
