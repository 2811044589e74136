import type { InstanceId } from '../../protocol/messages.ts';
import type { ComponentInstance, Instance, PageInstance } from './instance.ts';

/** Every live page and component by id; components also by page, in the order of their creation. */
export class InstanceStore {
  readonly #byId = new Map<InstanceId, Instance>();
  readonly #bySelf = new WeakMap<object, Instance>();
  readonly #ofPage = new Map<InstanceId, Set<ComponentInstance>>();

  get(id: InstanceId): Instance | null {
    return this.#byId.get(id) ?? null;
  }

  /** Whose `this` that is. */
  ofSelf(self: unknown): Instance | null {
    return typeof self === 'object' && self !== null ? (this.#bySelf.get(self) ?? null) : null;
  }

  component(id: InstanceId): ComponentInstance | null {
    const found = this.#byId.get(id);
    return found?.kind === 'component' ? found : null;
  }

  page(id: InstanceId): PageInstance | null {
    const found = this.#byId.get(id);
    return found?.kind === 'page' ? found : null;
  }

  add(instance: Instance): void {
    this.#byId.set(instance.id, instance);
    this.#bySelf.set(instance.self, instance);
    if (instance.kind === 'page') this.#ofPage.set(instance.id, new Set());
    else this.#ofPage.get(instance.page.id)?.add(instance);
  }

  /** A page stays findable while its components leave. */
  remove(instance: Instance): void {
    instance.phase = 'gone';
    this.#byId.delete(instance.id);
    if (instance.kind === 'component') this.#ofPage.get(instance.page.id)?.delete(instance);
  }

  componentsOf(page: PageInstance): ComponentInstance[] {
    return [...(this.#ofPage.get(page.id) ?? [])];
  }

  all(): Instance[] {
    return [...this.#byId.values()];
  }
}
