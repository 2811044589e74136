import type { Instance } from './instance.ts';
import { type AxmlElementNode, metaOf } from './meta.ts';

/**
 * Selectors of mini programs name AXML elements: `view`, `.a`, `#b`, `.a .b`, `.a > .b`, `.a >>> .b`. Returns the same
 * for the DOM, or null for what is no selector.
 */
function domSelector(selector: string): string | null {
  const pattern = /("[^"]*"|'[^']*'|\[[^\]]*\])|(>>>|\/deep\/)|([.#:][\w-]+)|([A-Za-z][\w-]*)/g;
  const converted = selector.replace(pattern, (whole, literal?: string, deep?: string, named?: string, tag?: string) => {
    if (literal !== undefined || named !== undefined) return whole;
    if (deep !== undefined) return ' ';
    return tag === 'page' ? 'a-page' : `a-${tag}`;
  });
  try {
    document.createDocumentFragment().querySelector(converted);
    return converted;
  } catch {
    return null;
  }
}

/** Elements in (or among) `roots` that match, in document order. */
export function findAll(roots: readonly Element[], selector: string): AxmlElementNode[] {
  const dom = domSelector(selector);
  if (dom === null) return [];
  const found = new Set<AxmlElementNode>();
  for (const root of roots) {
    if (root.matches(dom)) addElement(found, root);
    for (const element of root.querySelectorAll(dom)) addElement(found, element);
  }
  return [...found];
}

function addElement(found: Set<AxmlElementNode>, element: Element): void {
  if (isAxml(element)) found.add(element);
}

function isAxml(node: Node): node is AxmlElementNode {
  return metaOf(node) !== undefined;
}

/** The top elements of a page or component. */
export function rootsOf({ block }: Instance): AxmlElementNode[] {
  const roots: AxmlElementNode[] = [];
  for (let node: Node | null = block?.first ?? null; node; node = node === block?.last ? null : node.nextSibling) if (isAxml(node)) roots.push(node);
  return roots;
}

/** Components whose own `#id`, `.class` or tag matches, in the template of `owner`. */
export function findComponents(owner: Instance, selector: string): Instance[] {
  const found: Instance[] = [];
  for (const instance of owner.page.environment.instances.values()) {
    const { place } = instance;
    if (!place || place.owner !== owner) continue;
    const { elementId, className } = place.selectable();
    const names = [`#${elementId}`, place.tag, ...className.split(/\s+/).map((name) => `.${name}`)];
    if (names.includes(selector.trim())) found.push(instance);
  }
  return found;
}
