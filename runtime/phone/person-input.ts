import type { PhoneInput } from '#shared/model/phone.ts';
import { metaOf } from '../render/meta.ts';
import { holdFocus } from './leave-focus.ts';

/** Where an element was written; native parts have their name only. */
function originOf(element: Element): string {
  const meta = metaOf(element);
  return meta ? `${meta.instance.unit.path}:${meta.source}` : element.localName;
}

function alike(parent: Element, origin: string): Element[] {
  return [...parent.children].filter((child) => originOf(child) === origin);
}

/** The way from one element down to another, the same on every phone that shows the same part. Null when it is not below it. */
export function pathTo(element: Element, root: Element): string[] | null {
  const path: string[] = [];
  for (let node = element; node !== root; ) {
    const parent = node.parentElement;
    if (!parent) return null;
    const origin = originOf(node);
    path.unshift(`${origin}~${alike(parent, origin).indexOf(node)}`);
    node = parent;
  }
  return path;
}

/** The element at the end of such a way; null where this phone has no such part. */
export function elementAt(path: readonly string[], root: Element): HTMLElement | null {
  let element: Element | undefined = root;
  for (const step of path) {
    const at = step.lastIndexOf('~');
    element = element && alike(element, step.slice(0, at))[Number(step.slice(at + 1))];
  }
  return element instanceof HTMLElement ? element : null;
}

function isField(element: unknown): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function nativeField(element: Element): HTMLInputElement | HTMLTextAreaElement | null {
  return isField(element) ? element : element.querySelector('input, textarea');
}

/** The field with the keyboard, also inside a page's shadow root. */
function focusedField(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return isField(active) ? active : null;
}

/** A finger beside the field that has the keyboard takes it away; on its label it stays. */
function leaveField(target: Element): void {
  const field = focusedField();
  if (field && !field.contains(target) && !target.closest('a-label')?.contains(field)) field.blur();
}

/** Presses and releases an element as a finger would. */
export function tap(element: HTMLElement, { movesFocus = false } = {}): void {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const place = {
    clientX: left + width / 2,
    clientY: top + height / 2,
    bubbles: true,
    composed: true,
    cancelable: true,
    pointerId: 1,
    pointerType: 'touch',
    isPrimary: true,
  };
  // A finger hits the innermost element there is; one that lies above somewhere else does not count.
  const hit = (element.getRootNode() as ShadowRoot | Document).elementFromPoint(place.clientX, place.clientY);
  const target = hit && element.contains(hit) ? hit : element;
  target.dispatchEvent(new PointerEvent('pointerdown', place));
  if (movesFocus) leaveField(target);
  target.dispatchEvent(new PointerEvent('pointerup', place));
  target.dispatchEvent(new MouseEvent('click', { ...place, view: window }));
}

function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  field.value = field.maxLength >= 0 ? value.slice(0, field.maxLength) : value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: value }));
}

/** Types a value into a field: focus, then text. False when there is no field. */
export function typeInto(element: HTMLElement, value: string): boolean {
  const field = nativeField(element);
  if (!field || field.disabled) return false;
  field.focus();
  write(field, value);
  return true;
}

/** The AXML element around a DOM node. */
export function axmlElementAround(node: Element | null): Element | null {
  let element = node;
  while (element && !metaOf(element)) element = element.parentElement;
  return element;
}

type Layer = 'page' | 'overlay';

export interface PersonInputOptions {
  /** What input is heard on: pages are inside. */
  viewport: HTMLElement;
  /** What lies above the pages. */
  overlays: HTMLElement;
  /** `<a-page>` and the scroller of the visible page. */
  page(): { content: HTMLElement; scroller: HTMLElement } | undefined;
  tell(input: PhoneInput): void;
}

/** Scrolling goes on by itself for a while after a finger has left. */
const momentumMs = 1500;

