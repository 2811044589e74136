import { parseJson, stringify } from '../core/intrinsics.ts';
import { ApiFailure, apiErrors } from './api-failure.ts';

const limitBytes = 10 * 1024 * 1024;
/** Devices refuse a single value beyond this. */
const deviceValueLimit = 200 * 1024;
const fullError = 12;

export interface StorageWrites {
  set(key: string, value: string): void;
  remove(key: string): void;
  clear(): void;
  /** A value that devices would refuse. */
  oversized(key: string): void;
}

/** What the program keeps: JSON texts by key, in memory, every change handed on to be written. */
export class ProgramStorage {
  readonly #values: Map<string, string>;
  readonly #writes: StorageWrites;

  constructor(values: Readonly<Record<string, string>>, writes: StorageWrites) {
    this.#values = new Map(Object.entries(values));
    this.#writes = writes;
  }

  /** The value, or null. */
  get(key: unknown): unknown {
    const text = this.#values.get(this.#checkedKey(key));
    return text === undefined ? null : parseJson(text);
  }

  /** Refuses what would take the program over 10 MB. */
  set(key: unknown, value: unknown): void {
    const name = this.#checkedKey(key);
    const text = stringify(value) as string | undefined;
    if (text === undefined) throw new ApiFailure(apiErrors.invalidArgument, 'The data to store is missing or not JSON');
    this.setText(name, text);
  }

  /** Stores a JSON text as it is. */
  setText(key: string, text: string): void {
    const others = this.#size() - (this.#values.has(key) ? key.length + (this.#values.get(key) ?? '').length : 0);
    if (others + key.length + text.length > limitBytes) throw new ApiFailure(fullError, 'The storage of a mini program holds at most 10 MB');
    if (text.length > deviceValueLimit) this.#writes.oversized(key);
    this.#values.set(key, text);
    this.#writes.set(key, text);
  }

  remove(key: unknown): void {
    const name = this.#checkedKey(key);
    this.#values.delete(name);
    this.#writes.remove(name);
  }

  clear(): void {
    this.#values.clear();
    this.#writes.clear();
  }

  /** Sizes in kilobytes, as the platform has them. */
  info(): { keys: string[]; currentSize: number; limitSize: number } {
    return { keys: [...this.#values.keys()], currentSize: Math.ceil(this.#size() / 1024), limitSize: limitBytes / 1024 };
  }

  /** Every JSON text by key. */
  all(): Record<string, string> {
    return Object.fromEntries(this.#values);
  }

  #size(): number {
    let size = 0;
    for (const [key, text] of this.#values) size += key.length + text.length;
    return size;
  }

  #checkedKey(key: unknown): string {
    if (typeof key !== 'string' || key === '') throw new ApiFailure(apiErrors.invalidArgument, 'A storage key is a text that is not empty');
    return key;
  }
}
