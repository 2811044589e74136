import type { Listeners } from '../core/listeners.ts';
import type { Reporter } from '../core/reporter.ts';
import { isFunction, isObject, type ProgramFunction, type ProgramObject } from '../core/types.ts';
import { type RouteApi, routeApis } from '../router/page-router.ts';
import { clonePlain } from '../values/clone-plain.ts';
import type { ApiCalls } from './api-calls.ts';
import { type ApiDispatcher, checkArguments } from './api-dispatcher.ts';
import type { SyncHandler } from './base-handlers.ts';
import type { ApiEntry } from './table/api-entry.ts';
import { apiByName, apiTable } from './table.ts';

export interface MyDependencies {
  calls: ApiCalls;
  dispatcher: ApiDispatcher;
  listeners: Listeners;
  reporter: Reporter;
  syncHandlers: ReadonlyMap<string, SyncHandler>;
  /** Objects of `create…` and `get…Manager`. */
  factories: ReadonlyMap<string, SyncHandler>;
  /** Asynchronous calls that return more than a promise. */
  special: ReadonlyMap<string, SyncHandler>;
  /** `SDKVersion`, `env`, `isIDE`, asked each time. */
  values: ReadonlyMap<string, () => unknown>;
  route(api: RouteApi, options: unknown): unknown;
}

const unreported = new Set(['canIUse', 'arrayBufferToBase64', 'base64ToArrayBuffer']);

/** Channel of a listener API: `onAppShow` and `offAppShow` are `appShow`. */
function channelOf(name: string): string {
  const bare = name.replace(/^(on|off)/, '');
  return /^[A-Z]{2}/.test(bare) ? bare : `${bare.charAt(0).toLowerCase()}${bare.slice(1)}`;
}

function isRouteApi(name: string): name is RouteApi {
  return routeApis.some((api) => api === name);
}

function syncFunction(entry: ApiEntry, { calls, syncHandlers }: MyDependencies): ProgramFunction {
  const { name, result } = entry;
  const handler = syncHandlers.get(name) ?? (() => clonePlain(result));
  if (unreported.has(name)) return (...args) => handler(...args);
  return (...args) =>
    calls.runSync(name, args[0], () => {
      if (isObject(args[0])) checkArguments(entry, args[0]);
      return handler(...args);
    });
}

function functionFor(entry: ApiEntry, dependencies: MyDependencies): ProgramFunction {
  const { name, kind } = entry;
  const { dispatcher, listeners, factories, special, route } = dependencies;
  if (kind === 'listener') {
    const channel = channelOf(name);
    return name.startsWith('on') ? (run) => listeners.add(channel, run) : (run) => listeners.remove(channel, run);
  }
  if (kind === 'sync') return syncFunction(entry, dependencies);
  if (kind === 'factory') return (...args) => factories.get(name)?.(...args);
  if (isRouteApi(name)) return (options) => route(name, options);
  return special.get(name) ?? ((options) => dispatcher.run(entry, options));
}

/** `my.call`, `my.on`, `my.off`: the general forms. */
function generalForms({ listeners, dispatcher }: MyDependencies, my: ProgramObject): ProgramObject {
  const call = (name: unknown, options?: unknown, callback?: unknown): unknown => {
    const done = isFunction(options) ? options : callback;
    const entry = apiByName.get(String(name));
    if (entry?.kind !== 'async') return isFunction(my[String(name)]) ? (my[String(name)] as ProgramFunction)(options) : unknownApi(String(name));
    const promise = dispatcher.run(entry, isFunction(options) ? {} : options);
    if (isFunction(done)) promise.then(done, done);
    return promise;
  };
  const on = (name: unknown, run: unknown) => {
    listeners.add(String(name), run);
    return { remove: () => listeners.remove(String(name), run) };
  };
  return { call, on, off: (name: unknown, run: unknown) => listeners.remove(String(name), run) };
}

function unknownApi(name: string): never {
  throw new Error(`my.${name} is not an API of mini programs`);
}

/** Reading an unknown name gives a function that says so when it is called; the names engines ask objects for do not. */
function guarded(target: ProgramObject, prefix: string): ProgramObject {
  const ordinary = new Set(['then', 'toJSON', 'constructor', 'prototype', 'default', '__esModule', '$$typeof', 'nodeType', 'asymmetricMatch']);
  return new Proxy(target, {
    get: (object, name, receiver) => {
      if (typeof name !== 'string' || Reflect.has(object, name) || ordinary.has(name)) return Reflect.get(object, name, receiver);
      return () => unknownApi(`${prefix}${name}`);
    },
  });
}

/** The `my` of the program, made from the table. */
export function createMy(dependencies: MyDependencies): ProgramObject {
  const my: ProgramObject = {};
  const spaces: Record<string, ProgramObject> = { ap: {}, cloud: {} };
  for (const entry of apiTable) {
    const [first = '', second] = entry.name.split('.');
    if (second === undefined) define(my, first, entry, dependencies);
    else if (spaces[first]) define(spaces[first], second, entry, dependencies);
  }
  Object.assign(my, generalForms(dependencies, my));
  for (const [name, space] of Object.entries(spaces)) my[name] = guarded(space, `${name}.`);
  return guarded(my, '');
}

function define(holder: ProgramObject, name: string, entry: ApiEntry, dependencies: MyDependencies): void {
  if (entry.kind !== 'value') {
    holder[name] = functionFor(entry, dependencies);
    return;
  }
  Object.defineProperty(holder, name, { enumerable: true, configurable: true, get: dependencies.values.get(entry.name) ?? (() => undefined) });
}
