import { rm } from 'node:fs/promises';
import * as z from 'zod';
import { readJsonFile, writeJsonFile } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { ApiFailure } from './api-failure.ts';

/** All of a program's stored values together, in UTF-16 units of keys and JSON texts. */
export const storageQuota = 10 * 1024 * 1024;

const stored = z.record(z.string(), z.string());

/** What one program, run for one merchant, keeps with `my.setStorage`: JSON texts by key, on disk. */
export class ProgramStorage {
  readonly #path: string | null;
  readonly #log: Logger;
  #values: Map<string, string> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #dirty = false;

  /** `null` keeps nothing beyond this object's life. */
  constructor(path: string | null, log: Logger) {
    this.#path = path;
    this.#log = log;
  }

  async #load(): Promise<Map<string, string>> {
    this.#values ??= new Map(Object.entries(await this.#read()));
    return this.#values;
  }

  async #read(): Promise<Record<string, string>> {
    if (this.#path === null) return {};
    const file = await readJsonFile(this.#path, stored);
    if (file.kind === 'corrupt') this.#log.warn('The storage of a mini program cannot be read and starts empty', { path: this.#path });
    return file.kind === 'valid' ? file.value : {};
  }

  async all(): Promise<Record<string, string>> {
    return Object.fromEntries(await this.#load());
  }

  async set(key: string, value: string): Promise<void> {
    const values = await this.#load();
    const others = [...values].reduce((size, [name, text]) => (name === key ? size : size + name.length + text.length), 0);
    if (others + key.length + value.length > storageQuota) throw new ApiFailure(14, 'Storage is full: a mini program may keep 10 MB');
    values.set(key, value);
    this.#save();
  }

  async remove(key: string): Promise<void> {
    (await this.#load()).delete(key);
    this.#save();
  }

  async clear(): Promise<void> {
    (await this.#load()).clear();
    this.#save();
  }

  /** Writes follow each other; those that wait become one. */
  #save(): void {
    const path = this.#path;
    if (this.#dirty || path === null) return;
    this.#dirty = true;
    this.#writing = this.#writing
      .then(async () => {
        this.#dirty = false;
        await writeJsonFile(path, Object.fromEntries(this.#values ?? []));
      })
      .catch((error: unknown) => this.#log.warn('The storage of a mini program cannot be written', { error: String(error) }));
  }

  /** Resolves when everything is on disk. */
  async flush(): Promise<void> {
    await this.#writing;
  }

  async erase(): Promise<void> {
    this.#values = new Map();
    await this.flush();
    if (this.#path !== null) await rm(this.#path, { force: true });
  }
}
