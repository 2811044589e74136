import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { easedMotion, playMotions } from './motion.ts';
import { numberOf, textOf } from './values.ts';

/** Font size of the document while a page wants another one for its `rem`. */
export const rootFontSizeVariable = '--a-root-font-size';
/** What lies above the page when it is pulled down, on the page's element. */
export const backgroundTopVariable = '--a-background-top';

/** The `page-meta` that sizes the one root of all pages now. */
let sizer: HTMLElement | null = null;

/** Sizes the root for a `page-meta`; an empty size gives up its own one, never another's. */
function sizeRoot(owner: HTMLElement, size: string): void {
  const { style } = document.documentElement;
  if (size !== '') {
    style.setProperty(rootFontSizeVariable, size);
    sizer = owner;
  } else if (sizer === owner) {
    style.removeProperty(rootFontSizeVariable);
    sizer = null;
  }
}

/** `page-meta`: looks and scrolling of the page that it stands in. */
export function createPageMeta(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const gone = new AbortController();
  let page: HTMLElement | null = null;
  let scrolls = false;
  let stop: () => void = () => undefined;
  const shownOrHidden = new MutationObserver(setRootFontSize);

  function scroller(): HTMLElement | null {
    return page?.parentElement ?? null;
  }
  function around(): HTMLElement | null {
    const root = page?.getRootNode();
    return root instanceof ShadowRoot ? (root.host as HTMLElement) : null;
  }
  const text = (name: string): string => textOf(attributes.get(name));
  /** A size; `system` is the one the person has chosen, which is there anyway. */
  const fontSize = (name: string): string => (text(name) === 'system' ? '' : context.cssLength(text(name)).replace(/;\s*$/, ''));

  /** CSS pixels of a length: a number, or a text with its unit. */
  function pixels(value: unknown): number {
    if (typeof value === 'number' || /^[\d.]+$/.test(textOf(value))) return numberOf(value, 0);
    const ruler = document.createElement('div');
    ruler.style.cssText = `position: absolute; visibility: hidden; height: ${context.cssLength(textOf(value))}`;
    page?.append(ruler);
    const { height } = ruler.getBoundingClientRect();
    ruler.remove();
    return height;
  }
  /** Only the page that is shown may size the root. */
  function setRootFontSize(): void {
    sizeRoot(host, around()?.inert === true ? '' : fontSize('root-font-size'));
  }
  function scroll(): void {
    const box = scroller();
    const top = attributes.get('scroll-top');
    if (!scrolls || !box || top === undefined || top === '') return;
    scrolls = false;
    stop();
    const seconds = numberOf(attributes.get('scroll-duration'), 300) / 1000;
    if (seconds <= 0) box.scrollTo({ top: pixels(top), behavior: 'instant' });
    else stop = playMotions([easedMotion(box.scrollTop, pixels(top), seconds)], ([to = 0]) => box.scrollTo({ top: to, behavior: 'instant' }));
  }
  function dress(): void {
    const box = scroller();
    if (!page || !box) return;
    page.style.cssText = context.cssLength(text('page-style'));
    if (attributes.has('page-font-size')) page.style.fontSize = fontSize('page-font-size');
    if (attributes.has('root-background-color')) page.style.backgroundColor = text('root-background-color');
    box.style.backgroundColor = text('background-color');
    around()?.style.setProperty(backgroundTopVariable, text('background-color-top'));
    if (attributes.has('root-font-size')) setRootFontSize();
    scroll();
  }
  return {
    set(name, value) {
      attributes.set(name, value);
      scrolls ||= name === 'scroll-top';
    },
    flush: dress,
    attached() {
      page = host.closest<HTMLElement>('a-page');
      const box = scroller();
      box?.addEventListener('scroll', () => context.emit('scroll', { scrollTop: box.scrollTop }), { passive: true, signal: gone.signal });
      const pageElement = around();
      if (pageElement) shownOrHidden.observe(pageElement, { attributeFilter: ['inert'] });
      scrolls = attributes.has('scroll-top');
      dress();
    },
    detached() {
      gone.abort();
      stop();
      shownOrHidden.disconnect();
      sizeRoot(host, '');
      page?.removeAttribute('style');
      around()?.style.removeProperty(backgroundTopVariable);
      scroller()?.style.removeProperty('background-color');
    },
  };
}
