import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import * as fuzzysort from 'fuzzysort';
import type { WorkspaceRoot } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import type { QuickOpenResult, WorkspaceEvent } from '#shared/model/workspace.ts';
import { ignoreRulesFor } from './ignore-rules.ts';
import { listFiles } from './list-files.ts';

/** Above this many single changes everything is read again instead. */
const maximumChanges = 500;

type Match = { path: string; score: number; matches: number[] };

/** A match in the file's own name is worth more than any in its folders. */
function nameFirst(result: fuzzysort.Result): number {
  const name = result.target.lastIndexOf('/') + 1;
  return result.score + ((result.indexes[0] ?? 0) >= name ? 1 : 0);
}

function toMatches(results: fuzzysort.Results): Match[] {
  return results.map((result) => ({ path: result.target, score: nameFirst(result), matches: [...result.indexes] }));
}

/** The files of a workspace by name, for quick open: read once in the background, then kept current by watch events. */
export class FileIndex {
  readonly #root: WorkspaceRoot;
  readonly #log: Logger;
  #paths: string[] = [];
  #snapshot: fuzzysort.Snapshot = fuzzysort.snapshot([]);
  #known = new Set<string>();
  /** Changes since the snapshot, which is immutable and costs a moment to make. */
  #added = new Set<string>();
  #removed = new Set<string>();
  #reading: Promise<void> | null = null;
  #state: 'empty' | 'current' | 'stale' = 'empty';

  constructor(root: WorkspaceRoot, log: Logger) {
    this.#root = root;
    this.#log = log;
  }

  /** Starts reading when that is needed; resolves when the index is current. */
  refresh(): Promise<void> {
    if (this.#reading) return this.#reading;
    if (this.#state === 'current') return Promise.resolve();
    this.#state = this.#state === 'empty' ? 'empty' : 'current';
    this.#reading = this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    try {
      const paths: string[] = [];
      for await (const piece of listFiles(this.#root)) {
        for (const path of piece) paths.push(path);
        // The first answers come while a large folder is still being read.
        if (this.#state === 'empty') this.#paths = paths;
      }
      this.#replace(paths);
    } catch (error) {
      this.#log.warn('The files could not be indexed', { error });
      this.#state = 'stale';
    }
  }

  #replace(paths: string[]): void {
    this.#paths = paths;
    this.#snapshot = fuzzysort.snapshot(paths);
    // Prepares every path now rather than under the first key stroke.
    fuzzysort.go('zz', this.#snapshot, { limit: 1 });
    this.#known = new Set(paths);
    this.#added = new Set();
    this.#removed = new Set();
    this.#state = 'current';
  }

  /** Nothing watches the folder any more: the next question reads it again. */
  markStale(): void {
    if (this.#state === 'current') this.#state = 'stale';
  }

  /** Takes in what changed on disk. */
  async apply(event: WorkspaceEvent): Promise<void> {
    if (this.#state === 'empty' && !this.#reading) return;
    if (event.type !== 'changed' || this.#reading || event.files.length > maximumChanges) {
      this.#state = this.#state === 'empty' ? 'empty' : 'stale';
      return;
    }
    for (const path of event.files) await this.#applyOne(path);
    if (this.#added.size + this.#removed.size > maximumChanges) this.#state = 'stale';
  }

  async #applyOne(path: string): Promise<void> {
    const found = await lstat(join(this.#root.realPath, ...path.split('/'))).catch(() => null);
    if (found?.isDirectory()) {
      this.#state = 'stale';
    } else if (!found) {
      if (!this.#remove(path)) this.#removeBelow(`${path}/`);
    } else if (found.isFile() && !this.#has(path)) {
      const cut = path.lastIndexOf('/');
      const isIgnored = await ignoreRulesFor(this.#root, cut < 0 ? '' : path.slice(0, cut));
      if (!isIgnored(path.slice(cut + 1), false)) this.#add(path);
    }
  }

  #has(path: string): boolean {
    return this.#added.has(path) || (this.#known.has(path) && !this.#removed.has(path));
  }

  #add(path: string): void {
    if (!this.#removed.delete(path)) this.#added.add(path);
  }

  #remove(path: string): boolean {
    if (this.#added.delete(path)) return true;
    if (!this.#known.has(path)) return false;
    this.#removed.add(path);
    return true;
  }

  #removeBelow(prefix: string): void {
    for (const path of [...this.#added]) if (path.startsWith(prefix)) this.#added.delete(path);
    for (const path of this.#paths) if (path.startsWith(prefix)) this.#removed.add(path);
  }

  /** Every path, in no particular order. */
  *paths(): Generator<string> {
    for (const path of this.#paths) if (!this.#removed.has(path)) yield path;
    yield* this.#added;
  }

  /** The best matches of a query; an empty one gives the first files. */
  find(query: string, limit: number): QuickOpenResult {
    const total = this.#paths.length - this.#removed.size + this.#added.size;
    const wanted = query.replace(/\\/g, '/').trim();
    const found = wanted === '' ? this.#first(limit) : this.#match(wanted, limit);
    return { items: found.map(({ path, matches }) => ({ path, matches })), complete: this.#state === 'current' && this.#reading === null, total };
  }

  #first(limit: number): Match[] {
    const first: Match[] = [];
    for (const path of this.paths()) {
      if (first.length === limit) break;
      first.push({ path, score: 0, matches: [] });
    }
    return first;
  }

  #match(query: string, limit: number): Match[] {
    const options = { limit: limit + this.#removed.size, threshold: 0.2, scoreFn: nameFirst };
    const targets = this.#state === 'empty' ? this.#paths.slice(0, 20_000) : this.#snapshot;
    const kept = toMatches(fuzzysort.go(query, targets, options)).filter(({ path }) => !this.#removed.has(path));
    const added = this.#added.size === 0 ? [] : toMatches(fuzzysort.go(query, [...this.#added], options));
    return [...kept, ...added].sort((a, b) => b.score - a.score || a.path.length - b.path.length).slice(0, limit);
  }
}
