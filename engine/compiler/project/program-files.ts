import path from 'node:path';
import type { FileLookup } from '../source/file-lookup.ts';
import type { FileStore, SourceFile } from './file-store.ts';

/**
 * The files of the program in a project: paths start at the program's root (`miniprogramRoot`). Packages of a project whose
 * `node_modules` is beside the program are found under `/node_modules` all the same.
 */
export class ProgramFiles implements FileLookup {
  private readonly store: FileStore;
  /** `''` or such as `/src`. */
  private readonly prefix: string;

  /** @param programRoot `''` or such as `src`. */
  constructor(store: FileStore, programRoot: string) {
    this.store = store;
    this.prefix = programRoot === '' ? '' : `/${programRoot}`;
  }

  get structure(): number {
    return this.store.structure;
  }

  /** Path in the project of a file that belongs to the program itself. */
  ownPath(file: string): string {
    if (this.prefix === '') return file;
    return file === '/' ? this.prefix : path.posix.normalize(this.prefix + file);
  }

  /** Path in the project. */
  async projectPath(file: string): Promise<string> {
    if (this.prefix === '') return file;
    const own = this.ownPath(file);
    if (!/^\/node_modules(?:\/|$)/.test(file)) return own;
    return (await this.store.kind(`${this.prefix}/node_modules`)) === 'directory' ? own : file;
  }

  async kind(file: string): Promise<'file' | 'directory' | null> {
    return this.store.kind(this.prefix === '' ? file : await this.projectPath(file));
  }

  async read(file: string): Promise<string | null> {
    return (await this.source(file))?.text ?? null;
  }

  async source(file: string): Promise<SourceFile | null> {
    return this.store.source(this.prefix === '' ? file : await this.projectPath(file));
  }

  async list(folder: string): Promise<[name: string, kind: 'file' | 'directory'][]> {
    return this.store.list(await this.projectPath(folder));
  }

  async size(file: string): Promise<number> {
    return this.store.size(await this.projectPath(file));
  }
}
