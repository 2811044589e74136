import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { KeyedQueue, readJsonFile, writeJsonFile } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import type { RecentWorkspace } from '#shared/model/workspace.ts';
import { readBinding } from './instance-file.ts';
import type { Workspace } from './workspace.ts';

const recentFile = z.object({
  schemaVersion: z.literal(1),
  recents: z.array(z.object({ id: z.string(), name: z.string(), path: z.string(), display: z.string(), openedAt: z.iso.datetime() })),
});
type Recent = z.infer<typeof recentFile>['recents'][number];

const maximum = 50;

/** The folders opened before, newest first, in `dataDirectory/recents.json`. */
export class RecentsStore {
  readonly #path: string;
  readonly #log: Logger;
  readonly #queue = new KeyedQueue();

  constructor(dataDirectory: string, log: Logger) {
    this.#path = join(dataDirectory, 'recents.json');
    this.#log = log;
  }

  async #read(): Promise<Recent[]> {
    const file = await readJsonFile(this.#path, recentFile);
    if (file.kind === 'corrupt') this.#log.warn('The list of recent folders was unreadable and is kept aside', { copy: file.copy });
    return file.kind === 'valid' ? file.value.recents : [];
  }

  #change(change: (recents: Recent[]) => Recent[]): Promise<void> {
    return this.#queue.run('recents', async () => {
      try {
        await writeJsonFile(this.#path, { schemaVersion: 1, recents: change(await this.#read()).slice(0, maximum) });
      } catch (error) {
        // Not remembering a folder must not keep anybody from working in it.
        this.#log.warn('The list of recent folders could not be written', { error });
      }
    });
  }

  remember(workspace: Workspace): Promise<void> {
    const recent = { id: workspace.id, name: workspace.name, path: workspace.realPath, display: workspace.display, openedAt: new Date().toISOString() };
    return this.#change((recents) => [recent, ...recents.filter(({ id }) => id !== workspace.id)]);
  }

  forget(recentId: string): Promise<void> {
    return this.#change((recents) => recents.filter(({ id }) => id !== recentId));
  }

  /** The absolute path behind an entry, or null. */
  async pathOf(recentId: string): Promise<string | null> {
    const recents = await this.#queue.run('recents', () => this.#read());
    return recents.find(({ id }) => id === recentId)?.path ?? null;
  }

  async list(): Promise<RecentWorkspace[]> {
    const recents = await this.#queue.run('recents', () => this.#read());
    return Promise.all(
      recents.map(async ({ id, name, path, display, openedAt }) => ({
        id,
        name,
        display,
        openedAt,
        exists: await isFolder(path),
        binding: await readBinding(path),
      })),
    );
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
