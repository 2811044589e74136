import type { EventPayload, LogicMessage } from '../../protocol/messages.ts';
import type { ProgramErrors } from '../core/program-errors.ts';
import { functionOf, isFunction, type ProgramFunction, type ProgramObject } from '../core/types.ts';
import type { Components } from '../instances/components.ts';
import type { DataChanges } from '../instances/data-changes.ts';
import { type FunctionProps, methodOf } from '../instances/function-props.ts';
import { dataOf, type PageInstance } from '../instances/instance.ts';
import type { InstanceStore } from '../instances/instance-store.ts';
import { assignMembers, type InstanceServices, ProgramPage } from '../instances/program-instance.ts';
import type { Updates } from '../instances/updates.ts';
import { EventChannel } from '../router/event-channel.ts';
import type { RouteAddress } from '../router/route-address.ts';
import type { UnitRegistry } from '../units/unit-registry.ts';

export interface PagesDependencies {
  send(message: LogicMessage): void;
  errors: ProgramErrors;
  store: InstanceStore;
  units: UnitRegistry;
  updates: Updates;
  changes: DataChanges;
  components: Components;
  functionProps: FunctionProps;
  services(): InstanceServices;
}

export interface PageToOpen {
  address: RouteAddress;
  /** Whether the tab bar shows under it. */
  isTab: boolean;
  /** Its end of the line to the page that opens it. */
  opener?: EventChannel;
  show?: boolean;
  enter(page: PageInstance): void;
}

/** Makes pages and takes them through their lifecycle; which of them are in the stack is the router's. */
export class Pages {
  readonly #dependencies: PagesDependencies;
  readonly #channels = new WeakMap<PageInstance, EventChannel>();
  readonly #unrendered = new Set<PageInstance>();
  #lastId = 0;

  constructor(dependencies: PagesDependencies) {
    this.#dependencies = dependencies;
  }

  /** Pages whose first render has not been acknowledged. */
  get pending(): number {
    return this.#unrendered.size;
  }

  /** The line to the page that opened this one; a dead one when it was not opened by `navigateTo`. */
  openerChannelOf(page: PageInstance): EventChannel {
    const known = this.#channels.get(page) ?? new EventChannel(this.#dependencies.errors);
    this.#channels.set(page, known);
    return known;
  }

  /**
   * `onLoad`, `onShow` (unless it opens behind another), then the first data goes to the view. `enter` puts the page
   * into the stack, where its `onLoad` finds it.
   */
  open({ address: { route, query }, isTab, opener, show = true, enter }: PageToOpen): void {
    const { store, send, changes } = this.#dependencies;
    const page = this.#construct(route, query, isTab);
    if (opener) this.#channels.set(page, opener);
    store.add(page);
    this.#unrendered.add(page);
    enter(page);
    send({ type: 'entering', route });
    this.#callback(page, 'onLoad', [query]);
    if (show) this.show(page);
    const data = changes.transfer(page, dataOf(page), '').value as ProgramObject;
    page.phase = 'live';
    send({ type: 'open-page', page: { id: page.id, route, query, isTab, data } });
  }

  #construct(route: string, query: Record<string, string>, isTab: boolean): PageInstance {
    const { units, services, errors } = this.#dependencies;
    const definition = units.find(`/${route}`, 'page');
    const self: ProgramObject & ProgramPage = Object.assign(new ProgramPage(() => page, services()));
    const page: PageInstance = {
      kind: 'page',
      id: ++this.#lastId,
      name: route,
      route,
      query,
      isTab,
      definition,
      self,
      phase: 'creating',
      waiting: [],
      performance: null,
      isShown: false,
    };
    assignMembers(self, { $viewId: page.id, route, ...definition.members });
    self.data = errors.call(`data of ${route}`, undefined, () => definition.createData()) ?? {};
    return page;
  }

  show(page: PageInstance): void {
    if (page.isShown) return;
    page.isShown = true;
    this.#callback(page, 'onShow');
  }

  hide(page: PageInstance): void {
    if (!page.isShown) return;
    page.isShown = false;
    this.#callback(page, 'onHide');
  }

  /** `onUnload`; the view is told by the next `stack`. */
  close(page: PageInstance): void {
    page.isShown = false;
    this.#callback(page, 'onUnload');
    this.#unrendered.delete(page);
    this.#dependencies.store.remove(page);
    this.#dependencies.functionProps.forget(page.id);
  }

  /** The first render is in the DOM: callbacks of early `setData` calls, then `onReady`. */
  rendered(page: PageInstance): void {
    if (!this.#unrendered.delete(page)) return;
    this.#dependencies.updates.firstRendered(page);
    this.#callback(page, 'onReady');
  }

  /** A page callback from outside; `onPageScroll` and the like. */
  event(page: PageInstance, name: string, argument: unknown): void {
    this.#callback(page, name, argument === undefined ? [] : [argument]);
  }

  #callback(page: PageInstance, name: string, args: readonly unknown[] = []): void {
    const { errors, components } = this.#dependencies;
    const own = page.self[name];
    if (isFunction(own)) errors.call(`${name} of ${page.name}`, page.self, own, args);
    for (const events of page.definition.pageEvents) {
      const run = functionOf(events, name);
      if (run) errors.call(`events.${name} of ${page.name}`, page.self, run, args);
    }
    components.pageEvent(page, name, args);
  }

  /** An event of the view for a handler of a page or component. */
  handle(id: number, method: string, payload: EventPayload, args: readonly unknown[] = [withTargetDataset(payload)]): void {
    const { store, errors } = this.#dependencies;
    const instance = store.get(id);
    if (instance === null) return;
    const run: ProgramFunction | null = methodOf(instance, method);
    if (run === null) errors.fault(`${instance.name} has no method "${method}", which is to handle ${payload.type}`);
    else errors.call(`${method} of ${instance.name}`, instance.self, run, args);
  }
}

/** `target.dataset` is the dataset of the element that has the handler, `targetDataset` that of the one touched. */
function withTargetDataset(payload: EventPayload): ProgramObject {
  const { target, currentTarget } = payload;
  return { ...payload, target: { ...target, dataset: currentTarget.dataset, targetDataset: target.dataset } };
}
