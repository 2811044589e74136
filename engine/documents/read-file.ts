import { constants } from 'node:fs';
import { access, type FileHandle, open } from 'node:fs/promises';
import { assertUnmoved, fileError } from '#engine/files/index.ts';
import { AppError } from '#shared/model/errors.ts';
import { etagOf, etagOfLarge, isHashed } from './etag.ts';

export interface FileBytes {
  etag: string;
  size: number;
  /** Null when the file is larger than was asked for. */
  bytes: Buffer | null;
  readOnly: boolean;
}

async function openRegular(absolute: string, path: string): Promise<FileHandle> {
  // Non-blocking, because opening a pipe would wait for its other end; no link, because every link is already resolved.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const handle = await open(absolute, flags);
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new AppError('IS_A_FOLDER', { path });
    if (!stat.isFile()) throw new AppError('FILE_FAILED', { path, errno: 'ENOTSUP' });
    await assertUnmoved(absolute, path);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function isReadOnly(absolute: string): Promise<boolean> {
  return access(absolute, constants.W_OK).then(
    () => false,
    () => true,
  );
}

/**
 * Reads a regular file at a real path. Its bytes come along up to `maximumSize`, or further when its etag needs them anyway.
 * Errors as `fileError`, and `IS_A_FOLDER`.
 */
export async function readFileBytes(absolute: string, path: string, maximumSize: number): Promise<FileBytes> {
  try {
    const handle = await openRegular(absolute, path);
    try {
      const stat = await handle.stat({ bigint: true });
      const size = Number(stat.size);
      const readOnly = await isReadOnly(absolute);
      if (size > maximumSize && !isHashed(size)) return { etag: etagOfLarge(stat), size, bytes: null, readOnly };
      const bytes = await handle.readFile();
      return { etag: etagOf(bytes, stat), size: bytes.length, bytes, readOnly };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileError(error, path);
  }
}
