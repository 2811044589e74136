import type { AppManifest } from '#shared/model/mini-program.ts';
import type { LaunchOptions } from '#shared/model/phone.ts';
import type { LogicMessage } from '../../protocol/messages.ts';
import type { ModuleRegistry } from '../modules/module-registry.ts';
import { parseQuery, type RouteAddress } from '../router/route-address.ts';
import type { Router } from '../router/router.ts';
import type { Listeners } from './listeners.ts';
import type { ProgramErrors } from './program-errors.ts';
import { functionOf, isObject, type ProgramObject } from './types.ts';

export interface AppDependencies {
  send(message: LogicMessage): void;
  manifest(): AppManifest;
  modules: ModuleRegistry;
  errors: ProgramErrors;
  listeners: Listeners;
  router(): Router;
}

/** The object given to `App()`, and its life: launch, foreground and background. */
export class App {
  readonly #dependencies: AppDependencies;
  #self: ProgramObject | null = null;
  #launch: ProgramObject = {};
  #enter: ProgramObject = {};
  #isForeground = true;

  constructor(dependencies: AppDependencies) {
    this.#dependencies = dependencies;
  }

  /** What `getApp()` returns. */
  get self(): ProgramObject | undefined {
    return this.#self ?? undefined;
  }

  get launchOptions(): ProgramObject {
    return this.#launch;
  }

  get enterOptions(): ProgramObject {
    return this.#enter;
  }

  /** `App(options)`: once. */
  register(options: unknown): void {
    if (this.#self !== null) this.#dependencies.errors.fault('App() has been called before; a mini program has one App()');
    else this.#self = isObject(options) ? options : {};
  }

  /** Runs `app.js`, `onLaunch`, `onShow`, and opens the start page. */
  start(launch: LaunchOptions): void {
    const { modules, errors, manifest } = this.#dependencies;
    const address = this.#addressOf(launch);
    const appModule = modules.scriptOf('/app');
    this.#launch = { path: address.route, query: address.query, scene: launch.scene, referrerInfo: {} };
    this.#enter = this.#launch;
    try {
      if (modules.has(appModule)) modules.load(appModule);
    } catch (error) {
      errors.report(error, appModule);
    }
    if (this.#self === null) {
      if (modules.has(appModule)) errors.fault(`${appModule} does not call App()`);
      this.#self = {};
    }
    this.#call('onLaunch', [this.#launch]);
    this.#call('onShow', [this.#launch]);
    this.#tell('appShow', [this.#launch]);
    if (manifest().pages.includes(address.route)) this.#dependencies.router().start(address);
    else this.#pageNotFound(address);
  }

  #addressOf(launch: LaunchOptions): RouteAddress {
    const { entryPagePath, decodeQuery } = this.#dependencies.manifest();
    const [path = '', inline = ''] = launch.path.split('?');
    const route = path.replace(/^\//, '') || entryPagePath.replace(/^\//, '');
    return { route, query: parseQuery([inline, launch.query].filter((text) => text !== '').join('&'), decodeQuery) };
  }

  /** The program may go elsewhere, at once, while it is told. */
  #pageNotFound({ route, query }: RouteAddress): void {
    const { errors, send, router } = this.#dependencies;
    const told = { path: route, query, isEntryPage: true };
    this.#call('onPageNotFound', [told]);
    this.#tell('pageNotFound', [told]);
    if (router().startByRedirect()) return;
    errors.fault(`There is no page ${route} to start with`);
    send({ type: 'page-not-found', route });
  }

  hide(): void {
    if (!this.#isForeground) return;
    this.#isForeground = false;
    this.#dependencies.router().setForeground(false);
    this.#call('onHide', []);
    this.#tell('appHide', []);
  }

  show(options: unknown): void {
    if (this.#isForeground) return;
    this.#isForeground = true;
    if (isObject(options)) this.#enter = { ...this.#launch, ...options };
    this.#call('onShow', [this.#enter]);
    this.#tell('appShow', [this.#enter]);
    this.#dependencies.router().setForeground(true);
  }

  #call(name: string, args: unknown[]): void {
    const run = functionOf(this.#self, name);
    if (run) this.#dependencies.errors.call(`${name} of app.js`, this.#self, run, args);
  }

  #tell(channel: string, args: unknown[]): void {
    for (const run of this.#dependencies.listeners.of(channel)) this.#dependencies.errors.call(`a listener of ${channel}`, undefined, run, args);
  }
}
