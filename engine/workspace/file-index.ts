import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import * as fuzzysort from 'fuzzysort';
import type { WorkspaceRoot } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import type { QuickOpenResult, WorkspaceEvent } from '#shared/model/workspace.ts';
import { ignoreRulesFor } from './ignore-rules.ts';
import { listFiles } from './list-files.ts';

/** Above this many single changes everything is read again instead. */
const maximumChanges = 500;
/** Paths that are prepared in one go, a few ten milliseconds. */
const snapshotSize = 20_000;
/** How long an index counts that nobody keeps current, in milliseconds. */
const unwatchedLifetime = 1000;

type Match = { path: string; score: number; matches: number[] };

/** A match in the file's own name is worth more than any in its folders. */
function nameFirst(result: fuzzysort.Result): number {
  const name = result.target.lastIndexOf('/') + 1;
  return result.score + ((result.indexes[0] ?? 0) >= name ? 1 : 0);
}

function toMatches(results: fuzzysort.Results): Match[] {
  return results.map((result) => ({ path: result.target, score: nameFirst(result), matches: [...result.indexes] }));
}

/** What was read in one go. Snapshots are immutable and costly to make, hence several of them. */
class Reading {
  readonly paths: string[] = [];
  readonly snapshots: fuzzysort.Snapshot[] = [];
  #next: string[] = [];

  /** Takes paths in; every now and then it prepares them and lets other work in. */
  async add(piece: readonly string[]): Promise<void> {
    for (const path of piece) {
      this.paths.push(path);
      this.#next.push(path);
    }
    if (this.#next.length >= snapshotSize) await this.prepare();
  }

  async prepare(): Promise<void> {
    const snapshot = fuzzysort.snapshot(this.#next);
    // Prepares every path now rather than under the first key stroke.
    fuzzysort.go('zz', snapshot, { limit: 1 });
    this.snapshots.push(snapshot);
    this.#next = [];
    await setImmediate();
  }
}

/** The files of a workspace by name, for quick open: read once in the background, then kept current by watch events. */
export class FileIndex {
  readonly #root: WorkspaceRoot;
  readonly #log: Logger;
  #content = new Reading();
  #known = new Set<string>();
  /** Changes since the snapshots were made. */
  #added = new Set<string>();
  #removed = new Set<string>();
  #reading: Promise<void> | null = null;
  #state: 'empty' | 'current' | 'stale' = 'empty';
  /** Set when something changed while the files were being read. */
  #changedMeanwhile = false;
  #readAt = 0;

  constructor(root: WorkspaceRoot, log: Logger) {
    this.#root = root;
    this.#log = log;
  }

  /** Starts reading when that is needed; resolves when it is done. */
  refresh(): Promise<void> {
    if (this.#reading) return this.#reading;
    if (this.#state === 'current') return Promise.resolve();
    this.#reading = this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    this.#changedMeanwhile = false;
    const reading = new Reading();
    // The first answers come while a large folder is still being read.
    if (this.#state === 'empty') this.#content = reading;
    try {
      for await (const piece of listFiles(this.#root)) await reading.add(piece);
      await reading.prepare();
    } catch (error) {
      this.#log.warn('The files could not be indexed', { error });
      return;
    }
    this.#content = reading;
    this.#known = new Set(reading.paths);
    this.#added = new Set();
    this.#removed = new Set();
    this.#state = this.#changedMeanwhile ? 'stale' : 'current';
    this.#readAt = performance.now();
  }

  /** Nobody watches: what was read counts for a moment only. */
  expire(): void {
    if (performance.now() - this.#readAt > unwatchedLifetime) this.markStale();
  }

  /** Something changed that is not known one by one: the next question reads everything again. */
  markStale(): void {
    this.#changedMeanwhile = true;
    if (this.#state === 'current') this.#state = 'stale';
  }

  /** Takes in what changed on disk. */
  async apply(event: WorkspaceEvent): Promise<void> {
    if (event.type !== 'changed' || this.#reading || event.files.length > maximumChanges) {
      this.markStale();
      return;
    }
    if (this.#state !== 'current') return;
    for (const path of event.files) await this.#applyOne(path);
    if (this.#added.size + this.#removed.size > maximumChanges) this.markStale();
  }

  async #applyOne(path: string): Promise<void> {
    const found = await lstat(join(this.#root.realPath, ...path.split('/'))).catch(() => null);
    if (found?.isDirectory()) {
      this.markStale();
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
    for (const path of this.#content.paths) if (path.startsWith(prefix)) this.#removed.add(path);
  }

  /** Every path, in no particular order. */
  *paths(): Generator<string> {
    for (const path of this.#content.paths) if (!this.#removed.has(path)) yield path;
    yield* this.#added;
  }

  /** The best matches of a query; an empty one gives the first files. */
  find(query: string, limit: number): QuickOpenResult {
    const total = this.#content.paths.length - this.#removed.size + this.#added.size;
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
    const found = this.#content.snapshots.flatMap((snapshot) => toMatches(fuzzysort.go(query, snapshot, options)));
    const kept = found.filter(({ path }) => !this.#removed.has(path));
    const added = this.#added.size === 0 ? [] : toMatches(fuzzysort.go(query, [...this.#added], options));
    return [...kept, ...added].sort((a, b) => b.score - a.score || a.path.length - b.path.length).slice(0, limit);
  }
}
