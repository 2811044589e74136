import { anchor, type Block, insertBefore } from './block.ts';
import { addPart, build, type Part } from './building.ts';
import type { Change } from './changes.ts';
import type { Instance } from './instance.ts';

/** What a scoped slot hands to its content; generated code reads the fields. */
export interface SlotScope {
  value: Record<string, unknown>;
  change: Change;
}

export type SlotFactory = (parent: Node, scope: SlotScope) => Block;

/** The place of a `<slot>` in a component's template. */
export class SlotPlace implements Part {
  readonly end: Comment;
  readonly instance: Instance;
  private readonly fallback: ((parent: Node) => Block) | null;
  private readonly scope: SlotScope = { value: {}, change: true };
  private name: string | null | undefined;
  private block: Block | null = null;
  private showsContent = false;

  constructor(parent: Node, instance: Instance, fallback: ((parent: Node) => Block) | null) {
    this.end = anchor(parent);
    this.instance = instance;
    this.fallback = fallback;
    addPart(this);
  }

  /**
   * @param name null when there is no content that the slot could show
   * @param props what the slot hands out; null when it is not scoped
   */
  run(name: string | null, props: Record<string, unknown> | null, changes: Change): void {
    if (props) this.scope.value = props;
    if (name !== this.name) {
      this.show(name);
    } else if (!this.showsContent) {
      this.block?.update?.(false);
    } else if (changes !== undefined) {
      this.scope.change = changes;
      this.block?.update?.(false);
    }
    this.scope.change = undefined;
  }

  private show(name: string | null): void {
    this.block?.remove();
    this.block = null;
    this.name = name;
    const { place } = this.instance;
    const content = name !== null && place?.slots && Object.hasOwn(place.slots, name) ? place.slots[name] : undefined;
    this.showsContent = content !== undefined;
    if (content) place?.filled.add(this);
    const { fallback, scope } = this;
    const factory = content ? (parent: Node) => content(parent, scope) : fallback;
    if (!factory) return;
    scope.change = true;
    insertBefore(this.end, (parent) => {
      this.block = build(factory, parent, this.instance);
    });
  }

  /** Something of the owner was touched that the content may show. */
  updateContent(): void {
    if (this.showsContent) this.block?.update?.(false);
  }

  dispose(): void {
    this.instance.place?.filled.delete(this);
    this.block?.dispose();
  }

  collect(ids: number[]): void {
    this.block?.collect(ids);
  }
}
