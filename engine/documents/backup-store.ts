import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { errnoOf, fileError, KeyedQueue, readJsonFile, writeJsonFile } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import type { Connection } from '#engine/rpc/index.ts';
import { type Backup, backup } from '#shared/model/documents.ts';

const backupFile = z.object({ schemaVersion: z.literal(1), backup });

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

async function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  });
}

/** Unsaved texts for hot exit: `backups/<workspace>/<client>/<backup>.json`, names hashed because clients choose them. */
export class BackupStore {
  readonly #directory: string;
  readonly #log: Logger;
  readonly #queue = new KeyedQueue();
  readonly #live = new Map<string, Set<string>>();

  constructor(dataDirectory: string, log: Logger) {
    this.#directory = join(dataDirectory, 'backups');
    this.#log = log;
  }

  #workspaceFolder(workspaceId: string): string {
    return join(this.#directory, hash(workspaceId));
  }

  /** A client is alive while any connection that spoke for it is open. */
  #markLive(clientId: string, connection: Connection): void {
    if (connection.closed.aborted) return;
    const client = hash(clientId);
    const connections = this.#live.get(client) ?? new Set();
    this.#live.set(client, connections);
    if (connections.has(connection.id)) return;
    connections.add(connection.id);
    connection.closed.addEventListener(
      'abort',
      () => {
        connections.delete(connection.id);
        if (connections.size === 0 && this.#live.get(client) === connections) this.#live.delete(client);
      },
      { once: true },
    );
  }

  #inWorkspace<T>(workspaceId: string, task: () => Promise<T>): Promise<T> {
    return this.#queue.run(workspaceId, async () => {
      try {
        return await task();
      } catch (error) {
        throw fileError(error, 'backup');
      }
    });
  }

  /** Keeps a text; a later one with the same `backupId` takes its place. */
  keep(workspaceId: string, clientId: string, kept: Backup, connection: Connection): Promise<void> {
    this.#markLive(clientId, connection);
    const path = join(this.#workspaceFolder(workspaceId), hash(clientId), `${hash(kept.backupId)}.json`);
    return this.#inWorkspace(workspaceId, () => writeJsonFile(path, { schemaVersion: 1, backup: kept }));
  }

  drop(workspaceId: string, clientId: string, backupId: string): Promise<void> {
    const path = join(this.#workspaceFolder(workspaceId), hash(clientId), `${hash(backupId)}.json`);
    return this.#inWorkspace(workspaceId, async () => {
      await unlink(path).catch((error: unknown) => {
        if (errnoOf(error) !== 'ENOENT') throw error;
      });
    });
  }

  /** The texts of this client and of every client without an open connection, which are this client's from now on. */
  claim(workspaceId: string, clientId: string, connection: Connection): Promise<Backup[]> {
    this.#markLive(clientId, connection);
    const own = hash(clientId);
    const folder = this.#workspaceFolder(workspaceId);
    return this.#inWorkspace(workspaceId, async () => {
      for (const client of await entriesOf(folder)) {
        if (client !== own && !this.#live.has(client)) await this.#takeOver(join(folder, client), join(folder, own));
      }
      return this.#readAll(join(folder, own));
    });
  }

  async #takeOver(from: string, to: string): Promise<void> {
    await mkdir(to, { recursive: true, mode: 0o700 });
    const taken = new Set(await entriesOf(to));
    for (const name of (await entriesOf(from)).filter((entry) => entry.endsWith('.json'))) {
      if (taken.has(name)) await this.#takeOverRenamed(join(from, name), to);
      else await rename(join(from, name), join(to, name));
    }
  }

  /** Two clients used one id for different texts: neither may replace the other, so this one gets a new id. */
  async #takeOverRenamed(from: string, to: string): Promise<void> {
    const file = await readJsonFile(from, backupFile);
    if (file.kind !== 'valid') return;
    const backupId = randomUUID();
    await writeJsonFile(join(to, `${hash(backupId)}.json`), { schemaVersion: 1, backup: { ...file.value.backup, backupId } });
    await unlink(from);
  }

  async #readAll(folder: string): Promise<Backup[]> {
    const kept: Backup[] = [];
    for (const name of (await entriesOf(folder)).filter((entry) => entry.endsWith('.json'))) {
      const file = await readJsonFile(join(folder, name), backupFile);
      if (file.kind === 'valid') kept.push(file.value.backup);
      else if (file.kind === 'corrupt') this.#log.warn('A backup was unreadable and is kept aside', { copy: file.copy });
    }
    return kept.sort((a, b) => a.savedAt.localeCompare(b.savedAt));
  }
}
