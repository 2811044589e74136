import { createHash } from 'node:crypto';
import { access, constants, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileError, type WorkspaceRoot } from '#engine/files/index.ts';
import { displayPath } from '#engine/host/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { WorkspaceInfo } from '#shared/model/workspace.ts';

/** One open folder. The same folder always has the same id, so that two tabs, its backups and its window state meet. */
export interface Workspace extends WorkspaceRoot {
  readonly id: string;
  readonly display: string;
  readonly readOnly: boolean;
}

/** The id of a folder: derived from its real path, which it does not reveal. */
function workspaceIdOf(realPath: string): string {
  return createHash('sha256').update(`workspace:${realPath}`).digest('hex').slice(0, 32);
}

async function isReadOnly(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => false,
    () => true,
  );
}

/** Looks at a folder that may be opened. `NOT_FOUND`, `NOT_A_FOLDER`, `ACCESS_DENIED` with the path as displayed. */
export async function describeWorkspace(path: string): Promise<Workspace> {
  const display = displayPath(path);
  try {
    const realPath = await realpath(path);
    if (!(await stat(realPath)).isDirectory()) throw new AppError('NOT_A_FOLDER', { path: display });
    await access(realPath, constants.R_OK | constants.X_OK);
    return { id: workspaceIdOf(realPath), name: basename(path) || path, realPath, display, readOnly: await isReadOnly(realPath) };
  } catch (error) {
    throw fileError(error, display);
  }
}

/** What crosses to the renderer. */
export function workspaceInfoOf({ id, name, display, readOnly }: Workspace): WorkspaceInfo {
  return { workspaceId: id, name, display, readOnly };
}
