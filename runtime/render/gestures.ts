import type { TouchPoint } from '../protocol/messages.ts';
import { emitEvent } from './events.ts';
import { metaOf } from './meta.ts';
import type { PageRoot } from './page-root.ts';

/** Holding longer than this without moving is a long tap, in milliseconds. */
const longTapDelay = 500;
/** Moving further than this is no long tap, in CSS pixels. */
const longTapSlack = 10;

interface Gesture {
  pointerId: number;
  target: Element;
  start: TouchPoint;
  timer: ReturnType<typeof setTimeout>;
}

/** Turns what the browser says about a page into the events AXML knows. */
export function listenToGestures(page: PageRoot): void {
  const { root } = page;
  root.addEventListener('click', (event) => emitTap(page, event));
  listenToTouches(page);
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

function listenToTouches(page: PageRoot): void {
  const gestures = new Map<number, Gesture>();
  const touches = new Map<number, TouchPoint>();
  const on = (type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel', run: (event: PointerEvent) => void) =>
    page.root.addEventListener(type, (event) => event instanceof PointerEvent && run(event), { passive: true });
  const emit = (gesture: Gesture, type: string, changed: TouchPoint) => {
    emitEvent(gesture.target, { type, detail: {}, bubbles: true, touches: [...touches.values()], changedTouches: [changed] });
  };
  on('pointerdown', (event) => {
    const target = targetOf(event);
    if (!target || (event.pointerType === 'mouse' && event.button !== 0)) return;
    const start = point(page, event.pointerId, event);
    const timer = setTimeout(() => emit(gesture, 'longTap', start), longTapDelay);
    const gesture: Gesture = { pointerId: event.pointerId, target, start, timer };
    gestures.set(event.pointerId, gesture);
    touches.set(event.pointerId, start);
    emit(gesture, 'touchStart', start);
  });
  on('pointermove', (event) => {
    const gesture = gestures.get(event.pointerId);
    if (!gesture) return;
    const now = point(page, event.pointerId, event);
    touches.set(event.pointerId, now);
    if (Math.hypot(now.clientX - gesture.start.clientX, now.clientY - gesture.start.clientY) > longTapSlack) clearTimeout(gesture.timer);
    emit(gesture, 'touchMove', now);
  });
  const end = (type: string) => (event: PointerEvent) => {
    const gesture = gestures.get(event.pointerId);
    if (!gesture) return;
    clearTimeout(gesture.timer);
    gestures.delete(event.pointerId);
    touches.delete(event.pointerId);
    emit(gesture, type, point(page, event.pointerId, event));
  };
  on('pointerup', end('touchEnd'));
  on('pointercancel', end('touchCancel'));
}
