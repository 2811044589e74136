import path from 'node:path';
import { applyAlias, resolveModule, resolvePackage } from '../script/index.ts';
import type { ProgramFiles } from './program-files.ts';

/** Finds what files name in each other. Answers stay until a file appears or goes away. */
export class ReferenceResolver {
  private readonly files: ProgramFiles;
  private readonly aliases: Record<string, string>;
  private readonly answers = new Map<string, Promise<string | null>>();
  private structure = -1;

  constructor(files: ProgramFiles, aliases: Record<string, string>) {
    this.files = files;
    this.aliases = aliases;
  }

  /** Path of a logic module. */
  module(specifier: string, from: string): Promise<string | null> {
    return this.remember('module', specifier, from, () => resolveModule(specifier, from, { files: this.files, aliases: this.aliases }));
  }

  /** Path of a file with one of these extensions, which may be left out; relative ones need no dot. */
  file(specifier: string, from: string, extensions: readonly string[]): Promise<string | null> {
    return this.remember(extensions.join(), specifier, from, () => this.find(specifier, from, extensions));
  }

  style(specifier: string, from: string): Promise<string | null> {
    return this.file(specifier, from, ['.acss', '.less', '.css']);
  }

  less(specifier: string, from: string): Promise<string | null> {
    return this.file(specifier.replace(/^~/, ''), from, ['.less', '.acss', '.css']);
  }

  private remember(kind: string, specifier: string, from: string, find: () => Promise<string | null>): Promise<string | null> {
    if (this.structure !== this.files.structure) {
      this.answers.clear();
      this.structure = this.files.structure;
    }
    const key = `${kind}\0${path.posix.dirname(from)}\0${specifier}`;
    const known = this.answers.get(key);
    if (known) return known;
    const answer = find();
    this.answers.set(key, answer);
    return answer;
  }

  private async find(specifier: string, from: string, extensions: readonly string[]): Promise<string | null> {
    const aliased = applyAlias(specifier, this.aliases);
    const exists = async (target: string): Promise<string | null> => {
      for (const candidate of [target, ...extensions.map((extension) => target + extension)]) {
        if (extensions.some((extension) => candidate.endsWith(extension)) && (await this.files.kind(candidate)) === 'file') return candidate;
      }
      return null;
    };
    if (aliased.startsWith('/')) return exists(path.posix.normalize(aliased));
    const relative = await exists(path.posix.join(path.posix.dirname(from), aliased));
    if (relative || aliased.startsWith('.') || aliased === '') return relative;
    return resolvePackage(aliased, from, exists, { files: this.files });
  }
}
