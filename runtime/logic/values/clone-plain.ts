import { isPlainObject } from '../core/types.ts';

/** Copies arrays and plain objects all the way down; everything else stays the same object. */
export function clonePlain<T>(value: T, seen = new Map<object, unknown>()): T {
  if (Array.isArray(value)) {
    const known = seen.get(value);
    if (known) return known as T;
    const copy: unknown[] = [];
    seen.set(value, copy);
    for (const item of value) copy.push(clonePlain(item, seen));
    return copy as T;
  }
  if (!isPlainObject(value)) return value;
  const known = seen.get(value);
  if (known) return known as T;
  const copy: Record<string, unknown> = {};
  seen.set(value, copy);
  for (const key of Object.keys(value)) copy[key] = clonePlain(value[key], seen);
  return copy as T;
}
