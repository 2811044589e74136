import type { PageRoot } from '../render/page-root.ts';
import { PageScroll, type PageScrollEvents } from './page-scroll.ts';

export interface PageScrollsOptions {
  page(id: number): PageRoot | undefined;
  /** What `app.json` says of every page's window. */
  window(): Record<string, unknown>;
  /** What to tell of the scrolling of a page. */
  events(id: number): PageScrollEvents;
  followed(page: PageRoot): void;
}

/** The scrolling of each page of the stack, followed from when it is first shown. */
export class PageScrolls {
  readonly #options: PageScrollsOptions;
  readonly #scrolls = new Map<number, PageScroll>();

  constructor(options: PageScrollsOptions) {
    this.#options = options;
  }

  get ids(): number[] {
    return [...this.#scrolls.keys()];
  }

  of(id: number): PageScroll | undefined {
    const known = this.#scrolls.get(id);
    const page = this.#options.page(id);
    if (known || !page) return known;
    const window: Record<string, unknown> = { ...this.#options.window(), ...page.instance.unit.window };
    const settings = { reachBottomDistance: Number(window.onReachBottomDistance ?? 50), canPull: window.pullRefresh === true || window.pullRefresh === 'YES' };
    const scroll = new PageScroll(page.scroller, settings, this.#options.events(id));
    this.#scrolls.set(id, scroll);
    this.#options.followed(page);
    return scroll;
  }

  forget(id: number): void {
    this.#scrolls.delete(id);
  }
}
