import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { isOn, numberOf, part, textOf } from './values.ts';

/** Share of the page that has to be passed before a swipe turns it. */
const defaultSwipeRatio = 0.2;

/** Names of `easing-function`. */
const easings: Record<string, string> = {
  default: 'ease',
  linear: 'linear',
  easeInCubic: 'cubic-bezier(0.32, 0, 0.67, 0)',
  easeOutCubic: 'cubic-bezier(0.33, 1, 0.68, 1)',
  easeInOutCubic: 'cubic-bezier(0.65, 0, 0.35, 1)',
};

/** `swiper`: one page of its items at a time, dragged, turned by the program or by a clock. */
export function createSwiper(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const track = part(host, 'a-swiper-track');
  const dots = part(host, 'a-swiper-dots');
  // Libraries hand their own views on as items.
  const items = (): HTMLElement[] => [...track.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const isVertical = (): boolean => isOn(attributes.get('vertical'));
  const isCircular = (): boolean => isOn(attributes.get('circular')) && items().length > 1;
  let current = 0;
  /** The one that was shown before the last turn. */
  let before = -1;
  let timer: ReturnType<typeof setInterval> | undefined;
  let currentChanged = true;
  let connected = false;
  let fitsShown = false;

  const shownAtOnce = (): number => Math.max(Math.floor(numberOf(attributes.get('display-multiple-items'), 1)), 1);
  const easing = (): string => easings[textOf(attributes.get('easing-function'))] ?? 'ease';

  function mark(item: HTMLElement, attribute: 'active-class' | 'changing-class', on: boolean): void {
    for (const name of textOf(attributes.get(attribute)).split(/\s+/)) if (name !== '') item.classList.toggle(name, on);
  }
  function offsetOf(index: number, position: number): number {
    const count = items().length;
    const offset = index - position;
    return isCircular() && count > 2 ? ((offset + count * 1.5) % count) - count / 2 : offset;
  }
  function place(position: number, animated: boolean): void {
    const duration = animated ? numberOf(attributes.get('duration'), 500) : 0;
    for (const [index, item] of items().entries()) {
      const offset = offsetOf(index, position);
      // An item that wraps from one end to the other must not be seen passing by.
      item.style.transition = Math.abs(offset) <= shownAtOnce() + 0.5 && duration > 0 ? `transform ${duration}ms ${easing()}` : 'none';
      item.style[isVertical() ? 'height' : 'width'] = shownAtOnce() > 1 ? `${100 / shownAtOnce()}%` : '';
      item.style.transform = isVertical() ? `translate(0, ${offset * 100}%)` : `translate(${offset * 100}%, 0)`;
      item.setAttribute('aria-hidden', String(index < current || index >= current + shownAtOnce()));
      mark(item, 'active-class', index === current);
      mark(item, 'changing-class', animated && (index === current || index === before));
    }
    adjustHeight();
  }
  function adjustHeight(): void {
    const given = textOf(attributes.get(isVertical() ? 'adjust-vertical-height' : 'adjust-height'), 'none');
    // A style that takes the height away leaves it to what is shown.
    fitsShown ||= given === 'none' && host.clientHeight === 0;
    const mode = given === 'none' && fitsShown ? 'current' : given;
    if (mode === 'none') return;
    const heights = items().map((item) => item.scrollHeight);
    const wanted = mode === 'first' ? heights[0] : mode === 'highest' ? Math.max(0, ...heights) : heights[current];
    if (wanted) host.style.height = `${wanted}px`;
  }
  function drawDots(): void {
    dots.hidden = !isOn(attributes.get('indicator-dots'));
    dots.replaceChildren(
      ...items().map((_, index) => {
        const dot = document.createElement('span');
        dot.className = index === current ? 'a-swiper-dot a-swiper-dot-active' : 'a-swiper-dot';
        dot.style.background = textOf(attributes.get(index === current ? 'indicator-active-color' : 'indicator-color'));
        return dot;
      }),
    );
  }
  function turnTo(index: number, source: 'touch' | 'autoplay' | '', animated = true): void {
    const count = items().length;
    if (count === 0) return;
    const next = isCircular() ? ((index % count) + count) % count : Math.min(Math.max(index, 0), Math.max(count - shownAtOnce(), 0));
    const changed = next !== current;
    before = current;
    current = next;
    place(current, animated);
    drawDots();
    if (!changed) return;
    context.emit('change', { current, source, isChange: true });
    setTimeout(
      () => {
        for (const item of items()) mark(item, 'changing-class', false);
        context.emit('animationEnd', { current, source });
      },
      animated ? numberOf(attributes.get('duration'), 500) : 0,
    );
  }
  function schedule(): void {
    clearInterval(timer);
    timer = undefined;
    if (!connected || !isOn(attributes.get('autoplay'))) return;
    timer = setInterval(
      () => {
        const last = current >= items().length - shownAtOnce();
        turnTo(last ? 0 : current + 1, 'autoplay');
      },
      Math.max(numberOf(attributes.get('interval'), 5000), 50),
    );
  }
  function drag(event: PointerEvent): void {
    if (isOn(attributes.get('disable-touch')) || items().length < 2) return;
    const start = isVertical() ? event.clientY : event.clientX;
    const size = Math.max(isVertical() ? host.getBoundingClientRect().height : host.getBoundingClientRect().width, 1);
    let moved = 0;
    clearInterval(timer);
    const move = (next: PointerEvent): void => {
      moved = ((isVertical() ? next.clientY : next.clientX) - start) / size;
      if (Math.abs(moved) * size < 5) return;
      // Only a real swipe takes the pointer: a tap belongs to the content.
      if (!host.hasPointerCapture(next.pointerId)) host.setPointerCapture(next.pointerId);
      place(current - moved, false);
      context.emit('transition', { dx: isVertical() ? 0 : -moved * size, dy: isVertical() ? -moved * size : 0 });
    };
    const end = (): void => {
      host.removeEventListener('pointermove', move);
      host.removeEventListener('pointerup', end);
      host.removeEventListener('pointercancel', end);
      const ratio = numberOf(attributes.get('swipe-ratio'), defaultSwipeRatio);
      turnTo(current + (moved <= -ratio ? 1 : moved >= ratio ? -1 : 0), 'touch');
      schedule();
    };
    host.addEventListener('pointermove', move);
    host.addEventListener('pointerup', end);
    host.addEventListener('pointercancel', end);
  }
  host.addEventListener('pointerdown', drag);
  const observer = new MutationObserver(() => {
    place(current, false);
    drawDots();
  });
  return {
    content: track,
    set(name, value) {
      attributes.set(name, value);
      if (name === 'current') currentChanged = true;
    },
    flush() {
      host.style.touchAction = isVertical() ? 'pan-x' : 'pan-y';
      track.style.inset = isVertical()
        ? `${context.cssLength(textOf(attributes.get('previous-margin'), '0'))} 0 ${context.cssLength(textOf(attributes.get('next-margin'), '0'))} 0`
        : `0 ${context.cssLength(textOf(attributes.get('next-margin'), '0'))} 0 ${context.cssLength(textOf(attributes.get('previous-margin'), '0'))}`;
      if (currentChanged && numberOf(attributes.get('current'), 0) !== current) {
        if (connected) turnTo(numberOf(attributes.get('current'), 0), '', !isOn(attributes.get('disable-programmatic-animation')));
        else current = numberOf(attributes.get('current'), 0);
      }
      currentChanged = false;
      place(current, false);
      drawDots();
      schedule();
    },
    attached() {
      connected = true;
      observer.observe(track, { childList: true });
      place(current, false);
      drawDots();
      schedule();
    },
    detached() {
      connected = false;
      observer.disconnect();
      clearInterval(timer);
    },
  };
}
