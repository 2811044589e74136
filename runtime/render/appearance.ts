import { addPart } from './building.ts';
import { emitEvent } from './events.ts';
import type { AxmlElementNode } from './meta.ts';

/** Sends `appear`, `firstAppear` and `disappear` when the element comes into view and leaves it. */
export function observeAppearance(element: AxmlElementNode): void {
  if (typeof IntersectionObserver === 'undefined') return;
  let visible = false;
  let seen = false;
  const observer = new IntersectionObserver((entries) => {
    const shows = entries.at(-1)?.isIntersecting ?? false;
    if (shows === visible) return;
    visible = shows;
    if (shows && !seen) emitEvent(element, { type: 'firstAppear', detail: {} });
    seen ||= shows;
    emitEvent(element, { type: shows ? 'appear' : 'disappear', detail: {} });
  });
  observer.observe(element);
  addPart({ dispose: () => observer.disconnect(), collect: () => undefined });
}
