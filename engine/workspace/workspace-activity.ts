import type { EventStream } from '#engine/events/index.ts';
import type { Logger } from '#engine/log/index.ts';
import type { QuickOpenResult, WorkspaceEvent } from '#shared/model/workspace.ts';
import { FileIndex } from './file-index.ts';
import type { Workspace } from './workspace.ts';
import { type WatcherOptions, WorkspaceWatcher } from './workspace-watcher.ts';

/** How long the first answer of quick open waits for the index, in milliseconds. */
const patience = 80;

/** What runs for one open workspace: its watcher, and the index that the watcher keeps current. */
class Activity {
  readonly watcher: WorkspaceWatcher;
  readonly #index: FileIndex;

  constructor(workspace: Workspace, log: Logger, options: WatcherOptions) {
    this.#index = new FileIndex(workspace, log);
    this.watcher = new WorkspaceWatcher(workspace, log, (event) => void this.#take(event), options);
  }

  async #take(event: WorkspaceEvent): Promise<void> {
    await this.#index.apply(event);
  }

  async listen(signal?: AbortSignal): Promise<EventStream<WorkspaceEvent>> {
    const known = this.watcher.watching;
    const stream = await this.watcher.listen(signal);
    // What changed before the watch began was told by nobody.
    if (!known) this.#index.markStale();
    void this.#index.refresh();
    return stream;
  }

  async quickOpen(query: string, limit: number): Promise<QuickOpenResult> {
    if (!this.watcher.watching) this.#index.expire();
    const ready = this.#index.refresh();
    const timer = Promise.withResolvers<void>();
    const timeout = setTimeout(timer.resolve, patience);
    await Promise.race([ready, timer.promise]);
    clearTimeout(timeout);
    return this.#index.find(query, limit);
  }
}

/** The activities of all open workspaces, started when first needed. */
export class WorkspaceActivities {
  readonly #activities = new Map<string, Activity>();
  readonly #log: Logger;
  readonly #options: WatcherOptions;

  constructor(log: Logger, options: WatcherOptions = {}) {
    this.#log = log;
    this.#options = options;
  }

  #of(workspace: Workspace): Activity {
    const known = this.#activities.get(workspace.id);
    if (known) return known;
    const activity = new Activity(workspace, this.#log, this.#options);
    this.#activities.set(workspace.id, activity);
    return activity;
  }

  /** Changes on disk until the signal aborts; what is on disk from the moment this resolves is reported. */
  watch(workspace: Workspace, signal?: AbortSignal): Promise<EventStream<WorkspaceEvent>> {
    return this.#of(workspace).listen(signal);
  }

  quickOpen(workspace: Workspace, query: string, limit: number): Promise<QuickOpenResult> {
    return this.#of(workspace).quickOpen(query, limit);
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#activities.values()].map(({ watcher }) => watcher.dispose()));
    this.#activities.clear();
  }
}
