import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { displayChord, isCommandEnabled, keyFor, runCommand, setContextKey, useCommandTitle } from '#renderer/client/commands/index.ts';
import { attempt, useSettings, useWords } from '#renderer/client/index.ts';
import { openFile } from '#renderer/features/editor/index.ts';
import { ContextMenu, classes, type MenuEntry } from '#renderer/ui/index.ts';
import { type CommandId, commandDefinition } from '#shared/model/commands.ts';
import { movePath } from './explorer-actions.ts';
import { RowContent } from './explorer-row.tsx';
import { joinPath, type Row } from './explorer-rows.ts';
import { collapse, expand, nameOf, setFilter, useExplorer } from './explorer-store.ts';
import styles from './explorer-tree.module.css';
import { selectOnly, selectRange, toggleSelected } from './selection.ts';
import { focusedRow, useRows } from './use-rows.ts';

const menuCommands: (CommandId | null)[] = [
  'explorer.newFile',
  'explorer.newFolder',
  'explorer.newPage',
  'explorer.newComponent',
  null,
  'explorer.rename',
  'explorer.duplicate',
  'explorer.delete',
  null,
  'explorer.copyPath',
  'explorer.copyRelativePath',
  'explorer.reveal',
];

function useMenuEntries(): MenuEntry[] {
  const title = useCommandTitle();
  return menuCommands.map((id, index): MenuEntry => {
    if (id === null) return { kind: 'separator', id: `line-${index}` };
    const key = keyFor(id);
    return {
      kind: 'item',
      id,
      label: title(id),
      shortcut: key && displayChord(key),
      disabled: commandDefinition(id).when !== 'explorerFocus' && !isCommandEnabled(id),
      danger: id === 'explorer.delete',
    };
  });
}

function rowId(row: Row): string {
  return `explorer-${row.id}`;
}

function toggle(row: Row): void {
  if (row.kind !== 'folder' && row.kind !== 'unit') return;
  if (row.open) collapse(row.id);
  else attempt(() => expand(row.id));
}

/** Opens a file, or unfolds a folder. `preview` keeps the keyboard in the tree, as VS Code does. */
function activate(row: Row, preview: boolean): void {
  if (row.kind === 'file') attempt(() => openFile(row.path, { preview, keepFocus: preview }));
  else toggle(row);
}

type Keys = Record<string, () => unknown>;

/** The keys of an ARIA tree, for the row that has the keyboard. */
function rowKeys(rows: Row[], index: number, row: Exclude<Row, { kind: 'input' }>, go: (to: number) => void): Keys {
  const isOpen = row.kind !== 'file' && row.open;
  return {
    ArrowDown: () => go(index + 1),
    ArrowUp: () => go(index - 1),
    Home: () => go(0),
    End: () => go(rows.length - 1),
    PageDown: () => go(index + 20),
    PageUp: () => go(index - 20),
    ArrowRight: () => (row.kind !== 'file' && !isOpen ? toggle(row) : isOpen && go(index + 1)),
    ArrowLeft: () => (isOpen ? toggle(row) : go(rows.findLastIndex((other, at) => at < index && other.level < row.level))),
    Enter: () => activate(row, false),
    ' ': () => activate(row, true),
  };
}

/** The keys that change the filter; a filter that finds nothing leaves no row, and still has to be changed or cleared. */
function filterKeys(event: KeyboardEvent, filter: string): Keys {
  const narrow = (text: string) => attempt(() => setFilter(text));
  const editing: Keys = filter === '' ? {} : { Escape: () => narrow(''), Backspace: () => narrow(filter.slice(0, -1)) };
  const isCharacter = event.key.length === 1 && event.key !== ' ';
  return isCharacter ? { [event.key]: () => narrow(filter + event.key) } : editing;
}

