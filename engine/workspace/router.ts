import { type DomainRouter, rpc } from '#engine/rpc/index.ts';
import { AppError } from '#shared/model/errors.ts';
import { listFolder } from './list-folder.ts';
import type { Workspaces } from './workspaces.ts';

function missing(): never {
  throw new AppError('CAPABILITY_MISSING', { capability: 'workspace' });
}

export function createWorkspaceRouter(workspaces: Workspaces): DomainRouter<'workspace'> {
  const on = rpc.workspace;
  return on.router({
    open: on.open.handler(({ input }) => workspaces.open(input.folderId)),
    openRecent: on.openRecent.handler(({ input }) => workspaces.openRecent(input.id)),
    reopen: on.reopen.handler(({ input }) => workspaces.reopen(input.workspaceId)),
    recents: on.recents.handler(() => workspaces.recents()),
    forgetRecent: on.forgetRecent.handler(({ input }) => workspaces.forgetRecent(input.id)),
    createBlank: on.createBlank.handler(missing),
    list: on.list.handler(({ input }) => listFolder(workspaces.get(input.workspaceId), input.path)),
    project: on.project.handler(missing),
    watch: on.watch.handler(missing),
    quickOpen: on.quickOpen.handler(missing),
    scripts: on.scripts.handler(missing),
    createFile: on.createFile.handler(missing),
    createFolder: on.createFolder.handler(missing),
    rename: on.rename.handler(missing),
    duplicate: on.duplicate.handler(missing),
    trash: on.trash.handler(missing),
    restore: on.restore.handler(missing),
    reveal: on.reveal.handler(missing),
    absolutePath: on.absolutePath.handler(missing),
    createPage: on.createPage.handler(missing),
    createComponent: on.createComponent.handler(missing),
    link: on.link.handler(missing),
  });
}
