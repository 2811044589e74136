import type { Part } from './building.ts';

/** Nodes that come and go together: the siblings from `first` to `last`. */
export class Block {
  readonly first: Node;
  readonly last: Node;
  /** Re-evaluates what depends on something touched; everything when `fresh`. */
  readonly update: ((fresh: boolean) => void) | null;
  parts: Part[] | null = null;

  constructor(first: Node, last: Node, update: ((fresh: boolean) => void) | null) {
    this.first = first;
    this.last = last;
    this.update = update;
  }

  /** Takes the nodes away and tells everything inside, innermost first. */
  remove(): void {
    this.dispose();
    const parent = this.first.parentNode;
    if (!parent) return;
    for (let node: Node | null = this.first; node; ) {
      const next: Node | null = node === this.last ? null : node.nextSibling;
      parent.removeChild(node);
      node = next;
    }
  }

  dispose(): void {
    const { parts } = this;
    this.parts = null;
    if (parts) for (const part of parts) part.dispose();
  }

  collect(ids: number[]): void {
    if (this.parts) for (const part of this.parts) part.collect(ids);
  }

  moveBefore(reference: Node): void {
    const { parentNode: parent } = reference;
    for (let node: Node | null = this.first; node && parent; ) {
      const next: Node | null = node === this.last ? null : node.nextSibling;
      parent.insertBefore(node, reference);
      node = next;
    }
  }
}

export function anchor(parent: Node): Comment {
  const node = document.createComment('');
  parent.appendChild(node);
  return node;
}

/** Makes a block's nodes before `reference` through a fragment, so that its parts have a parent while they are made. */
export function insertBefore(reference: Node, make: (parent: Node) => void): void {
  const fragment = document.createDocumentFragment();
  make(fragment);
  reference.parentNode?.insertBefore(fragment, reference);
}
