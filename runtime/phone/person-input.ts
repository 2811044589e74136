import type { PhoneInput } from '#shared/model/phone.ts';
import { metaOf } from '../render/meta.ts';
import type { PageRoot } from '../render/page-root.ts';

/** Where an element is below the page, as indexes among AXML siblings; the same on every phone that shows the same content. */
export function pathTo(element: Element, page: PageRoot): number[] {
  const path: number[] = [];
  for (let node: Element = element; node !== page.content; ) {
    const parent = node.parentElement;
    if (!parent) return [];
    path.unshift([...parent.children].indexOf(node));
    node = parent;
  }
  return path;
}

export function elementAt(path: readonly number[], page: PageRoot): HTMLElement | null {
  let element: Element | undefined = page.content;
  for (const index of path) element = element?.children[index];
  return element instanceof HTMLElement ? element : null;
}

function nativeField(element: Element): HTMLInputElement | HTMLTextAreaElement | null {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element;
  return element.querySelector('input, textarea');
}

/** Presses and releases an element as a finger would. */
export function tap(element: HTMLElement): void {
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
  target.dispatchEvent(new PointerEvent('pointerup', place));
  target.dispatchEvent(new MouseEvent('click', { ...place, view: window }));
}

/** Types a value into a field: focus, text, blur. False when there is no field. */
export function typeInto(element: HTMLElement, value: string): boolean {
  const field = nativeField(element);
  if (!field || field.disabled) return false;
  field.focus();
  field.value = field.maxLength >= 0 ? value.slice(0, field.maxLength) : value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: value }));
  return true;
}

/** Tells what a person does on the visible page, so that other phones can follow. Events that the phone made itself are not told. */
export function followPerson(viewport: HTMLElement, page: () => PageRoot | undefined, tell: (input: PhoneInput) => void): void {
  const pathOf = (event: Event): number[] | null => {
    const [target] = event.composedPath();
    const shown = page();
    return event.isTrusted && shown && target instanceof Element && shown.content.contains(target) ? pathTo(target, shown) : null;
  };
  viewport.addEventListener(
    'click',
    (event) => {
      const path = pathOf(event);
      if (path) tell({ kind: 'tap', path });
    },
    { capture: true },
  );
  viewport.addEventListener(
    'input',
    (event) => {
      const [target] = event.composedPath();
      const path = pathOf(event);
      if (path && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) tell({ kind: 'input', path, value: target.value });
    },
    { capture: true },
  );
}

/** Does what was done on another phone; what has no counterpart here is left out. */
export function repeatInput(input: PhoneInput, page: PageRoot): void {
  if (input.kind === 'scroll') page.scroller.scrollTop = input.top;
  if (input.kind !== 'tap' && input.kind !== 'input') return;
  const element = elementAt(input.path, page);
  if (!element) return;
  if (input.kind === 'tap') tap(element);
  else typeInto(element, input.value);
}

/** The AXML element around a DOM node. */
export function axmlElementAround(node: Element | null): Element | null {
  let element = node;
  while (element && !metaOf(element)) element = element.parentElement;
  return element;
}
