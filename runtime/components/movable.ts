import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { type Fingers, followFingers } from './fingers.ts';
import { playMotions, pulledBeyond, slideMotion, springMotion } from './motion.ts';
import { clamp, isOn, numberOf, textOf } from './values.ts';

interface Place {
  x: number;
  y: number;
}

type Range = [minimum: number, maximum: number];

/** What moved it, as `onChange` says. */
type Source = 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction' | '';

const scaleAreaClass = 'a-scale-area';
/** Slower than this it does not slide on, in CSS pixels per second. */
const slowestSlide = 50;

/** `movable-area`: what its views move in; with `scale-area`, two fingers anywhere in it scale them. */
export function createMovableArea(host: HTMLElement): BuiltIn {
  return {
    set(name, value) {
      if (name === 'scale-area') host.classList.toggle(scaleAreaClass, isOn(value));
    },
  };
}

/** Where the place of a box may be: inside the area, or around all of it when the box is the larger one. Scaling keeps its middle; at 0 it stands at `origin`. */
function rangeOf(area: number, size: number, scale: number, origin: number): Range {
  const grown = (size * scale - size) / 2;
  const [one, other] = [grown - origin, area - size - grown - origin];
  return [Math.min(one, other), Math.max(one, other)];
}

/** `movable-view`: dragged inside its `movable-area`, slides on, springs back, is scaled. */
export function createMovableView(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const gone = new AbortController();
  let place: Place = { x: 0, y: 0 };
  let scale = 1;
  let placeChanged = true;
  let scaleChanged = false;
  let attached = false;
  let stop: () => void = () => undefined;
  /** Goes on to where it springs now; `null` when it does not. */
  let spring: (() => void) | null = null;

  const area = (): HTMLElement | null => host.closest<HTMLElement>('a-movable-area');
  const moves = (axis: 'horizontal' | 'vertical'): boolean => ['all', axis].includes(textOf(attributes.get('direction'), 'none'));
  /** Friction and damping have to be more than nothing. */
  const positive = (name: 'friction' | 'damping', otherwise: number): number => {
    const given = numberOf(attributes.get(name), otherwise);
    return given > 0 ? given : otherwise;
  };

  /** Where the view stands at 0, 0: what the flow of the page adds does not count, its margins do. */
  function origin(): { flow: Place; box: Place } {
    const { position, marginLeft, marginTop } = getComputedStyle(host);
    const margin = { x: numberOf(Number.parseFloat(marginLeft), 0), y: numberOf(Number.parseFloat(marginTop), 0) };
    const { offsetLeft: x, offsetTop: y } = host;
    if (position === 'absolute' || position === 'fixed') return { flow: { x: 0, y: 0 }, box: { x, y } };
    return { flow: { x: x - margin.x, y: y - margin.y }, box: margin };
  }
  function limits(): { x: Range; y: Range } {
    const [around, { box }] = [area(), origin()];
    return { x: rangeOf(around?.clientWidth ?? 0, host.offsetWidth, scale, box.x), y: rangeOf(around?.clientHeight ?? 0, host.offsetHeight, scale, box.y) };
  }
  function inside({ x, y }: Place): Place {
    const { x: alongX, y: alongY } = limits();
    return { x: clamp(x, ...alongX), y: clamp(y, ...alongY) };
  }
  function isOutside(at: Place): boolean {
    const near = inside(at);
    return near.x !== at.x || near.y !== at.y;
  }
  function show(next: Place, source: Source | null): void {
    const moved = next.x !== place.x || next.y !== place.y;
    place = next;
    const { flow } = origin();
    host.style.transform = `translate(${place.x - flow.x}px, ${place.y - flow.y}px) scale(${scale})`;
    if (moved && source !== null) context.emit('change', { ...place, source });
  }
  function springTo(to: Place, source: Source): void {
    stop();
    const damping = positive('damping', 20);
    spring = () => springTo(to, source);
    stop = playMotions(
      [springMotion(place.x, to.x, damping), springMotion(place.y, to.y, damping)],
      ([x = to.x, y = to.y]) => show({ x, y }, source),
      () => {
        spring = null;
      },
    );
  }
  /** Slides on until friction has stopped it or it meets the end of its area. */
  function slide(speed: Place): void {
    const total = Math.hypot(speed.x, speed.y);
    const friction = positive('friction', 2);
    const along = (from: number, part: number) => slideMotion(from, part, friction, total > 0 ? Math.abs(part) / total : 0);
    stop = playMotions([along(place.x, speed.x), along(place.y, speed.y)], ([x = place.x, y = place.y]) => {
      const next = { x, y };
      if (!isOutside(next)) return show(next, 'friction');
      stop();
      if (!isOn(attributes.get('out-of-bounds'))) return show(inside(next), 'friction');
      show(next, 'friction');
      springTo(inside(next), 'out-of-bounds');
    });
  }
  function pull(to: Place): void {
    const near = inside(to);
    if (!isOutside(to)) return show(to, 'touch');
    if (!isOn(attributes.get('out-of-bounds'))) return show(near, 'touch');
    const around = area();
    const beyond = { x: pulledBeyond(to.x - near.x, around?.clientWidth ?? 0), y: pulledBeyond(to.y - near.y, around?.clientHeight ?? 0) };
    show({ x: near.x + beyond.x, y: near.y + beyond.y }, 'touch-out-of-bounds');
  }
  function scaleTo(next: number): void {
    const before = scale;
    scale = clamp(next, numberOf(attributes.get('scale-min'), 0.5), numberOf(attributes.get('scale-max'), 10));
    show(inside(place), '');
    if (scale !== before) context.emit('scale', { ...place, scale });
  }

  /** Where place and scale were when the number of fingers changed last. */
  let held = { place, scale };
  const isScaled = (fingers: Fingers): boolean => fingers.count === 2 && isOn(attributes.get('scale'));
  function accepts(event: PointerEvent, fingers: number): boolean {
    if (isOn(attributes.get('disabled'))) return false;
    const onHost = event.composedPath().includes(host);
    const scales = isOn(attributes.get('scale'));
    if (onHost) return fingers === 0 ? scales || moves('horizontal') || moves('vertical') : scales;
    return scales && area()?.classList.contains(scaleAreaClass) === true;
  }
  /** A lone finger beside the view holds nothing yet. */
  function hold(fingers: Fingers): void {
    if (fingers.count === 1 && !fingers.beganOn(host)) return;
    stop();
    held = { place, scale };
  }
  function follow(fingers: Fingers): void {
    if (fingers.count === 2 || fingers.beganOn(host)) spring = null;
    if (isScaled(fingers)) return scaleTo(held.scale * fingers.spread);
    if (!fingers.beganOn(host)) return;
    pull({ x: moves('horizontal') ? held.place.x + fingers.moved.x : place.x, y: moves('vertical') ? held.place.y + fingers.moved.y : place.y });
  }
  function letGo(fingers: Fingers): void {
    // A tap stops it on its way for no longer than it takes.
    if (!fingers.hasMoved) return spring?.();
    if (!fingers.beganOn(host)) return;
    context.emit('changeEnd', { ...place });
    if (isOutside(place)) return springTo(inside(place), 'out-of-bounds');
    const speed = { x: moves('horizontal') ? fingers.speed.x : 0, y: moves('vertical') ? fingers.speed.y : 0 };
    if (isOn(attributes.get('inertia')) && Math.hypot(speed.x, speed.y) > slowestSlide) slide(speed);
  }
  function setScale(isFirst: boolean): void {
    scaleChanged = false;
    scale = clamp(numberOf(attributes.get('scale-value'), 1), numberOf(attributes.get('scale-min'), 0.5), numberOf(attributes.get('scale-max'), 10));
    show(inside(place), isFirst ? null : '');
  }
  function setPlace(isFirst: boolean): void {
    placeChanged = false;
    stop();
    spring = null;
    const to = inside({ x: numberOf(attributes.get('x'), place.x), y: numberOf(attributes.get('y'), place.y) });
    if (!isFirst && isOn(attributes.get('animation'))) springTo(to, '');
    else show(to, isFirst ? null : '');
  }
  function turnWheel(event: WheelEvent): void {
    if (!isOn(attributes.get('scale')) || !event.ctrlKey || isOn(attributes.get('disabled'))) return;
    event.preventDefault();
    scaleTo(scale * (event.deltaY < 0 ? 1.1 : 0.9));
  }
  return {
    set(name, value) {
      attributes.set(name, value);
      if (name === 'x' || name === 'y') placeChanged = true;
      if (name === 'scale-value') scaleChanged = true;
    },
    flush() {
      if (!attached) return;
      if (scaleChanged) setScale(false);
      if (placeChanged) setPlace(false);
    },
    attached() {
      attached = true;
      if (scaleChanged) setScale(true);
      setPlace(true);
      followFingers(area() ?? host, { owner: host, signal: gone.signal, accepts, changed: hold, moved: follow, ended: letGo });
      host.addEventListener('wheel', turnWheel, { passive: false, signal: gone.signal });
    },
    detached() {
      stop();
      gone.abort();
    },
  };
}
