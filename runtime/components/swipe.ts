import { SpeedMeter } from './motion.ts';

/** Moving less than this is a tap, in CSS pixels. */
const slack = 5;

export interface SwipeOptions {
  vertical(): boolean;
  enabled(): boolean;
  /** How far the first movement may be off the axis, in degrees. */
  maximumAngle(): number;
  started(): void;
  /** CSS pixels along the axis since the finger came; negative towards what comes next. */
  moved(distance: number): void;
  /** `speed` in CSS pixels per millisecond, with the sign of its direction. Both are 0 when nothing was swiped. */
  ended(distance: number, speed: number): void;
}

function angleOff(along: number, across: number): number {
  return (Math.atan2(Math.abs(across), Math.abs(along)) * 180) / Math.PI;
}

/** Follows fingers (or the mouse) that swipe an element along one axis. */
export function followSwipes(host: HTMLElement, options: SwipeOptions): void {
  let isHeld = false;
  host.addEventListener('pointerdown', (down) => {
    if (isHeld || !options.enabled()) return;
    isHeld = true;
    followSwipe(host, options, down, () => {
      isHeld = false;
    });
  });
}

/** Until that finger leaves, wherever it is by then: not every one that comes is a swipe that takes the pointer. */
function followSwipe(host: HTMLElement, options: SwipeOptions, down: PointerEvent, left: () => void): void {
  const meter = new SpeedMeter();
  const ended = new AbortController();
  /** Unknown until the finger has moved. */
  let isSwipe: boolean | undefined;
  let distance = 0;
  meter.add(down.clientX, down.clientY, down.timeStamp);
  options.started();

  function move(event: PointerEvent): void {
    if (event.pointerId !== down.pointerId || !host.isConnected) return;
    const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
    const [along, across] = options.vertical() ? [y, x] : [x, y];
    if (isSwipe === undefined && Math.hypot(x, y) < slack) return;
    isSwipe ??= angleOff(along, across) <= options.maximumAngle();
    if (!isSwipe) return;
    meter.add(event.clientX, event.clientY, event.timeStamp);
    distance = along;
    // Only a real swipe takes the pointer: a tap belongs to the content.
    if (!host.hasPointerCapture(event.pointerId)) host.setPointerCapture(event.pointerId);
    options.moved(distance);
  }
  function end(event: PointerEvent): void {
    if (event.pointerId !== down.pointerId) return;
    ended.abort();
    left();
    if (!host.isConnected) return;
    const { x, y } = meter.speed(event.timeStamp);
    options.ended(distance, isSwipe ? (options.vertical() ? y : x) / 1000 : 0);
  }
  document.addEventListener('pointermove', move, { signal: ended.signal });
  document.addEventListener('pointerup', end, { signal: ended.signal });
  document.addEventListener('pointercancel', end, { signal: ended.signal });
}
