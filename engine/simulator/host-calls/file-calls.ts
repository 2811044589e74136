import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { TemporaryFiles } from '../phones/temporary-files.ts';
import { ApiFailure } from './api-failure.ts';

const filePath = z.string().max(2000);
export const filePathArguments = z.object({ apFilePath: filePath });
export const fileInfoArguments = z.object({ apFilePath: filePath, digestAlgorithm: z.enum(['md5', 'sha1', 'sha256']).default('md5') });

interface SavedFile {
  apFilePath: string;
  size: number;
  createTime: number;
}

const savedCapacity = 50 * 1024 * 1024;

/** Files a program keeps with `my.saveFile`. They never touch the disk: they live as long as the phone. */
export class SavedFiles {
  readonly #temporary: TemporaryFiles;
  readonly #saved = new Map<string, SavedFile>();

  constructor(temporary: TemporaryFiles) {
    this.#temporary = temporary;
  }

  #read(path: string): Buffer {
    const file = this.#temporary.read(path);
    if (file === null) throw new ApiFailure(10022, `There is no file ${path}`);
    return file.body;
  }

  save(path: string): { apFilePath: string; savedFilePath: string } {
    const body = this.#read(path);
    const total = [...this.#saved.values()].reduce((sum, { size }) => sum + size, body.length);
    if (total > savedCapacity) throw new ApiFailure(10026, 'Saved files may take 50 MB together');
    const kept = this.#temporary.keep(body, /\.([a-z0-9]+)$/i.exec(path)?.[1] ?? 'bin');
    this.#saved.set(kept, { apFilePath: kept, size: body.length, createTime: Date.now() });
    return { apFilePath: kept, savedFilePath: kept };
  }

  info({ apFilePath, digestAlgorithm }: z.infer<typeof fileInfoArguments>): { size: number; digest: string } {
    const body = this.#read(apFilePath);
    return { size: body.length, digest: createHash(digestAlgorithm).update(body).digest('hex') };
  }

  savedInfo(path: string): { size: number; createTime: number } {
    const found = this.#saved.get(path);
    if (!found) throw new ApiFailure(10022, `There is no saved file ${path}`);
    return { size: found.size, createTime: found.createTime };
  }

  list(): { success: true; fileList: SavedFile[] } {
    return { success: true, fileList: [...this.#saved.values()] };
  }

  remove(path: string): void {
    if (!this.#saved.delete(path)) throw new ApiFailure(10022, `There is no saved file ${path}`);
  }
}
