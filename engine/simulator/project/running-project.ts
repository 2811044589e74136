import { type CompiledProject, ProjectCompiler } from '#engine/compiler/index.ts';
import type { Logger } from '#engine/log/index.ts';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { compareCompiled, type ProjectChange } from './compare-compiled.ts';
import { keepRunning } from './keep-running.ts';

export interface ProjectUpdate {
  change: Exclude<ProjectChange, { kind: 'nothing' }>;
  /** Project paths that were reported as changed. */
  why: string[];
}

export interface ProjectListener {
  /** After a compilation that changed something a phone runs. */
  updated?(update: ProjectUpdate): void;
  /** These changed files do not compile: what ran of them before goes on. Project paths. */
  kept?(paths: string[]): void;
  diagnosed?(diagnostics: readonly Diagnostic[]): void;
}

/** One open project, compiled again when its files change. Compilations follow each other; changes meanwhile are gathered. */
export class RunningProject {
  readonly root: string;
  readonly #compiler: ProjectCompiler;
  readonly #log: Logger;
  readonly #listeners = new Set<ProjectListener>();
  readonly #changed = new Set<string>();
  #compiled: Promise<CompiledProject> | null = null;
  #running: Promise<void> | null = null;

  constructor(root: string, log: Logger) {
    this.root = root;
    this.#log = log;
    this.#compiler = new ProjectCompiler({ root, log });
  }

  /** The latest finished compilation; the first one is made when it is asked for. */
  compiled(): Promise<CompiledProject> {
    const compiled = this.#compiled ?? this.#compiler.compile();
    this.#compiled = compiled;
    return compiled;
  }

  listen(listener: ProjectListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Paths below the root, POSIX, that were written, added or removed. */
  changed(paths: readonly string[]): Promise<void> {
    if (this.#compiled === null) return Promise.resolve();
    for (const path of paths) this.#changed.add(path);
    this.#running ??= this.#compileChanges().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Resolves once every change that was reported has been compiled. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #compileChanges(): Promise<void> {
    while (this.#changed.size > 0) {
      const why = [...this.#changed];
      this.#changed.clear();
      try {
        await this.#compileOnce(why);
      } catch (error) {
        this.#log.error('A project could not be compiled', { error: error instanceof Error ? { message: error.message, stack: error.stack } : String(error) });
      }
    }
  }

  async #compileOnce(why: string[]): Promise<void> {
    const before = await this.compiled();
    this.#compiler.invalidate(why);
    const { compiled: after, kept } = keepRunning(before, await this.#compiler.compile());
    this.#compiled = Promise.resolve(after);
    const change = compareCompiled(before, after);
    const notTaken = why.filter((path) => kept.includes(`/${path}`.slice(after.programRoot.length)));
    for (const listener of [...this.#listeners]) {
      if (change.kind !== 'nothing') listener.updated?.({ change, why });
      if (notTaken.length > 0) listener.kept?.(notTaken);
      listener.diagnosed?.(after.diagnostics);
    }
  }
}
