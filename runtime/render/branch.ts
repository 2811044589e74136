import { anchor, type Block, insertBefore } from './block.ts';
import { addPart, build, currentHost, type Part } from './building.ts';
import type { Instance } from './instance.ts';

/** The place of `a:if` and its alternatives: at most one of their blocks stands before the anchor. */
export class Branch implements Part {
  readonly end: Comment;
  /** Which block stands; -1 for none. */
  at = -1;
  private block: Block | null = null;
  private readonly factories: readonly ((parent: Node) => Block)[];
  private readonly host: Instance | null;

  constructor(parent: Node, factories: readonly ((parent: Node) => Block)[]) {
    this.end = anchor(parent);
    this.factories = factories;
    this.host = currentHost();
    addPart(this);
  }

  run(at: number): void {
    if (at === this.at) {
      this.block?.update?.(false);
      return;
    }
    this.block?.remove();
    this.block = null;
    this.at = at;
    const factory = this.factories[at];
    if (!factory) return;
    insertBefore(this.end, (parent) => {
      this.block = build(factory, parent, this.host);
    });
  }

  dispose(): void {
    this.block?.dispose();
  }

  collect(ids: number[]): void {
    this.block?.collect(ids);
  }
}
