import { randomUUID } from 'node:crypto';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { fileError, readJsonFile, resolveEntry, type WorkspaceRoot, workspaceSegments, writeJsonFile } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { AppError } from '#shared/model/errors.ts';
import { moveEntry } from './move-entry.ts';
import { moveToSystemTrash, type StoredEntry } from './system-trash.ts';

const trashed = z.object({ path: z.string(), stored: z.string(), note: z.string().nullable() });
type Trashed = z.infer<typeof trashed>;
const manifest = z.object({ schemaVersion: z.literal(1), root: z.string(), entries: z.array(trashed) });

/** `$XDG_DATA_HOME/Trash` on Linux; elsewhere our own folder takes its place. */
export function systemTrashFolder(): string | null {
  if (process.platform !== 'linux') return null;
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'Trash');
}

/** Drops paths that lie below another one of the list. */
function outermost(paths: readonly string[]): string[] {
  const unique = [...new Set(paths)];
  return unique.filter((path) => !unique.some((other) => other !== path && path.startsWith(`${other}/`)));
}

/** Moves entries out of a workspace so that they can be put back. */
export class Trash {
  readonly #directory: string;
  readonly #systemTrash: string | null;
  readonly #log: Logger;

  constructor(dataDirectory: string, log: Logger, systemTrash: string | null = systemTrashFolder()) {
    this.#directory = join(dataDirectory, 'trash');
    this.#systemTrash = systemTrash;
    this.#log = log;
  }

  /** All or nothing: what was moved before a failure is put back. `NAME_INVALID` for the workspace itself. */
  async trash(root: WorkspaceRoot, paths: readonly string[]): Promise<{ trashId: string }> {
    if (paths.some((path) => workspaceSegments(path).length === 0)) throw new AppError('NAME_INVALID', { name: '', rule: 'empty' });
    const trashId = randomUUID();
    const entries: Trashed[] = [];
    try {
      for (const path of outermost(paths)) entries.push({ path, ...(await this.#moveOut(root, path, trashId)) });
      await writeJsonFile(this.#manifestPath(trashId), { schemaVersion: 1, root: root.realPath, entries });
    } catch (error) {
      for (const entry of entries.reverse()) await this.#putBack(root, entry);
      throw fileError(error, paths[entries.length] ?? '');
    }
    return { trashId };
  }

  #manifestPath(trashId: string): string {
    return join(this.#directory, `${trashId}.json`);
  }

  async #moveOut(root: WorkspaceRoot, path: string, trashId: string): Promise<StoredEntry> {
    const original = await resolveEntry(root, path);
    await lstat(original).catch((error: unknown) => {
      throw fileError(error, path);
    });
    try {
      if (this.#systemTrash !== null) return await moveToSystemTrash(this.#systemTrash, original);
    } catch (error) {
      this.#log.debug('The system trash does not take this entry', { error });
    }
    const folder = join(this.#directory, trashId, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const stored = join(folder, basename(original));
    await moveEntry(original, stored).catch((error: unknown) => {
      throw fileError(error, path);
    });
    return { stored, note: null };
  }

  async #putBack(root: WorkspaceRoot, { path, stored, note }: Trashed): Promise<void> {
    const original = await resolveEntry(root, path);
    await lstat(stored).catch((error: unknown) => {
      throw new AppError('TRASH_ENTRY_GONE', {}, { cause: error });
    });
    await moveEntry(stored, original).catch((error: unknown) => {
      throw fileError(error, path);
    });
    if (note !== null) await rm(note, { force: true });
  }

  /** Puts everything back where it was. `TRASH_ENTRY_GONE` when it was emptied, `ALREADY_EXISTS` when its place is taken. */
  async restore(root: WorkspaceRoot, trashId: string): Promise<{ paths: string[] }> {
    if (!/^[0-9a-f-]{36}$/.test(trashId)) throw new AppError('TRASH_ENTRY_GONE', {});
    const path = this.#manifestPath(trashId);
    const file = await readJsonFile(path, manifest);
    if (file.kind !== 'valid' || file.value.root !== root.realPath) throw new AppError('TRASH_ENTRY_GONE', {});
    const left = [...file.value.entries];
    const paths: string[] = [];
    for (let entry = left[0]; entry !== undefined; entry = left[0]) {
      await this.#putBack(root, entry);
      paths.push(entry.path);
      left.shift();
      await writeJsonFile(path, { ...file.value, entries: left });
    }
    await rm(path, { force: true });
    await rm(join(this.#directory, trashId), { recursive: true, force: true });
    return { paths };
  }
}
