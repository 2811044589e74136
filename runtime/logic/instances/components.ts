import type { ComponentCreation, ComponentScope, InstanceId, LogicMessage, PropsChange } from '../../protocol/messages.ts';
import type { ProgramErrors } from '../core/program-errors.ts';
import { functionOf, type ProgramObject } from '../core/types.ts';
import type { ComponentHook, ComponentLifetime } from '../units/definition.ts';
import type { UnitRegistry } from '../units/unit-registry.ts';
import type { DataChanges } from './data-changes.ts';
import { type FunctionProps, methodOf } from './function-props.ts';
import { type ComponentInstance, dataOf, exposedOf, type PageInstance } from './instance.ts';
import type { InstanceStore } from './instance-store.ts';
import { assignMembers, type InstanceServices, ProgramComponent } from './program-instance.ts';
import type { Relations } from './relations.ts';
import type { Updates } from './updates.ts';

export interface ComponentsDependencies {
  send(message: LogicMessage): void;
  errors: ProgramErrors;
  store: InstanceStore;
  units: UnitRegistry;
  updates: Updates;
  changes: DataChanges;
  functionProps: FunctionProps;
  relations: Relations;
  services(): InstanceServices;
  component2(): boolean;
}

/** Makes components when the view meets them and takes them through their lifecycle. */
export class Components {
  readonly #dependencies: ComponentsDependencies;

  constructor(dependencies: ComponentsDependencies) {
    this.#dependencies = dependencies;
  }

  /** One render pass met these; answers with the scope of each. */
  create(creations: readonly ComponentCreation[]): void {
    const scopes: ComponentScope[] = [];
    for (const creation of creations) {
      const instance = this.#construct(creation);
      if (instance === null) continue;
      this.#initialise(instance);
      scopes.push(this.#scopeOf(instance));
      instance.phase = 'live';
    }
    this.#dependencies.send({ type: 'component-scopes', scopes });
  }

  #construct(creation: ComponentCreation): ComponentInstance | null {
    const { store, units, functionProps, services, errors } = this.#dependencies;
    const page = store.page(creation.page);
    const owner = store.get(creation.owner);
    if (page === null || owner === null) return null;
    const definition = units.find(creation.path, 'component');
    const self: ProgramObject & ProgramComponent = Object.assign(new ProgramComponent(() => instance, services()));
    const instance: ComponentInstance = {
      kind: 'component',
      id: creation.id,
      name: creation.path,
      definition,
      self,
      phase: 'creating',
      waiting: [],
      performance: null,
      page,
      owner,
      parent: store.get(creation.parent) ?? owner,
      ref: creation.ref,
      elementId: creation.elementId,
      classNames: splitClasses(creation.className),
      dataset: creation.dataset,
      isMounted: false,
    };
    assignMembers(self, definition.members);
    self.props = withDefaults(definition.props, functionProps.revive(creation.props));
    self.data = errors.call(`data of ${instance.name}`, undefined, () => definition.createData()) ?? {};
    store.add(instance);
    return instance;
  }

