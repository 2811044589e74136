import { allowedMethods, intrinsics, type SjsType, typeNames } from './builtins.ts';
import { sjsGlobals } from './globals.ts';

export interface SjsGuardOptions {
  /** What `console.log` of SJS does. */
  log(args: unknown[]): void;
}

type AnyFunction = (...args: unknown[]) => unknown;

/**
 * What compiled SJS does instead of touching objects itself. It reaches own properties of plain objects and arrays and
 * a list of methods; every other object is empty for it, so no path leads to a constructor or to the document.
 */
export interface SjsGuard {
  /** Frozen values of SJS's global names. */
  globals: Record<string, unknown>;
  get(target: unknown, key: unknown): unknown;
  /** `target.key` in a chain with `?.`; see {@link chain}. */
  need(target: unknown): unknown;
  /** Runs a chain with `?.`; undefined when a part that may be missing is. */
  chain(run: () => unknown): unknown;
  call(target: unknown, key: unknown, args: unknown[]): unknown;
  /** `target.key?.(…)` in a chain. */
  callOptional(target: unknown, key: unknown, args: unknown[]): unknown;
  set(target: unknown, key: unknown, value: unknown): unknown;
  /** `target.key op= …`. */
  assign(target: unknown, key: unknown, change: (before: unknown) => unknown): unknown;
  /** `++` and `--` on a member. */
  update(target: unknown, key: unknown, by: 1 | -1, postfix: boolean): unknown;
  delete(target: unknown, key: unknown): boolean;
  /** A name that does not exist in SJS was used. */
  missing(name: string): never;
  /** The exports object of a module: own ones, then those of `export *`. */
  exports(own: Record<string, unknown>, ...others: { names: Readonly<Record<string, unknown>> }[]): Readonly<Record<string, unknown>>;
}

/** Thrown inside {@link SjsGuard.chain} only. */
const missingPart = Symbol('missing part');

/** Properties that SJS keeps on functions. Real ones are not touched: a function may be the runtime's. */
const functionProperties = new WeakMap<object, Map<string, unknown>>();

export function createSjsGuard({ log }: SjsGuardOptions): SjsGuard {
  return Object.freeze({
    globals: sjsGlobals(copyProperties, log),
    get,
    need,
    chain,
    call,
    callOptional: (target: unknown, key: unknown, args: unknown[]) => Reflect.apply(need(get(target, key)) as AnyFunction, target, args),
    set,
    assign: (target: unknown, key: unknown, change: (before: unknown) => unknown) => set(target, key, change(get(target, key))),
    update,
    delete: remove,
    missing(name: string): never {
      throw new ReferenceError(`${name} is not defined in SJS`);
    },
    exports: (own: Record<string, unknown>, ...others: { names: Readonly<Record<string, unknown>> }[]) =>
      Object.freeze(Object.assign(Object.create(null), ...others.map(({ names }) => withoutDefault(names)), own)),
  });
}

function withoutDefault(names: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { default: _, ...rest } = names;
  return rest;
}

const primitives: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'bigint', 'function']);

function typeOf(value: unknown): SjsType {
  const type = typeof value;
  if (primitives.has(type) && !(type === 'function' && intrinsics.has(value as object))) return type as SjsType;
  if (typeof value !== 'object' || value === null || intrinsics.has(value)) return 'other';
  if (Array.isArray(value)) return 'array';
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return 'object';
  if (prototype === Date.prototype) return 'date';
  if (prototype === RegExp.prototype) return 'regexp';
  return value instanceof Error ? 'error' : 'other';
}

/** Converted once, so that an object cannot be one name when checked and another when used. */
function keyOf(key: unknown): string {
  return typeof key === 'string' ? key : String(key);
}

function get(target: unknown, key: unknown): unknown {
  const name = keyOf(key);
  if (target === null || target === undefined) throw new TypeError(`Cannot read properties of ${target} (reading '${name}')`);
  const type = typeOf(target);
  if (type !== 'other' && type !== 'function' && isReadable(type, name)) {
    const own = Object.getOwnPropertyDescriptor(Object(target), name);
    if (own) return own.value;
  }
  if (type === 'function') {
    const own = ownOfFunction(target as object, name);
    if (own !== undefined) return own;
  }
  if (name === 'constructor') return typeNames[type];
  if (type === 'other') return undefined;
  if (type === 'error') return name === 'name' || name === 'message' ? String(Reflect.get(target as object, name)) : undefined;
  if (type === 'regexp' && ['source', 'flags', 'global', 'ignoreCase', 'multiline'].includes(name)) return Reflect.get(target as object, name);
  return allowedMethods[type].get(name) ?? (type === 'array' ? allowedMethods.object.get(name) : undefined);
}

/** Of an error, only two properties; a stack names addresses of the runtime. */
function isReadable(type: SjsType, name: string): boolean {
  return type !== 'error' || name === 'message';
}

function ownOfFunction(target: object, name: string): unknown {
  const kept = functionProperties.get(target)?.get(name);
  if (kept !== undefined) return kept;
  if (name === 'length' || name === 'name') return Object.getOwnPropertyDescriptor(target, name)?.value;
  // Values of the callable globals: `String.fromCharCode`.
  return Object.isFrozen(target) && name !== 'prototype' ? Object.getOwnPropertyDescriptor(target, name)?.value : undefined;
}

function need(target: unknown): unknown {
  if (target === null || target === undefined) throw missingPart;
  return target;
}

function chain(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error === missingPart) return undefined;
    throw error;
  }
}

function call(target: unknown, key: unknown, args: unknown[]): unknown {
  const name = keyOf(key);
  const method = get(target, name);
  if (typeof method !== 'function') throw new TypeError(`${name} is not a function`);
  return Reflect.apply(method as AnyFunction, target, args);
}

function set(target: unknown, key: unknown, value: unknown): unknown {
  const name = keyOf(key);
  const type = typeOf(target);
  if (name === '__proto__') throw new TypeError('__proto__ cannot be set');
  if (type === 'array' || type === 'object') {
    (target as Record<string, unknown>)[name] = value;
  } else if (type === 'function') {
    const properties = functionProperties.get(target as object) ?? new Map<string, unknown>();
    functionProperties.set(target as object, properties.set(name, value));
  } else if (type === 'regexp' && name === 'lastIndex') {
    (target as RegExp).lastIndex = Number(value);
  } else {
    throw new TypeError(`Cannot set property '${name}' of ${typeNames[type]}`);
  }
  return value;
}

function copyProperties(target: unknown, ...sources: unknown[]): unknown {
  for (const source of sources) if (source !== null && source !== undefined) for (const [key, value] of Object.entries(source)) set(target, key, value);
  return target;
}

function update(target: unknown, key: unknown, by: 1 | -1, postfix: boolean): unknown {
  const name = keyOf(key);
  const before = Number(get(target, name));
  set(target, name, before + by);
  return postfix ? before : before + by;
}

function remove(target: unknown, key: unknown): boolean {
  const type = typeOf(target);
  if (type !== 'array' && type !== 'object') throw new TypeError(`Cannot delete a property of ${typeNames[type]}`);
  return Reflect.deleteProperty(target as object, keyOf(key));
}
