import { stat } from 'node:fs/promises';
import { EventStream } from '#engine/events/index.ts';
import type { WorkspaceRoot } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import type { WorkspaceEvent } from '#shared/model/workspace.ts';
import { ChangeCollector } from './change-collector.ts';
import { watchNatively } from './native-source.ts';
import { watchByPolling } from './polling-source.ts';
import type { ChangedPaths, WatchSource } from './watch-source.ts';

export interface WatcherOptions {
  native?: WatchSource;
  polling?: WatchSource;
  /** How often the root itself is looked at, in milliseconds. */
  rootInterval?: number;
}

/** Tells one folder from another that took its place. */
async function identityOf(folder: string): Promise<string | null> {
  return stat(folder, { bigint: true }).then(
    (found) => (found.isDirectory() ? `${found.dev} ${found.ino} ${found.birthtimeNs}` : null),
    () => null,
  );
}

/** Watches one workspace while anybody listens. Its listeners share one subscription. */
export class WorkspaceWatcher {
  readonly #root: WorkspaceRoot;
  readonly #log: Logger;
  readonly #options: Required<WatcherOptions>;
  readonly #streams = new Set<EventStream<WorkspaceEvent>>();
  readonly #collector: ChangeCollector;
  readonly #onEvent: (event: WorkspaceEvent) => void;
  #source: { stop(): Promise<void> } | null = null;
  #identity: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Starting, stopping and looking at the root happen one after another. */
  #work: Promise<void> = Promise.resolve();

  constructor(root: WorkspaceRoot, log: Logger, onEvent: (event: WorkspaceEvent) => void, options: WatcherOptions = {}) {
    this.#root = root;
    this.#log = log;
    this.#onEvent = onEvent;
    this.#options = { native: watchNatively, polling: watchByPolling(), rootInterval: 1000, ...options };
    this.#collector = new ChangeCollector(root, (event) => this.#emit(event));
  }

  /** Resolves once changes are being reported. The stream ends with the signal. */
  async listen(signal?: AbortSignal): Promise<EventStream<WorkspaceEvent>> {
    const stream: EventStream<WorkspaceEvent> = new EventStream({
      signal,
      onEnd: () => {
        this.#streams.delete(stream);
        if (this.#streams.size === 0) void this.#enqueue(() => this.#stopWhenUnused());
      },
    });
    if (stream.open) this.#streams.add(stream);
    await this.#enqueue(() => this.#startWhenUsed());
    return stream;
  }

  get watching(): boolean {
    return this.#source !== null;
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(task).catch((error: unknown) => this.#log.error('Watching failed', { error }));
    return this.#work;
  }

  #emit(event: WorkspaceEvent): void {
    this.#onEvent(event);
    for (const stream of this.#streams) stream.push(event);
  }

  async #startWhenUsed(): Promise<void> {
    if (this.#streams.size === 0 || this.#timer !== null) return;
    this.#timer = setInterval(() => void this.#enqueue(() => this.#checkRoot()), this.#options.rootInterval);
    this.#timer.unref();
    this.#identity = await identityOf(this.#root.realPath);
    if (this.#identity === null) this.#emit({ type: 'gone' });
    else await this.#subscribe();
  }

  async #stopWhenUnused(): Promise<void> {
    if (this.#streams.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
    this.#collector.clear();
    await this.#unsubscribe();
  }

  async #subscribe(): Promise<void> {
    const folder = this.#root.realPath;
    const report = (changed: ChangedPaths): void => {
      if (changed.kind === 'blind') void this.#enqueue(() => this.#watchAnew());
      else this.#collector.add(changed);
    };
    try {
      this.#source = await this.#options.native(folder, report);
    } catch (error) {
      this.#log.warn('The system cannot watch this folder; it is looked at again and again instead', { error });
      this.#source = await this.#options.polling(folder, report);
    }
  }

  async #unsubscribe(): Promise<void> {
    const source = this.#source;
    this.#source = null;
    await source?.stop().catch((error: unknown) => this.#log.debug('A watch had already ended', { error }));
  }

  async #watchAnew(): Promise<void> {
    if (this.#source === null) return;
    await this.#unsubscribe();
    await this.#subscribe();
    this.#emit({ type: 'refresh' });
  }

  async #checkRoot(): Promise<void> {
    if (this.#timer === null) return;
    const identity = await identityOf(this.#root.realPath);
    const before = this.#identity;
    if (identity === before) return;
    this.#identity = identity;
    this.#collector.clear();
    await this.#unsubscribe();
    if (identity === null) {
      this.#emit({ type: 'gone' });
      return;
    }
    await this.#subscribe();
    this.#emit(before === null ? { type: 'returned' } : { type: 'refresh' });
  }

  async dispose(): Promise<void> {
    for (const stream of [...this.#streams]) stream.end();
    await this.#enqueue(() => this.#stopWhenUnused());
  }
}