  #initialise(instance: ComponentInstance): void {
    const { updates, component2 } = this.#dependencies;
    updates.create(instance, () => {
      this.#lifetime(instance, 'created');
      if (!component2()) return;
      this.#hook(instance, 'onInit');
      this.#hook(instance, 'deriveDataFromProps', [instance.self.props]);
    });
  }

  #scopeOf(instance: ComponentInstance): ComponentScope {
    const { changes, functionProps } = this.#dependencies;
    const data = changes.transfer(instance, dataOf(instance), '').value as ProgramObject;
    const { externalClasses } = instance.definition;
    const props = functionProps.toView(instance.id, instance.self.props as ProgramObject);
    return { id: instance.id, props, data, ...(externalClasses.length === 0 ? {} : { externalClasses }) };
  }

  mounted(ids: readonly InstanceId[]): void {
    for (const instance of this.#each(ids)) {
      instance.isMounted = true;
      this.#lifetime(instance, 'attached');
      this.#dependencies.relations.link(instance);
      this.#giveRef(instance);
      this.#hook(instance, 'didMount');
      this.#lifetime(instance, 'ready');
      this.#dependencies.updates.firstRendered(instance);
    }
  }

  /** `ref="saveRef"` on the tag: the owner's method gets the component. */
  #giveRef(instance: ComponentInstance): void {
    const { errors, component2 } = this.#dependencies;
    const { ref, owner } = instance;
    if (ref === undefined || ref === '' || !component2()) return;
    const save = methodOf(owner, ref);
    if (save === null) errors.fault(`${owner.name} has no method "${ref}" for the ref of ${instance.name}`);
    else errors.call(`${ref} of ${owner.name}`, owner.self, save, [exposedOf(instance)]);
  }

  unmounted(ids: readonly InstanceId[]): void {
    const { store, relations, functionProps } = this.#dependencies;
    for (const instance of this.#each(ids)) {
      instance.isMounted = false;
      this.#hook(instance, 'didUnmount');
      this.#lifetime(instance, 'detached');
      relations.unlink(instance);
      store.remove(instance);
      functionProps.forget(instance.id);
    }
  }

  moved(ids: readonly InstanceId[]): void {
    for (const instance of this.#each(ids)) {
      this.#lifetime(instance, 'moved');
      this.#dependencies.relations.move(instance);
    }
  }

  updateProps(changes: readonly PropsChange[]): void {
    const { store, updates, functionProps } = this.#dependencies;
    const updated = changes.flatMap((change) => {
      const instance = store.component(change.id);
      if (instance === null) return [];
      if (change.elementId !== undefined) instance.elementId = change.elementId;
      if (change.className !== undefined) instance.classNames = splitClasses(change.className);
      if (change.dataset !== undefined) instance.dataset = change.dataset;
      const changed = withDefaults(instance.definition.props, functionProps.revive(change.props), Object.keys(change.props));
      const props = dropUndefined({ ...(instance.self.props as ProgramObject), ...changed }, instance.definition.props);
      return [{ instance, props, sent: functionProps.toView(instance.id, changed) }];
    });
    updates.changeProps(updated);
  }

  /** Page callbacks that components listen to with `rootEvents`. */
  pageEvent(page: PageInstance, name: string, args: readonly unknown[]): void {
    const { store, errors } = this.#dependencies;
    for (const instance of store.componentsOf(page)) {
      for (const events of instance.definition.pageEvents) {
        const run = functionOf(events, name);
        if (run) errors.call(`rootEvents.${name} of ${instance.name}`, instance.self, run, args);
      }
    }
  }

  #each(ids: readonly InstanceId[]): ComponentInstance[] {
    return ids.flatMap((id) => this.#dependencies.store.component(id) ?? []);
  }

  #hook(instance: ComponentInstance, name: ComponentHook, args: readonly unknown[] = []): void {
    for (const run of instance.definition.hooks[name]) this.#dependencies.errors.call(`${name} of ${instance.name}`, instance.self, run, args);
  }

  #lifetime(instance: ComponentInstance, name: ComponentLifetime): void {
    for (const run of instance.definition.lifetimes[name]) this.#dependencies.errors.call(`${name} of ${instance.name}`, instance.self, run);
  }
}

function splitClasses(text: string): string[] {
  return text.split(/\s+/).filter((name) => name !== '');
}

/** Props as given; a default stands in for what is missing or undefined. `names` limits which defaults are taken. */
function withDefaults(defaults: ProgramObject, given: ProgramObject, names = Object.keys(defaults)): ProgramObject {
  const props: ProgramObject = { ...given };
  for (const name of names) if (props[name] === undefined && Object.hasOwn(defaults, name)) props[name] = defaults[name];
  return props;
}

/** An attribute that went away is not a prop any more. */
function dropUndefined(props: ProgramObject, defaults: ProgramObject): ProgramObject {
  for (const name of Object.keys(props)) if (props[name] === undefined && !Object.hasOwn(defaults, name)) delete props[name];
  return props;
}
