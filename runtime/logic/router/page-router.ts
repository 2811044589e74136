import type { ProgramObject } from '../core/types.ts';

export const routeApis = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'] as const;
export type RouteApi = (typeof routeApis)[number];

/** `this.router` and `this.pageRouter`: the routing calls with relative addresses from a fixed place. */
export type PageRouter = Record<RouteApi, (options?: unknown) => unknown>;

export function createPageRouter(call: (api: RouteApi, options: unknown, base: string) => unknown, base: string): PageRouter {
  const entries = routeApis.map((api) => [api, (options?: unknown) => call(api, options, base)]);
  return Object.freeze(Object.fromEntries(entries) as ProgramObject) as PageRouter;
}