function treeKeys(rows: Row[], scrollTo: (index: number) => void) {
  function go(event: KeyboardEvent, to: number): void {
    const target = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (target === undefined) return;
    if (event.shiftKey) selectRange(rows, target.id);
    else selectOnly(target.id);
    scrollTo(rows.indexOf(target));
  }

  return (event: KeyboardEvent): void => {
    const { focused, filter } = useExplorer.getState();
    const found = rows.findIndex((row) => row.id === focused);
    const index = Math.max(0, found);
    const row = rows[index];
    if (row?.kind === 'input' || event.target instanceof HTMLInputElement) return;
    const withModifier = event.ctrlKey || event.metaKey || event.altKey;
    const selectAll: Keys = { a: () => useExplorer.setState({ selected: new Set(rows.map((other) => other.id)) }) };
    const plain: Keys = { ...(row ? rowKeys(rows, index, row, (to) => go(event, to)) : {}), ...filterKeys(event, filter) };
    const action = (withModifier ? selectAll : plain)[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
}

/** Dragging a row onto a folder moves it there. */
function dropOn(event: DragEvent, row: Row | null): void {
  // Also for what comes from elsewhere: a browser would leave the workbench to show it.
  event.preventDefault();
  event.stopPropagation();
  const from = event.dataTransfer.getData('application/x-minifoundry-path');
  const folder = row === null ? '' : row.kind === 'folder' ? row.path : row.kind === 'file' ? row.path.slice(0, Math.max(0, row.path.lastIndexOf('/'))) : null;
  if (from === '' || folder === null || folder === from || folder.startsWith(`${from}/`)) return;
  attempt(() => movePath(from, joinPath(folder, nameOf(from))));
}

/** The project's files: a flat, virtualised list of rows with the roles of a tree. */
export function ExplorerTree() {
  const words = useWords();
  const rows = useRows();
  const scroll = useRef<HTMLDivElement>(null);
  const focused = useExplorer((state) => state.focused);
  const selected = useExplorer((state) => state.selected);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const entries = useMenuEntries();
  const height = useSettings((state) => (state.values['workbench.density'] === 'comfortable' ? 26 : 22));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 16,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have to be measured again when their height changes
  useEffect(() => virtual.measure(), [virtual, height]);
  const onKeyDown = treeKeys(rows, (index) => virtual.scrollToIndex(index));
  const focusedIndex = rows.findIndex((row) => row.id === focused);
  useEffect(() => {
    if (focusedIndex >= 0) virtual.scrollToIndex(focusedIndex);
  }, [virtual, focusedIndex]);

  function onRowClick(event: MouseEvent, row: Row): void {
    if (row.kind === 'input') return;
    if (event.shiftKey) selectRange(rows, row.id);
    else if (event.ctrlKey || event.metaKey) toggleSelected(row.id);
    else {
      selectOnly(row.id);
      activate(row, true);
    }
  }

  function onContextMenu(event: MouseEvent, row: Row | null): void {
    event.preventDefault();
    event.stopPropagation();
    // The menu key and Shift+F10 are about the row that has the keyboard.
    const byKeyboard = row === null && event.button !== 2 && !event.ctrlKey;
    const place = byKeyboard ? document.getElementById(`explorer-${focused}`)?.getBoundingClientRect() : undefined;
    if (place) {
      setMenu({ x: place.left + 24, y: place.bottom });
      return;
    }
    if (row === null) useExplorer.setState({ selected: new Set(), focused: null });
    else if (!selected.has(row.id)) selectOnly(row.id);
    scroll.current?.focus();
    setMenu({ x: event.clientX, y: event.clientY });
  }

  return (
    <>
      <div
        ref={scroll}
        role="tree"
        aria-label={words('explorer.tree')}
        aria-multiselectable="true"
        tabIndex={0}
        aria-activedescendant={focusedIndex >= 0 ? `explorer-${focused}` : undefined}
        className={styles.tree}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          // A name that is being typed has keys of its own.
          const typesName = event.target instanceof HTMLInputElement;
          setContextKey('explorerFocus', !typesName);
          // Asked now and not when it was drawn: a name that was just given up was in the place of its row.
          if (!typesName && focusedRow() === undefined && rows[0]) useExplorer.setState({ focused: rows[0].id, anchor: rows[0].id });
        }}
        onBlur={() => setContextKey('explorerFocus', false)}
        onContextMenu={(event) => onContextMenu(event, null)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => dropOn(event, null)}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const isSelected = selected.has(row.id);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
              // biome-ignore lint/a11y/useFocusableInteractive: rows are reached through aria-activedescendant
              <div
                key={item.key}
                id={rowId(row)}
                role="treeitem"
                aria-level={row.level}
                aria-posinset={row.position}
                aria-setsize={row.siblings}
                aria-selected={isSelected}
                aria-expanded={row.kind === 'folder' || row.kind === 'unit' ? row.open : undefined}
                aria-label={row.kind === 'input' ? undefined : row.name}
                data-path={row.kind === 'input' ? undefined : row.path}
                draggable={row.kind === 'file' || row.kind === 'folder'}
                className={classes(styles.row, isSelected && styles.selected, row.id === focused && styles.focused)}
                style={{ transform: `translateY(${item.start}px)`, height, paddingLeft: 8 + (row.level - 1) * 14 }}
                onClick={(event) => onRowClick(event, row)}
                onDoubleClick={() => row.kind === 'file' && activate(row, false)}
                onContextMenu={(event) => onContextMenu(event, row)}
                onDragStart={(event) => row.kind !== 'input' && event.dataTransfer.setData('application/x-minifoundry-path', row.path)}
                onDrop={(event) => dropOn(event, row)}
              >
                <RowContent row={row} />
              </div>
            );
          })}
        </div>
      </div>
      {menu && (
        <ContextMenu
          label={words('explorer.menu')}
          at={menu}
          entries={entries}
          onClose={() => setMenu(null)}
          onAction={(id) => {
            setMenu(null);
            // The menu took the keyboard; its commands are about the tree's rows.
            setContextKey('explorerFocus', true);
            runCommand(id as CommandId);
          }}
        />
      )}
    </>
  );
}
