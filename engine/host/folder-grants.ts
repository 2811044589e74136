import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import { AppError } from '#shared/model/errors.ts';
import type { FolderReference } from '#shared/model/workspace.ts';

/** Shortens the home directory to `~`, for display only. */
export function displayPath(path: string): string {
  const home = homedir();
  return path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

/** Folders that a person picked in this run: the renderer holds ids, the engine the paths. */
export class FolderGrants {
  readonly #paths = new Map<string, string>();

  grant(path: string): FolderReference {
    const folderId = randomUUID();
    this.#paths.set(folderId, path);
    return { folderId, name: basename(path) || path, display: displayPath(path) };
  }

  /** The absolute path behind a reference; `FOLDER_NOT_GRANTED` for anything nobody picked. */
  pathOf(folderId: string): string {
    const path = this.#paths.get(folderId);
    if (path === undefined) throw new AppError('FOLDER_NOT_GRANTED', {});
    return path;
  }
}
