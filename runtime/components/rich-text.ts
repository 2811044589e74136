import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { textOf } from './values.ts';

const allowedTags = new Set(
  'a abbr address article aside b bdo big blockquote br caption center cite code col colgroup dd del div dl dt em fieldset font footer header h1 h2 h3 h4 h5 h6 hr i img ins label legend li mark nav ol p pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  ),
);
const allowedAttributes = new Set('class style width height alt colspan rowspan align valign start type dir span size color cite datetime'.split(' '));
const spaces: Record<string, string> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' };
const deepest = 100;

interface Building {
  context: BuiltInContext;
  space: string | undefined;
}

function setAttribute(element: HTMLElement, name: string, value: string, { context }: Building): void {
  if (name === 'style') element.style.cssText = context.cssLength(value);
  else if (name === 'src' && element instanceof HTMLImageElement) element.src = context.resourceUrl(value);
  else if (allowedAttributes.has(name)) element.setAttribute(name, value);
}

function textNode(text: string, { space }: Building): Text {
  return document.createTextNode(space === undefined ? text : text.replaceAll(' ', space));
}

function fromNode(node: unknown, building: Building, depth: number): Node[] {
  if (typeof node !== 'object' || node === null || depth > deepest) return [];
  const { type, name, text, attrs, children } = node as Record<string, unknown>;
  if (type === 'text') return [textNode(decodeEntities(textOf(text)), building)];
  const tag = textOf(name).toLowerCase();
  if (!allowedTags.has(tag)) return [];
  const element = document.createElement(tag);
  for (const [attribute, value] of Object.entries((attrs ?? {}) as Record<string, unknown>))
    setAttribute(element, attribute.toLowerCase(), textOf(value), building);
  element.append(...(Array.isArray(children) ? children.flatMap((child: unknown) => fromNode(child, building, depth + 1)) : []));
  return [element];
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return new DOMParser().parseFromString(text.replaceAll('<', '&lt;'), 'text/html').body.textContent ?? text;
}

/** Copies from a parsed, inert document what may be shown; tags that may not be shown leave their content behind only when it is text. */
function fromMarkup(node: Node, building: Building, depth: number): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [textNode(node.nodeValue ?? '', building)];
  if (!(node instanceof Element) || depth > deepest || !allowedTags.has(node.localName)) return [];
  const element = document.createElement(node.localName);
  for (const { name, value } of node.attributes) setAttribute(element, name.toLowerCase(), value, building);
  element.append(...[...node.childNodes].flatMap((child) => fromMarkup(child, building, depth + 1)));
  return [element];
}

/** `rich-text`: marked-up text from a list of nodes or a string; no scripts, no links, no events inside. */
export function createRichText(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  return {
    set: (name, value) => void attributes.set(name, value),
    flush() {
      const nodes = attributes.get('nodes');
      const building: Building = { context, space: spaces[textOf(attributes.get('space'))] };
      const built =
        typeof nodes === 'string'
          ? [...new DOMParser().parseFromString(nodes, 'text/html').body.childNodes].flatMap((node) => fromMarkup(node, building, 0))
          : Array.isArray(nodes)
            ? nodes.flatMap((node: unknown) => fromNode(node, building, 0))
            : [];
      host.replaceChildren(...built);
    },
  };
}
