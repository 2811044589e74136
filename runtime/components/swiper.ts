import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { pulledBeyond } from './motion.ts';
import { followSwipes } from './swipe.ts';
import { adjustSwiperHeight } from './swiper-height.ts';
import { SwiperPlaces } from './swiper-place.ts';
import { isOn, numberOf, part, textOf } from './values.ts';

type Source = 'touch' | 'autoplay' | '';

/** Share of the page that has to be passed before a swipe turns it. */
const defaultSwipeRatio = 0.2;
/** Speed that turns the page however far the finger went, in CSS pixels per millisecond. */
const defaultSwipeSpeed = 0.05;
/** How far the first movement of a swipe may be off its axis, in degrees. */
const defaultTouchAngle = 45;
/** With `acceleration`, a swipe goes on for as far as its speed would take it in this time, in milliseconds. */
const accelerationMs = 300;

/** `swiper`: one page of its items at a time, dragged, turned by the program or by a clock. */
export function createSwiper(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const space = part(host, 'a-swiper-space');
  const track = part(host, 'a-swiper-track');
  const dots = part(host, 'a-swiper-dots');
  const places = new SwiperPlaces(track, attributes, context);
  let current = 0;
  /** The one that was shown before the last turn. */
  let before = -1;
  let clock: ReturnType<typeof setInterval> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  /** The next frame of the items that move by themselves. */
  let frame = 0;
  let currentChanged = true;
  let connected = false;

  function mark(item: HTMLElement, attribute: 'active-class' | 'changing-class', on: boolean): void {
    for (const name of textOf(attributes.get(attribute)).split(/\s+/)) if (name !== '') item.classList.toggle(name, on);
  }
  function show(position: number, animated: boolean): void {
    places.show(position, animated);
    for (const [index, item] of places.items.entries()) {
      item.setAttribute('aria-hidden', String(index < current || index >= current + places.shownAtOnce));
      mark(item, 'active-class', index === current);
      mark(item, 'changing-class', animated && (index === current || index === before));
    }
  }
  function drawDots(): void {
    dots.hidden = !isOn(attributes.get('indicator-dots'));
    dots.replaceChildren(
      ...places.items.map((_, index) => {
        const dot = document.createElement('span');
        dot.className = index === current ? 'a-swiper-dot a-swiper-dot-active' : 'a-swiper-dot';
        dot.style.background = textOf(attributes.get(index === current ? 'indicator-active-color' : 'indicator-color'));
        return dot;
      }),
    );
  }
  const adjustHeight = (): void => adjustSwiperHeight({ host, space, attributes, items: places.items, current });
  function redraw(): void {
    show(current, false);
    adjustHeight();
    drawDots();
  }
  function tellTransition(distance: number): void {
    context.emit('transition', places.vertical ? { dx: 0, dy: distance } : { dx: distance, dy: 0 });
  }
  /** Tells where the items are, frame by frame, for as long as they move by themselves. */
  function followTransition(from: number): void {
    frame = requestAnimationFrame(() => {
      if (!context.listens('transition')) return;
      tellTransition(places.distanceFrom(from));
      followTransition(from);
    });
  }
  /** Ends the turn that is under way: the next one follows its own, one that is gone none. */
  function rest(): void {
    clearTimeout(settling);
    settling = undefined;
    cancelAnimationFrame(frame);
  }
  function settle(source: Source, from: number, animated: boolean): void {
    rest();
    settling = setTimeout(
      () => {
        rest();
        for (const item of places.items) mark(item, 'changing-class', false);
        context.emit('animationEnd', { current, source });
      },
      animated ? places.duration : 0,
    );
    if (animated) followTransition(from);
  }
  function tellChange(at: number, source: Source, isLast: boolean): void {
    context.emit('change', { current: at, source, ...(isOn(attributes.get('acceleration')) ? { isChanging: !isLast } : {}) });
  }
  /** Goes so many pages on; what lies on the way is told when the swipe was fast enough to pass it. */
  function turnBy(pages: number, source: Source, animated = true): void {
    const count = places.items.length;
    if (count === 0) return;
    const wrap = (index: number): number => (places.circular ? ((index % count) + count) % count : Math.min(Math.max(index, 0), places.last));
    const from = current;
    current = wrap(from + pages);
    const changed = current !== from;
    if (changed) before = from;
    // With two items, the other one is on both sides: it has to stand where it is going to come from.
    if (animated && changed && source !== 'touch' && places.circular && count === 2) {
      places.show(from + Math.sign(pages) * 0.001, false);
      host.getBoundingClientRect();
    }
    show(places.circular ? from + pages : current, animated);
    adjustHeight();
    drawDots();
    if (changed || source === 'touch') settle(source, from, animated);
    if (!changed) return;
    const passed = source === 'touch' ? Math.abs(pages) - 1 : 0;
    for (let step = 1; step <= passed; step++) {
      const at = wrap(from + Math.sign(pages) * step);
      if (at === current) break;
      tellChange(at, source, false);
    }
    tellChange(current, source, true);
  }
  function schedule(): void {
    clearInterval(clock);
    clock = undefined;
    if (!connected || !isOn(attributes.get('autoplay'))) return;
    clock = setInterval(
      () => turnBy(!places.circular && current >= places.last ? -current : 1, 'autoplay'),
      Math.max(numberOf(attributes.get('interval'), 5000), 50),
    );
  }
  function pagesOf(share: number, speed: number): number {
    const far = Math.abs(share) >= numberOf(attributes.get('swipe-ratio'), defaultSwipeRatio);
    const fast = Math.abs(speed) > numberOf(attributes.get('swipe-speed'), defaultSwipeSpeed) && Math.sign(speed) === Math.sign(share);
    if (!far && !fast) return 0;
    const reach = isOn(attributes.get('acceleration')) ? Math.abs(share + (speed * accelerationMs) / places.pageSize) : 1;
    return -Math.sign(share) * Math.max(Math.round(reach), 1);
  }
  followSwipes(host, {
    vertical: () => places.vertical,
    enabled: () => !isOn(attributes.get('disable-touch')) && places.items.length > 1,
    maximumAngle: () => numberOf(attributes.get('touch-angle'), defaultTouchAngle),
    started: () => clearInterval(clock),
    moved(distance) {
      const position = current - distance / places.pageSize;
      const beyond = places.circular ? 0 : position < 0 ? position : Math.max(position - places.last, 0);
      show(position - beyond + pulledBeyond(beyond, 0.5), false);
      tellTransition(-distance);
    },
    ended(distance, speed) {
      if (distance !== 0) turnBy(pagesOf(distance / places.pageSize, speed), 'touch');
      schedule();
    },
  });
  const sizes = new ResizeObserver(() => requestAnimationFrame(adjustHeight));
  const children = new MutationObserver(() => {
    redraw();
    watchSizes();
  });
  function watchSizes(): void {
    sizes.disconnect();
    for (const item of places.items) for (const child of item.children) sizes.observe(child);
  }
  return {
    content: track,
    set(name, value) {
      attributes.set(name, value);
      if (name === 'current') currentChanged = true;
    },
    flush() {
      host.style.touchAction = places.vertical ? 'pan-x' : 'pan-y';
      places.makeMargins();
      const wanted = numberOf(attributes.get('current'), 0);
      const turns = currentChanged && connected && wanted !== current;
      if (currentChanged && !connected) current = wanted;
      currentChanged = false;
      if (turns) turnBy(wanted - current, '', !isOn(attributes.get('disable-programmatic-animation')));
      else if (settling === undefined) redraw();
      else drawDots();
      schedule();
    },
    attached() {
      connected = true;
      children.observe(track, { childList: true });
      redraw();
      watchSizes();
      schedule();
    },
    detached() {
      connected = false;
      children.disconnect();
      sizes.disconnect();
      clearInterval(clock);
      rest();
    },
  };
}
