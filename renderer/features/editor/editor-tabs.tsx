import { Pin, X } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { displayChord, keyFor } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { ContextMenu, classes, FileGlyph, type MenuEntry } from '#renderer/ui/index.ts';
import { closeTab, closeTabs } from './actions.ts';
import { isUnsaved, type OpenDocument, useDocuments } from './documents/index.ts';
import { activateTab, type EditorGroup, setTabState, type Tab } from './editor-store.ts';
import styles from './editor-tabs.module.css';

function useTabTitle(): (tab: Tab, document: OpenDocument | undefined) => string {
  const words = useWords();
  return (tab, document) => {
    if (tab.content.kind === 'page') return words(`editor.pages.${tab.content.page}`);
    const title = document?.title ?? tab.content.documentId.slice(tab.content.documentId.lastIndexOf('/') + 1);
    return tab.content.kind === 'compare' ? words('editor.compareTitle', { name: title }) : title;
  };
}

function EditorTab({ group, tab, onMenu }: { group: EditorGroup; tab: Tab; onMenu(event: MouseEvent): void }) {
  const words = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const document = useDocuments((state) => (tab.content.kind === 'page' ? undefined : state.byId[tab.content.documentId]));
  const title = useTabTitle()(tab, document);
  const active = group.activeTabId === tab.id;
  const unsaved = tab.content.kind === 'document' && isUnsaved(document);
  const missing = document?.kind === 'text' && document.disk === 'missing';
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);

  function onKeyDown(event: KeyboardEvent): void {
    const index = group.tabs.indexOf(tab);
    const target = { ArrowRight: group.tabs[index + 1], ArrowLeft: group.tabs[index - 1], Home: group.tabs[0], End: group.tabs.at(-1) }[event.key];
    if (event.key === 'Delete') attempt(() => closeTab(group, tab));
    if (event.key === 'Enter' || event.key === ' ') activateTab(group.id, tab.id);
    if (target === undefined) return;
    event.preventDefault();
    activateTab(group.id, target.id);
    requestAnimationFrame(() => ref.current?.parentElement?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  }

  return (
    <div
      ref={ref}
      role="tab"
      id={`tab-${group.id}-${tab.id}`}
      tabIndex={active ? 0 : -1}
      aria-selected={active}
      aria-label={[title, unsaved && words('editor.unsaved'), missing && words('editor.deleted'), tab.state === 'pinned' && words('editor.pinned')]
        .filter(Boolean)
        .join(', ')}
      className={classes(styles.tab, active && styles.active, tab.state === 'preview' && styles.preview)}
      title={document?.path ?? title}
      onClick={() => activateTab(group.id, tab.id)}
      onDoubleClick={() => tab.state === 'preview' && setTabState(group.id, tab.id, 'kept')}
      onAuxClick={(event) => event.button === 1 && attempt(() => closeTab(group, tab))}
      onContextMenu={onMenu}
      onKeyDown={onKeyDown}
    >
      {tab.state === 'pinned' && <Pin size={12} aria-hidden="true" />}
      <FileGlyph name={title} />
      <span dir="auto" className={classes(styles.title, missing && styles.missing)}>
        {title}
      </span>
      <span
        aria-hidden="true"
        className={styles.close}
        data-unsaved={unsaved}
        onClick={(event) => {
          event.stopPropagation();
          attempt(() => closeTab(group, tab));
        }}
      >
        {unsaved && <span className={styles.dot} />}
        <X size={14} strokeWidth={1.5} />
      </span>
    </div>
  );
}

interface TabMenu {
  at: { x: number; y: number };
  tab: Tab;
}

export function EditorTabs({ group }: { group: EditorGroup }) {
  const words = useWords();
  const [menu, setMenu] = useState<TabMenu | null>(null);
  const close = keyFor('editor.close');
  const entries: MenuEntry[] = menu
    ? [
        { kind: 'item', id: 'close', label: words('editor.menu.close'), shortcut: close && displayChord(close) },
        { kind: 'item', id: 'others', label: words('editor.menu.closeOthers'), disabled: group.tabs.length < 2 },
        { kind: 'item', id: 'all', label: words('editor.menu.closeAll') },
        { kind: 'separator', id: 'line' },
        { kind: 'item', id: 'pin', label: words(menu.tab.state === 'pinned' ? 'editor.menu.unpin' : 'editor.menu.pin') },
      ]
    : [];

  function onAction(id: string, tab: Tab): void {
    setMenu(null);
    if (id === 'close') attempt(() => closeTab(group, tab));
    if (id === 'others')
      attempt(() =>
        closeTabs(
          group,
          group.tabs.filter((other) => other !== tab && other.state !== 'pinned'),
        ),
      );
    if (id === 'all') attempt(() => closeTabs(group, group.tabs));
    if (id === 'pin') setTabState(group.id, tab.id, tab.state === 'pinned' ? 'kept' : 'pinned');
  }

  return (
    <>
      <div role="tablist" aria-label={words('editor.tabs')} className={styles.tabs}>
        {group.tabs.map((tab) => (
          <EditorTab
            key={tab.id}
            group={group}
            tab={tab}
            onMenu={(event) => {
              event.preventDefault();
              setMenu({ at: { x: event.clientX, y: event.clientY }, tab });
            }}
          />
        ))}
      </div>
      {menu && (
        <ContextMenu label={words('editor.tabs')} at={menu.at} entries={entries} onClose={() => setMenu(null)} onAction={(id) => onAction(id, menu.tab)} />
      )}
    </>
  );
}
