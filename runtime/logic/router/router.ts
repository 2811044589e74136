import type { AppManifest } from '#shared/model/mini-program.ts';
import type { LogicMessage } from '../../protocol/messages.ts';
import type { ProgramErrors } from '../core/program-errors.ts';
import { isObject, type ProgramObject } from '../core/types.ts';
import type { Watchdog } from '../core/watchdog.ts';
import type { PageInstance } from '../instances/instance.ts';
import { ApiFailure, apiErrors } from '../my/api-failure.ts';
import type { Pages } from '../pages/pages.ts';
import { EventChannel } from './event-channel.ts';
import type { RouteApi } from './page-router.ts';
import { parseRouteUrl, type RouteAddress } from './route-address.ts';
import { RouteQueue } from './route-queue.ts';

export interface RouterDependencies {
  send(message: LogicMessage): void;
  manifest(): AppManifest;
  pages: Pages;
  errors: ProgramErrors;
  watchdog: Watchdog;
  /** Most pages in the stack. */
  maximumPages: number;
}

export interface RouteCall {
  options: unknown;
  /** Path that a relative `url` starts from; the visible page when absent. */
  base?: string;
  from: 'user' | 'code';
  /** Both ends of the line that `navigateTo` makes. */
  channels?: [opener: EventChannel, opened: EventChannel];
}

type StackAction = Extract<LogicMessage, { type: 'stack' }>['action'];

/** The page stack, and the tab pages that wait beside it. */
export class Router {
  readonly #dependencies: RouterDependencies;
  readonly #queue = new RouteQueue();
  #stack: PageInstance[] = [];
  /** Tab pages that were left with `switchTab`: alive, not in the stack. */
  #kept: PageInstance[] = [];

  constructor(dependencies: RouterDependencies) {
    this.#dependencies = dependencies;
  }

  get stack(): readonly PageInstance[] {
    return this.#stack;
  }

  get top(): PageInstance | null {
    return this.#stack.at(-1) ?? null;
  }

  /** Route calls that wait. */
  get pending(): number {
    return this.#queue.length;
  }

  /** Opens the first page; from now on route calls are carried out. */
  start(address: RouteAddress): void {
    this.#launch(address);
    this.#queue.open();
  }

  /** Carries out a route call made while the app was told that its start page does not exist. */
  startByRedirect(): boolean {
    this.#queue.drain();
    this.#queue.open();
    return this.#stack.length > 0;
  }

  /** A route call; resolves when the page is open, rejects with `ApiFailure`. */
  call(api: RouteApi, call: RouteCall): Promise<unknown> {
    const options = isObject(call.options) ? call.options : {};
    if (!this.#dependencies.watchdog.routeCalled(String(options.url ?? api))) {
      return Promise.reject(new ApiFailure(apiErrors.unknown, `my.${api}: the program has been stopped, because it does not stop changing pages`));
    }
    const base = call.base ?? (typeof options.resolvedPath === 'string' ? `/${options.resolvedPath.replace(/^\//, '')}` : undefined);
    return this.#queue.add(() => this.#run(api, options, base, call));
  }

