import type { TouchPoint } from '../protocol/messages.ts';
import { emitEvent } from './events.ts';
import { isHeldStill } from './held-still.ts';
import { metaOf } from './meta.ts';
import type { PageRoot } from './page-root.ts';

/** Holding longer than this without moving is a long tap, in milliseconds. */
const longTapDelay = 500;
/** Moving further than this is no tap and no long tap, in CSS pixels. */
const longTapSlack = 10;

/** The last time a finger (or the mouse) went down. */
interface Press {
  /** It has become something else than a tap: a long tap that was heard, a drag. */
  spent: boolean;
}

/** Turns what the browser says about a page into the events AXML knows. */
export function listenToGestures(page: PageRoot): void {
  const { root } = page;
  const press: Press = { spent: false };
  root.addEventListener('click', (event) => press.spent || emitTap(page, event));
  listenToTouches(page, press);
  // On a shadow root the browser would not wait for the answer.
  page.scroller.addEventListener('wheel', (event) => isHeldStill(event) && event.preventDefault(), { passive: false });
  const passive = { passive: true };
  root.addEventListener('transitionend', (event) => emitPlain(event, 'transitionEnd'), passive);
  root.addEventListener('animationstart', (event) => emitPlain(event, 'animationStart'), passive);
  root.addEventListener('animationiteration', (event) => emitPlain(event, 'animationIteration'), passive);
  root.addEventListener('animationend', (event) => emitPlain(event, 'animationEnd'), passive);
}

/** The element an event is for: inner parts of built-ins count as their host. */
function targetOf(event: Event): Element | null {
  const [inner] = event.composedPath();
  let node = inner instanceof Node ? inner : null;
  while (node && !metaOf(node)) node = node.parentNode;
  return node instanceof Element ? node : null;
}

function emitPlain(event: Event, type: string): void {
  const [inner] = event.composedPath();
  if (inner instanceof Element && metaOf(inner)) emitEvent(inner, { type, detail: {} });
}

function emitTap(page: PageRoot, event: Event): void {
  const target = targetOf(event);
  if (!target || !(event instanceof MouseEvent)) return;
  const { clientX, clientY, pageX, pageY } = point(page, 0, event);
  const detail = { clientX, clientY, pageX, pageY, x: pageX, y: pageY };
  emitEvent(target, { type: 'tap', detail, bubbles: true });
}

function point({ scroller, element }: PageRoot, identifier: number, event: MouseEvent): TouchPoint {
  const origin = element.getBoundingClientRect();
  const clientX = event.clientX - origin.left;
  const clientY = event.clientY - origin.top;
  return { identifier, clientX, clientY, pageX: clientX + scroller.scrollLeft, pageY: clientY + scroller.scrollTop };
}

function listenToTouches(page: PageRoot, press: Press): void {
  const touches = new Map<number, TouchPoint>();
  page.root.addEventListener(
    'pointerdown',
    (event) => {
      const target = targetOf(event);
      if (!target || !(event instanceof PointerEvent) || (event.pointerType === 'mouse' && event.button !== 0)) return;
      press.spent = false;
      follow(page, touches, target, event, press);
    },
    { passive: true },
  );
}

/** Follows one finger (or the mouse) from its first touch on, wherever it goes. */
function follow(page: PageRoot, touches: Map<number, TouchPoint>, target: Element, first: PointerEvent, press: Press): void {
  const id = first.pointerId;
  const start = point(page, id, first);
  const ended = new AbortController();
  const emit = (type: string, changed: TouchPoint) =>
    emitEvent(target, { type, detail: {}, bubbles: true, touches: [...touches.values()], changedTouches: [changed] });
  const timer = setTimeout(() => {
    press.spent ||= emit('longTap', start);
  }, longTapDelay);
  const on = (type: 'pointermove' | 'pointerup' | 'pointercancel', run: (now: TouchPoint) => void) =>
    document.addEventListener(type, (event) => event.pointerId === id && run(point(page, id, event)), { passive: true, signal: ended.signal });
  const end = (type: string) => (now: TouchPoint) => {
    clearTimeout(timer);
    ended.abort();
    touches.delete(id);
    emit(type, now);
  };
  on('pointermove', (now) => {
    touches.set(id, now);
    if (Math.hypot(now.clientX - start.clientX, now.clientY - start.clientY) > longTapSlack) {
      clearTimeout(timer);
      press.spent = true;
    }
    emit('touchMove', now);
  });
  on('pointerup', end('touchEnd'));
  on('pointercancel', end('touchCancel'));
  touches.set(id, start);
  emit('touchStart', start);
}
