import { resolveEntry } from '#engine/files/index.ts';
import type { FolderGrants, Host } from '#engine/host/index.ts';
import { type DomainRouter, rpc } from '#engine/rpc/index.ts';
import { listFolder } from './list-folder.ts';
import { createFile, createFolder, duplicateEntry, renameEntry } from './operations/file-operations.ts';
import type { Trash } from './operations/trash.ts';
import { createBlankProject } from './project/create-blank.ts';
import { createComponent, createPage } from './project/create-unit.ts';
import { linkProject } from './project/link-project.ts';
import { readProjectInfo } from './project/project-info.ts';
import { readScripts } from './project/read-scripts.ts';
import type { Workspace } from './workspace.ts';
import type { WorkspaceActivities } from './workspace-activity.ts';
import type { Workspaces } from './workspaces.ts';

export interface WorkspaceDependencies {
  dataDirectory: string;
  host: Host;
  grants: FolderGrants;
  workspaces: Workspaces;
  activities: WorkspaceActivities;
  trash: Trash;
}

async function reveal(host: Host, workspace: Workspace, path: string): Promise<{ revealed: boolean }> {
  const absolute = await resolveEntry(workspace, path);
  if (!host.reveal) return { revealed: false };
  await host.reveal(absolute);
  return { revealed: true };
}

export function createWorkspaceRouter(dependencies: WorkspaceDependencies): DomainRouter<'workspace'> {
  const { dataDirectory, host, grants, workspaces, activities, trash } = dependencies;
  const on = rpc.workspace;
  const get = ({ workspaceId }: { workspaceId: string }): Workspace => workspaces.get(workspaceId);
  return on.router({
    open: on.open.handler(({ input }) => workspaces.open(input.folderId)),
    openRecent: on.openRecent.handler(({ input }) => workspaces.openRecent(input.id)),
    reopen: on.reopen.handler(({ input }) => workspaces.reopen(input.workspaceId)),
    recents: on.recents.handler(() => workspaces.recents()),
    forgetRecent: on.forgetRecent.handler(({ input }) => workspaces.forgetRecent(input.id)),
    createBlank: on.createBlank.handler(async ({ input }) => grants.grant(await createBlankProject(grants.pathOf(input.parentFolderId), input.name))),
    list: on.list.handler(({ input }) => listFolder(get(input), input.path)),
    project: on.project.handler(({ input }) => readProjectInfo(get(input))),
    watch: on.watch.handler(({ input, signal }) => activities.watch(get(input), signal)),
    quickOpen: on.quickOpen.handler(({ input }) => activities.quickOpen(get(input), input.query, input.limit)),
    scripts: on.scripts.handler(({ input }) => readScripts(get(input))),
    createFile: on.createFile.handler(({ input }) => createFile(get(input), input.path)),
    createFolder: on.createFolder.handler(({ input }) => createFolder(get(input), input.path)),
    rename: on.rename.handler(({ input }) => renameEntry(get(input), input.from, input.to)),
    duplicate: on.duplicate.handler(({ input }) => duplicateEntry(get(input), input.path)),
    trash: on.trash.handler(({ input }) => trash.trash(get(input), input.paths)),
    restore: on.restore.handler(({ input }) => trash.restore(get(input), input.trashId)),
    reveal: on.reveal.handler(({ input }) => reveal(host, get(input), input.path)),
    absolutePath: on.absolutePath.handler(async ({ input }) => ({ path: await resolveEntry(get(input), input.path) })),
    createPage: on.createPage.handler(({ input }) => createPage(get(input), input.route, dataDirectory)),
    createComponent: on.createComponent.handler(({ input }) => createComponent(get(input), input.path)),
    link: on.link.handler(({ input }) => linkProject(get(input), input, dataDirectory)),
  });
}
