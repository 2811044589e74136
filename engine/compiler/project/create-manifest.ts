import path from 'node:path';
import type { AppManifest, TabBarConfig, UnitManifest, WindowConfig } from '#shared/model/mini-program.ts';
import { hashOf } from '../source/hash.ts';
import type { CompiledProject } from './compiled-project.ts';
import { objectOf } from './json-document.ts';
import { mergeExt, pageOverridesOf } from './merge-ext.ts';

/** Keys of a page's JSON that say nothing about its window. */
const otherPageKeys = new Set(['usingComponents', 'styleIsolation', 'component']);

const timeouts = { request: 30_000, connectSocket: 30_000, uploadFile: 60_000, downloadFile: 60_000 };

/**
 * What a phone needs to know of a compiled program, for one merchant.
 * @param ext what the platform would put into the instance as `ext.json`; null takes the project's own file
 */
export function createManifest(compiled: CompiledProject, ext: Record<string, unknown> | null): AppManifest {
  const document = ext ?? compiled.extFile;
  const config = mergeExt(compiled.config, document);
  const overrides = pageOverridesOf(document);
  const window = withoutKeys(objectOf(config.window));
  const units = Object.fromEntries([...compiled.units.values()].map((unit) => [unit.path, unit.kind === 'page' ? withWindow(unit, window, overrides) : unit]));
  const pages = [...compiled.units.values()].filter(({ kind }) => kind === 'page').map(({ path }) => path.slice(1));
  return {
    version: versionOf(compiled, document),
    entryPagePath: entryOf(config, pages),
    pages,
    tabBar: tabBarOf(config.tabBar, pages),
    window,
    networkTimeout: timeoutsOf(config.networkTimeout),
    decodeQuery: objectOf(config.behavior).decodeQuery !== false && objectOf(config.behavior).decodeQuery !== 'disable',
    appStyles: compiled.appStyles,
    units,
    ext: objectOf(config.ext),
    component2: compiled.component2,
  };
}

function withWindow(unit: UnitManifest, app: WindowConfig, overrides: Record<string, Record<string, unknown>>): UnitManifest {
  const override = overrides[unit.path.slice(1)] ?? overrides[unit.path] ?? {};
  return { ...unit, window: { ...app, ...unit.window, ...withoutKeys(override) } };
}

/** The window part of a page's JSON. */
export function withoutKeys(json: Record<string, unknown>): WindowConfig {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !otherPageKeys.has(key)));
}

function entryOf({ entryPagePath, pages: listed }: Record<string, unknown>, pages: string[]): string {
  const candidates = [entryPagePath, ...(Array.isArray(listed) ? listed : [])];
  const found = candidates.map((candidate) => (typeof candidate === 'string' ? routeOf(candidate) : '')).find((route) => pages.includes(route));
  return found ?? pages[0] ?? '';
}

function routeOf(page: string): string {
  return path.posix.join('/', page).slice(1);
}

function tabBarOf(value: unknown, pages: string[]): TabBarConfig | null {
  const { items, ...rest } = objectOf(value);
  if (!Array.isArray(items)) return null;
  const known = items.map(objectOf).flatMap(({ pagePath, name, icon, activeIcon }) => {
    if (typeof pagePath !== 'string' || !pages.includes(routeOf(pagePath))) return [];
    return [{ pagePath: routeOf(pagePath), name: typeof name === 'string' ? name : '', icon: textOf(icon), activeIcon: textOf(activeIcon) }];
  });
  return { textColor: textOf(rest.textColor), selectedColor: textOf(rest.selectedColor), backgroundColor: textOf(rest.backgroundColor), items: known };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function timeoutsOf(value: unknown): AppManifest['networkTimeout'] {
  const given = objectOf(value);
  const number = (name: keyof typeof timeouts): number => (typeof given[name] === 'number' && given[name] > 0 ? given[name] : timeouts[name]);
  return { request: number('request'), connectSocket: number('connectSocket'), uploadFile: number('uploadFile'), downloadFile: number('downloadFile') };
}

function versionOf(compiled: CompiledProject, ext: Record<string, unknown> | null): string {
  const parts = [compiled.views, compiled.styles, compiled.logic].map((map) => [...map].map(([id, { hash }]) => [id, hash]));
  return hashOf(JSON.stringify([compiled.config, ext, [...compiled.units.values()], parts]));
}
