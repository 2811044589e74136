import { createHostRouter, FolderGrants, type Host } from './host/index.ts';
import type { Logger } from './log/index.ts';
import type { EngineRouter } from './rpc/index.ts';

/** A running local platform: where it listens, and how to end it. */
export interface RunningPlatform {
  url: string;
  dispose(): Promise<void>;
}

export interface EngineDependencies {
  /** Per-user data: settings, backups, log, journals. Created when missing. */
  dataDirectory: string;
  /** The gallery that ships. */
  templatesDirectory: string;
  host: Host;
  log: Logger;
  /** Starts the local platform as a process of its own; called at most once at a time, when it is first needed. */
  startLocalPlatform(): Promise<RunningPlatform>;
}

export interface Engine {
  readonly router: Partial<EngineRouter>;
  readonly log: Logger;
  readonly grants: FolderGrants;
  dispose(): Promise<void>;
}

function composeRouter(dependencies: EngineDependencies, grants: FolderGrants): Partial<EngineRouter> {
  return {
    host: createHostRouter(dependencies.host, grants),
  };
}

/** The composition root: every service with its dependencies, behind one router. */
export async function createEngine(dependencies: EngineDependencies): Promise<Engine> {
  const grants = new FolderGrants();
  return {
    router: composeRouter(dependencies, grants),
    log: dependencies.log,
    grants,
    dispose: async () => undefined,
  };
}
