import type { BuiltIn } from '../components/built-in.ts';
import type { InstanceId } from '../protocol/messages.ts';
import { TooManyNodes } from './building.ts';
import type { ComponentPlace } from './component-place.ts';

/** More elements than a phone can hold; a render that makes so many at once is ended. */
const maximumNodes = 100_000;

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
  private nodes = 0;

  /** Counts one element. */
  node(): void {
    if (++this.nodes > maximumNodes) {
      this.nodes = 0;
      throw new TooManyNodes(`more than ${maximumNodes} elements at once`);
    }
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
  }

  /** Lets the built-in components take their attributes in; call it when the nodes are in the page. */
  settle(onError: (error: unknown) => void): void {
    this.nodes = 0;
    const { dirty, attached } = this;
    if (dirty.size === 0 && attached.length === 0) return;
    this.dirty = new Set();
    this.attached = [];
    for (const builtIn of dirty) attempt(() => builtIn.flush?.(), onError);
    for (const builtIn of attached) attempt(() => builtIn.attached?.(), onError);
  }
}

export function attempt(run: () => void, onError: (error: unknown) => void): void {
  try {
    run();
  } catch (error) {
    onError(error);
  }
}
