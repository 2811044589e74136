import { readdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { temporarySuffix } from './atomic-write.ts';

/** Nothing takes this long to write, in milliseconds. */
const staleAfter = 10 * 60 * 1000;

/** Removes temporary files that a killed process left beside `target`. Best effort. */
export async function removeStaleTemporaries(target: string, now: number = Date.now()): Promise<void> {
  const folder = dirname(target);
  const names = await readdir(folder).catch(() => []);
  const own = names.filter((name) => name.startsWith(`.${basename(target)}.`) && name.endsWith(temporarySuffix));
  for (const path of own.map((name) => join(folder, name))) {
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > staleAfter) await unlink(path).catch(() => undefined);
  }
}
