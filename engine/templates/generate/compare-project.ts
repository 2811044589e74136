import { readdirSync, readFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '#engine/files/index.ts';
import type { ProducedFile } from '../render/project-template.ts';

export type Existing = 'absent' | 'identical' | 'different';

function listFiles(folder: string): string[] | null {
  const files: string[] = [];
  const pending = [''];
  for (let relative = pending.pop(); relative !== undefined; relative = pending.pop()) {
    for (const entry of readdirSync(join(folder, relative), { withFileTypes: true })) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile()) files.push(path);
      else return null;
    }
  }
  return files;
}

function holds(folder: string, produced: readonly ProducedFile[]): boolean {
  const files = listFiles(folder);
  if (files === null || files.length !== produced.length) return false;
  const expected = new Map(produced.map(({ path, bytes }) => [path, bytes]));
  return files.every((path) => expected.get(path)?.equals(readFileSync(join(folder, path))) === true);
}

/**
 * What is at a project's place already: nothing (or an empty folder), exactly this project, or something else.
 * Links are never followed; one more file or one byte more makes it something else.
 */
export async function compareProject(folder: string, produced: readonly ProducedFile[]): Promise<Existing> {
  try {
    const found = await lstat(folder);
    if (!found.isDirectory()) return 'different';
    if (readdirSync(folder).length === 0) return 'absent';
    return holds(folder, produced) ? 'identical' : 'different';
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'absent';
    throw error;
  }
}
