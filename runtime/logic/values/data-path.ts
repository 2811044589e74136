import type { PathKey } from '../../protocol/messages.ts';
import { isObject, type ProgramObject } from '../core/types.ts';

const parsed = new Map<string, readonly PathKey[]>();
const parsedCapacity = 5000;

function parse(text: string): PathKey[] {
  const keys: PathKey[] = [];
  for (const match of text.matchAll(/\[\s*(\d+)\s*\]|\[\s*(['"]?)(.*?)\2\s*\]|([^.[\]]+)/g)) {
    const [, index, , quoted, name] = match;
    if (index !== undefined) keys.push(Number(index));
    else keys.push(quoted ?? name ?? '');
  }
  return keys;
}

/** Keys of a data path: `a.b[0].c` is `['a', 'b', 0, 'c']`. */
export function parseDataPath(text: string): readonly PathKey[] {
  const known = parsed.get(text);
  if (known) return known;
  const keys = parse(text);
  if (parsed.size < parsedCapacity) parsed.set(text, keys);
  return keys;
}

/** The value at a path; undefined where the path ends early. */
export function valueAt(root: unknown, path: readonly PathKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (!isObject(value)) return undefined;
    value = value[key];
  }
  return value;
}

function copyOf(value: unknown, next: PathKey): ProgramObject {
  if (Array.isArray(value)) return [...value] as unknown as ProgramObject;
  if (isObject(value)) return { ...value };
  return (typeof next === 'number' ? [] : {}) as ProgramObject;
}

/**
 * Sets a value in `root`, which is changed itself; every object on the way is replaced by a copy, so that whoever
 * holds an earlier state keeps it. Missing parts are created: an array before a number, else an object.
 */
export function setAt(root: ProgramObject, path: readonly PathKey[], value: unknown): void {
  let holder = root;
  for (let index = 0; index < path.length - 1; index++) {
    const key = path[index] as PathKey;
    const child = copyOf(holder[key], path[index + 1] as PathKey);
    holder[key] = child;
    holder = child;
  }
  holder[path[path.length - 1] as PathKey] = value;
}

/** Whether a change at `changed` touches what is watched at `watched`: one leads to the other. */
export function pathsMeet(changed: readonly PathKey[], watched: readonly PathKey[], below: boolean): boolean {
  const shared = Math.min(changed.length, watched.length);
  for (let index = 0; index < shared; index++) if (String(changed[index]) !== String(watched[index])) return false;
  return below || changed.length <= watched.length;
}
