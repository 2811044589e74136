import { element } from '../chrome/element.ts';
import { word } from '../words.ts';

export interface PageScrollEvents {
  scrolled(position: { scrollTop: number; scrollHeight: number }): void;
  reachedBottom(): void;
  /** A person pulled the page down. */
  pulled(): void;
}

/** How far the page has to be pulled, in CSS pixels. */
const pullDistance = 60;

/** Scrolling of one page: its events, and the pull that refreshes it. */
export class PageScroll {
  readonly #scroller: HTMLElement;
  readonly #events: PageScrollEvents;
  readonly #sign = element('div', 'a-refresh', { role: 'status' }, [element('span', 'a-refresh-spinner'), element('span', '', {}, [word('refreshing')])]);
  #reachDistance: number;
  #canPull: boolean;
  #atBottom = false;
  #refreshing = false;

  constructor(scroller: HTMLElement, options: { reachBottomDistance: number; canPull: boolean }, events: PageScrollEvents) {
    this.#scroller = scroller;
    this.#events = events;
    this.#reachDistance = options.reachBottomDistance;
    this.#canPull = options.canPull;
    scroller.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    scroller.addEventListener('pointerdown', (event) => this.#onPress(event));
  }

  get scrollTop(): number {
    return this.#scroller.scrollTop;
  }

  setCanPull(can: boolean): void {
    this.#canPull = can;
  }

  #onScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#events.scrolled({ scrollTop, scrollHeight });
    const atBottom = scrollHeight - clientHeight - scrollTop <= this.#reachDistance;
    // Said once per arrival: not again while the page stays at its end.
    if (atBottom && !this.#atBottom) this.#events.reachedBottom();
    this.#atBottom = atBottom;
  }

  #onPress(down: PointerEvent): void {
    if (!this.#canPull || this.#scroller.scrollTop > 0 || this.#refreshing) return;
    let pulled = 0;
    const move = (event: PointerEvent): void => {
      pulled = event.clientY - down.clientY;
    };
    const end = (): void => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      if (pulled <= pullDistance || this.#scroller.scrollTop > 0) return;
      this.startRefresh();
      this.#events.pulled();
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  }

  /** Shows the refreshing sign above the page. */
  startRefresh(): void {
    this.#refreshing = true;
    this.#scroller.parentNode?.insertBefore(this.#sign, this.#scroller);
    this.#scroller.style.transform = 'translateY(48px)';
  }

  stopRefresh(): void {
    this.#refreshing = false;
    this.#sign.remove();
    this.#scroller.style.transform = '';
  }
}
