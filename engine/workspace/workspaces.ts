import type { FolderGrants } from '#engine/host/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { RecentWorkspace, WorkspaceInfo } from '#shared/model/workspace.ts';
import type { RecentsStore } from './recents-store.ts';
import { describeWorkspace, type Workspace, workspaceInfoOf } from './workspace.ts';

/** The folders that are open in this run, and those opened before. */
export class Workspaces {
  readonly #open = new Map<string, Workspace>();
  readonly #grants: FolderGrants;
  readonly #recents: RecentsStore;

  constructor(grants: FolderGrants, recents: RecentsStore) {
    this.#grants = grants;
    this.#recents = recents;
  }

  /** The open folder behind an id: `WORKSPACE_NOT_OPEN`. */
  get(workspaceId: string): Workspace {
    const workspace = this.#open.get(workspaceId);
    if (!workspace) throw new AppError('WORKSPACE_NOT_OPEN', {});
    return workspace;
  }

  async open(folderId: string): Promise<WorkspaceInfo> {
    return this.openPath(this.#grants.pathOf(folderId));
  }

  /** Opens an absolute path that the engine itself knows, such as a project it has just generated. */
  async openPath(path: string): Promise<WorkspaceInfo> {
    const workspace = await describeWorkspace(path);
    this.#open.set(workspace.id, workspace);
    await this.#recents.remember(workspace);
    return workspaceInfoOf(workspace);
  }

  /** `NOT_FOUND` when the list does not have it, or when the folder is no longer there. */
  async openRecent(recentId: string): Promise<WorkspaceInfo> {
    const path = await this.#recents.pathOf(recentId);
    if (path === null) throw new AppError('NOT_FOUND', { path: '' });
    return this.openPath(path);
  }

  reopen(workspaceId: string): WorkspaceInfo | null {
    const workspace = this.#open.get(workspaceId);
    return workspace ? workspaceInfoOf(workspace) : null;
  }

  recents(): Promise<RecentWorkspace[]> {
    return this.#recents.list();
  }

  forgetRecent(recentId: string): Promise<void> {
    return this.#recents.forget(recentId);
  }
}
