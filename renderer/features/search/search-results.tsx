import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { openFile } from '#renderer/features/editor/index.ts';
import { classes, FileGlyph } from '#renderer/ui/index.ts';
import type { SearchHit } from '#shared/model/search.ts';
import styles from './search-results.module.css';
import { toggleFile, useSearch } from './search-store.ts';

type Row = { kind: 'file'; path: string; count: number; open: boolean } | { kind: 'hit'; path: string; hit: SearchHit };

function useRows(): Row[] {
  const files = useSearch((state) => state.files);
  const collapsed = useSearch((state) => state.collapsed);
  return useMemo(
    () =>
      files.flatMap(({ path, hits }): Row[] => {
        const open = !collapsed.has(path);
        const head: Row = { kind: 'file', path, count: hits.length, open };
        return open ? [head, ...hits.map((hit): Row => ({ kind: 'hit', path, hit }))] : [head];
      }),
    [files, collapsed],
  );
}

function HitText({ hit }: { hit: SearchHit }) {
  const parts: React.ReactNode[] = [];
  let end = 0;
  for (const { offset, length } of hit.ranges) {
    if (offset < end) continue;
    parts.push(
      hit.text.slice(end, offset),
      <mark key={offset} className={styles.mark}>
        {hit.text.slice(offset, offset + length)}
      </mark>,
    );
    end = offset + length;
  }
  parts.push(hit.text.slice(end));
  return <span className={styles.text}>{parts}</span>;
}

function openRow(row: Row, keepFocus: boolean): void {
  if (row.kind === 'file') return toggleFile(row.path);
  const [range] = row.hit.ranges;
  attempt(() =>
    openFile(row.path, {
      preview: true,
      keepFocus,
      position: { line: row.hit.line, column: range?.column ?? 1, ...(range ? { endColumn: range.endColumn } : {}) },
    }),
  );
}

function RowContent({ row }: { row: Row }) {
  if (row.kind === 'hit') return <HitText hit={row.hit} />;
  const slash = row.path.lastIndexOf('/');
  const Chevron = row.open ? ChevronDown : ChevronRight;
  return (
    <>
      <Chevron size={14} aria-hidden="true" className={styles.chevron} />
      <FileGlyph name={row.path} />
      <span dir="auto" className={styles.name}>
        {row.path.slice(slash + 1)}
      </span>
      <span dir="auto" className={styles.folder}>
        {slash > 0 ? row.path.slice(0, slash) : ''}
      </span>
      <span className={styles.count}>{row.count}</span>
    </>
  );
}

/** Files and hits as one flat, virtualised tree. */
export function SearchResults() {
  const words = useWords();
  const rows = useRows();
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => 22, overscan: 12 });
  const current = Math.min(active, rows.length - 1);

  function move(index: number): void {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const row = rows[current];
    if (row === undefined) return;
    const isOpenFile = row.kind === 'file' && row.open;
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(current + 1),
      ArrowUp: () => move(current - 1),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      PageDown: () => move(current + 20),
      PageUp: () => move(current - 20),
      Enter: () => openRow(row, false),
      ' ': () => openRow(row, true),
      ArrowRight: () => (row.kind === 'file' && !row.open ? toggleFile(row.path) : move(current + 1)),
      ArrowLeft: () => (isOpenFile ? toggleFile(row.path) : move(rows.findLastIndex((other, index) => index < current && other.kind === 'file'))),
    };
    const action = keys[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  }

  return (
    <div
      ref={scroll}
      role="tree"
      aria-label={words('search.results')}
      tabIndex={0}
      aria-activedescendant={rows.length > 0 ? `search-row-${current}` : undefined}
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
            // biome-ignore lint/a11y/useFocusableInteractive: rows are reached through aria-activedescendant
            <div
              key={item.key}
              id={`search-row-${item.index}`}
              role="treeitem"
              aria-level={row.kind === 'file' ? 1 : 2}
              aria-expanded={row.kind === 'file' ? row.open : undefined}
              aria-selected={item.index === current}
              className={classes(styles.row, row.kind === 'hit' && styles.hit, item.index === current && styles.active)}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                setActive(item.index);
                openRow(row, true);
              }}
              onDoubleClick={() => openRow(row, false)}
            >
              <RowContent row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
