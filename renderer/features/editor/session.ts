import * as z from 'zod';
import { client, reportError, useSettings } from '#renderer/client/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import {
  claimBackups,
  closeAllDocuments,
  createUntitled,
  documentId,
  markKept,
  openDocument,
  restoreText,
  saveDocument,
  unsavedIds,
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

function fromKept(kept: unknown): { groups: EditorGroup[]; activeGroupId: number } | null {
  const parsed = keptSession.safeParse(kept);
  if (!parsed.success) return null;
  const groups = parsed.data.groups.flatMap((group): EditorGroup[] => {
    const tabs = group.tabs.map(({ path, state }) => {
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

/** Hot exit: unsaved text of earlier windows comes back as unsaved text. */
async function restoreBackups(workspaceId: string): Promise<void> {
  for (const backup of await claimBackups(workspaceId)) {
    if (backup.path === null) {
      const id = await createUntitled('', backup.title);
      markKept(id);
      await restoreText(id, backup.text, null);
      showTab({ kind: 'document', documentId: id });
      continue;
    }
    const id = documentId(backup.path);
    markKept(id);
    showTab({ kind: 'document', documentId: id });
    await openDocument(backup.path);
    await restoreText(id, backup.text, backup.baseEtag);
  }
}

let restoredFor: string | null = null;

async function restore(workspaceId: string): Promise<void> {
  restoredFor = null;
  closeAllDocuments();
  resetEditors();
  const kept = fromKept(await client.settings.loadState({ workspaceId }));
  if (useWorkspace.getState().workspace?.workspaceId !== workspaceId) return;
  if (kept) setGroups(kept.groups, kept.activeGroupId);
  await restoreBackups(workspaceId);
  restoredFor = workspaceId;
}

function keepSession(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  return useEditors.subscribe(() => {
    openShownDocuments();
    clearTimeout(timer);
    timer = setTimeout(() => {
      const workspaceId = restoredFor;
      const state = toKept();
      const text = JSON.stringify(state);
      if (workspaceId === null || text === last) return;
      last = text;
      client.settings.saveState({ workspaceId, state }).catch(reportError);
    }, 300);
  });
}

/** `files.autoSave`: after a delay, or when the tab or window is left. */
function autoSave(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    for (const id of unsavedIds()) if (id.startsWith('file:') && useDocuments.getState().byId[id]) saveDocument(id).catch(reportError);
  };
  const onBlur = () => useSettings.getState().values['files.autoSave'] === 'on-focus-change' && save();
  window.addEventListener('blur', onBlur);
  const stopTabs = useEditors.subscribe((now, before) => activeTab(now)?.id !== activeTab(before)?.id && onBlur());
  const stopDocuments = useDocuments.subscribe(() => {
    const settings = useSettings.getState().values;
    if (settings['files.autoSave'] !== 'after-delay' || unsavedIds().length === 0) return;
    clearTimeout(timer);
    timer = setTimeout(save, settings['files.autoSaveDelay']);
  });
  return () => {
    window.removeEventListener('blur', onBlur);
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
    if (workspaceId !== null) restore(workspaceId).catch(reportError);
    else {
      restoredFor = null;
      closeAllDocuments();
      resetEditors();
    }
  };
  stops.push(useWorkspace.subscribe((state) => take(state.workspace?.workspaceId ?? null)));
  return () => {
    for (const stop of stops) stop();
  };
}
