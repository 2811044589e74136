import type { ProgramErrors } from '../core/program-errors.ts';
import { isObject, type ProgramObject } from '../core/types.ts';
import { EventChannel } from '../router/event-channel.ts';
import { type RouteApi, routeApis } from '../router/page-router.ts';
import type { Router } from '../router/router.ts';
import type { ApiDispatcher, ApiHandler } from './api-dispatcher.ts';
import { apiByName } from './table.ts';

type Channels = [opener: EventChannel, opened: EventChannel];

function isChannels(value: unknown): value is Channels {
  return Array.isArray(value) && value[0] instanceof EventChannel;
}

/** Routing calls as the dispatcher knows them. */
export function routeHandlers(router: () => Router): [string, ApiHandler][] {
  return routeApis.map((api) => [
    api,
    (args: ProgramObject, { base, shared }) =>
      router().call(api, { options: args, from: 'code', ...(base === undefined ? {} : { base }), ...(isChannels(shared) ? { channels: shared } : {}) }),
  ]);
}

/** A routing call of the program. What `navigateTo` returns is a promise and the event channel at once. */
export function callRoute(api: RouteApi, options: unknown, base: string | undefined, dispatcher: ApiDispatcher, errors: ProgramErrors): unknown {
  const entry = apiByName.get(api);
  if (!entry) return undefined;
  const extras = base === undefined ? {} : { base };
  if (api !== 'navigateTo') return dispatcher.run(entry, options, extras);
  const channels = EventChannel.pair(errors, isObject(options) ? options.events : undefined);
  const [opener] = channels;
  const promise = dispatcher.run(entry, options, { ...extras, shared: channels });
  return Object.assign(promise, {
    on: (name: unknown, run: unknown) => opener.on(name, run),
    once: (name: unknown, run: unknown) => opener.once(name, run),
    off: (name: unknown, run?: unknown) => opener.off(name, run),
    emit: (name: unknown, ...args: unknown[]) => opener.emit(name, ...args),
  });
}
