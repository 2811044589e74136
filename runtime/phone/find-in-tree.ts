import type { TreeNode } from '#shared/model/phone.ts';
import type { ComponentPlace } from '../render/component-place.ts';
import { treeOf } from '../render/index.ts';
import { type AxmlElementNode, metaOf } from '../render/meta.ts';
import type { PageRoot } from '../render/page-root.ts';
import { rootsOf } from '../render/selectors.ts';
import { nodeOf } from '../render/tree.ts';

/** What an XML document takes as the name of an element or attribute. */
const xmlName = /^[A-Za-z_][\w.-]*(?::[\w.-]+)?$/;

function attributeText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}

function copyInto(parent: Node, node: TreeNode, originals: Map<Element, number>): void {
  if (node.kind === 'text' || !xmlName.test(node.name)) return;
  const { ownerDocument } = parent as Element;
  const element = (ownerDocument ?? (parent as XMLDocument)).createElement(node.name);
  for (const [name, value] of Object.entries(node.attributes)) if (xmlName.test(name)) element.setAttribute(name, attributeText(value));
  originals.set(element, node.id);
  for (const child of node.children) copyInto(element, child, originals);
  parent.appendChild(element);
}

/** Pages and components are one tree for whoever looks at them, so that the way into a component needs no sign of its own. */
function withoutDeep(selector: string): string {
  return selector.replace(/("[^"]*"|'[^']*'|\[[^\]]*\])|>>>|\/deep\//g, (_, literal?: string) => literal ?? ' ');
}

/** The elements that show a node of the tree: itself, or the top elements of a component. */
function elementsOf(id: number): AxmlElementNode[] {
  const node = nodeOf(id);
  if (!node) return [];
  if ('place' in node) {
    const { instance } = node.place as ComponentPlace;
    return instance ? rootsOf(instance) : [];
  }
  return metaOf(node) ? [node as AxmlElementNode] : [];
}

/**
 * What a selector finds in the AXML tree of a page as it was written: components by their tag, id and class although
 * they have no element of their own, and every attribute by its value. Null for what is no selector.
 */
export function findInTree(page: PageRoot, selector: string): AxmlElementNode[] | null {
  const originals = new Map<Element, number>();
  // A document of its own lets the browser judge selectors by the names of AXML, and in its spelling.
  const copy = document.implementation.createDocument(null, null);
  copyInto(copy, treeOf(page), originals);
  try {
    return [...copy.querySelectorAll(withoutDeep(selector))].flatMap((found) => elementsOf(originals.get(found) ?? 0));
  } catch {
    return null;
  }
}
