import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError, validateName } from '#engine/files/index.ts';
import { blankProject } from './starter-files.ts';
import { writeNewFiles } from './write-new-files.ts';

/** Makes a mini program that runs, in a new folder of `parent` (absolute). Resolves to its path. `NAME_INVALID`, `ALREADY_EXISTS`. */
export async function createBlankProject(parent: string, name: string): Promise<string> {
  validateName(name);
  const folder = join(parent, name);
  await mkdir(folder).catch((error: unknown) => {
    throw fileError(error, name);
  });
  try {
    await writeNewFiles(blankProject(name).map(([path, content]) => ({ path, content, absolute: join(folder, ...path.split('/')) })));
  } catch (error) {
    await rmdir(folder).catch(() => undefined);
    throw error;
  }
  return folder;
}
