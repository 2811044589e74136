import { closeSync, fsync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceSegments } from '#engine/files/index.ts';
import type { ProducedFile } from '../render/project-template.ts';

const sync = promisify(fsync);

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

/** Refuses a path that would leave the project, and returns every folder that the files need, parents first. */
function foldersOf(files: readonly ProducedFile[]): string[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    const segments = workspaceSegments(path);
    for (let depth = 1; depth < segments.length; depth++) folders.add(segments.slice(0, depth).join('/'));
  }
  return [...folders];
}

/**
 * Writes a project into a new folder and returns once its record, the last file, is on the disk: one fsync per project.
 * The writes themselves are synchronous: for hundreds of small files that is several times faster than the thread pool.
 */
export async function stageProject(folder: string, files: readonly ProducedFile[]): Promise<void> {
  mkdirSync(folder);
  for (const relative of foldersOf(files)) mkdirSync(join(folder, relative));
  const record = files.at(-1);
  for (const file of files) {
    const descriptor = openSync(join(folder, file.path), 'wx');
    try {
      writeAll(descriptor, file.bytes);
      if (file === record) await sync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}