/** What a person does on this phone, told to others; and what was done on another phone, done here. What the phone does by itself is not told. */
export class PersonInput {
  readonly #options: PersonInputOptions;
  /** Where scrollers were put for another phone, so that this is not told back. */
  readonly #placed = new WeakMap<Element, { top: number; left: number }>();
  readonly #heard = new WeakSet<Node>();
  #movedAt = Number.NEGATIVE_INFINITY;

  constructor(options: PersonInputOptions) {
    this.#options = options;
    for (const [layer, root] of [
      ['page', options.viewport],
      ['overlay', options.overlays],
    ] as const)
      this.#follow(layer, root);
    for (const type of ['wheel', 'pointerdown', 'pointermove', 'touchmove', 'keydown'])
      options.viewport.addEventListener(type, (event) => this.#noteMove(event), { capture: true, passive: true });
  }

  #noteMove(event: Event): void {
    if (event.type === 'pointermove' && (event as PointerEvent).buttons === 0) return;
    if (event.isTrusted) this.#movedAt = performance.now();
  }

  #root(layer: Layer): HTMLElement | undefined {
    return layer === 'page' ? this.#options.page()?.content : this.#options.overlays;
  }

  #pathOf(event: Event, layer: Layer): string[] | null {
    const [target] = event.composedPath();
    const root = this.#root(layer);
    return event.isTrusted && root && target instanceof Element ? pathTo(target, root) : null;
  }

  #follow(layer: Layer, root: HTMLElement): void {
    const { tell } = this.#options;
    const listen = (type: 'click' | 'input' | 'keydown', take: (path: string[], event: Event) => void): void =>
      root.addEventListener(
        type,
        (event) => {
          const path = this.#pathOf(event, layer);
          if (path) take(path, event);
        },
        { capture: true },
      );
    listen('click', (path) => tell({ kind: 'tap', path, layer }));
    listen('input', (path, event) => {
      const [target] = event.composedPath();
      if (isField(target)) tell({ kind: 'input', path, layer, value: target.value });
    });
    listen('keydown', (path, event) => {
      const { key, isComposing } = event as KeyboardEvent;
      if (key === 'Enter' && !isComposing && event.composedPath()[0] instanceof HTMLInputElement) tell({ kind: 'confirm', path, layer });
    });
  }

  /** Scrolling never leaves a shadow root, so that it is heard in each page's own. */
  followScrolling(root: Node): void {
    if (this.#heard.has(root)) return;
    this.#heard.add(root);
    root.addEventListener('scroll', ({ target }) => target instanceof Element && this.#scrolled(target), { capture: true, passive: true });
  }

  #scrolled(scroller: Element): void {
    const page = this.#options.page();
    const path = page && (scroller === page.scroller ? [] : pathTo(scroller, page.content));
    const { scrollTop: top, scrollLeft: left } = scroller;
    const placed = this.#placed.get(scroller);
    if (placed && Math.abs(placed.top - top) < 1 && Math.abs(placed.left - left) < 1) return;
    if (path && performance.now() - this.#movedAt < momentumMs) this.#options.tell({ kind: 'scroll', path, top, left });
  }

  /** Does what was done on another phone; what has no counterpart here is left out. The keyboard stays where the person is. */
  repeat(input: Extract<PhoneInput, { path: string[] }>): void {
    const page = this.#options.page();
    holdFocus();
    if (input.kind === 'scroll') {
      const scroller = input.path.length === 0 ? page?.scroller : page && elementAt(input.path, page.content);
      if (scroller) this.#place(scroller, input);
      return;
    }
    const root = this.#root(input.layer);
    const element = root && elementAt(input.path, root);
    if (!element) return;
    const field = nativeField(element);
    if (input.kind === 'input') field && !field.disabled && write(field, input.value);
    else if (input.kind === 'confirm') field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
    else tap(element);
  }

  #place(scroller: Element, { top, left }: { top: number; left: number }): void {
    // A shorter page ends earlier: what it can do is what must not be told back.
    scroller.scrollTop = top;
    scroller.scrollLeft = left;
    this.#placed.set(scroller, { top: scroller.scrollTop, left: scroller.scrollLeft });
  }
}
