import { convertStyle } from './inline-style.ts';
import type { Instance } from './instance.ts';
import { type AxmlElementNode, metaOf } from './meta.ts';
import { findAll, findComponents, rootsOf } from './selectors.ts';

/** What a descriptor stands for: an element, or a page or component with its top elements. */
export type Described = { element: AxmlElementNode } | { instance: Instance };

/** What SJS functions get in place of DOM nodes. Frozen functions, so that no node can be reached through it. */
export interface Descriptor {
  selectComponent(selector: unknown): Descriptor | null;
  selectAllComponents(selector: unknown): Descriptor[];
  setStyle(style: unknown): Descriptor;
  addClass(name: unknown): Descriptor;
  removeClass(name: unknown): Descriptor;
  hasClass(name: unknown): boolean;
  getDataset(): Record<string, unknown>;
  /** Calls a method of the page or component; the argument has to be JSON-able. */
  callMethod(name: unknown, argument: unknown): void;
  /** An object that belongs to the element as long as it lives. */
  getState(): Record<string, unknown>;
  getComputedStyle(names: unknown): Record<string, string>;
  getBoundingClientRect(): Record<string, number>;
  requestAnimationFrame(callback: unknown): number;
  cancelAnimationFrame(id: unknown): void;
  setTimeout(callback: unknown, delay: unknown): number;
  clearTimeout(id: unknown): void;
}

const states = new WeakMap<object, Record<string, unknown>>();

export function createDescriptor(described: Described): Descriptor {
  const instance = 'instance' in described ? described.instance : described.element.axml.instance;
  const elements = () => ('element' in described ? [described.element] : rootsOf(instance));
  const self: Descriptor = Object.freeze({
    ...selection(described, instance),
    ...styling(elements, instance, () => self),
    ...timing(instance),
    callMethod: (name: unknown, argument: unknown) => callMethod(instance, name, argument),
    getState: () => stateOf('element' in described ? described.element : instance),
  });
  return self;
}

function stateOf(key: object): Record<string, unknown> {
  const known = states.get(key);
  if (known) return known;
  const created: Record<string, unknown> = {};
  states.set(key, created);
  return created;
}

function callMethod(instance: Instance, name: unknown, argument: unknown): void {
  if (typeof name !== 'string') return;
  const target = { id: '', tagName: '', dataset: {} };
  const event = { type: 'sjs', timeStamp: Date.now(), target, currentTarget: target, detail: {} };
  instance.page.environment.send({ type: 'event', id: instance.id, method: name, event, args: argument === undefined ? [] : [argument] });
}

function selection(described: Described, instance: Instance): Pick<Descriptor, 'selectComponent' | 'selectAllComponents'> {
  const all = (selector: unknown): Descriptor[] => {
    if (typeof selector !== 'string') return [];
    const within = 'element' in described ? [described.element] : rootsOf(instance);
    const components = 'element' in described ? [] : findComponents(instance, selector).map((found) => createDescriptor({ instance: found }));
    return [...components, ...findAll(within, selector).map((element) => createDescriptor({ element }))];
  };
  return { selectComponent: (selector) => all(selector)[0] ?? null, selectAllComponents: all };
}

type Styling = Pick<Descriptor, 'setStyle' | 'addClass' | 'removeClass' | 'hasClass' | 'getDataset' | 'getComputedStyle' | 'getBoundingClientRect'>;

function styling(elements: () => AxmlElementNode[], instance: Instance, self: () => Descriptor): Styling {
  const first = () => elements()[0];
  const each = (run: (element: AxmlElementNode) => void): Descriptor => {
    for (const element of elements()) run(element);
    return self();
  };
  return {
    setStyle: (style) => each((element) => applyStyle(element, style, instance)),
    addClass: (name) => each((element) => element.classList.add(...classNames(name))),
    removeClass: (name) => each((element) => element.classList.remove(...classNames(name))),
    hasClass: (name) => classNames(name).every((part) => first()?.classList.contains(part)),
    getDataset: () => ({ ...metaOf(first() ?? null)?.data }),
    getComputedStyle: (names) => computedStyle(first(), names),
    getBoundingClientRect: () => {
      const { left = 0, top = 0, right = 0, bottom = 0, width = 0, height = 0 } = first()?.getBoundingClientRect() ?? {};
      return { left, top, right, bottom, width, height };
    },
  };
}

function classNames(name: unknown): string[] {
  return typeof name === 'string' ? name.split(/\s+/).filter(Boolean) : [];
}

function applyStyle(element: AxmlElementNode, style: unknown, instance: Instance): void {
  const { page, unit } = instance;
  const context = { responsive: page.responsive, resourceUrl: (address: string) => page.environment.resourceUrl(address, unit.path) };
  const set = (name: string, value: string) => {
    const property = name.trim().replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    element.style.setProperty(property, convertStyle(value.trim(), context));
  };
  if (typeof style === 'object' && style !== null) for (const [name, value] of Object.entries(style)) set(name, String(value));
  if (typeof style !== 'string') return;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) set(declaration.slice(0, colon), declaration.slice(colon + 1));
  }
}

function computedStyle(element: AxmlElementNode | undefined, names: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  if (!element || !Array.isArray(names)) return result;
  const style = getComputedStyle(element);
  for (const name of names) if (typeof name === 'string') result[name] = style.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  return result;
}

function timing(instance: Instance): Pick<Descriptor, 'requestAnimationFrame' | 'cancelAnimationFrame' | 'setTimeout' | 'clearTimeout'> {
  const guarded = (callback: unknown) => () => {
    if (typeof callback !== 'function') return;
    try {
      callback();
    } catch (error) {
      instance.fail(error);
    }
  };
  return {
    requestAnimationFrame: (callback) => requestAnimationFrame(guarded(callback)),
    cancelAnimationFrame: (id) => cancelAnimationFrame(Number(id)),
    setTimeout: (callback, delay) => Number(setTimeout(guarded(callback), Number(delay) || 0)),
    clearTimeout: (id) => clearTimeout(Number(id)),
  };
}
