import type { UnitManifest } from '#shared/model/mini-program.ts';
import type { ComponentCreation, PropsChange } from '../protocol/messages.ts';
import { anchor, type Block, insertBefore } from './block.ts';
import { addPart, build, currentHost, type Part, within } from './building.ts';
import { isContainer } from './changes.ts';
import { ComponentHost } from './component-host.ts';
import { isFunctionProp, sameFunction } from './function-prop.ts';
import { Instance } from './instance.ts';
import { callSjs } from './sjs-calls.ts';
import type { SlotFactory, SlotPlace } from './slot-place.ts';
import { factoryOf } from './view-registry.ts';

type Slots = Readonly<Record<string, SlotFactory>>;

export interface PlaceDescription {
  tag: string;
  path: string;
  source: number;
  slots: Slots | null;
  /** Slots whose whole content is slots of the owner, which it hands on. */
  forwards: Readonly<Record<string, readonly string[]>> | null;
}

/** What is handed on counts as content only when the owner was given some, so that default content stays otherwise. */
function givenSlots(owner: Instance, { slots, forwards }: PlaceDescription): Slots | null {
  if (!slots || !forwards) return slots;
  const outer = owner.place?.slots ?? {};
  const given = Object.entries(slots).filter(([name]) => !Object.hasOwn(forwards, name) || forwards[name]?.some((handed) => Object.hasOwn(outer, handed)));
  return given.length > 0 ? Object.fromEntries(given) : null;
}

interface PropListener {
  run: unknown;
  value: unknown;
}

/**
 * The place of a custom component in its owner's template. It knows the props and the content of the slots from its
 * first moment; the component's own nodes follow when the logic has answered.
 */
export class ComponentPlace implements Part {
  readonly start: Comment;
  readonly end: Comment;
  readonly tag: string;
  readonly source: number;
  /** The page or component whose template the place is in. */
  readonly owner: Instance;
  readonly slots: Slots | null;
  /** Slots of the component that show content of the owner. */
  readonly filled = new Set<SlotPlace>();
  /** Props that cannot leave the document: functions of SJS modules. */
  readonly localProps: Record<string, unknown> = Object.create(null);
  readonly props: Record<string, unknown> = Object.create(null);
  readonly marks: Record<string, unknown> = {};
  instance: Instance | null = null;
  /** Class that styles of the owner ask for when they do not leak. */
  ownerScope = '';
  private ref = '';
  private changed: Record<string, unknown> | null = null;
  /** SJS functions that listen to props, by prop. */
  private listeners: Map<string, PropListener> | null = null;
  private readonly unit: UnitManifest | undefined;
  /** The page or component whose content the place is part of. */
  readonly parent: Instance;
  private readonly host: ComponentHost | null;

  constructor(into: Node, owner: Instance, about: PlaceDescription) {
    this.start = anchor(into);
    this.owner = owner;
    this.tag = about.tag;
    this.source = about.source;
    this.slots = givenSlots(owner, about);
    this.parent = currentHost() ?? owner;
    const { units } = owner.page.environment.manifest;
    this.unit = Object.hasOwn(units, about.path) ? units[about.path] : undefined;
    this.host = this.unit && !this.unit.virtualHost ? new ComponentHost(into, owner, about) : null;
    this.end = anchor(into);
    Object.assign(this.start, { place: this });
    addPart(this);
  }

  get children(): Node {
    return this.host?.element ?? this.end;
  }

  /** A prop that is set later; its place among the others is here. */
  expect(name: string): void {
    this.props[name] = undefined;
  }

  prop(name: string, value: unknown): void {
    this.host?.set(name, value);
    if (typeof value === 'function') return this.setLocal(name, value);
    if (name in this.localProps) this.setLocal(name, undefined);
    if (value === this.props[name] && !isContainer(value)) return;
    this.change(name, value);
  }

  /** A prop that may be a function: the name of a method of the owner, a function it was given itself, or one of SJS. */
  handler(name: string, value: unknown): void {
    if (typeof value === 'function') return this.setLocal(name, value);
    if (name in this.localProps) this.setLocal(name, undefined);
    const given =
      typeof value === 'string' && value !== '' ? { $function: { owner: this.owner.id, method: value } } : isFunctionProp(value) ? value : undefined;
    if (!sameFunction(given, this.props[name])) this.change(name, given);
  }

  private setLocal(name: string, value: unknown): void {
    if (value === undefined) delete this.localProps[name];
    else this.localProps[name] = value;
    this.instance?.setLocal(name, value);
  }

  private change(name: string, value: unknown): void {
    this.props[name] = value;
    if (!this.instance) return;
    this.changed ??= {};
    this.changed[name] = value;
  }

