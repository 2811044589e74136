import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '#shared/model/errors.ts';

/** The absolute, real path of a folder that was named on the command line: `NOT_FOUND`, `NOT_A_FOLDER`. */
export async function projectFolder(path: string): Promise<string> {
  const absolute = resolve(path);
  const found = await stat(absolute).catch(() => null);
  if (found === null) throw new AppError('NOT_FOUND', { path: absolute });
  if (!found.isDirectory()) throw new AppError('NOT_A_FOLDER', { path: absolute });
  return realpath(absolute);
}
