import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isContained } from '#engine/files/index.ts';
import type { FileLookup } from '../source/file-lookup.ts';
import { hashOf } from '../source/hash.ts';

/** Text of a file. The same object as long as the text stays the same. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly hash: string;
}

interface Entry {
  kind: 'file' | 'directory';
  /** Absolute, links resolved. */
  real: string;
}

type Listing = Map<string, Entry>;

/** On a local disk a call takes some tens of microseconds; five milliseconds mean a disk that somebody has to wait for. */
const slowCall = 5;
/** Single slow calls are pauses of this process. */
const slowCallsOfSlowDisk = 5;

/**
 * The files of a project, read once and again when they are invalidated. Paths start with `/` at the project's root.
 * Links that lead out of the project are taken for missing.
 */
export class FileStore implements FileLookup {
  /** Goes up when a file or folder appears or goes away; what was resolved before may then be elsewhere. */
  structure = 0;
  private readonly root: string;
  private realRoot: Promise<string> | null = null;
  private readonly listings = new Map<string, Promise<Listing>>();
  /** What each folder held when it was last read. */
  private readonly names = new Map<string, string>();
  private readonly stale = new Set<string>();
  private readonly files = new Map<string, Promise<SourceFile | null>>();
  private readonly previous = new Map<string, SourceFile>();
  private readonly sizes = new Map<string, Promise<number>>();
  private slowCalls = 0;

  constructor(root: string) {
    this.root = root;
  }

  /** Forgets what may have changed at and below these paths. */
  invalidate(paths: readonly string[]): void {
    for (const changed of paths) {
      for (let folder = path.posix.dirname(changed); ; folder = path.posix.dirname(folder)) {
        if (this.listings.delete(folder)) this.stale.add(folder);
        if (folder === '/') break;
      }
      const isBelow = (other: string): boolean => other === changed || changed === '/' || other.startsWith(`${changed}/`);
      for (const folder of this.listings.keys()) if (isBelow(folder) && this.listings.delete(folder)) this.stale.add(folder);
      for (const map of [this.files, this.sizes]) for (const key of map.keys()) if (isBelow(key)) map.delete(key);
      if (changed.endsWith('/package.json')) this.structure++;
    }
  }

  /** Reads invalidated folders again, so that {@link structure} is right before anything is looked up. */
  async refresh(): Promise<void> {
    const folders = [...this.stale];
    this.stale.clear();
    await Promise.all(folders.map((folder) => this.listing(folder)));
  }

  async kind(file: string): Promise<'file' | 'directory' | null> {
    return (await this.entry(file))?.kind ?? null;
  }

  async read(file: string): Promise<string | null> {
    return (await this.source(file))?.text ?? null;
  }

  source(file: string): Promise<SourceFile | null> {
    const known = this.files.get(file);
    if (known) return known;
    const reading = this.readSource(file);
    this.files.set(file, reading);
    return reading;
  }

  /** Names and kinds in a folder; empty when there is none. */
  async list(folder: string): Promise<[name: string, kind: 'file' | 'directory'][]> {
    return [...(await this.listing(folder))].map(([name, { kind }]) => [name, kind]);
  }

  /** In bytes; 0 when there is no such file. */
  size(file: string): Promise<number> {
    const known = this.sizes.get(file);
    if (known) return known;
    const measuring = this.entry(file).then((entry) => this.measure(entry));
    this.sizes.set(file, measuring);
    return measuring;
  }

  private async measure(entry: Entry | null): Promise<number> {
    if (!entry) return 0;
    const found = await this.ask(
      () => statSync(entry.real),
      () => stat(entry.real),
    );
    return found?.size ?? 0;
  }

  /**
   * Asks the file system without waiting, which for small files is several times as fast; with waiting as soon as the disk
   * turns out to be slow. Null when it fails: what cannot be read is missing.
   */
  private async ask<T>(now: () => T, later: () => Promise<T>): Promise<T | null> {
    if (this.slowCalls >= slowCallsOfSlowDisk) return later().catch(() => null);
    const started = performance.now();
    try {
      return now();
    } catch {
      return null;
    } finally {
      if (performance.now() - started > slowCall) this.slowCalls++;
    }
  }

  private async readSource(file: string): Promise<SourceFile | null> {
    const entry = await this.entry(file);
    const text = entry?.kind === 'file' ? await this.readText(entry.real) : null;
    if (text === null) {
      this.previous.delete(file);
      return null;
    }
    const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    const hash = hashOf(withoutMark);
    const before = this.previous.get(file);
    const source = before?.hash === hash ? before : { path: file, text: withoutMark, hash };
    this.previous.set(file, source);
    return source;
  }

  private readText(file: string): Promise<string | null> {
    return this.ask(
      () => readFileSync(file, 'utf8'),
      () => readFile(file, 'utf8'),
    );
  }

  private async entry(file: string): Promise<Entry | null> {
    if (file === '/') return { kind: 'directory', real: await this.rootPath() };
    const slash = file.lastIndexOf('/');
    return (await this.listing(file.slice(0, slash) || '/')).get(file.slice(slash + 1)) ?? null;
  }

  private rootPath(): Promise<string> {
    this.realRoot ??= realpath(this.root);
    return this.realRoot;
  }

  private listing(folder: string): Promise<Listing> {
    const known = this.listings.get(folder);
    if (known) return known;
    const listing = this.readListing(folder);
    this.listings.set(folder, listing);
    return listing;
  }

  private async readListing(folder: string): Promise<Listing> {
    const entry = await this.entry(folder);
    const found = entry?.kind === 'directory' ? await this.readFolder(entry.real) : [];
    const entries = await Promise.all(found.map(async (one): Promise<[string, Entry | null]> => [one.name, await this.toEntry(one, entry?.real ?? '')]));
    const listing = new Map(entries.filter((pair): pair is [string, Entry] => pair[1] !== null));
    const names = [...listing]
      .map(([name, { kind }]) => `${kind} ${name}`)
      .sort()
      .join('\n');
    if ((this.names.get(folder) ?? names) !== names) this.structure++;
    this.names.set(folder, names);
    return listing;
  }

  private async readFolder(folder: string): Promise<Dirent[]> {
    const found = await this.ask(
      () => readdirSync(folder, { withFileTypes: true }),
      () => readdir(folder, { withFileTypes: true }),
    );
    return found ?? [];
  }

  private async toEntry(found: Dirent, folder: string): Promise<Entry | null> {
    const place = path.join(folder, found.name);
    if (found.isFile()) return { kind: 'file', real: place };
    if (found.isDirectory()) return { kind: 'directory', real: place };
    if (!found.isSymbolicLink()) return null;
    try {
      const real = await realpath(place);
      const target = await stat(real);
      if (!isContained(await this.rootPath(), real)) return null;
      return target.isFile() ? { kind: 'file', real } : target.isDirectory() ? { kind: 'directory', real } : null;
    } catch {
      // A link that leads nowhere is no file.
      return null;
    }
  }
}
