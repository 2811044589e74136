import { type BuiltIn, type BuiltInContext, titleTapEvent } from './built-in.ts';
import { easedMotion, playMotions } from './motion.ts';
import { isOn, numberOf, textOf } from './values.ts';

/** `scroll-view`: scrolls its content on one or both axes. */
export function createScrollView(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const pending = new Set<string>();
  const gone = new AbortController();
  let last = { top: 0, left: 0 };
  let edge: 'upper' | 'lower' | null = 'upper';
  let stop: () => void = () => undefined;

  function detail(): Record<string, unknown> {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = host;
    return { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: last.left - scrollLeft, deltaY: last.top - scrollTop };
  }
  function reachedEdge(): 'upper' | 'lower' | null {
    const horizontal = isOn(attributes.get('scroll-x')) && !isOn(attributes.get('scroll-y'));
    const [position, size, total] = horizontal ? [host.scrollLeft, host.clientWidth, host.scrollWidth] : [host.scrollTop, host.clientHeight, host.scrollHeight];
    if (position <= numberOf(attributes.get('upper-threshold'), 50)) return 'upper';
    return total - size - position <= numberOf(attributes.get('lower-threshold'), 50) ? 'lower' : null;
  }
  host.addEventListener('scroll', () => {
    context.emit('scroll', detail());
    last = { top: host.scrollTop, left: host.scrollLeft };
    const now = reachedEdge();
    if (now !== edge && now !== null) context.emit(now === 'upper' ? 'scrollToUpper' : 'scrollToLower', detail());
    edge = now;
  });

  function scrollTo({ top = host.scrollTop, left = host.scrollLeft }: { top?: number; left?: number }): void {
    stop();
    const animated = isOn(attributes.get('scroll-with-animation'));
    const duration = numberOf(attributes.get('scroll-animation-duration'), 0) / 1000;
    if (!animated || duration <= 0) return host.scrollTo({ top, left, behavior: animated ? 'smooth' : 'instant' });
    stop = playMotions([easedMotion(host.scrollTop, top, duration), easedMotion(host.scrollLeft, left, duration)], ([y = top, x = left]) =>
      host.scrollTo({ top: y, left: x, behavior: 'instant' }),
    );
  }
  function bringIntoView(id: string): void {
    const target = id === '' ? null : host.querySelector(`#${CSS.escape(id)}`);
    if (!target) return;
    const scale = host.getBoundingClientRect().width / Math.max(host.offsetWidth, 1) || 1;
    const [inner, outer] = [target.getBoundingClientRect(), host.getBoundingClientRect()];
    scrollTo({
      ...(isOn(attributes.get('scroll-y')) ? { top: host.scrollTop + (inner.top - outer.top) / scale } : {}),
      ...(isOn(attributes.get('scroll-x')) ? { left: host.scrollLeft + (inner.left - outer.left) / scale } : {}),
    });
  }
  function place(name: 'scroll-top' | 'scroll-left'): number | undefined {
    return pending.has(name) && attributes.get(name) !== undefined ? numberOf(attributes.get(name), 0) : undefined;
  }
  function applyPositions(): void {
    const [top, left] = [place('scroll-top'), place('scroll-left')];
    if (top !== undefined || left !== undefined) scrollTo({ ...(top === undefined ? {} : { top }), ...(left === undefined ? {} : { left }) });
    if (pending.has('scroll-into-view')) bringIntoView(textOf(attributes.get('scroll-into-view')));
    pending.clear();
  }
  keepFromScrolling(host, attributes, () => stop());
  document.addEventListener(
    titleTapEvent,
    () => {
      const root = host.getRootNode();
      const isShown = root instanceof ShadowRoot && !(root.host as HTMLElement).inert;
      if (isShown && isOn(attributes.get('enable-back-to-top'))) host.scrollTo({ top: 0, behavior: 'smooth' });
    },
    { signal: gone.signal },
  );
  return {
    set(name, value) {
      attributes.set(name, value);
      if (name.startsWith('scroll-')) pending.add(name);
    },
    flush() {
      host.style.overflowX = isOn(attributes.get('scroll-x')) ? 'auto' : 'hidden';
      host.style.overflowY = isOn(attributes.get('scroll-y')) ? 'auto' : 'hidden';
      host.style.overscrollBehavior = isOn(attributes.get('trap-scroll')) ? 'contain' : '';
      // The content of the same commit is in place one microtask later.
      queueMicrotask(applyPositions);
    },
    attached: applyPositions,
    detached() {
      stop();
      gone.abort();
    },
  };
}

/** Keeps a person from scrolling where `disable-lower-scroll` and `disable-upper-scroll` say so, and lets a person end an animation. */
function keepFromScrolling(host: HTMLElement, attributes: ReadonlyMap<string, unknown>, stop: () => void): void {
  let finger: Touch | undefined;

  /** As documented, "lower" is towards the top or the left, where a finger moves down; "upper" is the other way. */
  function isRefused(x: number, y: number): boolean {
    const vertical = Math.abs(y) >= Math.abs(x);
    const distance = vertical ? y : x;
    const rule = textOf(attributes.get(distance < 0 ? 'disable-lower-scroll' : 'disable-upper-scroll'));
    if (rule === 'always') return true;
    const [position, room] = vertical ? [host.scrollTop, host.scrollHeight - host.clientHeight] : [host.scrollLeft, host.scrollWidth - host.clientWidth];
    return rule === 'out-of-bounds' && (distance < 0 ? position <= 0 : position >= room - 1);
  }
  host.addEventListener(
    'wheel',
    (event) => {
      stop();
      if (isRefused(event.deltaX, event.deltaY)) event.preventDefault();
    },
    { passive: false },
  );
  host.addEventListener(
    'touchstart',
    ({ touches }) => {
      stop();
      [finger] = touches;
    },
    { passive: true },
  );
  host.addEventListener(
    'touchmove',
    (event) => {
      const [now] = event.touches;
      // The browser asks once, before it begins to scroll.
      if (finger && now && event.cancelable && isRefused(finger.clientX - now.clientX, finger.clientY - now.clientY)) event.preventDefault();
    },
    { passive: false },
  );
}
