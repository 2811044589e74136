import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { validateName } from '#engine/files/index.ts';
import { AppError, isAppError } from '#shared/model/errors.ts';
import { templateLimits } from './template-limits.ts';

export interface PackFile {
  /** POSIX, relative to the folder that was read. */
  path: string;
  bytes: Buffer;
}

function refuse(templateId: string, detail: string): never {
  throw new AppError('TEMPLATE_INVALID', { templateId, detail });
}

/** Reads one regular file without following a link in the last place. */
export async function readPackFile(templateId: string, absolute: string, path: string, limit: number): Promise<Buffer> {
  const handle = await open(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((error: unknown) => {
    const errno = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return refuse(templateId, errno === 'ELOOP' ? `${path} is a link` : `${path} cannot be read (${errno})`);
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) refuse(templateId, `${path} is not a file`);
    if (found.size > limit) refuse(templateId, `${path} has ${found.size} bytes; at most ${limit} are allowed`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function checkName(templateId: string, name: string, path: string): void {
  try {
    validateName(name);
  } catch (error) {
    if (!isAppError(error, 'NAME_INVALID')) throw error;
    refuse(templateId, `${path} has a name that some systems cannot hold (${error.parameters.rule})`);
  }
}

/** Two paths that differ in case only would become one file on many disks. */
function refuseCollisions(templateId: string, files: readonly PackFile[]): void {
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const folded = path.normalize('NFC').toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) refuse(templateId, `${other} and ${path} differ in case only`);
    seen.set(folded, path);
  }
}

/** Every file below `folder`, sorted by path. `TEMPLATE_INVALID` for links, devices, bad names and packs beyond the limits. */
export async function readPackFiles(templateId: string, folder: string): Promise<PackFile[]> {
  const files: PackFile[] = [];
  let total = 0;
  async function visit(relative: string, depth: number): Promise<void> {
    if (depth > templateLimits.depth) refuse(templateId, `files/${relative} is nested too deeply`);
    const entries = await readdir(join(folder, relative), { withFileTypes: true });
    for (const entry of entries) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      checkName(templateId, entry.name, `files/${path}`);
      if (entry.isDirectory()) await visit(path, depth + 1);
      else if (entry.isFile()) {
        const bytes = await readPackFile(templateId, join(folder, path), `files/${path}`, templateLimits.fileSize);
        total += bytes.length;
        files.push({ path, bytes });
        if (files.length > templateLimits.files) refuse(templateId, `more than ${templateLimits.files} files`);
        if (total > templateLimits.totalSize) refuse(templateId, `more than ${templateLimits.totalSize} bytes`);
      } else refuse(templateId, `files/${path} is ${entry.isSymbolicLink() ? 'a link' : 'not a file'}`);
    }
  }
  await visit('', 0);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  refuseCollisions(templateId, files);
  return files;
}
