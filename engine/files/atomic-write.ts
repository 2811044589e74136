import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errnoOf } from './errno.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { writeInPlace } from './write-in-place.ts';

export interface AtomicWriteOptions {
  /** Where the copy is kept while a file has to be written in place. */
  copiesDirectory: string;
  /** Called when the new bytes are safe on disk, just before they take the file's place; throwing keeps the original. */
  beforeReplace?: () => Promise<void>;
  /** Refuses with `EEXIST` when the file exists. */
  exclusive?: boolean;
  /** Mode of a file that is new. */
  mode?: number;
  fileSystem?: FileSystem;
}

export type WriteMethod = 'renamed' | 'in-place';

/** The ending of temporary files; watchers and listings leave them out. */
export const temporarySuffix = '.minifoundry-tmp';

const inPlaceErrors = new Set(['EACCES', 'EPERM', 'EXDEV', 'EBUSY']);

function temporaryPath(target: string): string {
  const random = randomBytes(6).toString('hex');
  const name = basename(target);
  return join(dirname(target), Buffer.byteLength(name) > 200 ? `.${random}${temporarySuffix}` : `.${name}.${random}${temporarySuffix}`);
}

async function statOrNull(fileSystem: FileSystem, path: string): Promise<Stats | null> {
  try {
    return await fileSystem.stat(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Gives the temporary file the owner and mode of the one it replaces. */
async function takeOver(handle: FileHandle, original: Stats): Promise<void> {
  const own = await handle.stat();
  if (process.platform !== 'win32' && (own.uid !== original.uid || own.gid !== original.gid)) await handle.chown(original.uid, original.gid);
  await handle.chmod(original.mode & 0o7777);
}

async function writeTemporary(temporary: string, bytes: Uint8Array, original: Stats | null, options: AtomicWriteOptions): Promise<void> {
  const handle = await (options.fileSystem ?? nodeFileSystem).open(temporary, 'wx', original ? 0o600 : (options.mode ?? 0o666));
  try {
    if (original) await takeOver(handle, original);
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function replace(fileSystem: FileSystem, temporary: string, target: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fileSystem.rename(temporary, target);
    } catch (error) {
      // Windows refuses while a virus scanner or an indexer holds the file for a moment.
      const held = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error) ?? '');
      if (!held || attempt === 5) throw error;
      await delay(20 * 2 ** attempt);
    }
  }
}

/** Puts the temporary file in place only if nothing is there. Where hard links do not exist, a rename after a look has to do. */
async function place(fileSystem: FileSystem, temporary: string, target: string): Promise<void> {
  try {
    await fileSystem.link(temporary, target);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errnoOf(error) ?? '')) throw error;
    if (await statOrNull(fileSystem, target)) throw Object.assign(new Error(`EEXIST: ${target}`), { code: 'EEXIST' });
    return replace(fileSystem, temporary, target);
  }
  await fileSystem.unlink(temporary);
}

/** Makes a rename durable. Best effort: the file itself is complete either way, and not every system can open a folder. */
async function syncFolder(fileSystem: FileSystem, folder: string): Promise<void> {
  const handle = await fileSystem.open(folder, 'r').catch(() => null);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close().catch(() => undefined);
}

async function writeByRename(target: string, bytes: Uint8Array, original: Stats | null, options: AtomicWriteOptions): Promise<void> {
  const fileSystem = options.fileSystem ?? nodeFileSystem;
  const temporary = temporaryPath(target);
  try {
    await writeTemporary(temporary, bytes, original, options);
    await options.beforeReplace?.();
    await (options.exclusive ? place(fileSystem, temporary, target) : replace(fileSystem, temporary, target));
  } catch (error) {
    await fileSystem.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(fileSystem, dirname(target));
}

/**
 * Replaces the bytes of `target` (absolute, links already resolved) so that a crash or a full disk at any moment leaves
 * either the old or the new bytes, keeping mode and owner. In place, with a copy kept until it is done, when the file has
 * other hard links, when its owner cannot be kept, or when its folder or file system forbids a rename. Throws Node's errors.
 */
export async function atomicWrite(target: string, bytes: Uint8Array, options: AtomicWriteOptions): Promise<WriteMethod> {
  const fileSystem = options.fileSystem ?? nodeFileSystem;
  const original = await statOrNull(fileSystem, target);
  if (original === null || options.exclusive) {
    await writeByRename(target, bytes, null, options);
    return 'renamed';
  }
  if (original.nlink === 1) {
    try {
      await writeByRename(target, bytes, original, options);
      return 'renamed';
    } catch (error) {
      if (!inPlaceErrors.has(errnoOf(error) ?? '')) throw error;
    }
  }
  await options.beforeReplace?.();
  await writeInPlace(target, bytes, { copiesDirectory: options.copiesDirectory, fileSystem });
  return 'in-place';
}
