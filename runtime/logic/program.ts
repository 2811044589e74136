import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { AppManifest } from '#shared/model/mini-program.ts';
import type { DocumentMessage, PendingWork } from '../protocol/messages.ts';
import { App } from './core/app.ts';
import { now } from './core/intrinsics.ts';
import type { ProgramSurroundings } from './core/program-surroundings.ts';
import { isObject } from './core/types.ts';
import { updateLogic } from './hot-update.ts';
import { Components } from './instances/components.ts';
import { DataChanges } from './instances/data-changes.ts';
import { FunctionProps } from './instances/function-props.ts';
import { basePathOf, type PageInstance } from './instances/instance.ts';
import { InstanceStore } from './instances/instance-store.ts';
import type { InstanceServices } from './instances/program-instance.ts';
import { Relations } from './instances/relations.ts';
import { Updates } from './instances/updates.ts';
import { ProgramApi } from './my/program-api.ts';
import { networkInfoOf, windowInfoOf } from './my/system-info.ts';
import { Pages } from './pages/pages.ts';
import { Questions } from './questions.ts';
import { createPageRouter, type PageRouter } from './router/page-router.ts';
import { Router } from './router/router.ts';

export type Boot = Extract<DocumentMessage, { type: 'boot' }>;

const maximumPages = 10;

/** One running mini program: its app, pages, components and `my`. */
export class Program {
  readonly app: App;
  readonly questions: Questions;
  readonly #surroundings: ProgramSurroundings;
  readonly #boot: Boot;
  readonly #store = new InstanceStore();
  readonly #updates: Updates;
  readonly #components: Components;
  readonly #pages: Pages;
  readonly #router: Router;
  readonly #relations: Relations;
  readonly #api: ProgramApi;
  readonly #routers = new Map<string, PageRouter>();
  readonly #bootedAt = now();
  #manifest: AppManifest;
  #environment: PhoneEnvironment;
  #isReady = false;

