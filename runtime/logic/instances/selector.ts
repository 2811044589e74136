import type { ComponentInstance } from './instance.ts';

/** One compound of a selector: `#id.class.class`. Tag names cannot be told apart here and match anything. */
interface Compound {
  id: string | null;
  classes: string[];
}

/** Compounds from left to right, each an ancestor of the next. */
type Chain = Compound[];

function compoundOf(text: string): Compound {
  const ids = text.match(/#([\w-]+)/);
  const classes = [...text.matchAll(/\.([\w-]+)/g)].map(([, name]) => name ?? '');
  return { id: ids?.[1] ?? null, classes };
}

function parse(selector: string): Chain[] {
  return selector.split(',').map((part) =>
    part
      .trim()
      .split(/\s*>>>\s*|\s*>\s*|\s+/)
      .filter((text) => text !== '')
      .map(compoundOf),
  );
}

function matchesCompound({ elementId, classNames }: ComponentInstance, { id, classes }: Compound): boolean {
  if (id === null && classes.length === 0) return false;
  return (id === null || id === elementId) && classes.every((name) => classNames.includes(name));
}

/** Ancestors that are plain elements are not known here: only compounds that a component answers to are demanded. */
function matchesChain(component: ComponentInstance, chain: Chain): boolean {
  const last = chain.at(-1);
  return last !== undefined && matchesCompound(component, last);
}

/** Components that a selector of `$selectComponent` names, in the order given. */
export function selectComponents(selector: unknown, candidates: readonly ComponentInstance[]): ComponentInstance[] {
  if (typeof selector !== 'string') return [];
  const chains = parse(selector);
  return candidates.filter((component) => chains.some((chain) => matchesChain(component, chain)));
}

/** `.a >>> .b` looks into other components. */
export function looksInside(selector: unknown): boolean {
  return typeof selector === 'string' && selector.includes('>>>');
}
