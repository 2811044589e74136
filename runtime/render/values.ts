import { reportError } from './building.ts';

/** Reading and calling for expressions of AXML, whose authors must not reach the code of the document. */

const guarded = new Set([
  'constructor',
  'prototype',
  '__proto__',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  'caller',
  'callee',
  'arguments',
]);

/** Array methods that change the array; expressions get their result on a copy, because rendering changes no data. */
const mutators = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin']);

const objectMethods = new Set(['toString', 'hasOwnProperty', 'toLocaleString']);

/** `object[key]` that never throws and never leads to constructors or prototypes. */
export function get(object: unknown, key: unknown): unknown {
  if (object === null || object === undefined) return undefined;
  const name = typeof key === 'number' ? key : toText(key);
  if (typeof name === 'string' && guarded.has(name)) return ownValue(object, name);
  const value: unknown = Reflect.get(Object(object), name, object);
  return value;
}

function ownValue(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, name)) return undefined;
  const value: unknown = Reflect.get(object, name);
  return typeof value === 'function' ? undefined : value;
}

/** Calls a method of a value: functions of SJS modules, and the methods of strings, numbers, arrays and the like. */
export function call(object: unknown, key: unknown, values: unknown[]): unknown {
  if (object === null || object === undefined) return undefined;
  const name = toText(key);
  if (guarded.has(name)) return undefined;
  const method: unknown = Reflect.get(Object(object), name, object);
  if (typeof method !== 'function' || !isCallable(object, name)) return undefined;
  try {
    const self = Array.isArray(object) && mutators.has(name) ? object.slice() : object;
    const result: unknown = Reflect.apply(method, self, values);
    return result;
  } catch (error) {
    reportError(error);
    return undefined;
  }
}

function isCallable(object: unknown, name: string): boolean {
  if (typeof object === 'function') return Object.hasOwn(object, name);
  if (typeof object !== 'object') return true;
  if (object === null || Object.hasOwn(object, name)) return object !== null;
  if (Array.isArray(object) || object instanceof Date || object instanceof RegExp) return true;
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype ? objectMethods.has(name) : prototype !== null;
}

/** Calls a function that an expression names without an object: a named import of an SJS module. */
export function invoke(target: unknown, values: unknown[]): unknown {
  if (typeof target !== 'function') return undefined;
  try {
    const result: unknown = Reflect.apply(target, undefined, values);
    return result;
  } catch (error) {
    reportError(error);
    return undefined;
  }
}

/** A value as text in a page: null and undefined are nothing. */
export function str(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined || typeof value === 'function' || typeof value === 'symbol') return '';
  return toText(value);
}

/** Template literals of expressions, with JavaScript's own rules. */
export function join(parts: unknown[]): string {
  return parts.map(toText).join('');
}

/** Data can hold `{ toString: 1 }`, which JavaScript refuses to turn into text. */
function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

export function has(key: unknown, object: unknown): boolean {
  return typeof object === 'object' && object !== null && Object.hasOwn(object, toText(key));
}

export function spread(value: unknown): unknown[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? [...value] : [];
}

const patterns = new Map<string, RegExp>();

export function pattern(source: string, flags: string): RegExp {
  const id = `${flags}/${source}`;
  const known = patterns.get(id);
  if (known) {
    known.lastIndex = 0;
    return known;
  }
  const created = new RegExp(source, flags);
  patterns.set(id, created);
  return created;
}

export { toText as key };
