import * as z from 'zod';
import { client, reportError, useSettings } from '#renderer/client/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import {
  claimBackups,
  closeAllDocuments,
  closeDocument,
  continueBackup,
  documentId,
  dropBackup,
  isUnsaved,
  openDocument,
  restoreText,
  saveDocument,
  useDocuments,
} from './documents/index.ts';
import { activeTab, type EditorGroup, resetEditors, setGroups, showTab, tabId, useEditors } from './editor-store.ts';

const keptTab = z.object({ path: z.string(), state: z.enum(['preview', 'kept', 'pinned']) });
const keptSession = z.object({
  groups: z.array(z.object({ id: z.number(), tabs: z.array(keptTab), active: z.string().nullable() })),
  activeGroupId: z.number(),
});

function toKept() {
  const { groups, activeGroupId } = useEditors.getState();
  const pathOf = (id: string | null) => (id?.startsWith('document:file:') ? id.slice('document:file:'.length) : null);
  return {
    activeGroupId,
    groups: groups.map((group) => ({
      id: group.id,
      active: pathOf(group.activeTabId),
      tabs: group.tabs.flatMap((tab) => {
        const path = pathOf(tab.id);
        return path === null ? [] : [{ path, state: tab.state }];
      }),
    })),
  };
}

/** The groups of a kept session; null when there is nothing usable in it. */
export function fromKept(kept: unknown): { groups: EditorGroup[]; activeGroupId: number } | null {
  const parsed = keptSession.safeParse(kept);
  if (!parsed.success) return null;
  const groups = parsed.data.groups.flatMap((group): EditorGroup[] => {
    const states = new Map(group.tabs.map(({ path, state }) => [path, state]));
    const tabs = [...states].map(([path, state]) => {
      const content = { kind: 'document' as const, documentId: documentId(path) };
      return { id: tabId(content), content, state };
    });
    const active = group.active === null ? null : tabId({ kind: 'document', documentId: documentId(group.active) });
    return tabs.length === 0 ? [] : [{ id: group.id, tabs, activeTabId: tabs.some((tab) => tab.id === active) ? active : (tabs[0]?.id ?? null) }];
  });
  return groups.length === 0 ? null : { groups, activeGroupId: parsed.data.activeGroupId };
}

/** Opens what a tab shows when it becomes visible, so that restoring fifty tabs reads two files. */
function openShownDocuments(): void {
  for (const group of useEditors.getState().groups) {
    const tab = group.tabs.find((candidate) => candidate.id === group.activeTabId);
    if (tab?.content.kind !== 'document' || useDocuments.getState().byId[tab.content.documentId] || !tab.content.documentId.startsWith('file:')) continue;
    openDocument(tab.content.documentId.slice('file:'.length)).catch(reportError);
  }
}

function isOpen(workspaceId: string): boolean {
  return useWorkspace.getState().workspace?.workspaceId === workspaceId;
}

/** Hot exit: unsaved text of earlier windows comes back as unsaved text. */
async function restoreBackups(workspaceId: string): Promise<void> {
  for (const backup of await claimBackups(workspaceId)) {
    if (!isOpen(workspaceId)) return;
    if (backup.path !== null) await openDocument(backup.path);
    if (!isOpen(workspaceId)) return;
    const id = await restoreText(backup);
    continueBackup(id, workspaceId, backup.backupId);
    if (isUnsaved(useDocuments.getState().byId[id])) showTab({ kind: 'document', documentId: id });
    else await dropBackup(id);
  }
}

let restoredFor: string | null = null;

async function restore(workspaceId: string): Promise<void> {
  const kept = fromKept(await client.settings.loadState({ workspaceId }));
  if (!isOpen(workspaceId)) return;
  if (kept) setGroups(kept.groups, kept.activeGroupId);
  await restoreBackups(workspaceId);
  if (isOpen(workspaceId)) restoredFor = workspaceId;
}

/** Keeps which tabs are open, per folder. What is shown while a folder is being left or restored is not kept. */
function keepSession(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { workspaceId: string; state: ReturnType<typeof toKept> } | null = null;
  let last = '';
  const save = () => {
    const text = JSON.stringify(waiting);
    if (waiting !== null && text !== last) client.settings.saveState(waiting).catch(reportError);
    last = text;
    waiting = null;
  };
  const stop = useEditors.subscribe(() => {
    openShownDocuments();
    if (restoredFor === null) return;
    closeHiddenDocuments();
    waiting = { workspaceId: restoredFor, state: toKept() };
    clearTimeout(timer);
    timer = setTimeout(save, 300);
  });
  return () => {
    stop();
    clearTimeout(timer);
    save();
  };
}

/** A preview gave way to the next one: its document closes too. Unsaved text is never closed like this. */
function closeHiddenDocuments(): void {
  const shown = new Set(
    useEditors.getState().groups.flatMap((group) => group.tabs.flatMap(({ content }) => (content.kind === 'page' ? [] : [content.documentId]))),
  );
  for (const document of Object.values(useDocuments.getState().byId)) {
    if (!shown.has(document.id) && !isUnsaved(document)) closeDocument(document.id);
  }
}

/** Saves what can be saved without a question: not a file that changed or vanished on disk, nor one whose last save failed. */
function saveQuietly(): void {
  for (const document of Object.values(useDocuments.getState().byId)) {
    if (document.kind !== 'text' || document.path === null || document.edit !== 'dirty' || document.disk !== 'same') continue;
    saveDocument(document.id).catch(reportError);
  }
}

/** `files.autoSave`: after a delay, or when the tab or window is left. */
function autoSave(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onLeave = () => useSettings.getState().values['files.autoSave'] === 'on-focus-change' && saveQuietly();
  window.addEventListener('blur', onLeave);
  const stopTabs = useEditors.subscribe((now, before) => activeTab(now)?.id !== activeTab(before)?.id && onLeave());
  const stopDocuments = useDocuments.subscribe(() => {
    const settings = useSettings.getState().values;
    if (settings['files.autoSave'] !== 'after-delay') return;
    clearTimeout(timer);
    timer = setTimeout(saveQuietly, settings['files.autoSaveDelay']);
  });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('blur', onLeave);
    stopTabs();
    stopDocuments();
  };
}

/** Restores tabs and unsaved text whenever a folder is opened, and keeps them from then on. */
export function followSession(): () => void {
  const stops = [keepSession(), autoSave()];
  let shown: string | null = null;
  const take = (workspaceId: string | null) => {
    if (workspaceId === shown) return;
    shown = workspaceId;
    restoredFor = null;
    closeAllDocuments();
    resetEditors();
    if (workspaceId !== null) restore(workspaceId).catch(reportError);
  };
  take(useWorkspace.getState().workspace?.workspaceId ?? null);
  stops.push(useWorkspace.subscribe((state) => take(state.workspace?.workspaceId ?? null)));
  return () => {
    for (const stop of stops) stop();
  };
}
