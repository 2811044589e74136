import { mkdir, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { atomicWrite, fileError, validateName } from '#engine/files/index.ts';
import { type DomainRouter, rpc } from '#engine/rpc/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { HostRequest as GrantedRequest, HostFolder } from '#shared/model/host.ts';
import { isOutsideAddress } from '#shared/model/outside-address.ts';
import type { FolderGrants } from './folder-grants.ts';
import type { Host, HostRequest } from './host.ts';

async function listFolder(path: string): Promise<HostFolder> {
  const absolute = resolve(path);
  const entries = await readdir(absolute, { withFileTypes: true }).catch((error: unknown) => {
    throw fileError(error, absolute);
  });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, path: join(absolute, entry.name), hidden: entry.name.startsWith('.'), miniProgram: false }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const marked = await Promise.all(folders.slice(0, 500).map(async (folder) => ({ ...folder, miniProgram: await isMiniProgram(folder.path) })));
  const parent = dirname(absolute);
  return { path: absolute, parent: parent === absolute ? null : parent, folders: [...marked, ...folders.slice(500)] };
}

async function isMiniProgram(folder: string): Promise<boolean> {
  const found = await Promise.allSettled([stat(join(folder, 'app.json')), stat(join(folder, 'mini.project.json'))]);
  return found.some((result) => result.status === 'fulfilled' && result.value.isFile());
}

interface HostRouterOptions {
  host: Host;
  grants: FolderGrants;
  /** Where the copy is kept while a file has to be written in place. */
  copiesDirectory: string;
}

async function* withGrants(requests: AsyncIterable<HostRequest>, grants: FolderGrants): AsyncGenerator<GrantedRequest, void, undefined> {
  for await (const request of requests) yield request.kind === 'open-folder' ? { kind: 'open-folder', folder: grants.grant(request.path) } : request;
}

export function createHostRouter({ host, grants, copiesDirectory }: HostRouterOptions): DomainRouter<'host'> {
  function requireBuiltInPicker(): void {
    if (host.info.folderPicker !== 'built-in') throw new AppError('CAPABILITY_MISSING', { capability: 'folder-list' });
  }

  return rpc.host.router({
    info: rpc.host.info.handler(() => host.info),
    pickFolder: rpc.host.pickFolder.handler(async ({ input }) => {
      if (!host.pickFolder) throw new AppError('CAPABILITY_MISSING', { capability: 'folder-dialog' });
      const path = await host.pickFolder(input.title);
      return path === null ? null : grants.grant(path);
    }),
    saveText: rpc.host.saveText.handler(async ({ input: { title, suggestedName, text } }) => {
      if (!host.pickSaveFile) throw new AppError('CAPABILITY_MISSING', { capability: 'save-dialog' });
      const path = await host.pickSaveFile({ title, suggestedName: basename(suggestedName) });
      if (path === null) return { saved: false };
      await atomicWrite(path, Buffer.from(text, 'utf8'), { copiesDirectory }).catch((error: unknown) => {
        throw fileError(error, path);
      });
      return { saved: true };
    }),
    requests: rpc.host.requests.handler(({ signal }) => {
      if (!host.requests) throw new AppError('CAPABILITY_MISSING', { capability: 'native-menu' });
      return withGrants(host.requests(signal), grants);
    }),
    listFolders: rpc.host.listFolders.handler(({ input }) => {
      requireBuiltInPicker();
      return listFolder(input.path ?? homedir());
    }),
    makeFolder: rpc.host.makeFolder.handler(async ({ input }) => {
      requireBuiltInPicker();
      validateName(input.name);
      const path = join(resolve(input.parent), basename(input.name));
      await mkdir(path).catch((error: unknown) => {
        throw fileError(error, path);
      });
      return listFolder(path);
    }),
    grantFolder: rpc.host.grantFolder.handler(async ({ input }) => {
      requireBuiltInPicker();
      const path = resolve(input.path);
      const found = await stat(path).catch((error: unknown) => {
        throw fileError(error, path);
      });
      if (!found.isDirectory()) throw new AppError('NOT_A_FOLDER', { path });
      return grants.grant(path);
    }),
    openExternal: rpc.host.openExternal.handler(async ({ input }) => {
      if (!isOutsideAddress(input.url)) throw new AppError('BAD_INPUT', { detail: 'Only https, loopback http and mailto addresses are opened' });
      if (!host.openExternal) return { opened: false };
      await host.openExternal(input.url);
      return { opened: true };
    }),
  });
}
