import { basename, dirname } from 'node:path';
import { temporarySuffix, toWorkspacePath, type WorkspaceRoot } from '#engine/files/index.ts';
import type { WorkspaceEvent } from '#shared/model/workspace.ts';
import { ignoreFileNames } from './ignore-rules.ts';
import type { ChangedPaths } from './watch-source.ts';

/** Events are gathered for this long, in milliseconds. */
const window = 60;
/** Above this many changed files everything shown is read again. */
const maximumFiles = 2000;

function parentOf(path: string): string {
  const parent = dirname(path);
  return parent === '.' ? '' : parent;
}

/** Turns the watcher's hints into few events for the workbench. */
export class ChangeCollector {
  readonly #root: WorkspaceRoot;
  readonly #emit: (event: WorkspaceEvent) => void;
  #folders = new Set<string>();
  #files = new Set<string>();
  #refresh = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(root: WorkspaceRoot, emit: (event: WorkspaceEvent) => void) {
    this.#root = root;
    this.#emit = emit;
  }

  add(changed: Exclude<ChangedPaths, { kind: 'blind' }>): void {
    if (changed.kind === 'lost') this.#refresh = true;
    else for (const { path, type } of changed.paths) this.#addOne(path, type);
    if (this.#timer === null && (this.#refresh || this.#files.size > 0)) this.#timer = setTimeout(() => this.flush(), window);
  }

  #addOne(absolute: string, type: 'create' | 'update' | 'delete'): void {
    const path = toWorkspacePath(this.#root, absolute);
    if (path === null || path === '' || path.endsWith(temporarySuffix)) return;
    if (this.#files.size >= maximumFiles || (ignoreFileNames as readonly string[]).includes(basename(path))) this.#refresh = true;
    this.#files.add(path);
    const folder = parentOf(path);
    if (type !== 'update') {
      // The folder above shows whether this one is a single page or component.
      this.#folders.add(folder).add(parentOf(folder));
    } else if (path.endsWith('.json')) {
      // Its "component" decides how the files of the same name are shown.
      this.#folders.add(folder);
    }
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const [refresh, folders, files] = [this.#refresh, [...this.#folders], [...this.#files]];
    this.clear();
    if (refresh) this.#emit({ type: 'refresh' });
    else if (files.length > 0) this.#emit({ type: 'changed', folders, files });
  }

  clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#refresh = false;
    this.#folders = new Set();
    this.#files = new Set();
  }
}
