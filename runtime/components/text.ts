import type { BuiltIn } from './built-in.ts';
import { isOn, numberOf } from './values.ts';

const spaces: Record<string, string> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' };
const entities: Record<string, string> = { ...spaces, lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

/** `text`: inline, keeps line breaks, may limit its lines. */
export function createText(host: HTMLElement): BuiltIn {
  const attributes = new Map<string, unknown>();
  /** What was made of the text of a node, so that it is not done twice. */
  const shown = new WeakMap<Node, string>();

  function limitLines(value: unknown): void {
    const lines = numberOf(value, 0);
    host.classList.toggle('a-text-lines', lines > 0);
    host.style.setProperty('-webkit-line-clamp', lines > 0 ? String(lines) : '');
  }
  function converted(text: string): string {
    const space = spaces[String(attributes.get('space'))];
    const spaced = space === undefined ? text : text.replaceAll(' ', space);
    return isOn(attributes.get('decode')) ? spaced.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole) : spaced;
  }
  function convert(): void {
    if (!attributes.has('space') && !attributes.has('decode')) return;
    for (const node of host.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '';
      if (text === '' || shown.get(node) === text) continue;
      const next = converted(text);
      shown.set(node, next);
      if (next !== text) node.nodeValue = next;
    }
  }
  return {
    set(name, value) {
      attributes.set(name, value);
      if (name === 'selectable') host.classList.toggle('a-selectable', isOn(value));
      if (name === 'number-of-lines') limitLines(value);
    },
    flush: convert,
    attached: convert,
  };
}
