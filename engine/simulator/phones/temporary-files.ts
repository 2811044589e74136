import { randomBytes } from 'node:crypto';

export interface TemporaryFile {
  body: Buffer;
  extension: string;
}

/** Together, per phone, in bytes. */
const capacity = 200 * 1024 * 1024;

/** Files that a program was given by a picker, a download or a canvas; they live as long as the phone. */
export class TemporaryFiles {
  readonly #files = new Map<string, TemporaryFile>();
  #size = 0;

  /** The address a program knows the file by: `https://resource/<id>.<extension>`. The oldest make room. */
  keep(body: Buffer, extension: string): string {
    const safe = /^[a-z0-9]{1,8}$/i.test(extension) ? extension.toLowerCase() : 'bin';
    const id = `${randomBytes(12).toString('hex')}.${safe}`;
    this.#files.set(id, { body, extension: safe });
    this.#size += body.length;
    for (const [oldest, file] of this.#files) {
      if (this.#size <= capacity || oldest === id) break;
      this.#files.delete(oldest);
      this.#size -= file.body.length;
    }
    return `https://resource/${id}`;
  }

  /** By id (`<hex>.<extension>`) or address. */
  read(name: string): TemporaryFile | null {
    return this.#files.get(name.replace(/^https:\/\/resource\//, '')) ?? null;
  }
}
