import type { BuiltInContext } from './built-in.ts';
import { textOf } from './values.ts';

/** What a placeholder takes over, with what it has without; a field's pseudo-element can be reached through variables only. */
const properties: Readonly<Record<string, string>> = {
  color: '#999',
  'background-color': 'transparent',
  opacity: '1',
  'font-family': 'inherit',
  'font-size': 'inherit',
  'font-style': 'inherit',
  'font-weight': 'inherit',
  'letter-spacing': 'inherit',
  'line-height': 'inherit',
  'padding-left': '0',
  'text-align': 'inherit',
  'text-decoration-line': 'none',
  'text-indent': 'inherit',
  'text-shadow': 'inherit',
  'text-transform': 'inherit',
  'word-spacing': 'inherit',
};

const names = Object.keys(properties);

/** What the style of placeholders is made of. */
export const placeholderStyle = Object.entries(properties)
  .map(([name, otherwise]) => `${name}: var(--a-placeholder-${name}, ${otherwise});`)
  .join(' ');

/** Gives the placeholder of a field the look of `placeholder-class` and `placeholder-style`; the latter wins. */
export function showPlaceholderLook(native: HTMLElement, attributes: ReadonlyMap<string, unknown>, context: BuiltInContext): void {
  const className = textOf(attributes.get('placeholder-class'));
  const styleText = context.cssLength(textOf(attributes.get('placeholder-style')));
  const probe = document.createElement('i');
  probe.style.cssText = styleText;
  const given = new Map(names.map((name) => [name, probe.style.getPropertyValue(name)]));
  if (className !== '') for (const [name, value] of fromClass(native, probe, className)) given.set(name, given.get(name) || value);
  for (const [name, value] of given) native.style.setProperty(`--a-placeholder-${name}`, value);
}

/** What rules for the class would make of text inside the field, where it differs from text without it. */
function fromClass(native: HTMLElement, probe: HTMLElement, className: string): [string, string][] {
  const host = native.parentElement;
  if (!host?.isConnected) return [];
  probe.style.cssText = '';
  host.append(probe);
  const plain = names.map((name) => getComputedStyle(probe).getPropertyValue(name));
  probe.className = className;
  const styled = names.map((name) => getComputedStyle(probe).getPropertyValue(name));
  probe.remove();
  return names.flatMap((name, at): [string, string][] => (styled[at] === plain[at] ? [] : [[name, styled[at] ?? '']]));
}
