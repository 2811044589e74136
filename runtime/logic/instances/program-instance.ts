import { isFunction } from '../core/types.ts';
import type { EventChannel } from '../router/event-channel.ts';
import type { PageRouter } from '../router/page-router.ts';
import { type ComponentInstance, exposedOf, type Instance, type PageInstance } from './instance.ts';
import type { InstanceStore } from './instance-store.ts';
import { looksInside, selectComponents } from './selector.ts';
import type { Updates } from './updates.ts';

/** What the methods of `this` need. */
export interface InstanceServices {
  updates: Updates;
  store: InstanceStore;
  routerOf(instance: Instance): PageRouter;
  openerChannelOf(page: PageInstance): EventChannel;
  relationNodes(component: ComponentInstance, key: string): unknown[];
  createSelectorQuery(instance: Instance): unknown;
  createIntersectionObserver(instance: Instance, options: unknown): unknown;
  createMediaQueryObserver(instance: Instance): unknown;
}

function pageOf(instance: Instance): PageInstance {
  return instance.kind === 'page' ? instance : instance.page;
}

/** `this` of a page or component. What it stands for is private: the program cannot get at the runtime through it. */
class ProgramInstance {
  readonly #instance: () => Instance;
  readonly #services: InstanceServices;

  constructor(instance: () => Instance, services: InstanceServices) {
    this.#instance = instance;
    this.#services = services;
  }

  setData(data: unknown, callback?: unknown): void {
    this.#services.updates.setData(this.#instance(), data, callback);
  }

  $spliceData(data: unknown, callback?: unknown): void {
    this.#services.updates.spliceData(this.#instance(), data, callback);
  }

  $batchedUpdates(run: unknown): void {
    if (isFunction(run)) this.#services.updates.batch(() => void run.call(this));
  }

  $selectComponent(selector: unknown): unknown {
    const [found] = this.#select(selector);
    return found === undefined ? null : exposedOf(found);
  }

  $selectAllComponents(selector: unknown): unknown[] {
    return this.#select(selector).map(exposedOf);
  }

  selectComponent(selector: unknown): unknown {
    return this.$selectComponent(selector);
  }

  selectAllComponents(selector: unknown): unknown[] {
    return this.$selectAllComponents(selector);
  }

  #select(selector: unknown): ComponentInstance[] {
    const instance = this.#instance();
    const all = this.#services.store.componentsOf(pageOf(instance));
    const inside = looksInside(selector);
    return selectComponents(
      selector,
      all.filter((component) => (inside ? isWithin(component, instance) : component.owner === instance)),
    );
  }

  createSelectorQuery(): unknown {
    return this.#services.createSelectorQuery(this.#instance());
  }

  createIntersectionObserver(options?: unknown): unknown {
    return this.#services.createIntersectionObserver(this.#instance(), options);
  }

  createMediaQueryObserver(): unknown {
    return this.#services.createMediaQueryObserver(this.#instance());
  }

  hasMixin(mixin: unknown): boolean {
    return typeof mixin === 'string' && this.#instance().definition.mixins.has(mixin);
  }

  getTabBar(): undefined {
    return undefined;
  }

  setUpdatePerformanceListener(options: unknown, listener?: unknown): void {
    const withDataPaths = (options as { withDataPaths?: unknown } | null | undefined)?.withDataPaths === true;
    this.#instance().performance = isFunction(listener) ? { listener, withDataPaths } : null;
  }

  get pageRouter(): PageRouter {
    return this.#services.routerOf(pageOf(this.#instance()));
  }

  set pageRouter(value: unknown) {
    own(this, 'pageRouter', value);
  }

  get router(): PageRouter {
    return this.#services.routerOf(this.#instance());
  }

  set router(value: unknown) {
    own(this, 'router', value);
  }
}

function own(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Puts fields of the program's options onto its instance, also over names that the runtime has. */
export function assignMembers(self: object, members: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(members)) own(self, name, members[name]);
}

function isWithin(component: ComponentInstance, ancestor: Instance): boolean {
  for (let owner: Instance = component.owner; ; owner = owner.owner) {
    if (owner === ancestor) return true;
    if (owner.kind === 'page') return false;
  }
}

/** `this` of a page. */
export class ProgramPage extends ProgramInstance {
  readonly #page: () => PageInstance;
  readonly #pageServices: InstanceServices;

  constructor(page: () => PageInstance, services: InstanceServices) {
    super(page, services);
    this.#page = page;
    this.#pageServices = services;
  }

  getOpenerEventChannel(): EventChannel {
    return this.#pageServices.openerChannelOf(this.#page());
  }
}

/** `this` of a component. */
export class ProgramComponent extends ProgramInstance {
  readonly #component: () => ComponentInstance;
  readonly #componentServices: InstanceServices;

  constructor(component: () => ComponentInstance, services: InstanceServices) {
    super(component, services);
    this.#component = component;
    this.#componentServices = services;
  }

  get is(): string {
    return this.#component().name;
  }

  get $id(): number {
    return this.#component().id;
  }

  get $page(): unknown {
    return this.#component().page.self;
  }

  selectOwnerComponent(): unknown {
    return exposedOf(this.#component().owner);
  }

  selectComposedParentComponent(): unknown {
    return exposedOf(this.#component().parent);
  }

  getRelationNodes(key: unknown): unknown[] {
    return this.#componentServices.relationNodes(this.#component(), String(key));
  }
}