  constructor(surroundings: ProgramSurroundings, boot: Boot) {
    this.#surroundings = surroundings;
    this.#boot = boot;
    this.#manifest = boot.manifest;
    this.#environment = boot.environment;
    const { send, errors, reporter, watchdog, units, modules, listeners, platform } = surroundings;
    const store = this.#store;
    const manifest = () => this.#manifest;
    const component2 = () => this.#manifest.component2;
    const services = () => this.#services();
    const changes = new DataChanges(reporter, watchdog);
    const functionProps = new FunctionProps(store, errors);
    this.#relations = new Relations(store, errors);
    this.#updates = new Updates({ send, errors, changes, component2 });
    const updates = this.#updates;
    const shared = { send, errors, store, units, updates, changes, functionProps, services };
    this.#components = new Components({ ...shared, relations: this.#relations, component2 });
    this.#pages = new Pages({ ...shared, components: this.#components });
    this.#router = new Router({ send, manifest, pages: this.#pages, errors, watchdog, maximumPages });
    this.app = new App({ send, manifest, modules, errors, listeners, router: () => this.#router });
    this.#api = new ProgramApi({
      ...surroundings,
      boot,
      manifest,
      environment: () => this.#environment,
      store,
      router: this.#router,
      app: this.app,
    });
    this.questions = new Questions({
      platform,
      store,
      updates,
      storage: this.#api.storage,
      app: () => this.app.self,
      evaluationScope: () => [this.#api.my, this.#getApp, this.#getCurrentPages, surroundings.console, modules.requireOf(modules.scriptOf('/app'))],
      storageChanged: (key) => reporter.report({ type: 'storage', key }),
    });
  }

  readonly #getApp = () => this.app.self;
  readonly #getCurrentPages = () => this.#router.stack.map(({ self }) => self);

  /** Loads the program's code and starts it. */
  start(): void {
    const { platform, errors, send } = this.#surroundings;
    try {
      platform.importScript(this.#boot.logicUrl);
    } catch (error) {
      errors.report(error, 'the program’s script');
    }
    send({ type: 'booted' });
    this.app.start(this.#boot.launch);
  }

  /** Module parameters after `require, module, exports`. */
  moduleScope(programConsole: unknown): unknown[] {
    const { units } = this.#surroundings;
    return [
      this.#api.my,
      (options: unknown) => this.app.register(options),
      (options: unknown) => units.register('page', options),
      (options: unknown) => units.register('component', options),
      this.#getApp,
      this.#getCurrentPages,
      programConsole,
    ];
  }

  #services(): InstanceServices {
    return {
      updates: this.#updates,
      store: this.#store,
      routerOf: (instance) => this.#routerOf(basePathOf(instance)),
      openerChannelOf: (page) => this.#pages.openerChannelOf(page),
      relationNodes: (component, key) => this.#relations.nodes(component, key),
      createSelectorQuery: (instance) => this.#api.createSelectorQuery(instance),
      createIntersectionObserver: (instance, options) => this.#api.createIntersectionObserver(options, instance),
      createMediaQueryObserver: (instance) => this.#api.createMediaQueryObserver(instance),
    };
  }

  #routerOf(base: string): PageRouter {
    const known = this.#routers.get(base) ?? createPageRouter((api, options, from) => this.#api.route(api, options, from), base);
    this.#routers.set(base, known);
    return known;
  }

  work(): PendingWork {
    return {
      calls: this.#api.pending,
      renders: this.#updates.pending + this.#pages.pending,
      routes: this.#router.pending,
      ...this.#surroundings.timers.pending,
    };
  }

  /** An error in a component's own code: its `onError`, `my.onComponentError`. */
  componentThrew(self: unknown, error: unknown, where: string): void {
    const instance = this.#store.ofSelf(self);
    if (instance?.kind !== 'component') return;
    const { errors, listeners } = this.#surroundings;
    const inOnError = where.startsWith('onError ');
    if (!inOnError) for (const run of instance.definition.hooks.onError) errors.call(`onError of ${instance.name}`, self, run, [error]);
    for (const run of listeners.of('componentError')) errors.call('a listener of my.onComponentError', undefined, run, [error, where, self]);
  }

  /** Any message after `boot`. */
  receive(message: DocumentMessage): void {
    switch (message.type) {
      case 'page-rendered':
        return this.#pageRendered(this.#store.page(message.id));
      case 'rendered':
        return this.#updates.rendered(message.seq);
      case 'create-components':
        return this.#components.create(message.components);
      case 'mounted':
        return this.#components.mounted(message.ids);
      case 'update-props':
        return this.#components.updateProps(message.changes);
      case 'unmounted':
        return this.#components.unmounted(message.ids);
      case 'moved':
        return this.#components.moved(message.ids);
      case 'event':
        return this.#pages.handle(message.id, message.method, message.event, message.args);
      case 'page-event':
        return this.#pageEvent(this.#store.page(message.id), message.name, message.argument);
      default:
        return this.#receiveFromOutside(message);
    }
  }

  #receiveFromOutside(message: DocumentMessage): void {
    switch (message.type) {
      case 'app-event':
        return this.#appEvent(message.name, message.argument);
      case 'push':
        return this.#tell(message.channel, message.payload);
      case 'route':
        this.#router.call(message.api, { options: message.args, from: message.from }).catch((error: unknown) => this.#routeFailed(error));
        return;
      case 'result':
        return this.#api.settle(message.callId, message);
      case 'environment':
        return this.#setEnvironment(message.environment);
      case 'mocks':
        return this.#api.setMocks(message.mocks);
      case 'update-logic':
        this.#manifest = message.manifest;
        return updateLogic(message.logicUrl, message.modules, { ...this.#surroundings, store: this.#store, router: this.#router });
      case 'update-manifest':
        this.#manifest = message.manifest;
        return;
      case 'ask':
        void this.#answer(message.requestId, message.question);
        return;
      default:
        return;
    }
  }

  #pageRendered(page: PageInstance | null): void {
    if (page === null) return;
    this.#pages.rendered(page);
    if (this.#isReady) return;
    this.#isReady = true;
    this.#surroundings.reporter.report({ type: 'ready', ms: now() - this.#bootedAt });
  }

  #pageEvent(page: PageInstance | null, name: string, argument: unknown): void {
    if (page !== null) this.#pages.event(page, name, argument);
  }

  #appEvent(name: Extract<DocumentMessage, { type: 'app-event' }>['name'], argument: unknown): void {
    switch (name) {
      case 'hide':
        return this.app.hide();
      case 'show':
        return this.app.show(argument);
      case 'memory-warning':
        return this.#tell('memoryWarning', isObject(argument) ? argument : { level: 10 });
      case 'screenshot-taken':
        return this.#tell('userCaptureScreen', argument);
      case 'network-change':
        return this.#tell('networkStatusChange', argument);
    }
  }

  #setEnvironment(environment: PhoneEnvironment): void {
    const before = networkInfoOf(this.#environment);
    const sizeBefore = sizeOf(this.#environment);
    this.#environment = environment;
    const after = networkInfoOf(environment);
    if (before.networkType !== after.networkType) this.#tell('networkStatusChange', { isConnected: after.networkAvailable, networkType: after.networkType });
    const size = sizeOf(environment);
    const page = this.#router.top;
    if (page && (size.windowWidth !== sizeBefore.windowWidth || size.windowHeight !== sizeBefore.windowHeight)) this.#pages.event(page, 'onResize', { size });
  }

  #tell(channel: string, payload: unknown): void {
    const { listeners, errors } = this.#surroundings;
    for (const run of listeners.of(channel)) errors.call(`a listener of ${channel}`, undefined, run, payload === undefined ? [] : [payload]);
  }

  #routeFailed(error: unknown): void {
    this.#surroundings.reporter.system('warn', error instanceof Error ? error.message : String(error));
  }

  async #answer(requestId: number, question: Extract<DocumentMessage, { type: 'ask' }>['question']): Promise<void> {
    const { send, reporter } = this.#surroundings;
    try {
      const value = await this.questions.answer(question);
      reporter.flush();
      send({ type: 'answer', requestId, ok: true, value });
    } catch (error) {
      reporter.flush();
      send({ type: 'answer', requestId, ok: false, value: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  }
}

function sizeOf(environment: PhoneEnvironment): { windowWidth: unknown; windowHeight: unknown } {
  const { windowWidth, windowHeight } = windowInfoOf(environment);
  return { windowWidth, windowHeight };
}
