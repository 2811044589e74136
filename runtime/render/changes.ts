import type { Patch, PathKey } from '../protocol/messages.ts';

/** What changed at some place of the data: all of it, something below (by key), or nothing. */
export type Change = true | ChangeMap | undefined;
export interface ChangeMap {
  [key: string]: Change;
}

export function createChanges(): ChangeMap {
  return Object.create(null);
}

/**
 * Applies a patch below `target` in place and notes in `changes` what it touched. Missing containers on the way are
 * created: an array before a number, else an object.
 */
export function applyPatch(target: object, patch: Patch, changes: ChangeMap): void {
  const { path } = patch;
  let node = target;
  let noted: ChangeMap | null = changes;
  for (let at = 0; at < path.length - 1; at++) {
    const key = path[at] ?? '';
    const next = own(node, key);
    if (isContainer(next)) {
      noted = noted && below(noted, key);
      node = next;
      continue;
    }
    const created: object = typeof path[at + 1] === 'number' ? [] : {};
    noteKey(noted, node, key);
    noted = null;
    setOwn(node, key, created);
    node = created;
  }
  const last = path.at(-1) ?? '';
  noteKey(noted, node, last);
  if ('splice' in patch) splice(node, last, patch.splice);
  else setOwn(node, last, patch.value);
}

function splice(node: object, key: PathKey, [start, deleteCount, ...items]: [number, number, ...unknown[]]): void {
  const known = own(node, key);
  const list: unknown[] = Array.isArray(known) ? known : [];
  if (list !== known) setOwn(node, key, list);
  list.splice(start, deleteCount, ...items);
}

/** The changes below a key, or null when the whole of it has changed anyway. */
function below(changes: ChangeMap, key: PathKey): ChangeMap | null {
  const known = changes[key];
  if (known === true) return null;
  if (known) return known;
  const created = createChanges();
  changes[key] = created;
  return created;
}

function noteKey(changes: ChangeMap | null, node: object, key: PathKey): void {
  if (!changes) return;
  changes[key] = true;
  if (Array.isArray(node) && Number(key) >= node.length) changes.length = true;
}

export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function own(node: object, key: PathKey): unknown {
  return Object.getOwnPropertyDescriptor(node, key)?.value;
}

function setOwn(node: object, key: PathKey, value: unknown): void {
  if (Array.isArray(node) && typeof key === 'number' && key >= 0) node[key] = value;
  else Object.defineProperty(node, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Whether a one-key path was touched: itself, something above it or something below. */
export function touched1(change: Change, key: string): boolean {
  return change === true || (change !== undefined && change[key] !== undefined);
}

export function touched2(change: Change, first: string, second: string): boolean {
  if (change === true || change === undefined) return change === true;
  return touched1(change[first], second);
}

export function touchedN(change: Change, keys: readonly string[]): boolean {
  return nodeAt(change, keys) !== undefined;
}

export function node1(change: Change, key: string): Change {
  return change === true || change === undefined ? change : change[key];
}

export function nodeAt(change: Change, keys: readonly string[]): Change {
  let node = change;
  for (const key of keys) {
    if (node === true || node === undefined) return node;
    node = node[key];
  }
  return node;
}

/**
 * Changes of a scope that is made of parts of others. `pairs` are names and their changes, in turn; a null name stands
 * for a spread, whose changes are those of the names in it.
 */
export function combineChanges(pairs: readonly (string | null | Change)[]): Change {
  let result: ChangeMap | undefined;
  for (let at = 0; at < pairs.length; at += 2) {
    const name = pairs[at];
    const change = pairs[at + 1];
    if (change === undefined || change === null || typeof change === 'string') continue;
    if (typeof name === 'string') {
      result ??= createChanges();
      result[name] = change;
    } else if (change === true) {
      return true;
    } else {
      result = mergeInto(result ?? createChanges(), change);
    }
  }
  return result;
}

/** A name may come from a spread and be given again, so that the earlier change must not get lost. */
function mergeInto(target: ChangeMap, source: ChangeMap): ChangeMap {
  for (const key of Object.keys(source)) {
    const known = target[key];
    const change = source[key];
    target[key] = known !== undefined && known !== change ? true : change;
  }
  return target;
}
