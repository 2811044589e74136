import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { forEachLimited } from './for-each-limited.ts';
import type { ChangedPaths, WatchSource } from './watch-source.ts';

/** Above this many entries only folders are compared: creations and deletions are seen, edits of files are not. */
const maximumFiles = 50_000;
const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);

type Scan = Map<string, string>;

async function scan(folder: string): Promise<Scan> {
  const found: Scan = new Map();
  let level = [folder];
  while (level.length > 0) {
    const next: string[] = [];
    await forEachLimited(level, 16, async (current) => {
      const entries = await readdir(current, { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const path = join(current, entry.name);
        if (entry.isDirectory()) {
          found.set(path, 'folder');
          if (!skipped.has(entry.name)) next.push(path);
        } else {
          const stat = found.size < maximumFiles ? await lstat(path, { bigint: true }).catch(() => null) : null;
          found.set(path, stat ? `${stat.mtimeNs} ${stat.size} ${stat.ino}` : '');
        }
      }
    });
    level = next;
  }
  return found;
}

function compare(before: Scan, after: Scan): Extract<ChangedPaths, { kind: 'paths' }>['paths'] {
  const changes: Extract<ChangedPaths, { kind: 'paths' }>['paths'] = [];
  for (const [path, state] of after) {
    const old = before.get(path);
    if (old === undefined) changes.push({ path, type: 'create' });
    else if (old !== state) changes.push({ path, type: 'update' });
  }
  for (const path of before.keys()) if (!after.has(path)) changes.push({ path, type: 'delete' });
  return changes;
}

/** Looks again and again, at most a tenth of the time: for when the system's notifications are exhausted. `interval` in milliseconds. */
export function watchByPolling(interval = 2000): WatchSource {
  return async (folder, report) => {
    const stopped = new AbortController();
    let before = await scan(folder);

    async function poll(): Promise<void> {
      let pause = interval;
      while (!stopped.signal.aborted) {
        await delay(pause, undefined, { signal: stopped.signal, ref: false });
        const startedAt = performance.now();
        const after = await scan(folder);
        const paths = compare(before, after);
        before = after;
        if (paths.length > 0 && !stopped.signal.aborted) report({ kind: 'paths', paths });
        pause = Math.max(interval, (performance.now() - startedAt) * 10);
      }
    }

    const polling = poll().catch((error: unknown) => {
      if (!stopped.signal.aborted) throw error;
    });
    return {
      stop: async () => {
        stopped.abort();
        await polling;
      },
    };
  };
}
