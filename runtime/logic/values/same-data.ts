import { isObject } from '../core/types.ts';

/** Comparing more than this costs more than it saves. */
const maximumComparisons = 10_000;

/** Whether two values of data are the same, all the way down; large ones count as different. */
export function isSameData(one: unknown, other: unknown): boolean {
  let left = maximumComparisons;
  function same(a: unknown, b: unknown): boolean {
    if (Object.is(a, b)) return true;
    if (--left < 0 || !isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
  }
  return same(one, other);
}
