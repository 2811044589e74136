import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { AppManifest } from '#shared/model/mini-program.ts';
import type { ApiError, ApiMock } from '#shared/model/phone.ts';
import type { DocumentMessage } from '../../protocol/messages.ts';
import type { App } from '../core/app.ts';
import { microtask, now } from '../core/intrinsics.ts';
import type { ProgramSurroundings } from '../core/program-surroundings.ts';
import { isFunction, isObject, type ProgramObject } from '../core/types.ts';
import type { Instance } from '../instances/instance.ts';
import type { InstanceStore } from '../instances/instance-store.ts';
import type { RouteApi } from '../router/page-router.ts';
import type { Router } from '../router/router.ts';
import { createAnimation } from './animation.ts';
import { ApiCalls } from './api-calls.ts';
import { ApiDispatcher, type ApiHandler } from './api-dispatcher.ts';
import { createBaseHandlers, createSyncHandlers, type SyncHandler } from './base-handlers.ts';
import { createCanvasContext } from './canvas-context.ts';
import { type CanvasNodeServices, createCanvasNode } from './canvas-node.ts';
import { createFileSystemManager, fileHandlers } from './file-system-manager.ts';
import { MemoryFiles } from './memory-files.ts';
import { createMy } from './my-object.ts';
import { createAdapters } from './network-adapters.ts';
import { IntersectionObserver, MediaQueryObserver, type ObserverDependencies } from './observers.ts';
import { ProgramStorage } from './program-storage.ts';
import { callRoute, routeHandlers } from './route-api.ts';
import { createScriptedObject, scriptedFactories } from './scripted-object.ts';
import { SelectorQuery } from './selector-query.ts';
import { environmentConstants, sdkVersion } from './system-info.ts';
import { apiByName } from './table.ts';
import { AbortSwitch, asNetworkTask, createSocketTask } from './task-objects.ts';

export interface ProgramApiDependencies extends ProgramSurroundings {
  boot: Extract<DocumentMessage, { type: 'boot' }>;
  manifest(): AppManifest;
  environment(): PhoneEnvironment;
  store: InstanceStore;
  router: Router;
  app: App;
}

/** The `my` of one program with everything behind it. */
export class ProgramApi {
  readonly my: ProgramObject;
  readonly storage: ProgramStorage;
  readonly #dependencies: ProgramApiDependencies;
  readonly #calls: ApiCalls;
  readonly #dispatcher: ApiDispatcher;
  readonly #files: MemoryFiles;
  #lastObserver = 0;
  #lastCanvas = 0;