  attribute(name: 'ref', value: unknown): void {
    if (name === 'ref' && typeof value === 'string') this.ref = value;
  }

  /** `change:name="{{m.fn}}"`: the function is told when the prop changes. */
  listener(name: string, run: unknown): void {
    this.listeners ??= new Map();
    const known = this.listeners.get(name);
    if (known) known.run = run;
    else this.listeners.set(name, { run, value: undefined });
  }

  private tellListeners(): void {
    for (const [name, listener] of this.listeners ?? []) {
      const value = name in this.localProps ? this.localProps[name] : this.props[name];
      if (value === listener.value && !(isContainer(value) && this.changed && name in this.changed)) continue;
      const before = listener.value;
      listener.value = value;
      callSjs({ owner: this.owner, own: this.instance ? { instance: this.instance } : { instance: this.owner } }, listener.run, [value, before]);
    }
  }

  mark(name: string, value: unknown): void {
    this.marks[name] = value;
    this.host?.mark(name, value);
  }

  scopeClass(name: string): void {
    this.ownerScope = name;
    this.host?.scopeClass(name);
  }

  /** After the props of one update are set. */
  commit(fresh: boolean): void {
    this.send(fresh);
    this.tellListeners();
  }

  private send(fresh: boolean): void {
    const { pass } = this.owner.page.environment;
    if (fresh) {
      const adopted = this.unit && pass.adopt(this.unit.path);
      if (adopted) return this.take(adopted);
      this.instance ??= this.createInstance();
      if (this.instance) pass.created.set(this.instance.id, this);
    } else if (this.changed) {
      pass.changed.add(this);
    }
  }

  /** Goes on with an instance from before a hot update. */
  private take(instance: Instance): void {
    const before = instance.place?.props ?? {};
    instance.place = this;
    this.instance = instance;
    for (const name of new Set([...Object.keys(before), ...Object.keys(this.props)])) {
      const value = this.props[name];
      if (!sameFunction(value, before[name]) && JSON.stringify(value) !== JSON.stringify(before[name])) this.change(name, value);
    }
    for (const [name, value] of Object.entries(this.localProps)) instance.setLocal(name, value);
    if (instance.initialised) this.render();
    if (this.changed) instance.page.environment.pass.changed.add(this);
  }

  private createInstance(): Instance | null {
    const { page } = this.owner;
    if (!this.unit) return null;
    const instance = new Instance(page.environment.nextComponentId(), this.unit, page, this);
    page.environment.instances.set(instance.id, instance);
    return instance;
  }

  /** What the logic has to know to make the component. */
  creation(instance: Instance): ComponentCreation {
    const { id, page, unit } = instance;
    const common = {
      id,
      path: unit.path,
      page: page.instance.id,
      owner: this.owner.id,
      parent: this.parent.id,
      props: { ...this.props },
      ...this.selectable(),
    };
    return this.ref === '' ? common : { ...common, ref: this.ref };
  }

  /** The props that changed since the last time. */
  takeChanges(): PropsChange | null {
    const { instance, changed } = this;
    this.changed = null;
    if (!instance || !changed) return null;
    const selects = Object.keys(changed).some((name) => name === 'id' || name === 'class' || name.startsWith('data-'));
    return { id: instance.id, props: changed, ...(selects ? this.selectable() : {}) };
  }

  /** What selects the component. */
  selectable(): { elementId: string; className: string; dataset: Record<string, unknown> } {
    const dataset: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(this.props)) {
      if (name.startsWith('data-')) dataset[name.slice(5).replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase())] = value;
    }
    const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
    return { elementId: text(this.props.id), className: text(this.props.class), dataset };
  }

  /** Renders the component with the scope its instance has. */
  render(): void {
    const { instance } = this;
    const factory = instance && factoryOf(instance);
    if (!factory) return;
    const make = (parent: Node): Block => build(factory, parent, instance);
    if (this.host) instance.block = make(this.host.element);
    else
      insertBefore(this.end, (parent) => {
        instance.block = make(parent);
      });
  }

  /** Brings content of the owner up to date that stands in slots of the component. */
  updateSlots(): void {
    for (const slot of this.filled) within(slot.instance, () => slot.updateContent());
  }

  dispose(): void {
    const { instance } = this;
    if (!instance) return;
    const { pass, instances } = this.owner.page.environment;
    instance.block?.dispose();
    instance.block = null;
    this.instance = null;
    pass.changed.delete(this);
    if (pass.keep(instance)) return;
    instances.delete(instance.id);
    // The logic does not know a component that came and went in one render.
    if (!pass.created.delete(instance.id)) pass.unmounted.push(instance.id);
  }

  collect(ids: number[]): void {
    this.instance?.block?.collect(ids);
    if (this.instance) ids.push(this.instance.id);
  }
}
