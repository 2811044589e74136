import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import watcher from '@parcel/watcher';
import { errnoOf } from '#engine/files/index.ts';
import type { WatchSource } from './watch-source.ts';

/** Contents of these folders are neither shown at once nor edited, and watching them may exhaust the system's watches. */
const unwatchedNames = ['node_modules', '.git', '.hg', '.svn'];
const unwatched = unwatchedNames.map((name) => `**/${name}/*/**`);
const insideUnwatched = new RegExp(`[/\\\\](?:${unwatchedNames.map((name) => name.replace('.', '\\.')).join('|')})(?:[/\\\\]|$)`);

/** The watcher may tell of what is in a new folder a little later than of the folder. Milliseconds. */
const settling = 250;

/** Names in a folder; none for what is no folder, or not there any more. */
async function namesIn(path: string): Promise<string[]> {
  return readdir(path).catch((error: unknown) => {
    if (['ENOTDIR', 'ENOENT', 'EACCES', 'EPERM', 'ELOOP'].includes(errnoOf(error) ?? '')) return [];
    throw error;
  });
}

/**
 * Finds out when the system does not watch what is in a new folder: inotify knows single folders only, and what is moved in, or
 * made inside a folder before its own watch begins, goes unnoticed for good.
 */
class NewFolders {
  readonly #blind: () => void;
  #told = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(blind: () => void) {
    this.#blind = blind;
  }

  created(paths: readonly string[]): void {
    for (const path of paths) if (!insideUnwatched.test(path)) this.#told.add(path);
    if (this.#told.size > 0) this.#timer ??= setTimeout(() => void this.#check().catch(() => this.#blind()), settling);
  }

  async #check(): Promise<void> {
    this.#timer = null;
    const told = this.#told;
    this.#told = new Set();
    for (const path of told) for (const name of await namesIn(path)) if (!told.has(join(path, name)) && !this.#told.has(join(path, name))) return this.#blind();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}

/** The system's own change notifications. Rejects where they are exhausted. */
export const watchNatively: WatchSource = async (folder, report) => {
  const folders = new NewFolders(() => report({ kind: 'blind' }));
  const subscription = await watcher.subscribe(
    folder,
    (error, events) => {
      if (error) return report({ kind: 'lost' });
      report({ kind: 'paths', paths: events });
      folders.created(events.flatMap(({ type, path }) => (type === 'create' ? [path] : [])));
    },
    { ignore: unwatched },
  );
  return {
    stop() {
      folders.stop();
      return subscription.unsubscribe();
    },
  };
};
