import { create } from 'zustand';
import { attempt, client, reportError } from '#renderer/client/index.ts';
import { currentWorkspaceId, onWorkspaceEvent, useWorkspace } from '#renderer/features/workspace/index.ts';
import { isAppError } from '#shared/model/errors.ts';
import type { FolderListing, QuickOpenResult } from '#shared/model/workspace.ts';

/** A name being typed in the tree. */
export type NameEdit = { kind: 'new-file' | 'new-folder'; parent: string } | { kind: 'rename'; path: string };

interface ExplorerState {
  listings: Readonly<Record<string, FolderListing>>;
  expanded: ReadonlySet<string>;
  selected: ReadonlySet<string>;
  /** The row that has the keyboard; by row id. */
  focused: string | null;
  /** Where a range selection starts. */
  anchor: string | null;
  edit: NameEdit | null;
  filter: string;
  /** What the filter finds in the whole folder; null while there is no filter. */
  found: QuickOpenResult | null;
}

const empty: ExplorerState = { listings: {}, expanded: new Set(), selected: new Set(), focused: null, anchor: null, edit: null, filter: '', found: null };

export const useExplorer = create<ExplorerState>(() => empty);

export function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Reads one folder; a folder that is gone is folded away. An answer about a folder that was left meanwhile is dropped. */
export async function readFolder(path: string): Promise<void> {
  const workspaceId = currentWorkspaceId();
  try {
    const listing = await client.workspace.list({ workspaceId, path });
    if (useWorkspace.getState().workspace?.workspaceId !== workspaceId) return;
    useExplorer.setState(({ listings }) => ({ listings: { ...listings, [path]: listing } }));
  } catch (error) {
    if (useWorkspace.getState().workspace?.workspaceId !== workspaceId) return;
    if (!isAppError(error, 'NOT_FOUND') && !isAppError(error, 'WORKSPACE_GONE')) throw error;
    useExplorer.setState(({ listings, expanded }) => {
      const { [path]: _gone, ...rest } = listings;
      return { listings: rest, expanded: new Set([...expanded].filter((folder) => folder !== path)) };
    });
  }
}

/** `id` is a folder's path, or the id of a unit that has no folder of its own. */
export async function expand(id: string): Promise<void> {
  if (!id.startsWith('unit:') && useExplorer.getState().listings[id] === undefined) await readFolder(id);
  useExplorer.setState(({ expanded }) => ({ expanded: new Set(expanded).add(id) }));
}

export function collapse(id: string): void {
  useExplorer.setState(({ expanded }) => ({ expanded: new Set([...expanded].filter((other) => other !== id)) }));
}

export function collapseAll(): void {
  useExplorer.setState({ expanded: new Set() });
}

export function refreshAll(): void {
  for (const path of Object.keys(useExplorer.getState().listings)) attempt(() => readFolder(path));
}

let filterRequest = 0;

/** Narrows the tree to paths that match, anywhere in the folder. */
export async function setFilter(filter: string): Promise<void> {
  const request = ++filterRequest;
  useExplorer.setState({ filter, ...(filter === '' ? { found: null } : {}) });
  if (filter === '') return;
  const found = await client.workspace.quickOpen({ workspaceId: currentWorkspaceId(), query: filter, limit: 500 });
  if (request === filterRequest) useExplorer.setState({ found });
}

/** Unfolds every parent, so that the path has a row. */
export async function expandTo(path: string): Promise<void> {
  const parts = path.split('/').slice(0, -1);
  for (let length = 1; length <= parts.length; length++) await expand(parts.slice(0, length).join('/'));
  const folder = parts.join('/');
  const unit = useExplorer.getState().listings[folder]?.units.find((candidate) => candidate.files.some((file) => file.name === nameOf(path)));
  if (unit) await expand(`unit:${folder === '' ? '' : `${folder}/`}${unit.base}`);
}

/** Unfolds every parent and selects the path. */
export async function revealPath(path: string): Promise<void> {
  await expandTo(path);
  useExplorer.setState({ focused: path, anchor: path, selected: new Set([path]) });
}

/** Follows the open folder and its changes on disk. */
export function followWorkspace(): () => void {
  let shown: string | null = null;
  const take = (workspaceId: string | null) => {
    if (workspaceId === shown) return;
    shown = workspaceId;
    filterRequest++;
    useExplorer.setState(empty);
    if (workspaceId !== null) readFolder('').catch(reportError);
  };
  take(useWorkspace.getState().workspace?.workspaceId ?? null);
  const stopWorkspace = useWorkspace.subscribe((state) => take(state.workspace?.workspaceId ?? null));
  const stopEvents = onWorkspaceEvent((event) => {
    if (event.type === 'refresh' || event.type === 'returned') refreshAll();
    if (event.type !== 'changed') return;
    const { listings } = useExplorer.getState();
    // A folder's chips come from its parent's listing, so a change inside may show one level up.
    const stale = new Set(event.folders.flatMap((folder) => (folder === '' ? [''] : [folder, parentOf(folder)])));
    for (const folder of stale) if (listings[folder]) attempt(() => readFolder(folder));
  });
  return () => {
    stopWorkspace();
    stopEvents();
  };
}
