import { isOn, textOf } from './values.ts';

/** How tall an item is by itself, which fills its swiper otherwise. A share of the swiper is no height of its own. */
function ownHeight(item: HTMLElement): number {
  const { height, bottom } = item.style;
  if (height.endsWith('%')) item.style.height = 'auto';
  item.style.bottom = 'auto';
  const own = item.offsetHeight;
  item.style.height = height;
  item.style.bottom = bottom;
  return own;
}

/** What `adjust-height` asks for; a vertical swiper is left alone unless `adjust-vertical-height` says otherwise. */
function modeOf(attributes: ReadonlyMap<string, unknown>): string {
  if (isOn(attributes.get('vertical')) && !isOn(attributes.get('adjust-vertical-height'))) return 'none';
  return textOf(attributes.get('adjust-height'), 'first');
}

export interface SwiperHeight {
  host: HTMLElement;
  /** Stands in the swiper and gives it its height, unless styles do. */
  space: HTMLElement;
  attributes: ReadonlyMap<string, unknown>;
  items: HTMLElement[];
  current: number;
}

/** Makes a swiper as tall as the item that `adjust-height` names; the first one is only a default, which styles of the program take over. */
export function adjustSwiperHeight({ host, space, attributes, items, current }: SwiperHeight): void {
  const mode = modeOf(attributes);
  const chosen = mode === 'none' ? [] : mode === 'highest' ? items : items.slice(mode === 'current' ? current : 0).slice(0, 1);
  const height = Math.max(0, ...chosen.map(ownHeight));
  space.style.height = height > 0 ? `${height}px` : '';
  if (attributes.get('adjust-height') !== undefined && height > 0) host.style.height = `${height}px`;
}
