import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { numberOf, textOf } from './values.ts';

/** `page-meta`: looks and scrolling of the page that it stands in. */
export function createPageMeta(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const gone = new AbortController();
  let page: HTMLElement | null = null;
  let scrolls = false;

  function scroller(): HTMLElement | null {
    return page?.parentElement ?? null;
  }
  function dress(): void {
    const around = scroller();
    if (!page || !around) return;
    page.style.cssText = context.cssLength(textOf(attributes.get('page-style')));
    if (attributes.has('page-font-size')) page.style.fontSize = context.cssLength(textOf(attributes.get('page-font-size')));
    if (attributes.has('root-background-color')) page.style.backgroundColor = textOf(attributes.get('root-background-color'));
    around.style.backgroundColor = textOf(attributes.get('background-color'));
    if (!scrolls) return;
    scrolls = false;
    const top = attributes.get('scroll-top');
    if (top === undefined || top === '') return;
    around.scrollTo({ top: numberOf(top, 0), behavior: numberOf(attributes.get('scroll-duration'), 0) > 0 ? 'smooth' : 'instant' });
  }
  return {
    set(name, value) {
      attributes.set(name, value);
      scrolls ||= name === 'scroll-top';
    },
    flush: dress,
    attached() {
      page = host.closest<HTMLElement>('a-page');
      const around = scroller();
      around?.addEventListener('scroll', () => context.emit('scroll', { scrollTop: around.scrollTop }), { passive: true, signal: gone.signal });
      scrolls = attributes.has('scroll-top');
      dress();
    },
    detached() {
      gone.abort();
      page?.removeAttribute('style');
      scroller()?.style.removeProperty('background-color');
    },
  };
}
