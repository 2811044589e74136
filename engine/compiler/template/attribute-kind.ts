import { camelCase, kebabCase } from './literal.ts';

/** What an attribute of an element is for; `name` is as the render kit wants it. */
export type AttributeKind =
  | { kind: 'control' }
  | { kind: 'class' | 'style' | 'id' | 'hidden' }
  | { kind: 'data' | 'mark' | 'aria' | 'change' | 'plain'; name: string }
  | { kind: 'event'; name: string };

const eventName = /^(capture-)?(on|catch)([A-Z].*)$/;
const control = new Set(['slot', 'slot-scope', 'key', 'ref']);

export function attributeKind(name: string): AttributeKind {
  if (name === 'class' || name === 'style' || name === 'id' || name === 'hidden') return { kind: name };
  if (name.startsWith('a:') || control.has(name)) return { kind: 'control' };
  if (name.startsWith('data-')) return { kind: 'data', name: camelCase(name.slice(5)) };
  if (name.startsWith('mark:')) return { kind: 'mark', name: name.slice(5) };
  if (name.startsWith('change:')) return { kind: 'change', name: kebabCase(name.slice(7)) };
  if (name.startsWith('aria-') || name === 'role') return { kind: 'aria', name };
  const event = eventName.exec(name);
  if (event) return { kind: 'event', name: `${event[1] ?? ''}${event[2]}:${event[3]?.toLowerCase()}` };
  return { kind: 'plain', name: kebabCase(name) };
}

/** The name under which a component receives an attribute. */
export function propName(name: string): string {
  return /^(data-|aria-)/.test(name) ? name : camelCase(name);
}

/** Only such props can be functions. */
export function isFunctionProp(name: string): boolean {
  return /^(on|catch)[A-Z]/.test(name);
}

const observed = new Set(['appear', 'disappear', 'firstappear']);

/** Whether a handler needs to be told when the element scrolls into view. */
export function isAppearance(name: string): boolean {
  return observed.has(name.slice(name.indexOf(':') + 1));
}
