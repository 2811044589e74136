import type { PathKey } from '../../protocol/messages.ts';
import { isFunction, isObject, type ProgramFunction } from '../core/types.ts';
import { parseDataPath, pathsMeet, valueAt } from '../values/data-path.ts';

interface Watched {
  path: readonly PathKey[];
  /** Changes further down count too: `a.**`. */
  below: boolean;
}

/** One entry of an `observers` object: `'a, b.c, d.**'`. */
export interface Observer {
  key: string;
  watched: Watched[];
  run: ProgramFunction;
}

function watchedOf(text: string): Watched {
  const below = text === '**' || text.endsWith('.**');
  const path = below ? text.slice(0, Math.max(0, text.length - 3)) : text;
  return { path: text === '**' ? [] : parseDataPath(path), below };
}

export function observersOf(options: unknown): Observer[] {
  if (!isObject(options)) return [];
  return Object.keys(options).flatMap((key) => {
    const run = options[key];
    if (!isFunction(run)) return [];
    return [{ key, run, watched: key.split(',').map((part) => watchedOf(part.trim())) }];
  });
}

export function isTouched(observer: Observer, changed: readonly (readonly PathKey[])[]): boolean {
  return changed.some((path) => observer.watched.some(({ path: watched, below }) => pathsMeet(path, watched, below)));
}

/** Arguments of an observer: the values it watches, data before props; `**` alone gets everything in one object. */
export function observedValues(observer: Observer, data: Record<string, unknown>, props: Record<string, unknown>): unknown[] {
  return observer.watched.map(({ path }) => {
    if (path.length === 0) return { ...props, ...data };
    return valueAt(Object.hasOwn(data, String(path[0])) ? data : props, path);
  });
}
