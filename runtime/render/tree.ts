import type { TreeNode } from '#shared/model/phone.ts';
import type { ComponentPlace } from './component-place.ts';
import type { Instance } from './instance.ts';
import { type AxmlElementNode, type Meta, metaOf } from './meta.ts';
import type { PageRoot } from './page-root.ts';

/** Lines of one file are counted from here; as in the compiler. */
const sourceFileFactor = 1_000_000;

const ids = new WeakMap<Node, number>();
const nodes = new Map<number, WeakRef<Node>>();
let lastId = 0;

/** The DOM node of a tree node; of a component without element, the comment before its content. */
export function nodeOf(id: number): Node | undefined {
  return nodes.get(id)?.deref();
}

/** The number of an element in trees; the same as long as the element lives. */
export function idOf(node: Node): number {
  const known = ids.get(node);
  if (known !== undefined) return known;
  lastId++;
  ids.set(node, lastId);
  nodes.set(lastId, new WeakRef(node));
  return lastId;
}

/** The AXML tree of a page: elements, components with their content, and texts. */
export function treeOf(page: PageRoot): TreeNode {
  for (const [id, reference] of nodes) if (!reference.deref()) nodes.delete(id);
  const root: TreeNode = { id: idOf(page.content), name: 'page', kind: 'page', attributes: {}, children: [] };
  addChildren(page.content, root);
  return root;
}

/** Where the element was written, or undefined for parts of the phone itself. */
export function sourceOf({ instance, source }: Pick<Meta, 'instance' | 'source'>): { file: string; line: number } | undefined {
  const file = instance.view?.files[Math.floor(source / sourceFileFactor)];
  return file === undefined ? undefined : { file: file.replace(/^\//, ''), line: source % sourceFileFactor };
}

function addChildren(parent: Node, into: TreeNode): void {
  const open: { node: TreeNode; end: Node }[] = [];
  for (const child of parent.childNodes) {
    const target = open.at(-1)?.node ?? into;
    const place = placeOf(child);
    if (place) {
      const node = componentNode(child, place);
      target.children.push(node);
      open.push({ node, end: place.end });
    } else if (child === open.at(-1)?.end) {
      open.pop();
    } else {
      addNode(child, target);
    }
  }
}

function placeOf(node: Node): ComponentPlace | undefined {
  return 'place' in node ? (node.place as ComponentPlace) : undefined;
}

/** The page or component that a tree node stands for; undefined for elements and texts. */
export function instanceIdOf(page: PageRoot, nodeId: number): number | undefined {
  const node = nodeOf(nodeId);
  if (node === page.content) return page.opening.id;
  return node ? placeOf(node)?.instance?.id : undefined;
}

function addNode(node: Node, into: TreeNode): void {
  if (node instanceof Text) {
    const text = node.data.trim();
    if (text !== '') into.children.push({ id: idOf(node), name: '#text', kind: 'text', attributes: {}, text, children: [] });
    return;
  }
  const meta = metaOf(node);
  if (!meta) return;
  const content = meta.builtIn?.content ?? node;
  // The element of a component host is the component itself.
  if (into.kind === 'component' && into.name === meta.name && isHostOf(node, meta.instance)) return addChildren(content, into);
  const element = node as AxmlElementNode;
  const source = sourceOf(meta);
  const tree: TreeNode = { id: idOf(node), name: meta.name, kind: 'element', attributes: attributesOf(element), ...(source && { source }), children: [] };
  addChildren(content, tree);
  into.children.push(tree);
}

function isHostOf(node: Node, owner: Instance): boolean {
  const before = node.previousSibling;
  const place = before ? placeOf(before) : undefined;
  return place?.owner === owner && place.children === node;
}

function componentNode(start: Node, place: ComponentPlace): TreeNode {
  const source = sourceOf({ instance: place.owner, source: place.source });
  const attributes = Object.fromEntries(Object.entries(place.props).map(([name, value]) => [name, plain(value)]));
  return { id: idOf(start), name: place.tag, kind: 'component', attributes, ...(source && { source }), children: [] };
}

function attributesOf(element: AxmlElementNode): Record<string, unknown> {
  const { attributes, data, marks, handlers } = element.axml;
  const result: Record<string, unknown> = {};
  for (const name of ['id', 'class', 'style', 'role']) if (element.getAttribute(name)) result[name] = element.getAttribute(name);
  if (element.hasAttribute('hidden')) result.hidden = true;
  for (const [name, value] of Object.entries(attributes ?? {})) result[name] = plain(value);
  for (const [name, value] of Object.entries(data ?? {})) result[`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = plain(value);
  for (const [name, value] of Object.entries(marks ?? {})) result[`mark:${name}`] = plain(value);
  for (const [name, value] of Object.entries(handlers ?? {})) if (value) result[handlerName(name)] = plain(value);
  return result;
}

/** `on:tap` → `onTap`. */
function handlerName(name: string): string {
  const [phase = 'on', type = ''] = name.split(':');
  return phase + type.charAt(0).toUpperCase() + type.slice(1);
}

/** Trees cross to other processes as JSON. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return 'SJS';
  if (typeof value === 'object' && value !== null && '$function' in value) return (value.$function as { method?: unknown } | null)?.method;
  return value;
}
