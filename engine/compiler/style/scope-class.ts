import { hashOf } from '../source/hash.ts';

/** Class on every element of an isolated component's or page's own template. @param path of the unit: `/components/card/card`. */
export function scopeClass(path: string): string {
  return `s-${hashOf(path).slice(0, 8)}`;
}

/**
 * Class on the wrapper element of a component with `virtualHost: false`; what its `:host` selects. The renderer makes the
 * same one of the component's path.
 */
export function hostClass(path: string): string {
  return `h${path.replace(/[^\w]+/g, '-')}`;
}
