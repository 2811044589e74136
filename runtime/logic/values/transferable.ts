import { isFunction, type ProgramObject } from '../core/types.ts';

/** A copy as JSON would make it, with what was left out. */
export interface Transfer {
  value: unknown;
  /** Length of the value's JSON, about. */
  bytes: number;
  /** What cannot cross: `list[2].onTap (function)`. At most a few. */
  dropped: string[];
}

export interface TransferOptions {
  /** More than this many bytes throws `TransferTooLarge`. */
  maximumBytes?: number;
  /** Leaves array buffers and typed arrays as they are. */
  binary?: boolean;
}

export class TransferTooLarge extends Error {
  readonly bytes: number;

  constructor(bytes: number) {
    super(`More than ${bytes} bytes`);
    this.name = 'TransferTooLarge';
    this.bytes = bytes;
  }
}

const maximumDropped = 5;
const absent = Symbol('absent');

class Copier {
  readonly dropped: string[] = [];
  bytes = 0;
  readonly #maximum: number;
  readonly #binary: boolean;
  readonly #open = new Set<object>();

  constructor({ maximumBytes = Number.POSITIVE_INFINITY, binary = false }: TransferOptions) {
    this.#maximum = maximumBytes;
    this.#binary = binary;
  }

  copy(value: unknown, path: string): unknown {
    switch (typeof value) {
      case 'string':
        return this.#counted(value, value.length + 2);
      case 'number':
        return Number.isFinite(value) ? this.#counted(value, 8) : this.#counted(null, 4);
      case 'boolean':
        return this.#counted(value, 5);
      case 'undefined':
        return absent;
      case 'object':
        return value === null ? this.#counted(null, 4) : this.#object(value, path);
      default:
        return this.#drop(path, typeof value);
    }
  }

  #counted<T>(value: T, bytes: number): T {
    this.bytes += bytes;
    if (this.bytes > this.#maximum) throw new TransferTooLarge(this.bytes);
    return value;
  }

  #drop(path: string, kind: string): typeof absent {
    if (this.dropped.length < maximumDropped) this.dropped.push(path === '' ? kind : `${path} (${kind})`);
    return absent;
  }

  #object(value: object, path: string): unknown {
    if (this.#binary && (value instanceof ArrayBuffer || ArrayBuffer.isView(value))) return this.#counted(value, value.byteLength);
    if (isFunction((value as ProgramObject).toJSON)) return this.copy((value as { toJSON(): unknown }).toJSON(), path);
    if (this.#open.has(value)) return this.#drop(path, 'cycle');
    this.#open.add(value);
    this.#counted(null, 2);
    const copy = Array.isArray(value) ? this.#array(value, path) : this.#record(value as ProgramObject, path);
    this.#open.delete(value);
    return copy;
  }

  #array(value: unknown[], path: string): unknown[] {
    const copy: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      const item = this.copy(value[index], `${path}[${index}]`);
      copy[index] = item === absent ? this.#counted(null, 4) : item;
      this.bytes++;
    }
    return copy;
  }

  #record(value: ProgramObject, path: string): ProgramObject {
    const copy: ProgramObject = {};
    for (const key of Object.keys(value)) {
      const field = this.copy(value[key], path === '' ? key : `${path}.${key}`);
      if (field === absent) continue;
      this.bytes += key.length + 4;
      if (key === '__proto__') Object.defineProperty(copy, key, { value: field, enumerable: true, configurable: true, writable: true });
      else copy[key] = field;
    }
    return copy;
  }
}

/** Copies a value as JSON would: functions, symbols, big integers and cycles are left out and named. */
export function toTransferable(value: unknown, options: TransferOptions = {}): Transfer {
  const copier = new Copier(options);
  const copy = copier.copy(value, '');
  return { value: copy === absent ? undefined : copy, bytes: copier.bytes, dropped: copier.dropped };
}
