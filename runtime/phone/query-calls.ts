import { apiError, type DocumentCalls } from '../chrome/calls/call.ts';
import type { SelectorQueryFields, SelectorQueryStep } from '../protocol/selector-query.ts';
import type { AxmlElementNode } from '../render/meta.ts';
import type { PageRoot } from '../render/page-root.ts';
import { findAll } from '../render/selectors.ts';

export interface QueryCallsContext {
  /** The page that an instance belongs to, and the elements its selectors are looked up in. */
  scopeOf(instance: number | undefined): { page: PageRoot; roots: Element[] } | null;
  push(channel: string, payload: unknown): void;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

function boxOf(element: Element, page: PageRoot): Box {
  const [{ left, top, width, height }, origin] = [element.getBoundingClientRect(), page.element.getBoundingClientRect()];
  const [x, y] = [left - origin.left, top - origin.top];
  return { left: x, top: y, right: x + width, bottom: y + height, width, height };
}

function scrollOf({ scrollTop, scrollLeft, scrollWidth, scrollHeight }: Element): Record<string, number> {
  return { scrollTop, scrollLeft, scrollWidth, scrollHeight };
}

function styleOf(element: Element, names: readonly string[]): Record<string, string> {
  const style = getComputedStyle(element);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))]));
}

function fieldsOf(element: AxmlElementNode, page: PageRoot, fields: SelectorQueryFields): Record<string, unknown> {
  const { left, top, right, bottom, width, height } = boxOf(element, page);
  return {
    ...(fields.id ? { id: element.id } : {}),
    ...(fields.dataset ? { dataset: { ...element.axml.data } } : {}),
    ...(fields.rect ? { left, top, right, bottom } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? scrollOf(element) : {}),
    ...(fields.computedStyle ? styleOf(element, fields.computedStyle) : {}),
    ...(fields.node || fields.context ? { node: { canvasId: element.id } } : {}),
  };
}

function viewportAnswer(page: PageRoot, step: SelectorQueryStep): unknown {
  const { scroller } = page;
  const box = { left: 0, top: 0, right: scroller.clientWidth, bottom: scroller.clientHeight, width: scroller.clientWidth, height: scroller.clientHeight };
  return step.want === 'scrollOffset' ? scrollOf(scroller) : { id: '', dataset: {}, ...box };
}

function answerOf(element: AxmlElementNode, page: PageRoot, step: SelectorQueryStep): unknown {
  if (step.want === 'boundingClientRect') return { id: element.id, dataset: { ...element.axml.data }, ...boxOf(element, page) };
  if (step.want === 'scrollOffset') return { id: element.id, dataset: { ...element.axml.data }, ...scrollOf(element) };
  return fieldsOf(element, page, step.fields ?? {});
}

interface ObserveArguments {
  observer: number;
  selector: string;
  selectAll: boolean;
  thresholds: number[];
  dataset: boolean;
  relatives: { selector: string | null; margins: Partial<Record<'left' | 'top' | 'right' | 'bottom', number>> }[];
}

/** Selector queries, and observers of what comes into view or fits the screen. */
export function queryCalls({ scopeOf, push }: QueryCallsContext): DocumentCalls {
  const observers = new Map<number, { disconnect(): void }>();

  function scope(instance: number | undefined): { page: PageRoot; roots: Element[] } {
    const found = scopeOf(instance);
    if (!found) throw apiError(3, 'The page is gone');
    return found;
  }

  function observe(args: ObserveArguments, instance: number | undefined): void {
    const { page, roots } = scope(instance);
    const [relative] = args.relatives;
    const { left = 0, top = 0, right = 0, bottom = 0 } = relative?.margins ?? {};
    const root = relative?.selector ? (findAll(roots, relative.selector)[0] ?? page.scroller) : page.scroller;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) push(`intersection:${args.observer}`, intersectionOf(entry, page, args.dataset));
      },
      { root, rootMargin: `${top}px ${right}px ${bottom}px ${left}px`, threshold: args.thresholds },
    );
    const targets = findAll(roots, args.selector);
    for (const target of args.selectAll ? targets : targets.slice(0, 1)) observer.observe(target);
    observers.set(args.observer, observer);
  }

  return {
    selectorQuery(args, instance) {
      const { page, roots } = scope(instance);
      return ((args.queries as SelectorQueryStep[] | undefined) ?? []).map((step) => {
        if (step.selector === null) return viewportAnswer(page, step);
        const found = findAll(roots, step.selector).map((element) => answerOf(element, page, step));
        return step.all ? found : (found[0] ?? null);
      });
    },
    'intersectionObserver.observe': (args, instance) => observe(args as unknown as ObserveArguments, instance),
    'intersectionObserver.disconnect': (args) => disconnect(Number(args.observer)),
    'mediaQueryObserver.observe'(args) {
      const media = matchMedia(mediaQueryOf((args.descriptor ?? {}) as Record<string, unknown>));
      const tell = (): void => push(`mediaQuery:${args.observer}`, { matches: media.matches });
      media.addEventListener('change', tell);
      observers.set(Number(args.observer), { disconnect: () => media.removeEventListener('change', tell) });
      tell();
    },
    'mediaQueryObserver.disconnect': (args) => disconnect(Number(args.observer)),
  };

  function disconnect(observer: number): void {
    observers.get(observer)?.disconnect();
    observers.delete(observer);
  }
}

function plainBox({ left, top, right, bottom, width, height }: DOMRectReadOnly, page: PageRoot): Box {
  const origin = page.element.getBoundingClientRect();
  return { left: left - origin.left, top: top - origin.top, right: right - origin.left, bottom: bottom - origin.top, width, height };
}

function intersectionOf(entry: IntersectionObserverEntry, page: PageRoot, withDataset: boolean): Record<string, unknown> {
  const target = entry.target as AxmlElementNode;
  return {
    id: target.id,
    ...(withDataset ? { dataset: { ...target.axml.data } } : {}),
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: plainBox(entry.intersectionRect, page),
    boundingClientRect: plainBox(entry.boundingClientRect, page),
    relativeRect: entry.rootBounds ? plainBox(entry.rootBounds, page) : null,
    time: Date.now(),
  };
}

function mediaQueryOf(descriptor: Record<string, unknown>): string {
  const lengths = ['minWidth', 'maxWidth', 'width', 'minHeight', 'maxHeight', 'height'];
  const parts = lengths
    .filter((name) => descriptor[name] !== undefined)
    .map((name) => `(${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${Number(descriptor[name])}px)`);
  if (descriptor.orientation === 'landscape' || descriptor.orientation === 'portrait') parts.push(`(orientation: ${descriptor.orientation})`);
  return parts.join(' and ') || 'all';
}
