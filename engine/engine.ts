import { join } from 'node:path';
import { BackupStore, createDocumentsRouter } from './documents/index.ts';
import { createHostRouter, FolderGrants, type Host } from './host/index.ts';
import { createIdentityRouter, IdentityService, openKeychainVault, type SecretVault } from './identity/index.ts';
import { createLog, createLogRouter, type Log, type Logger } from './log/index.ts';
import { LocalPlatformClient, LocalPlatformProcess, type RunningPlatform } from './platform/index.ts';
import type { EngineRouter } from './rpc/index.ts';
import { createConfStore, createSettingsRouter, SettingsService, type SettingsStore, StateFiles } from './settings/index.ts';
import { createTemplatesRouter } from './templates/index.ts';
import { createSearchRouter, createWorkspaceRouter, RecentsStore, readBinding, Trash, WorkspaceActivities, Workspaces } from './workspace/index.ts';

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
  /** Where tokens are kept; the system's keychain when absent, memory when it resolves to null. */
  openKeychain?(): Promise<SecretVault | null>;
}

export interface Engine {
  readonly router: EngineRouter;
  readonly log: Logger;
  readonly grants: FolderGrants;
  dispose(): Promise<void>;
}

interface Services {
  log: Log;
  grants: FolderGrants;
  identity: IdentityService;
  settings: SettingsService;
  workspaces: Workspaces;
  activities: WorkspaceActivities;
}

function composeIdentity({ dataDirectory, startLocalPlatform, openKeychain }: EngineDependencies, logger: Logger): IdentityService {
  const log = logger.child('identity');
  const platform = new LocalPlatformClient(new LocalPlatformProcess({ start: startLocalPlatform, log: logger.child('platform') }));
  return new IdentityService({ platform, dataDirectory, log, openKeychain: openKeychain ?? (() => openKeychainVault({ log })) });
}

function composeServices(dependencies: EngineDependencies): Services {
  const { dataDirectory, host, settingsStore } = dependencies;
  const log = createLog(dataDirectory, { version: host.info.version });
  const grants = new FolderGrants();
  return {
    log,
    grants,
    identity: composeIdentity(dependencies, log.logger),
    settings: new SettingsService(settingsStore ?? createConfStore(dataDirectory), log.logger.child('settings')),
    workspaces: new Workspaces(grants, new RecentsStore(dataDirectory, log.logger.child('workspace'))),
    activities: new WorkspaceActivities(log.logger.child('workspace')),
  };
}

function composeRouter(
  { dataDirectory, host, templatesDirectory }: EngineDependencies,
  { log, grants, identity, settings, workspaces, activities }: Services,
): EngineRouter {
  const backups = new BackupStore(dataDirectory, log.logger.child('documents'));
  return {
    documents: createDocumentsRouter({ dataDirectory, backups, rootOf: (workspaceId) => workspaces.get(workspaceId) }),
    host: createHostRouter({ host, grants, copiesDirectory: join(dataDirectory, 'copies') }),
    identity: createIdentityRouter({
      identity,
      host,
      log: log.logger.child('identity'),
      bindingOf: async (workspaceId) => readBinding(workspaces.get(workspaceId).realPath),
    }),
    log: createLogRouter(log),
    search: createSearchRouter(workspaces, log.logger.child('search')),
    settings: createSettingsRouter(settings, new StateFiles(dataDirectory, log.logger.child('settings'))),
    templates: createTemplatesRouter({
      templatesDirectory,
      grants,
      log: log.logger.child('templates'),
      openWorkspace: (path) => workspaces.open(grants.grant(path).folderId),
    }),
    workspace: createWorkspaceRouter({ dataDirectory, host, grants, workspaces, activities, trash: new Trash(dataDirectory, log.logger.child('workspace')) }),
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
      await services.identity.dispose();
      await services.activities.dispose();
      services.settings.dispose();
      services.log.close();
    },
  };
}
