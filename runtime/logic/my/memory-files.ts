import { decodeText, encodeText } from '../core/intrinsics.ts';
import { ApiFailure } from './api-failure.ts';
import { fromBase64, isBinary, toBase64 } from './base64.ts';

const missingError = 10022;
const existsError = 10025;
const fullError = 10026;
const capacity = 50 * 1024 * 1024;

type Entry = { kind: 'file'; text: string | null; bytes: ArrayBuffer | null; changedAt: number } | { kind: 'folder'; changedAt: number };

function normalised(path: unknown): string {
  if (typeof path !== 'string' || path === '') throw new ApiFailure(2, 'A path is needed');
  return path.replace(/\/+$/, '');
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function sizeOf(entry: Entry): number {
  if (entry.kind === 'folder') return 0;
  return asBytes(entry).byteLength;
}

function asBytes({ text, bytes }: Extract<Entry, { kind: 'file' }>): ArrayBuffer {
  return bytes ?? encodeText(text ?? '');
}

/** `my.getFileSystemManager()`: a folder in memory under `my.env.USER_DATA_PATH`. Failures are `ApiFailure`. */
export class MemoryFiles {
  readonly #entries = new Map<string, Entry>();
  readonly #root: string;
  readonly #now: () => number;

  constructor(root: string, now: () => number) {
    this.#root = root;
    this.#now = now;
    this.#entries.set(root, { kind: 'folder', changedAt: now() });
  }

  #entry(path: unknown): Entry {
    const entry = this.#entries.get(normalised(path));
    if (!entry) throw new ApiFailure(missingError, `There is no file ${String(path)}`);
    return entry;
  }

  #file(path: unknown): Extract<Entry, { kind: 'file' }> {
    const entry = this.#entry(path);
    if (entry.kind === 'folder') throw new ApiFailure(missingError, `${String(path)} is a folder`);
    return entry;
  }

  access(path: unknown): void {
    this.#entry(path);
  }

  read(path: unknown, encoding: unknown): string | ArrayBuffer {
    const file = this.#file(path);
    if (encoding === undefined) return asBytes(file);
    if (encoding === 'base64') return toBase64(asBytes(file));
    return file.text ?? decodeText(file.bytes ?? new ArrayBuffer(0));
  }

  write(path: unknown, data: unknown, encoding?: unknown): void {
    const name = normalised(path);
    if (this.#entries.get(parentOf(name))?.kind !== 'folder') throw new ApiFailure(missingError, `There is no folder for ${name} under ${this.#root}`);
    const binary = isBinary(data) ? fromBase64(toBase64(data)) : encoding === 'base64' ? fromBase64(data) : null;
    const entry: Entry = { kind: 'file', text: binary === null ? String(data) : null, bytes: binary, changedAt: this.#now() };
    const used = [...this.#entries.values()].reduce((sum, each) => sum + sizeOf(each), 0);
    if (used + sizeOf(entry) > capacity) throw new ApiFailure(fullError, 'Files of a mini program may take 50 MB together');
    this.#entries.set(name, entry);
  }

  append(path: unknown, data: unknown): void {
    const file = this.#file(path);
    if (file.text !== null && typeof data === 'string') return this.write(path, file.text + data);
    const addition = isBinary(data) ? fromBase64(toBase64(data)) : encodeText(String(data));
    const joined = new Uint8Array(asBytes(file).byteLength + addition.byteLength);
    joined.set(new Uint8Array(asBytes(file)));
    joined.set(new Uint8Array(addition), asBytes(file).byteLength);
    this.write(path, joined.buffer);
  }

  makeFolder(path: unknown, recursive: boolean): void {
    const name = normalised(path);
    if (this.#entries.has(name)) throw new ApiFailure(existsError, `${name} exists`);
    const parent = parentOf(name);
    if (!this.#entries.has(parent)) {
      if (!recursive || !parent.startsWith(this.#root)) throw new ApiFailure(missingError, `There is no folder ${parent}`);
      this.makeFolder(parent, true);
    }
    this.#entries.set(name, { kind: 'folder', changedAt: this.#now() });
  }

  list(path: unknown): string[] {
    const prefix = `${normalised(path)}/`;
    this.#entry(path);
    return [...this.#entries.keys()]
      .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('/'))
      .map((name) => name.slice(prefix.length));
  }

  removeFolder(path: unknown, recursive: boolean): void {
    const name = normalised(path);
    if (this.#entry(path).kind !== 'folder') throw new ApiFailure(missingError, `${name} is not a folder`);
    if (!recursive && this.list(path).length > 0) throw new ApiFailure(existsError, `${name} is not empty`);
    for (const known of [...this.#entries.keys()]) if (known === name || known.startsWith(`${name}/`)) this.#entries.delete(known);
  }

  remove(path: unknown): void {
    this.#file(path);
    this.#entries.delete(normalised(path));
  }

  copy(from: unknown, to: unknown): void {
    const file = this.#file(from);
    this.write(to, file.text ?? file.bytes);
  }

  move(from: unknown, to: unknown): void {
    this.copy(from, to);
    this.remove(from);
  }

  stat(path: unknown): { size: number; mode: number; lastAccessedTime: number; lastModifiedTime: number; isFile(): boolean; isDirectory(): boolean } {
    const entry = this.#entry(path);
    const time = Math.round(entry.changedAt / 1000);
    return {
      size: sizeOf(entry),
      mode: 0o600,
      lastAccessedTime: time,
      lastModifiedTime: time,
      isFile: () => entry.kind === 'file',
      isDirectory: () => entry.kind === 'folder',
    };
  }

  /** Files right under the root, as `getSavedFileList` has them. */
  saved(): { filePath: string; apFilePath: string; size: number; createTime: number }[] {
    return [...this.#entries]
      .filter(([, { kind }]) => kind === 'file')
      .map(([path, entry]) => ({ filePath: path, apFilePath: path, size: sizeOf(entry), createTime: entry.changedAt }));
  }
}
