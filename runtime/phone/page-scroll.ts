import { element } from '../chrome/element.ts';
import { pulledBeyond } from '../components/motion.ts';
import { word } from '../words.ts';

export interface PageScrollEvents {
  scrolled(position: { scrollTop: number; scrollHeight: number }): void;
  reachedBottom(): void;
  /** A person pulled the page down. */
  pulled(): void;
}

/** How far the page has to be pulled, in CSS pixels. */
const pullDistance = 60;
/** Moving less than this pulls nothing. */
const slack = 5;
/** Height of the sign above a page that refreshes, and how far a page follows the finger at most. */
const signHeight = 48;
const furthest = 160;

/** Whether a finger on this moves what it is on instead of the page: something inside that is scrolled down, or that keeps the vertical way for itself. */
function isTaken(path: readonly EventTarget[]): boolean {
  return path.some((inner) => inner instanceof Element && (inner.scrollTop > 0 || !/auto|manipulation|pan-y/.test(getComputedStyle(inner).touchAction)));
}

/** Scrolling of one page: its events, and the pull that refreshes it. */
export class PageScroll {
  readonly #scroller: HTMLElement;
  readonly #events: PageScrollEvents;
  readonly #spinner = element('span', 'a-refresh-spinner');
  readonly #text = element('span', '');
  readonly #sign = element('div', 'a-refresh', { role: 'status' }, [this.#spinner, this.#text]);
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

  #isPullable(): boolean {
    return this.#canPull && this.#scroller.scrollTop <= 0 && !this.#refreshing;
  }

  #onPress(down: PointerEvent): void {
    const path = down.composedPath();
    if (!this.#isPullable() || isTaken(path.slice(0, path.indexOf(this.#scroller)))) return;
    const ended = new AbortController();
    const { signal } = ended;
    let pulled = 0;
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      pulled = event.clientY - down.clientY;
      if (this.#isPullable()) this.#pull(pulled);
    };
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      ended.abort();
      if (pulled <= pullDistance || !this.#isPullable()) return this.#refreshing ? undefined : this.stopRefresh();
      this.startRefresh();
      this.#events.pulled();
    };
    // The browser would take the finger for scrolling, though there is nothing above.
    const keep = (event: TouchEvent): void => {
      const [finger] = event.touches;
      if (finger && finger.clientY > down.clientY && event.touches.length === 1 && event.cancelable && this.#isPullable()) event.preventDefault();
    };
    this.#scroller.addEventListener('touchmove', keep, { passive: false, signal });
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', end, { signal });
    addEventListener('pointercancel', end, { signal });
  }

  /** The page follows the finger, and says when it has come far enough. */
  #pull(distance: number): void {
    if (distance < slack) return this.#rest();
    this.#show(distance > pullDistance ? word('release') : '', false);
    this.#scroller.style.transform = `translateY(${pulledBeyond(distance, furthest)}px)`;
  }

  #show(text: string, turns: boolean): void {
    this.#text.textContent = text;
    this.#spinner.hidden = !turns;
    if (!this.#sign.isConnected) this.#scroller.parentNode?.insertBefore(this.#sign, this.#scroller);
  }

  /** Shows the refreshing sign above the page. */
  startRefresh(): void {
    this.#refreshing = true;
    this.#show(word('refreshing'), true);
    this.#scroller.style.transform = `translateY(${signHeight}px)`;
  }

  stopRefresh(): void {
    this.#refreshing = false;
    this.#rest();
  }

  #rest(): void {
    this.#sign.remove();
    this.#scroller.style.transform = '';
  }
}
