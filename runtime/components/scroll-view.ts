import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { isOn, numberOf, textOf } from './values.ts';

/** `scroll-view`: scrolls its content on one or both axes. */
export function createScrollView(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const pending = new Set<string>();
  let last = { top: 0, left: 0 };
  let edge: 'upper' | 'lower' | null = 'upper';

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

  function scrollTo(options: ScrollToOptions): void {
    host.scrollTo({ ...options, behavior: isOn(attributes.get('scroll-with-animation')) ? 'smooth' : 'instant' });
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
  function applyPositions(): void {
    if (pending.has('scroll-top') && attributes.get('scroll-top') !== undefined) scrollTo({ top: numberOf(attributes.get('scroll-top'), 0) });
    if (pending.has('scroll-left') && attributes.get('scroll-left') !== undefined) scrollTo({ left: numberOf(attributes.get('scroll-left'), 0) });
    if (pending.has('scroll-into-view')) bringIntoView(textOf(attributes.get('scroll-into-view')));
    pending.clear();
  }
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
  };
}
