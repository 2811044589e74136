import { anchor, type Block, insertBefore } from './block.ts';
import { addPart, build, currentHost, type Part } from './building.ts';
import type { Change } from './changes.ts';
import type { Instance } from './instance.ts';

/** What a `<template>` can see: its data, without a prototype. */
export interface TemplateScope {
  scope: Record<string, unknown>;
  changes: Change;
}

export type TemplateFunction = (instance: Instance, scope: TemplateScope) => (parent: Node) => Block;

/** The place of a `<template is>`. */
export class TemplateCall implements Part {
  readonly end: Comment;
  private name: string | null = null;
  private block: Block | null = null;
  private readonly state: TemplateScope = { scope: Object.create(null), changes: undefined };
  private readonly instance: Instance;
  private readonly table: () => Readonly<Record<string, TemplateFunction>>;
  private readonly host: Instance | null;

  /** @param table the templates that the file may use; a function, because they can use each other. */
  constructor(parent: Node, instance: Instance, table: () => Readonly<Record<string, TemplateFunction>>) {
    this.end = anchor(parent);
    this.instance = instance;
    this.table = table;
    this.host = currentHost();
    addPart(this);
  }

  run(name: string, data: unknown, changes: Change): void {
    const { state } = this;
    state.scope = Object.assign(Object.create(null), typeof data === 'object' ? data : null);
    if (name === this.name) {
      state.changes = changes;
      if (changes !== undefined) this.block?.update?.(false);
      state.changes = undefined;
      return;
    }
    this.block?.remove();
    this.block = null;
    this.name = name;
    const table = this.table();
    const template = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!template) return;
    insertBefore(this.end, (parent) => {
      this.block = build(template(this.instance, state), parent, this.host);
    });
  }

  dispose(): void {
    this.block?.dispose();
  }

  collect(ids: number[]): void {
    this.block?.collect(ids);
  }
}
