import { stillAttribute } from '../components/built-in.ts';
import { isContainer } from './changes.ts';
import { addBuiltIn } from './create-element.ts';
import { writeClasses } from './external-classes.ts';
import { inlineStyle } from './inline-style.ts';
import type { AxmlElementNode } from './meta.ts';
import { callSjs, elementCaller } from './sjs-calls.ts';
import { str } from './values.ts';

/** What generated code sets on elements. Those with `before` compare with the value before and return the new one. */

export function setClass(element: AxmlElementNode, value: unknown, before: unknown): unknown {
  const text = classText(value);
  if (text !== before) writeClasses(element, text);
  return text;
}

export function classText(value: unknown): string {
  return Array.isArray(value) ? value.map(str).join(' ') : str(value);
}

export function setStyle(element: AxmlElementNode, value: unknown, before: unknown): unknown {
  const text = inlineStyle(value, element.axml.instance);
  if (text === before) return text;
  if (element.axml.builtIn) replaceStyle(element, str(before), text);
  else element.style.cssText = text;
  return text;
}

/** Replaces the declarations of one text by those of another; what the built-in declared itself stays. */
function replaceStyle(element: HTMLElement, before: string, text: string): void {
  const scratch = document.createElement('i').style;
  scratch.cssText = before;
  for (const name of [...scratch]) element.style.removeProperty(name);
  scratch.cssText = text;
  for (const name of [...scratch]) element.style.setProperty(name, scratch.getPropertyValue(name), scratch.getPropertyPriority(name));
}

export function setId(element: AxmlElementNode, value: unknown, before: unknown): unknown {
  const text = str(value);
  if (text === before) return text;
  if (text === '') element.removeAttribute('id');
  else element.id = text;
  return text;
}

export function setHidden(element: AxmlElementNode, value: unknown, before: unknown): unknown {
  const hidden = Boolean(value);
  if (hidden !== before) element.toggleAttribute('hidden', hidden);
  return hidden;
}

export function setAria(element: AxmlElementNode, name: string, value: unknown, before: unknown): unknown {
  if (value === before) return value;
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, str(value));
  return value;
}

export function setData({ axml }: AxmlElementNode, name: string, value: unknown): void {
  axml.data ??= Object.create(null);
  if (axml.data) axml.data[name] = value;
}

export function setMark({ axml }: AxmlElementNode, name: string, value: unknown): void {
  axml.marks ??= Object.create(null);
  if (axml.marks) axml.marks[name] = value;
}

/** `data-alpha-beta` → `alphaBeta`. */
export function dataName(attribute: string): string {
  return attribute.slice(5).replace(/-+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Handlers that never change; the table may be shared by many elements. */
export function setHandlers(element: AxmlElementNode, table: Record<string, unknown>): void {
  const { axml } = element;
  for (const name of Object.keys(table)) keepStill(element, name, table[name]);
  if (axml.handlers) Object.assign(axml.handlers, table);
  else axml.handlers = table;
}

export function setHandler(element: AxmlElementNode, name: string, value: unknown): void {
  const { axml } = element;
  keepStill(element, name, value);
  if (!axml.ownsHandlers) {
    axml.handlers = { ...axml.handlers };
    axml.ownsHandlers = true;
  }
  if (axml.handlers) axml.handlers[name] = value;
}

/** Nothing scrolls under a finger whose moves are caught. */
function keepStill(element: AxmlElementNode, name: string, handler: unknown): void {
  if (name.endsWith('catch:touchmove')) element.toggleAttribute(stillAttribute, Boolean(handler));
}

/** An attribute of the built-in component. */
export function setAttribute(element: AxmlElementNode, name: string, value: unknown, before?: unknown): unknown {
  if (value === before && !isContainer(value)) return value;
  const { axml } = element;
  axml.attributes ??= Object.create(null);
  if (axml.attributes) axml.attributes[name] = value;
  const builtIn = addBuiltIn(element);
  if (builtIn) {
    builtIn.set?.(name, value);
    axml.instance.page.environment.pass.touch(builtIn);
  }
  const observed = axml.listeners?.[name];
  if (observed) notifyListener(element, name, observed.listener);
  return value;
}

/** `change:name="{{m.fn}}"`: the function is told when the attribute changes. */
export function setListener(element: AxmlElementNode, name: string, listener: unknown): void {
  const { axml } = element;
  axml.listeners ??= Object.create(null);
  const known = axml.listeners?.[name];
  if (known) known.listener = listener;
  else if (axml.listeners) axml.listeners[name] = { listener, value: undefined };
  notifyListener(element, name, listener);
}

function notifyListener(element: AxmlElementNode, name: string, listener: unknown): void {
  const state = element.axml.listeners?.[name];
  const value = element.axml.attributes?.[name];
  if (!state || (value === state.value && !isContainer(value))) return;
  const before = state.value;
  state.value = value;
  callSjs(elementCaller(element), listener, [value, before]);
}
