import { join } from 'node:path';
import { BackupStore, createDocumentsRouter } from './documents/index.ts';
import { createHostRouter, FolderGrants, type Host } from './host/index.ts';
import { createIdentityRouter, IdentityService, openKeychainVault, type SecretVault } from './identity/index.ts';
import { createLog, createLogRouter, type Log, type Logger } from './log/index.ts';
import { LocalPlatformClient, LocalPlatformProcess, type RunningPlatform } from './platform/index.ts';
import type { EngineRouter } from './rpc/index.ts';
import { createConfStore, createSettingsRouter, SettingsService, type SettingsStore, StateFiles } from './settings/index.ts';
import { createSimulatorRouter, Simulator } from './simulator/index.ts';
import { createTemplatesRouter, openGallery } from './templates/index.ts';
import { createSearchRouter, createWorkspaceRouter, RecentsStore, readBinding, Trash, WorkspaceActivities, Workspaces } from './workspace/index.ts';

export interface EngineDependencies {
  /** Per-user data: settings, backups, log, journals. Created when missing. */
  dataDirectory: string;
  /** The gallery that ships. */
  templatesDirectory: string;
  /** The built runtime of phones: `phone.js` and `logic.js`. */
  runtimeDirectory: string;
  host: Host;
  /** Where a phone's document is; `http://<id>.localhost:<port>/` when absent. */
  phoneAddress?(id: string): string;
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
  readonly phones: Phones;
  dispose(): Promise<void>;
}

/** What a shell needs to show phones. */
export interface Phones {
  /** The port that phones are served on, on the loopback addresses. */
  readonly port: number;
  /** The origins of phones, as a CSP source. */
  readonly sources: string;
  /** Lets pages of an origin show phones in frames. */
  allowFraming(origin: string): void;
}

interface Services {
  simulator: Simulator;
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

function composeSimulator(
  { dataDirectory, runtimeDirectory, templatesDirectory, phoneAddress }: EngineDependencies,
  settings: SettingsService,
  logger: Logger,
): Simulator {
  const log = logger.child('simulator');
  return new Simulator({
    runtimeDirectory,
    dataDirectory,
    log,
    gallery: openGallery({ directory: templatesDirectory, onInvalid: ({ message }) => log.warn(message) }),
    policy: { allowPrivate: async () => (await settings.get()).values['simulator.allowPrivateNetwork'] },
    ...(phoneAddress ? { phoneAddress } : {}),
  });
}

function composeServices(dependencies: EngineDependencies): Services {
  const { dataDirectory, host, settingsStore } = dependencies;
  const log = createLog(dataDirectory, { version: host.info.version });
  const grants = new FolderGrants();
  const settings = new SettingsService(settingsStore ?? createConfStore(dataDirectory), log.logger.child('settings'));
  return {
    log,
    grants,
    simulator: composeSimulator(dependencies, settings, log.logger),
    identity: composeIdentity(dependencies, log.logger),
    settings,
    workspaces: new Workspaces(grants, new RecentsStore(dataDirectory, log.logger.child('workspace'))),
    activities: new WorkspaceActivities(log.logger.child('workspace')),
  };
}

function composeRouter(
  { dataDirectory, host, templatesDirectory }: EngineDependencies,
  { log, grants, identity, settings, simulator, workspaces, activities }: Services,
): EngineRouter {
  const backups = new BackupStore(dataDirectory, log.logger.child('documents'));
  return {
    documents: createDocumentsRouter({
      dataDirectory,
      backups,
      rootOf: (workspaceId) => workspaces.get(workspaceId),
      // Phones follow a save at once; what the watcher says later of the same file finds nothing new.
      saved: ({ realPath }, path) => void simulator.changed(realPath, [path]),
    }),
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
    simulator: createSimulatorRouter({
      simulator,
      log: log.logger.child('simulator'),
      rootOf: (workspaceId) => workspaces.get(workspaceId),
      watch: (workspaceId, signal) => activities.watch(workspaces.get(workspaceId), signal),
    }),
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
  const { simulator } = services;
  const port = await simulator.port();
  return {
    phones: { port, sources: `http://*.localhost:${port}`, allowFraming: (origin) => simulator.allowFraming(origin) },
    router: composeRouter(dependencies, services),
    log: services.log.logger,
    grants: services.grants,
    dispose: async () => {
      await simulator.dispose();
      await services.identity.dispose();
      await services.activities.dispose();
      services.settings.dispose();
      services.log.close();
    },
  };
}