  constructor(dependencies: ProgramApiDependencies) {
    this.#dependencies = dependencies;
    const { errors, reporter, boot, environment, manifest, app, router, listeners } = dependencies;
    this.#calls = new ApiCalls({ ...dependencies, topPage: () => router.top?.id });
    this.#calls.setMocks(boot.mocks);
    this.#files = new MemoryFiles(String(environmentConstants(environment()).USER_DATA_PATH), now);
    this.storage = this.#createStorage();
    const base = {
      environment,
      manifest,
      appId: boot.appId,
      launchOptions: () => app.launchOptions,
      enterOptions: () => app.enterOptions,
      storage: this.storage,
    };
    const handlers = new Map<string, ApiHandler>([...createBaseHandlers(base), ...routeHandlers(() => router), ...fileHandlers(this.#files)]);
    const adapters = createAdapters({ manifest, basePath: () => `/${router.top?.route ?? ''}` });
    this.#dispatcher = new ApiDispatcher({ calls: this.#calls, errors, reporter, handlers, adapters });
    this.my = createMy({
      calls: this.#calls,
      dispatcher: this.#dispatcher,
      listeners,
      reporter,
      syncHandlers: createSyncHandlers(base),
      factories: this.#factories(),
      special: this.#special(),
      values: new Map<string, () => unknown>([
        ['SDKVersion', () => sdkVersion],
        ['isIDE', () => true],
        ['env', () => environmentConstants(environment())],
      ]),
      route: (api, options) => this.route(api, options),
    });
  }

  get pending(): number {
    return this.#calls.pending;
  }

  setMocks(mocks: readonly ApiMock[]): void {
    this.#calls.setMocks(mocks);
  }

  settle(callId: number, answer: { ok: true; value: unknown } | { ok: false; error: ApiError }): void {
    this.#calls.settle(callId, answer);
  }

  /** A routing call of `my` or of a router object, which has a `base`. */
  route(api: RouteApi, options: unknown, base?: string): unknown {
    return callRoute(api, options, base, this.#dispatcher, this.#dependencies.errors);
  }

  #createStorage(): ProgramStorage {
    const { boot, reporter } = this.#dependencies;
    const write = (api: string, args: ProgramObject, key: string | null) => {
      reporter.report({ type: 'storage', key });
      this.#calls
        .ask('host', api, args)
        .catch((error: unknown) => reporter.system('warn', `Storage could not be written: ${String((error as Error).message)}`));
    };
    return new ProgramStorage(boot.storage, {
      set: (key, value) => write('storage.set', { key, value }, key),
      remove: (key) => write('storage.remove', { key }, key),
      clear: () => write('storage.clear', {}, null),
      oversized: (key) => reporter.system('warn', `The value stored as "${key}" is larger than 200 KB, which devices refuse`),
    });
  }

  #factories(): Map<string, SyncHandler> {
    const { errors, router } = this.#dependencies;
    const scripted = Object.entries(scriptedFactories).map(([name, object]): [string, SyncHandler] => [
      name,
      () => createScriptedObject(object, this.#dispatcher, errors),
    ]);
    return new Map<string, SyncHandler>([
      ...scripted,
      ['createAnimation', createAnimation],
      ['createSelectorQuery', () => this.createSelectorQuery(router.top)],
      ['createIntersectionObserver', (options) => this.createIntersectionObserver(options, router.top)],
      ['createCanvasContext', (id) => createCanvasContext(String(id), this.#canvasServices())],
      ['createOffscreenCanvas', (width, height) => this.#createOffscreenCanvas(width, height)],
      ['getFileSystemManager', () => createFileSystemManager(this.#files, this.#dispatcher, this.#calls)],
    ]);
  }

  #createOffscreenCanvas(width: unknown, height: unknown): ProgramObject {
    return createCanvasNode(`offscreen:${++this.#lastCanvas}`, { width: Number(width ?? 300), height: Number(height ?? 150) }, this.#canvasServices());
  }

  /** Calls that return a promise and something more. */
  #special(): Map<string, SyncHandler> {
    const run = (name: string, options: unknown): Promise<unknown> => {
      const entry = apiByName.get(name);
      return entry ? this.#dispatcher.run(entry, options) : Promise.resolve();
    };
    const task = (name: string) => (options: unknown) => {
      const abort = new AbortSwitch(name);
      const entry = apiByName.get(name);
      return entry ? asNetworkTask(this.#dispatcher.run(entry, options, { aborted: abort.aborted }), abort) : undefined;
    };
    const connect = (options: unknown) => {
      const promise = run('connectSocket', options);
      if (!isObject(options) || options.multiple !== true) return promise;
      promise.catch(() => undefined);
      return createSocketTask(this.#dependencies.listeners, { send: (sent) => run('sendSocketMessage', sent), close: (how) => run('closeSocket', how) });
    };
    return new Map<string, SyncHandler>([
      ...['request', 'uploadFile', 'downloadFile'].map((name): [string, SyncHandler] => [name, task(name)]),
      ['connectSocket', connect],
      [
        'chooseCity',
        (options) => Object.assign(run('chooseCity', options), createScriptedObject('ChooseCityTask', this.#dispatcher, this.#dependencies.errors)),
      ],
    ]);
  }

  createSelectorQuery(scope: Instance | null): SelectorQuery {
    const { errors } = this.#dependencies;
    const reviveNode = (value: unknown): unknown => {
      if (!isObject(value) || !isObject(value.node)) return value;
      const { canvasId, width, height } = value.node;
      return { ...value, node: createCanvasNode(String(canvasId), { width: Number(width), height: Number(height) }, this.#canvasServices()) };
    };
    const ask = (steps: unknown[], component: unknown) =>
      this.#calls.run('SelectorQuery.exec', { queries: steps }, () => this.#calls.ask('document', 'selectorQuery', { queries: steps }, this.#idOf(component)));
    return new SelectorQuery({ errors, ask, reviveNode }, scope?.self);
  }

  createIntersectionObserver(options: unknown, scope: Instance | null): IntersectionObserver {
    return new IntersectionObserver(this.#observerDependencies(), options, scope?.self);
  }

  createMediaQueryObserver(scope: Instance | null): MediaQueryObserver {
    return new MediaQueryObserver(this.#observerDependencies(), scope?.self);
  }

  #observerDependencies(): ObserverDependencies {
    return {
      nextObserver: () => ++this.#lastObserver,
      listeners: this.#dependencies.listeners,
      ask: (api, args, component) => void this.#calls.ask('document', api, args, this.#idOf(component)).catch(() => undefined),
    };
  }

  #idOf(component: unknown): number | undefined {
    return this.#dependencies.store.ofSelf(component)?.id ?? this.#dependencies.router.top?.id;
  }

  #canvasServices(): CanvasNodeServices {
    const { timers, platform, router, errors } = this.#dependencies;
    const page = router.top?.id;
    const ask = (api: string, args: ProgramObject) => this.#calls.ask('document', api, args, page);
    const call = async (api: string, { success, fail, complete, ...args }: ProgramObject): Promise<unknown> => {
      try {
        const result = await ask(api, args);
        for (const run of [success, complete]) if (isFunction(run)) errors.call(`a callback of ${api}`, undefined, run, [result]);
        return result;
      } catch (error) {
        for (const run of [fail, complete]) if (isFunction(run)) errors.call(`a callback of ${api}`, undefined, run, [error]);
        throw error;
      }
    };
    const { setTimeout, clearTimeout } = timers.functions();
    return { ask, call, later: microtask, now, setTimeout, clearTimeout, measureText: (text, font) => platform.measureText(text, font) };
  }
}
