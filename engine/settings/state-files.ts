import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { fileError, KeyedQueue, readJsonFile, writeJsonFile } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { AppError } from '#shared/model/errors.ts';

const maximumSize = 1024 * 1024;
const stateFile = z.object({ schemaVersion: z.literal(1), state: z.unknown() });

/** Layout, open tabs and the like, one file per workspace, opaque to the engine. */
export class StateFiles {
  readonly #directory: string;
  readonly #log: Logger;
  readonly #queue = new KeyedQueue();

  constructor(dataDirectory: string, log: Logger) {
    this.#directory = join(dataDirectory, 'state');
    this.#log = log;
  }

  #path(workspaceId: string | null): string {
    const name = workspaceId === null ? 'window' : createHash('sha256').update(workspaceId).digest('hex').slice(0, 32);
    return join(this.#directory, `${name}.json`);
  }

  /** What was saved last; null when there is nothing or it was unreadable (which is then kept aside). */
  async load(workspaceId: string | null): Promise<unknown> {
    const path = this.#path(workspaceId);
    return this.#queue.run(path, async () => {
      const file = await readJsonFile(path, stateFile).catch((error: unknown) => {
        throw fileError(error, 'state');
      });
      if (file.kind === 'corrupt') this.#log.warn('Window state was unreadable and is kept aside', { copy: file.copy });
      return file.kind === 'valid' ? (file.value.state ?? null) : null;
    });
  }

  /** `BAD_INPUT` above 1 MB. */
  async save(workspaceId: string | null, state: unknown): Promise<void> {
    const size = Buffer.byteLength(JSON.stringify(state ?? null));
    if (size > maximumSize) throw new AppError('BAD_INPUT', { detail: `The state is ${size} bytes; ${maximumSize} are allowed` });
    const path = this.#path(workspaceId);
    await this.#queue.run(path, async () => {
      await writeJsonFile(path, { schemaVersion: 1, state: state ?? null }).catch((error: unknown) => {
        throw fileError(error, 'state');
      });
    });
  }
}
