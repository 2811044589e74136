import { create } from 'zustand';
import { setContextKey } from '#renderer/client/commands/index.ts';
import { client, reportError, subscribe } from '#renderer/client/index.ts';
import type { FolderReference, ProjectInfo, WorkspaceEvent, WorkspaceInfo } from '#shared/model/workspace.ts';

interface WorkspaceState {
  workspace: WorkspaceInfo | null;
  project: ProjectInfo | null;
  /** The folder itself was moved or deleted while open. */
  gone: boolean;
  /** Right after the start, until it is known which folder is open, if any. */
  restoring: boolean;
}

export const useWorkspace = create<WorkspaceState>(() => ({ workspace: null, project: null, gone: false, restoring: true }));

type Listener = (event: WorkspaceEvent) => void;
const listeners = new Set<Listener>();
let stopWatching: (() => void) | undefined;

/** Hears of changes on disk below the open folder, until the returned function is called. */
export function onWorkspaceEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const projectFiles = /^(app\.json|mini\.project\.json|\.minifoundry\/instance\.json)$/;

function takeEvent(event: WorkspaceEvent): void {
  if (event.type === 'gone' || event.type === 'returned') useWorkspace.setState({ gone: event.type === 'gone' });
  if (event.type !== 'changed' || event.files.some((file) => projectFiles.test(file)) || event.folders.includes('.minifoundry'))
    void loadProject().catch(reportError);
  for (const listener of listeners) listener(event);
}

async function loadProject(): Promise<void> {
  const { workspace, gone } = useWorkspace.getState();
  if (workspace === null || gone) return;
  const project = await client.workspace.project({ workspaceId: workspace.workspaceId });
  if (useWorkspace.getState().workspace?.workspaceId !== workspace.workspaceId) return;
  useWorkspace.setState({ project });
  setContextKey('miniProgram', project.kind === 'mini-program');
}

/** Makes a folder the open one. Whoever shows parts of the old one follows the store. */
export async function enterWorkspace(workspace: WorkspaceInfo): Promise<void> {
  stopWatching?.();
  useWorkspace.setState({ workspace, project: null, gone: false, restoring: false });
  setContextKey('workspaceOpen', true);
  sessionStorage.setItem('workspace', workspace.workspaceId);
  localStorage.setItem('workspace', workspace.workspaceId);
  document.title = `${workspace.name} – Minifoundry`;
  stopWatching = subscribe((signal) => client.workspace.watch({ workspaceId: workspace.workspaceId }, { signal }), takeEvent);
  await loadProject();
}

export function leaveWorkspace(): void {
  stopWatching?.();
  stopWatching = undefined;
  sessionStorage.removeItem('workspace');
  localStorage.removeItem('workspace');
  document.title = 'Minifoundry';
  useWorkspace.setState({ workspace: null, project: null, gone: false });
  setContextKey('workspaceOpen', false);
  setContextKey('miniProgram', false);
}

export async function openFolder(folder: FolderReference | { folderId: string }): Promise<void> {
  await enterWorkspace(await client.workspace.open({ folderId: folder.folderId }));
}

/** The engine may be a new one that has not opened the folder yet: its recents know it under the same id. */
async function findAgain(workspaceId: string): Promise<WorkspaceInfo | null> {
  return (await client.workspace.reopen({ workspaceId })) ?? (await client.workspace.openRecent({ id: workspaceId }).catch(() => null));
}

/**
 * What this window shows first: after a reload its own folder, else the one the shell was started with, else the last
 * one. Only the desktop's origin lasts; the browser shell has a new one every time, so there is no last one there.
 */
export async function restoreWorkspace(openOnStart: string | null): Promise<void> {
  const own = sessionStorage.getItem('workspace');
  const last = openOnStart === null ? localStorage.getItem('workspace') : null;
  const id = own ?? last;
  try {
    const again = id === null ? null : await findAgain(id);
    if (again !== null) await enterWorkspace(again);
    else if (openOnStart !== null) await openFolder({ folderId: openOnStart });
  } finally {
    useWorkspace.setState({ restoring: false });
  }
}

/** The id of the open folder; only for code that runs while there is one. */
export function currentWorkspaceId(): string {
  const { workspace } = useWorkspace.getState();
  if (workspace === null) throw new Error('No folder is open');
  return workspace.workspaceId;
}
