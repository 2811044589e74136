import type { Block } from './block.ts';
import type { Instance } from './instance.ts';

/** Something of a block that has to be told when the block goes away or moves. */
export interface Part {
  dispose(): void;
  /** Adds the ids of components inside. */
  collect(ids: number[]): void;
}

/** More nodes than a phone can hold; ends the render. */
export class TooManyNodes extends Error {
  override readonly name = 'TooManyNodes';
}

interface Building {
  parts: Part[] | null;
  /** The page or component whose content is being built. */
  host: Instance | null;
}

/** Building is synchronous, so that one variable tells everything inside where it belongs. */
let current: Building = { parts: null, host: null };

/** Notes a part of the block that is being built. */
export function addPart(part: Part): void {
  current.parts ??= [];
  current.parts.push(part);
}

export function currentHost(): Instance | null {
  return current.host;
}

/** Makes a block and fills it; an error in one of its expressions is reported and leaves the rest standing. */
export function build(factory: (parent: Node) => Block, parent: Node, host: Instance | null): Block {
  const outer = current;
  current = { parts: null, host };
  try {
    const block = factory(parent);
    block.parts = current.parts;
    guard(() => block.update?.(true));
    return block;
  } finally {
    current = outer;
  }
}

/** Runs the update of blocks that belong to a page or component. */
export function within(host: Instance | null, run: () => void): void {
  const outer = current;
  current = { parts: null, host };
  try {
    guard(run);
  } finally {
    current = outer;
  }
}

function guard(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof TooManyNodes) throw error;
    reportError(error);
  }
}

/** Says that an expression, a handler or a built-in failed, without stopping the render. */
export function reportError(error: unknown): void {
  current.host?.fail(error);
}
