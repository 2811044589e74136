import { create } from 'zustand';
import { setContextKey } from '#renderer/client/commands/index.ts';

export type TabContent =
  | { kind: 'document'; documentId: string }
  | { kind: 'compare'; documentId: string }
  | { kind: 'page'; page: 'settings' | 'keybindings' };

export interface Tab {
  id: string;
  content: TabContent;
  /** A preview tab is replaced by the next one; a pinned tab stays first and is not closed with the others. */
  state: 'preview' | 'kept' | 'pinned';
}

export interface EditorGroup {
  id: number;
  tabs: Tab[];
  activeTabId: string | null;
}

interface EditorState {
  groups: EditorGroup[];
  activeGroupId: number;
  /** Closed tabs, newest last. */
  closed: { content: TabContent; groupId: number }[];
}

const maximumClosed = 50;
let nextGroupId = 2;

export const useEditors = create<EditorState>(() => ({ groups: [{ id: 1, tabs: [], activeTabId: null }], activeGroupId: 1, closed: [] }));

export function tabId(content: TabContent): string {
  return content.kind === 'page' ? `page:${content.page}` : `${content.kind}:${content.documentId}`;
}

export function activeGroup(state: EditorState = useEditors.getState()): EditorGroup {
  const found = state.groups.find((group) => group.id === state.activeGroupId) ?? state.groups[0];
  if (found === undefined) throw new Error('There is always one editor group');
  return found;
}

export function activeTab(state: EditorState = useEditors.getState()): Tab | null {
  const group = activeGroup(state);
  return group.tabs.find((tab) => tab.id === group.activeTabId) ?? null;
}

/** The document of the active tab, or null. */
export function activeDocumentId(state: EditorState = useEditors.getState()): string | null {
  const tab = activeTab(state);
  return tab?.content.kind === 'document' ? tab.content.documentId : null;
}

function patchGroup(id: number, change: (group: EditorGroup) => EditorGroup): void {
  useEditors.setState(({ groups }) => ({ groups: groups.map((group) => (group.id === id ? change(group) : group)) }));
}

/** Puts a tab on screen; where it is open already in that group it is only activated. */
export function showTab(content: TabContent, options: { preview?: boolean; groupId?: number } = {}): void {
  const id = tabId(content);
  const { groups } = useEditors.getState();
  const groupId = groups.some((group) => group.id === options.groupId) ? (options.groupId ?? activeGroup().id) : activeGroup().id;
  patchGroup(groupId, (group) => {
    const known = group.tabs.find((tab) => tab.id === id);
    if (known) {
      const tabs =
        options.preview || known.state !== 'preview' ? group.tabs : group.tabs.map((tab) => (tab === known ? { ...tab, state: 'kept' as const } : tab));
      return { ...group, tabs, activeTabId: id };
    }
    return { ...group, tabs: insertTab(group, { id, content, state: options.preview ? 'preview' : 'kept' }), activeTabId: id };
  });
  useEditors.setState({ activeGroupId: groupId });
}

/** A new tab goes behind the active one, and a preview takes the place of the preview before it. */
function insertTab(group: EditorGroup, tab: Tab): Tab[] {
  const preview = group.tabs.findIndex((candidate) => candidate.state === 'preview');
  if (tab.state === 'preview' && preview >= 0) return group.tabs.with(preview, tab);
  const pinned = group.tabs.filter((candidate) => candidate.state === 'pinned').length;
  const after = group.tabs.findIndex((candidate) => candidate.id === group.activeTabId) + 1;
  return group.tabs.toSpliced(Math.max(after, pinned), 0, tab);
}

/** Removes a tab without asking; what it showed may still be open elsewhere. An emptied second group goes too. */
export function removeTab(groupId: number, id: string): void {
  const group = useEditors.getState().groups.find((candidate) => candidate.id === groupId);
  const index = group?.tabs.findIndex((tab) => tab.id === id) ?? -1;
  const tab = group?.tabs[index];
  if (group === undefined || tab === undefined) return;
  const tabs = group.tabs.toSpliced(index, 1);
  const activeTabId = group.activeTabId === id ? (tabs[Math.min(index, tabs.length - 1)]?.id ?? null) : group.activeTabId;
  patchGroup(groupId, () => ({ ...group, tabs, activeTabId }));
  useEditors.setState(({ closed }) => ({ closed: [...closed, { content: tab.content, groupId }].slice(-maximumClosed) }));
  dropEmptyGroups();
}

