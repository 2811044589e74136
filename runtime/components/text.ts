import type { BuiltIn } from './built-in.ts';
import { isOn, numberOf } from './values.ts';

const spaces: Record<string, string> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' };

/** `text`: inline, keeps line breaks, may limit its lines. */
export function createText(host: HTMLElement): BuiltIn {
  const attributes = new Map<string, unknown>();

  function limitLines(value: unknown): void {
    const lines = numberOf(value, 0);
    host.classList.toggle('a-text-lines', lines > 0);
    host.style.setProperty('-webkit-line-clamp', lines > 0 ? String(lines) : '');
  }
  function replaceSpaces(): void {
    const space = spaces[String(attributes.get('space'))];
    if (space === undefined) return;
    for (const node of host.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes(' ')) node.nodeValue = node.nodeValue.replaceAll(' ', space);
    }
  }
  return {
    set(name, value) {
      attributes.set(name, value);
      if (name === 'selectable') host.classList.toggle('a-selectable', isOn(value));
      if (name === 'number-of-lines') limitLines(value);
    },
    flush: replaceSpaces,
    attached: replaceSpaces,
  };
}
