import { BackupStore, createDocumentsRouter } from './documents/index.ts';
import { createHostRouter, FolderGrants, type Host } from './host/index.ts';
import { createLog, createLogRouter, type Log, type Logger } from './log/index.ts';
import type { EngineRouter } from './rpc/index.ts';
import { createConfStore, createSettingsRouter, SettingsService, type SettingsStore, StateFiles } from './settings/index.ts';
import { createWorkspaceRouter, RecentsStore, Workspaces } from './workspace/index.ts';

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
  /** Where settings live; `settings.json` in the data directory when absent. */
  settingsStore?: SettingsStore;
  /** Starts the local platform as a process of its own; called at most once at a time, when it is first needed. */
  startLocalPlatform(): Promise<RunningPlatform>;
}

export interface Engine {
  readonly router: Partial<EngineRouter>;
  readonly log: Logger;
  readonly grants: FolderGrants;
  dispose(): Promise<void>;
}

interface Services {
  log: Log;
  grants: FolderGrants;
  settings: SettingsService;
  workspaces: Workspaces;
}

function composeServices({ dataDirectory, host, settingsStore }: EngineDependencies): Services {
  const log = createLog(dataDirectory, { version: host.info.version });
  const grants = new FolderGrants();
  return {
    log,
    grants,
    settings: new SettingsService(settingsStore ?? createConfStore(dataDirectory), log.logger.child('settings')),
    workspaces: new Workspaces(grants, new RecentsStore(dataDirectory, log.logger.child('workspace'))),
  };
}

function composeRouter({ dataDirectory, host }: EngineDependencies, { log, grants, settings, workspaces }: Services): Partial<EngineRouter> {
  const backups = new BackupStore(dataDirectory, log.logger.child('documents'));
  return {
    documents: createDocumentsRouter({ dataDirectory, backups, rootOf: (workspaceId) => workspaces.get(workspaceId) }),
    host: createHostRouter(host, grants),
    log: createLogRouter(log),
    settings: createSettingsRouter(settings, new StateFiles(dataDirectory, log.logger.child('settings'))),
    workspace: createWorkspaceRouter(workspaces),
  };
}

/** The composition root: every service with its dependencies, behind one router. */
export async function createEngine(dependencies: EngineDependencies): Promise<Engine> {
  const services = composeServices(dependencies);
  return {
    router: composeRouter(dependencies, services),
    log: services.log.logger,
    grants: services.grants,
    dispose: async () => {
      services.settings.dispose();
      services.log.close();
    },
  };
}
