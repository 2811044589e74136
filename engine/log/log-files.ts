import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Append-only lines in `minifoundry.log`, turned over at a size: `.1` is the newest of the old ones. Synchronous, so that a crash loses nothing. */
export class LogFiles {
  readonly #directory: string;
  readonly #maximumSize: number;
  readonly #count: number;
  #descriptor: number | null = null;
  #size = 0;
  #dropped = 0;

  /** `maximumSize` in bytes per file; `count` files in all. */
  constructor(directory: string, maximumSize = 1024 * 1024, count = 5) {
    this.#directory = directory;
    this.#maximumSize = maximumSize;
    this.#count = count;
  }

  #path(index: number): string {
    return join(this.#directory, index === 0 ? 'minifoundry.log' : `minifoundry.${index}.log`);
  }

  #open(): number {
    if (this.#descriptor !== null) return this.#descriptor;
    mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
    const descriptor = openSync(this.#path(0), 'a', 0o600);
    this.#size = fstatSync(descriptor).size;
    this.#descriptor = descriptor;
    return descriptor;
  }

  #turnOver(): void {
    this.close();
    for (let index = this.#count - 2; index >= 0; index--) {
      try {
        renameSync(this.#path(index), this.#path(index + 1));
      } catch {
        // Fewer files than the count exist in the beginning; a rename that fails for good only means a larger file.
      }
    }
  }

  /** Writes one line. A log that cannot be written must not break what is logged: lines are then counted and the count is written later. */
  write(line: string): void {
    try {
      if (this.#open() !== null && this.#size >= this.#maximumSize) this.#turnOver();
      const note =
        this.#dropped === 0
          ? ''
          : `${JSON.stringify({ at: new Date().toISOString(), level: 'warn', source: 'log', message: 'Entries were lost', data: { count: this.#dropped } })}\n`;
      this.#size += writeSync(this.#open(), `${note}${line}\n`);
      this.#dropped = 0;
    } catch {
      this.#dropped++;
    }
  }

  /** Everything that is kept, oldest first. */
  read(): string {
    const parts: string[] = [];
    for (let index = this.#count - 1; index >= 0; index--) {
      try {
        parts.push(readFileSync(this.#path(index), 'utf8'));
      } catch {
        // Not written yet, or not readable: the report says what there is.
      }
    }
    return parts.join('');
  }

  close(): void {
    if (this.#descriptor === null) return;
    closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}
