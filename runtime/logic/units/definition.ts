import { functionOf, isFunction, isObject, objectOf, type ProgramFunction, type ProgramObject } from '../core/types.ts';
import { clonePlain } from '../values/clone-plain.ts';
import type { MixinRegistry } from './mixin-registry.ts';
import { type Observer, observersOf } from './observers.ts';

const componentHooks = ['onInit', 'deriveDataFromProps', 'didMount', 'didUpdate', 'didUnmount', 'onError'] as const;
export type ComponentHook = (typeof componentHooks)[number];

const componentLifetimes = ['created', 'attached', 'ready', 'moved', 'detached'] as const;
export type ComponentLifetime = (typeof componentLifetimes)[number];

/** What is known of a page or component before there is an instance of it, mixins worked in. */
export interface UnitDefinition {
  /** Data of a new instance. */
  createData(): ProgramObject;
  /** Default props; empty for pages. */
  props: ProgramObject;
  /** Goes onto each instance: methods, and whatever else the options hold. */
  members: ProgramObject;
  /** Names an event may call: of a component its methods, of a page any function. */
  methods: ProgramObject;
  hooks: Record<ComponentHook, ProgramFunction[]>;
  lifetimes: Record<ComponentLifetime, ProgramFunction[]>;
  observers: Observer[];
  /** Objects with page callbacks: `events` of a page, `rootEvents` of a component. */
  pageEvents: ProgramObject[];
  relations: ProgramObject;
  mixins: Set<string>;
  ref: ProgramFunction | null;
  externalClasses: string[];
}

const pageOnly = new Set(['data', 'events', 'mixins', 'options', 'observers']);
const componentOnly = new Set<string>([
  ...componentHooks,
  ...['data', 'props', 'mixins', 'methods', 'ref', 'options', 'observers', 'lifetimes', 'relations', 'externalClasses', 'rootEvents', 'pageEvents'],
]);

function without(options: ProgramObject, names: ReadonlySet<string>): ProgramObject {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.has(name)));
}

function dataOf(options: ProgramObject): ProgramObject {
  const data = isFunction(options.data) ? options.data.call(undefined) : options.data;
  return isObject(data) ? data : {};
}

function merged(parts: readonly ProgramObject[], name: string): ProgramObject {
  return Object.assign({}, ...parts.map((part) => objectOf(part, name)));
}

function functionsByName<Name extends string>(names: readonly Name[], holders: readonly unknown[]): Record<Name, ProgramFunction[]> {
  const entries = names.map((name) => [name, holders.flatMap((holder) => functionOf(holder, name) ?? [])]);
  return Object.fromEntries(entries) as Record<Name, ProgramFunction[]>;
}

/** Functions in `lifetimes` win over those of the same name beside it. */
function lifetimesOf(part: ProgramObject): ProgramObject {
  return { ...part, ...objectOf(part, 'lifetimes') };
}

/**
 * A component from the options of `Component()`: lifecycles and observers of mixins run before its own, its props,
 * data and methods win over theirs, later mixins over earlier ones. Objects in the data of a mixin are the same for all
 * who use it: published libraries let components talk to each other through an array there.
 */
export function defineComponentUnit(options: ProgramObject, registry: MixinRegistry): UnitDefinition {
  registry.filterDefinition(options);
  const mixins = new Set<string>();
  const parts = [...registry.flatten(options.mixins, mixins), options];
  const switches = objectOf(options, 'options');
  const methods = merged(parts, 'methods');
  const ref = functionOf(options, 'ref');
  return {
    createData: () => Object.assign({}, ...parts.map((part) => (part === options ? clonePlain(dataOf(part)) : dataOf(part)))),
    props: merged(parts, 'props'),
    members: { ...Object.assign({}, ...parts.map((part) => without(part, componentOnly))), ...methods },
    methods,
    hooks: functionsByName(componentHooks, parts),
    lifetimes: functionsByName(componentLifetimes, switches.lifetimes === true ? parts.map(lifetimesOf) : []),
    observers: switches.observers === true ? parts.flatMap((part) => observersOf(part.observers)) : [],
    pageEvents: parts.flatMap((part) => [part.rootEvents, part.pageEvents].filter(isObject)),
    relations: switches.relations === true ? merged(parts, 'relations') : {},
    mixins: ref === null ? mixins : mixins.add('ref'),
    ref,
    externalClasses: switches.externalClasses === true && Array.isArray(options.externalClasses) ? options.externalClasses.map(String) : [],
  };
}

/**
 * A page from the options of `Page()`. An object as `data` is shared: each instance gets a shallow copy, so that what
 * the program changes in place is seen by the next instance, as on the platform. Only mixins made by `Mixin()` count.
 */
export function definePageUnit(options: ProgramObject, registry: MixinRegistry): UnitDefinition {
  registry.filterDefinition(options);
  const mixins = new Set<string>();
  const parts = registry.flatten(options.mixins, mixins, true);
  const members = { ...merged(parts, 'methods'), ...without(options, pageOnly) };
  return {
    createData: () => ({ ...Object.assign({}, ...parts.map((part) => clonePlain(dataOf(part)))), ...dataOf(options) }),
    props: {},
    members,
    methods: members,
    hooks: functionsByName(componentHooks, []),
    lifetimes: functionsByName(componentLifetimes, []),
    observers: objectOf(options, 'options').observers === true ? [...parts, options].flatMap((part) => observersOf(part.observers)) : [],
    pageEvents: [...parts.map((part) => part.rootEvents), options.events].filter(isObject),
    relations: {},
    mixins,
    ref: null,
    externalClasses: [],
  };
}
