import { lstat, mkdir, open } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { errnoOf, fileError, resolveEntry, toWorkspacePath, validateName, type WorkspaceRoot, workspaceSegments } from '#engine/files/index.ts';
import { AppError } from '#shared/model/errors.ts';
import { copyEntry, moveEntry } from './move-entry.ts';

/** Refuses new names that some system could not hold; names that exist stay as they are. */
async function validateNewNames(root: WorkspaceRoot, path: string): Promise<void> {
  const segments = workspaceSegments(path);
  const last = segments.at(-1);
  if (last === undefined) throw new AppError('NAME_INVALID', { name: '', rule: 'empty' });
  validateName(last);
  for (let count = segments.length - 1; count > 0; count--) {
    const exists = await lstat(join(root.realPath, ...segments.slice(0, count))).catch(() => null);
    if (exists) return;
    validateName(segments[count - 1] ?? '');
  }
}

async function failingAs<T>(path: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw fileError(error, path);
  }
}

/** The absolute path of an entry to be made, with its folders made. */
export async function prepareNewEntry(root: WorkspaceRoot, path: string): Promise<string> {
  await validateNewNames(root, path);
  const absolute = await resolveEntry(root, path);
  await failingAs(path, () => mkdir(dirname(absolute), { recursive: true }));
  return absolute;
}

/** Makes an empty file, with the folders it needs. `ALREADY_EXISTS`, `NAME_INVALID`. */
export async function createFile(root: WorkspaceRoot, path: string): Promise<void> {
  const absolute = await prepareNewEntry(root, path);
  await failingAs(path, async () => {
    const handle = await open(absolute, 'wx');
    await handle.close();
  });
}

/** Makes a folder, with the folders it needs. `ALREADY_EXISTS`, `NAME_INVALID`. */
export async function createFolder(root: WorkspaceRoot, path: string): Promise<void> {
  const absolute = await prepareNewEntry(root, path);
  await failingAs(path, () => mkdir(absolute));
}

/** Renames or moves an entry (a link itself, not what it points at). Never overwrites: `ALREADY_EXISTS`. */
export async function renameEntry(root: WorkspaceRoot, from: string, to: string): Promise<{ path: string }> {
  if (workspaceSegments(from).length === 0) throw new AppError('NAME_INVALID', { name: '', rule: 'empty' });
  await validateNewNames(root, to);
  const [source, target] = await Promise.all([resolveEntry(root, from), resolveEntry(root, to)]);
  if (source === target) return { path: to };
  await failingAs(from, async () => {
    try {
      await moveEntry(source, target);
    } catch (error) {
      if (errnoOf(error) === 'EEXIST' || errnoOf(error) === 'ENOTEMPTY') throw new AppError('ALREADY_EXISTS', { path: to }, { cause: error });
      throw error;
    }
  });
  return { path: to };
}

function copyName(name: string, isFolder: boolean, attempt: number): string {
  const extension = isFolder ? '' : extname(name);
  const stem = name.slice(0, name.length - extension.length);
  return `${stem} copy${attempt === 1 ? '' : ` ${attempt}`}${extension}`;
}

/** Copies an entry beside itself as `name copy`, `name copy 2`, … */
export async function duplicateEntry(root: WorkspaceRoot, path: string): Promise<{ path: string }> {
  const source = await resolveEntry(root, path);
  if (source === root.realPath) throw new AppError('NAME_INVALID', { name: '', rule: 'empty' });
  return failingAs(path, async () => {
    const isFolder = (await lstat(source)).isDirectory();
    const name = workspaceSegments(path).at(-1) ?? '';
    for (let attempt = 1; ; attempt++) {
      const target = join(dirname(source), copyName(name, isFolder, attempt));
      try {
        await copyEntry(source, target);
        return { path: copiedPath(root, path, target) };
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST' && errnoOf(error) !== 'ERR_FS_CP_EEXIST') throw error;
      }
    }
  });
}

function copiedPath(root: WorkspaceRoot, path: string, target: string): string {
  const parent = workspaceSegments(path).slice(0, -1);
  const name = (toWorkspacePath(root, target) ?? '').split('/').at(-1) ?? '';
  return [...parent, name].join('/');
}
