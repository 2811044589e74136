import type { BuiltInContext } from './built-in.ts';
import { isOn, numberOf, textOf } from './values.ts';

/** Names of `easing-function`. */
const easings: Record<string, string> = {
  default: 'ease',
  linear: 'linear',
  easeInCubic: 'cubic-bezier(0.32, 0, 0.67, 0)',
  easeOutCubic: 'cubic-bezier(0.33, 1, 0.68, 1)',
  easeInOutCubic: 'cubic-bezier(0.65, 0, 0.35, 1)',
};

/** Where the items of a swiper stand. A position is the number of the item at the front; between two, both are seen. */
export class SwiperPlaces {
  readonly #attributes: ReadonlyMap<string, unknown>;
  readonly #context: BuiltInContext;
  readonly #track: HTMLElement;
  readonly #offsets = new WeakMap<HTMLElement, number>();

  constructor(track: HTMLElement, attributes: ReadonlyMap<string, unknown>, context: BuiltInContext) {
    this.#track = track;
    this.#attributes = attributes;
    this.#context = context;
  }

  /** Whatever the program puts into it: libraries hand their own views on as items. */
  get items(): HTMLElement[] {
    return [...this.#track.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  }

  get vertical(): boolean {
    return isOn(this.#attributes.get('vertical'));
  }

  get circular(): boolean {
    return isOn(this.#attributes.get('circular')) && this.items.length > 1;
  }

  get shownAtOnce(): number {
    return Math.max(Math.floor(numberOf(this.#attributes.get('display-multiple-items'), 1)), 1);
  }

  /** The last position at which nothing is empty. */
  get last(): number {
    return Math.max(this.items.length - this.shownAtOnce, 0);
  }

  /** Share of the track that one item takes, in CSS pixels. */
  get pageSize(): number {
    const { width, height } = this.#track.getBoundingClientRect();
    return Math.max((this.vertical ? height : width) / this.shownAtOnce, 1);
  }

  get duration(): number {
    return Math.max(numberOf(this.#attributes.get('duration'), 500), 0);
  }

  #margin(name: 'previous-margin' | 'next-margin'): string {
    const margin = this.#context.cssLength(textOf(this.#attributes.get(name), '0px'));
    return /^\d+$/.test(margin) ? `${margin}px` : margin;
  }

  /** Makes room for the neighbours. */
  makeMargins(): void {
    const [before, after] = [this.#margin('previous-margin'), this.#margin('next-margin')];
    this.#track.style.inset = this.vertical ? `${before} 0 ${after} 0` : `0 ${after} 0 ${before}`;
  }

  /** At the first and the last item there is no neighbour to make room for, when the program says so. */
  #edge(position: number): string {
    if (!isOn(this.#attributes.get('snap-to-edge')) || this.circular || this.items.length < 2) return '';
    const atStart = Math.min(Math.max(1 - position, 0), 1);
    const atEnd = Math.min(Math.max(1 - (this.last - position), 0), 1);
    return ` - ${this.#margin('previous-margin')} * ${atStart} + ${this.#margin('next-margin')} * ${atEnd}`;
  }

  #offset(index: number, position: number): number {
    const count = this.items.length;
    if (!this.circular) return index - position;
    const turned = (((index - position + count / 2) % count) + count) % count;
    return turned - count / 2;
  }

  show(position: number, animated: boolean): void {
    const { items, vertical, shownAtOnce } = this;
    const edge = this.#edge(position);
    for (const [index, item] of items.entries()) {
      const offset = this.#offset(index, position);
      // An item that wraps from one end to the other must not be seen passing by.
      const wraps = Math.abs(offset - (this.#offsets.get(item) ?? offset)) > items.length / 2 && this.circular;
      this.#offsets.set(item, offset);
      item.style.transition =
        animated && !wraps && this.duration > 0 ? `transform ${this.duration}ms ${easings[textOf(this.#attributes.get('easing-function'))] ?? 'ease'}` : 'none';
      item.style[vertical ? 'height' : 'width'] = shownAtOnce > 1 ? `${100 / shownAtOnce}%` : '';
      const length = edge === '' ? `${offset * 100}%` : `calc(${offset * 100}%${edge})`;
      item.style.transform = vertical ? `translate(0, ${length})` : `translate(${length}, 0)`;
    }
  }

  /** How far the items are from where they stood at a position, in CSS pixels; while an animation runs, where they are seen now. */
  distanceFrom(index: number): number {
    const item = this.items[index];
    if (!item) return 0;
    const [shown, track] = [item.getBoundingClientRect(), this.#track.getBoundingClientRect()];
    return this.vertical ? track.top - shown.top : track.left - shown.left;
  }
}