function dropEmptyGroups(): void {
  const { groups, activeGroupId } = useEditors.getState();
  const kept = groups.filter((group) => group.tabs.length > 0);
  if (kept.length === groups.length || groups.length === 1) return;
  const [first] = kept.length > 0 ? kept : groups;
  useEditors.setState({
    groups: kept.length > 0 ? kept : groups.slice(0, 1),
    activeGroupId: kept.some((group) => group.id === activeGroupId) ? activeGroupId : (first?.id ?? activeGroupId),
  });
}

export function activateTab(groupId: number, id: string): void {
  patchGroup(groupId, (group) => ({ ...group, activeTabId: id }));
  useEditors.setState({ activeGroupId: groupId });
}

export function activateGroup(groupId: number): void {
  if (useEditors.getState().activeGroupId !== groupId) useEditors.setState({ activeGroupId: groupId });
}

export function setTabState(groupId: number, id: string, state: Tab['state']): void {
  patchGroup(groupId, (group) => {
    const tabs = group.tabs.map((tab) => (tab.id === id ? { ...tab, state } : tab));
    return { ...group, tabs: [...tabs.filter((tab) => tab.state === 'pinned'), ...tabs.filter((tab) => tab.state !== 'pinned')] };
  });
}

/** A document was saved under another name or renamed: its tabs follow. */
export function replaceDocument(from: string, to: string): void {
  useEditors.setState(({ groups }) => ({
    groups: groups.map((group) => {
      const renamed = group.tabs.map((tab): Tab => {
        if (tab.content.kind === 'page' || tab.content.documentId !== from) return tab;
        const content: TabContent = { ...tab.content, documentId: to };
        return { ...tab, id: tabId(content), content, state: tab.state === 'pinned' ? 'pinned' : 'kept' };
      });
      const active = group.tabs.findIndex((tab) => tab.id === group.activeTabId);
      const tabs = renamed.filter((tab, index) => renamed.findIndex((other) => other.id === tab.id) === index);
      return { ...group, tabs, activeTabId: renamed[active]?.id ?? null };
    }),
  }));
}

/** Opens the active tab again in a group to the right. */
export function splitRight(): void {
  const state = useEditors.getState();
  const group = activeGroup(state);
  const tab = activeTab(state);
  if (tab === null) return;
  const created: EditorGroup = { id: nextGroupId++, tabs: [{ ...tab, state: 'kept' }], activeTabId: tab.id };
  useEditors.setState({ groups: state.groups.toSpliced(state.groups.indexOf(group) + 1, 0, created), activeGroupId: created.id });
}

export function stepTab(step: 1 | -1): void {
  const group = activeGroup();
  const index = group.tabs.findIndex((tab) => tab.id === group.activeTabId);
  const next = group.tabs[(index + step + group.tabs.length) % group.tabs.length];
  if (next) activateTab(group.id, next.id);
}

export function isShown(documentId: string): boolean {
  return useEditors.getState().groups.some((group) => group.tabs.some((tab) => tab.content.kind !== 'page' && tab.content.documentId === documentId));
}

export function isShownElsewhere(documentId: string, groupId: number): boolean {
  return useEditors
    .getState()
    .groups.some((group) => group.id !== groupId && group.tabs.some((tab) => tab.content.kind === 'document' && tab.content.documentId === documentId));
}

/** Removes every tab that shows a document, its comparison with the disk included. */
export function removeTabsOf(documentId: string): void {
  for (const group of useEditors.getState().groups) {
    for (const tab of group.tabs) if (tab.content.kind !== 'page' && tab.content.documentId === documentId) removeTab(group.id, tab.id);
  }
}

/** Replaces all groups, for a restored session. Groups get ids of their own, so that kept ones need not be trusted. */
export function setGroups(groups: EditorGroup[], activeGroupId: number): void {
  const active = Math.max(
    0,
    groups.findIndex((group) => group.id === activeGroupId),
  );
  const numbered = groups.map((group, index) => ({ ...group, id: index + 1 }));
  nextGroupId = groups.length + 1;
  useEditors.setState({ groups: numbered, activeGroupId: active + 1, closed: [] });
}

export function resetEditors(): void {
  setGroups([{ id: 1, tabs: [], activeTabId: null }], 1);
}

useEditors.subscribe((state) => {
  const tab = activeTab(state);
  setContextKey('editorOpen', tab !== null);
  setContextKey('textEditorOpen', tab?.content.kind === 'document');
});
