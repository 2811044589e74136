import { cp, link, lstat, mkdir, readdir, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { errnoOf } from '#engine/files/index.ts';

function alreadyExists(path: string): Error {
  return Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/** True when two spellings name the one entry of a file system that does not tell case apart. */
async function isSameEntry(from: string, to: string): Promise<boolean> {
  if (dirname(from) !== dirname(to) || from.toLowerCase() !== to.toLowerCase()) return false;
  const names = await readdir(dirname(from));
  return !names.includes(basename(to));
}

/** Copies an entry as it is, links as links. Removes what it made when it fails. Throws `EEXIST` rather than overwrite. */
export async function copyEntry(from: string, to: string): Promise<void> {
  if (await exists(to)) throw alreadyExists(to);
  try {
    await cp(from, to, { recursive: true, errorOnExist: true, force: false, verbatimSymlinks: true, preserveTimestamps: true });
  } catch (error) {
    await rm(to, { recursive: true, force: true });
    throw error;
  }
}

async function moveAcross(from: string, to: string): Promise<void> {
  await copyEntry(from, to);
  await rm(from, { recursive: true });
}

async function moveFile(from: string, to: string): Promise<void> {
  try {
    // A link refuses to replace anything, which a rename does not.
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errnoOf(error) ?? '')) throw error;
    if (await exists(to)) throw alreadyExists(to);
    return rename(from, to);
  }
  await unlink(from);
}

/**
 * Moves a file, folder or link to an absolute path where nothing is yet (`EEXIST` otherwise), across devices by copying.
 * A change of case only works where case is not told apart. Throws Node's errors.
 */
export async function moveEntry(from: string, to: string): Promise<void> {
  const found = await lstat(from);
  if (await exists(to)) {
    if (from !== to && (await isSameEntry(from, to))) return rename(from, to);
    throw alreadyExists(to);
  }
  await mkdir(dirname(to), { recursive: true });
  try {
    await (found.isFile() ? moveFile(from, to) : rename(from, to));
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    await moveAcross(from, to);
  }
}
