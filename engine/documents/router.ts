import { join } from 'node:path';
import { resolveInside, type WorkspaceRoot } from '#engine/files/index.ts';
import { type DomainRouter, rpc } from '#engine/rpc/index.ts';
import type { DocumentStat, SaveOutcome } from '#shared/model/documents.ts';
import { isAppError } from '#shared/model/errors.ts';
import type { BackupStore } from './backup-store.ts';
import { openDocument } from './open-document.ts';
import { readFileBytes } from './read-file.ts';
import { type SaveRequest, saveDocument } from './save-document.ts';

export interface DocumentsDependencies {
  dataDirectory: string;
  backups: BackupStore;
  /** The open folder behind an id: `WORKSPACE_NOT_OPEN`. */
  rootOf: (workspaceId: string) => WorkspaceRoot;
  /** Hears of every save that wrote something, before any watcher could. */
  saved?(root: WorkspaceRoot, path: string): void;
}

async function statDocument(root: WorkspaceRoot, path: string): Promise<DocumentStat> {
  try {
    const { etag, size } = await readFileBytes(await resolveInside(root, path), path, 0);
    return { state: 'present', etag, size };
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND') || isAppError(error, 'WORKSPACE_GONE')) return { state: 'missing' };
    throw error;
  }
}

export function createDocumentsRouter({ dataDirectory, backups, rootOf, saved }: DocumentsDependencies): DomainRouter<'documents'> {
  const copiesDirectory = join(dataDirectory, 'copies');

  async function save(root: WorkspaceRoot, request: SaveRequest): Promise<SaveOutcome> {
    const outcome = await saveDocument(root, request, { copiesDirectory });
    if (outcome.method !== 'unchanged') saved?.(root, request.path);
    return outcome;
  }

  return rpc.documents.router({
    open: rpc.documents.open.handler(({ input }) => openDocument(rootOf(input.workspaceId), input.path, input)),
    stat: rpc.documents.stat.handler(({ input }) => statDocument(rootOf(input.workspaceId), input.path)),
    save: rpc.documents.save.handler(({ input }) => save(rootOf(input.workspaceId), input)),
    keepBackup: rpc.documents.keepBackup.handler(({ input, context }) => backups.keep(input.workspaceId, input.clientId, input.backup, context.connection)),
    dropBackup: rpc.documents.dropBackup.handler(({ input }) => backups.drop(input.workspaceId, input.clientId, input.backupId)),
    claimBackups: rpc.documents.claimBackups.handler(({ input, context }) => backups.claim(input.workspaceId, input.clientId, context.connection)),
  });
}