  #run(api: RouteApi, options: ProgramObject, base: string | undefined, { from, channels }: RouteCall): unknown {
    if (api === 'navigateBack') return this.#back(options.delta, from);
    const address = this.#address(api, options.url, base);
    if (api === 'navigateTo') return this.#navigate(address, channels ?? EventChannel.pair(this.#dependencies.errors, options.events));
    if (api === 'redirectTo') return this.#redirect(address);
    if (api === 'reLaunch') return this.#launch(address);
    return this.#switchTab(address, from);
  }

  #address(api: RouteApi, url: unknown, base: string | undefined): RouteAddress {
    const { pages, decodeQuery, tabBar } = this.#dependencies.manifest();
    if (typeof url !== 'string' || url === '') throw new ApiFailure(apiErrors.invalidArgument, `my.${api} needs a url`);
    const start = base ?? (this.top === null ? '/' : `/${this.top.route}`);
    const address = parseRouteUrl(url, start, new Set(pages), decodeQuery);
    if (!pages.includes(address.route)) throw new ApiFailure(apiErrors.routeFailed, `my.${api}: there is no page ${address.route}`);
    const isTab = this.#isTab(address.route);
    if (api === 'switchTab' && !isTab) throw new ApiFailure(apiErrors.routeFailed, `my.switchTab: ${address.route} is not a tab page`);
    if ((api === 'navigateTo' || api === 'redirectTo') && isTab && tabBar !== null) {
      throw new ApiFailure(apiErrors.routeFailed, `my.${api}: ${address.route} is a tab page; use my.switchTab`);
    }
    return address;
  }

  #isTab(route: string): boolean {
    return this.#tabIndex(route) >= 0;
  }

  #tabIndex(route: string): number {
    const { tabBar } = this.#dependencies.manifest();
    return tabBar?.items.findIndex(({ pagePath }) => pagePath.replace(/^\//, '') === route) ?? -1;
  }

  #navigate(address: RouteAddress, [opener, opened]: [EventChannel, EventChannel]): ProgramObject {
    const { pages, maximumPages } = this.#dependencies;
    if (this.#stack.length >= maximumPages) {
      throw new ApiFailure(apiErrors.routeFailed, `my.navigateTo: the page stack already holds ${maximumPages} pages`);
    }
    if (this.top) pages.hide(this.top);
    pages.open({ address, isTab: false, opener: opened, enter: (page) => this.#stack.push(page) });
    this.#sendStack('navigate');
    return { eventChannel: opener };
  }

  #redirect(address: RouteAddress): ProgramObject {
    const left = this.#stack.pop();
    if (left) this.#dependencies.pages.close(left);
    this.#dependencies.pages.open({ address, isTab: false, enter: (page) => this.#stack.push(page) });
    this.#sendStack('redirect');
    return {};
  }

  #launch(address: RouteAddress): ProgramObject {
    const { pages } = this.#dependencies;
    for (const page of [...this.#stack].reverse()) pages.close(page);
    for (const page of this.#kept) pages.close(page);
    this.#kept = [];
    this.#stack = [];
    pages.open({ address, isTab: this.#isTab(address.route), enter: (page) => this.#stack.push(page) });
    this.#sendStack('relaunch');
    return {};
  }

  #back(delta: unknown, from: RouteCall['from']): ProgramObject {
    const { pages } = this.#dependencies;
    const { top } = this;
    if (from === 'user' && top) pages.event(top, 'onBack', undefined);
    const steps = Math.max(1, Math.floor(Number(delta ?? 1)) || 1);
    const left = this.#stack.splice(Math.max(1, this.#stack.length - steps));
    for (const page of left.reverse()) pages.close(page);
    if (left.length === 0) return {};
    if (this.top) pages.show(this.top);
    this.#sendStack('back');
    return {};
  }

  #switchTab({ route }: RouteAddress, from: RouteCall['from']): ProgramObject {
    const { pages } = this.#dependencies;
    const index = this.#tabIndex(route);
    const item = this.#dependencies.manifest().tabBar?.items[index];
    const told = { pagePath: route, text: item?.name ?? '', index };
    const { top } = this;
    if (top?.route === route && top.isTab) {
      if (from === 'user') pages.event(top, 'onSelectedTabItemTap', told);
      return {};
    }
    if (top) pages.event(top, 'beforeTabItemTap', undefined);
    this.#showTab(route);
    if (this.top) pages.event(this.top, 'onTabItemTap', { from: from === 'user' ? 'user' : 'api', ...told });
    return {};
  }

  /** Closes pages that are not tabs, puts the others aside, shows the tab's page. */
  #showTab(route: string): void {
    const { pages } = this.#dependencies;
    for (const page of [...this.#stack].reverse()) {
      if (!page.isTab) pages.close(page);
      else if (page.route !== route) pages.hide(page);
    }
    const tabs = [...this.#kept, ...this.#stack.filter(({ isTab }) => isTab)];
    const known = tabs.find((page) => page.route === route);
    this.#kept = tabs.filter((page) => page !== known);
    this.#stack = known ? [known] : [];
    if (known) pages.show(known);
    else pages.open({ address: { route, query: {} }, isTab: true, enter: (page) => this.#stack.push(page) });
    this.#sendStack('tab');
  }

  #sendStack(action: StackAction): void {
    this.#dependencies.send({ type: 'stack', pages: this.#stack.map(({ id }) => id), kept: this.#kept.map(({ id }) => id), action });
  }

  /** The app goes to the background or comes back. */
  setForeground(foreground: boolean): void {
    if (this.top === null) return;
    if (foreground) this.#dependencies.pages.show(this.top);
    else this.#dependencies.pages.hide(this.top);
  }

  /** Starts these pages again with their route and query, in their place. */
  recreate(affected: (page: PageInstance) => boolean): number {
    const { top } = this;
    const count = this.#recreateIn(this.#kept, affected, null) + this.#recreateIn(this.#stack, affected, top);
    if (count > 0) this.#sendStack('reload');
    return count;
  }

  #recreateIn(list: PageInstance[], affected: (page: PageInstance) => boolean, shown: PageInstance | null): number {
    const { pages } = this.#dependencies;
    let count = 0;
    for (const [index, page] of list.entries()) {
      if (!affected(page)) continue;
      count++;
      pages.close(page);
      const { route, query, isTab } = page;
      pages.open({ address: { route, query }, isTab, show: page === shown, enter: (fresh) => list.splice(index, 1, fresh) });
    }
    return count;
  }
}
