import { lstat, mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errnoOf } from '#engine/files/index.ts';

/** Where a trashed entry lies, and its note for file managers. */
export interface StoredEntry {
  stored: string;
  note: string | null;
}

function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}

function noteText(original: string): string {
  const path = original.split('/').map(encodeURIComponent).join('/');
  return `[Trash Info]\nPath=${path}\nDeletionDate=${localTime(new Date())}\n`;
}

/** Reserves a name by writing its note, as the specification asks. */
async function reserve(trash: string, original: string): Promise<{ name: string; note: string }> {
  const base = basename(original);
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? base : `${base}.${attempt}`;
    const note = join(trash, 'info', `${name}.trashinfo`);
    try {
      const handle = await open(note, 'wx', 0o600);
      await handle.writeFile(noteText(original));
      await handle.close();
      return { name, note };
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Moves an entry into the desktop's trash (freedesktop.org Trash 1.0) in `trash`, usually `~/.local/share/Trash`.
 * Rejects with Node's errors: `EXDEV` when it is on another device.
 */
export async function moveToSystemTrash(trash: string, original: string): Promise<StoredEntry> {
  await mkdir(join(trash, 'info'), { recursive: true, mode: 0o700 });
  await mkdir(join(trash, 'files'), { recursive: true, mode: 0o700 });
  for (;;) {
    const { name, note } = await reserve(trash, original);
    const stored = join(trash, 'files', name);
    // A file without a note is somebody's leftover: it keeps its place, and the note of this attempt keeps the name taken.
    if (await exists(stored)) continue;
    try {
      await rename(original, stored);
      return { stored, note };
    } catch (error) {
      await unlink(note);
      throw error;
    }
  }
}
