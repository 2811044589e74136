import { mkdir, open, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileError } from '#engine/files/index.ts';

export interface NewFile {
  absolute: string;
  /** What an error names. */
  path: string;
  content: string;
}

async function writeOne({ absolute, content }: NewFile, written: string[]): Promise<void> {
  const handle = await open(absolute, 'wx');
  written.push(absolute);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes files that were just written, and folders that were just made for them. */
async function takeBack(written: readonly string[], folders: readonly string[]): Promise<void> {
  for (const path of written) await unlink(path).catch(() => undefined);
  for (const folder of [...folders].reverse()) await rmdir(folder).catch(() => undefined);
}

/**
 * Writes files that must not exist yet, then runs `complete`. When anything fails nothing of it is left: `ALREADY_EXISTS`,
 * or what `fileError` and `complete` say.
 */
export async function writeNewFiles(files: readonly NewFile[], complete: () => Promise<void> = async () => undefined): Promise<void> {
  const written: string[] = [];
  const folders: string[] = [];
  let current = files[0]?.path ?? '';
  try {
    for (const file of files) {
      current = file.path;
      const made = await mkdir(dirname(file.absolute), { recursive: true });
      if (made !== undefined) folders.push(made, ...(made === dirname(file.absolute) ? [] : [dirname(file.absolute)]));
      await writeOne(file, written);
    }
    await complete();
  } catch (error) {
    await takeBack(written, folders);
    throw fileError(error, current);
  }
}
