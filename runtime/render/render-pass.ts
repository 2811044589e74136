import type { BuiltIn } from '../components/built-in.ts';
import type { InstanceId } from '../protocol/messages.ts';
import { TooManyNodes } from './building.ts';
import type { ComponentPlace } from './component-place.ts';
import type { Instance } from './instance.ts';

/** More elements than a phone can hold; a render that makes so many at once is ended. */
export const maximumNodes = 100_000;

/** Collects during one render what has to be told when it is done. */
export class RenderPass {
  /** In document order. */
  created = new Map<InstanceId, ComponentPlace>();
  changed = new Set<ComponentPlace>();
  /** Children before parents. */
  unmounted: InstanceId[] = [];
  moved = new Set<InstanceId>();
  private dirty = new Set<BuiltIn>();
  private attached: BuiltIn[] = [];
  /** Elements made in this pass. */
  nodes = 0;
  /** Components that a hot update may put into new places, by path; null at other times. */
  private pool: Map<string, Instance[]> | null = null;

  /** Counts one element. */
  node(): void {
    if (++this.nodes <= maximumNodes) return;
    this.nodes = 0;
    throw new TooManyNodes(`more than ${maximumNodes} elements at once`);
  }

  /** Runs `render`; components whose places go away in it are put into new places of the same kind. Returns those left over. */
  adopting(render: () => void): Instance[] {
    const pool = new Map<string, Instance[]>();
    this.pool = pool;
    try {
      render();
    } finally {
      this.pool = null;
    }
    return [...pool.values()].flat();
  }

  /** Keeps a component whose place goes away, when a hot update is going on. */
  keep(instance: Instance): boolean {
    if (!this.pool) return false;
    const { path } = instance.unit;
    this.pool.set(path, [...(this.pool.get(path) ?? []), instance]);
    return true;
  }

  /** A kept component of this kind, the first that was made. */
  adopt(path: string): Instance | undefined {
    const kept = this.pool?.get(path);
    kept?.sort((one, other) => one.id - other.id);
    return kept?.shift();
  }

  touch(builtIn: BuiltIn): void {
    if (builtIn.flush) this.dirty.add(builtIn);
  }

  attach(builtIn: BuiltIn): void {
    if (builtIn.attached) this.attached.push(builtIn);
  }

  /** Begins anew after everything has been told. */
  reset(): void {
    this.created = new Map();
    this.changed = new Set();
    this.unmounted = [];
    this.moved = new Set();
    this.nodes = 0;
  }

  /** Lets the built-in components take their attributes in; call it when the nodes are in the page. */
  settle(onError: (error: unknown) => void): void {
    const { dirty, attached } = this;
    if (dirty.size === 0 && attached.length === 0) return;
    this.dirty = new Set();
    this.attached = [];
    for (const builtIn of dirty) attempt(() => builtIn.flush?.(), onError);
    for (const builtIn of attached) attempt(() => builtIn.attached?.(), onError);
  }
}

function attempt(run: () => void, onError: (error: unknown) => void): void {
  try {
    run();
  } catch (error) {
    onError(error);
  }
}
