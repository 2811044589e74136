/** Attribute values as components read them. AXML keeps JavaScript types; a literal is a string, no value is `true`. */

export function numberOf(value: unknown, otherwise: number): number {
  if (value === undefined || value === null || value === '') return otherwise;
  const number = Number(value);
  return Number.isFinite(number) ? number : otherwise;
}

export function textOf(value: unknown, otherwise = ''): string {
  return value === undefined || value === null ? otherwise : String(value);
}

export function isOn(value: unknown): boolean {
  return Boolean(value);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function clamp(value: number, minimum: number, maximum: number): number {
  return Math.min(Math.max(value, minimum), maximum);
}

/** A child element with a class of the runtime's own (`.a-…` is reserved). */
export function part(parent: Element, className: string, tag = 'div'): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}
