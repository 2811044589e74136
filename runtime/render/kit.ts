import { createSjsGuard } from '../sjs/index.ts';
import { observeAppearance } from './appearance.ts';
import * as attributes from './attributes.ts';
import { anchor, Block } from './block.ts';
import { Branch } from './branch.ts';
import { type Change, combineChanges, node1, nodeAt, touched1, touched2, touchedN } from './changes.ts';
import { ComponentPlace } from './component-place.ts';
import { createElement } from './create-element.ts';
import type { Instance } from './instance.ts';
import { List } from './list.ts';
import { type AxmlElementNode, metaOf } from './meta.ts';
import type { Row } from './row.ts';
import { type SlotFactory, SlotPlace } from './slot-place.ts';
import { TemplateCall, type TemplateFunction } from './template-call.ts';
import * as values from './values.ts';
import type { SjsModule } from './view-registry.ts';

/** Everything that compiled templates may use: the `$` of `defineView`. */
export type Kit = ReturnType<typeof createKit>;

type Factory = (parent: Node) => Block;

/**
 * @param sjs gives a compiled SJS module by its id
 * @param log what `console.log` of SJS does
 */
export function createKit(sjs: (id: string) => SjsModule, log: (args: unknown[]) => void) {
  return Object.freeze({ sjs, guard: createSjsGuard({ log }), ...structure, ...setters, ...reading, ...changes });
}

const structure = {
  block: (first: Node, last: Node, update: ((fresh: boolean) => void) | null) => new Block(first, last, update),
  anchor,
  element: createElement,
  /** Where the content of an element goes. */
  inside: (element: AxmlElementNode): Node => element.axml.builtIn?.content ?? element,
  literal: (parent: Node, text: string): Text => parent.appendChild(document.createTextNode(text)),
  text: (parent: Node): Text => parent.appendChild(document.createTextNode('')),
  branch: (parent: Node, factories: Factory[]) => new Branch(parent, factories),
  list: (parent: Node, factory: (into: Node, row: Row) => Block, key: ((row: Row) => unknown) | null) => new List(parent, factory, key),
  template: (parent: Node, instance: Instance, table: () => Record<string, TemplateFunction>) => new TemplateCall(parent, instance, table),
  slot: (parent: Node, instance: Instance, fallback: Factory | null) => new SlotPlace(parent, instance, fallback),
  component: (
    parent: Node,
    owner: Instance,
    tag: string,
    path: string,
    source: number,
    slots: Record<string, SlotFactory> | null,
    forwards: Record<string, string[]> | null = null,
  ) => new ComponentPlace(parent, owner, { tag, path, source, slots, forwards }),
};

/** A built-in may have something to do with the text inside it. */
function touchAround({ parentNode }: Text): void {
  const meta = metaOf(parentNode);
  if (meta?.builtIn) meta.instance.page.environment.pass.touch(meta.builtIn);
}

const setters = {
  write(text: Text, value: unknown): void {
    const next = values.str(value);
    if (text.data === next) return;
    text.data = next;
    touchAround(text);
  },
  class: attributes.setClass,
  classText: attributes.classText,
  style: attributes.setStyle,
  id: attributes.setId,
  hidden: attributes.setHidden,
  aria: attributes.setAria,
  data: attributes.setData,
  mark: attributes.setMark,
  handlers: attributes.setHandlers,
  on: attributes.setHandler,
  set: attributes.setAttribute,
  changed: attributes.setListener,
  observe: observeAppearance,
};

const reading = {
  get: values.get,
  call: values.call,
  invoke: values.invoke,
  str: values.str,
  join: values.join,
  has: values.has,
  key: values.key,
  spread: values.spread,
  pattern: values.pattern,
};

const changes = {
  t1: touched1,
  t2: touched2,
  tn: touchedN,
  n1: node1,
  nn: nodeAt,
  changes: combineChanges as (pairs: (string | null | Change)[]) => Change,
};
