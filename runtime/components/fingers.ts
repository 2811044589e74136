import { SpeedMeter } from './motion.ts';

interface Point {
  x: number;
  y: number;
}

/** Moving less than this is a tap, in CSS pixels. */
const slack = 3;

/** The one or two fingers (or the mouse) that hold something. */
export class Fingers {
  /** What the first one came down on, from the inside out. */
  readonly #path: readonly EventTarget[];
  readonly #now = new Map<number, Point>();
  #started = new Map<number, Point>();
  readonly #meter = new SpeedMeter();
  #time: number;
  #moved = false;

  constructor(first: PointerEvent) {
    this.#path = first.composedPath();
    this.#time = first.timeStamp;
    this.add(first);
  }

  get count(): number {
    return this.#now.size;
  }

  /** Whether it has been more than a tap. */
  get hasMoved(): boolean {
    return this.#moved;
  }

  /** How far the finger has gone since the number of fingers changed last. */
  get moved(): Point {
    const [[id, now] = [0, { x: 0, y: 0 }]] = this.#now;
    const start = this.#started.get(id) ?? now;
    return { x: now.x - start.x, y: now.y - start.y };
  }

  /** How many times as far apart two fingers are as when the second one came. */
  get spread(): number {
    return apart(this.#now) / Math.max(apart(this.#started), 1);
  }

  /** CSS pixels per second. */
  get speed(): Point {
    return this.#meter.speed(this.#time);
  }

  beganOn(element: Element): boolean {
    return this.#path.includes(element);
  }

  has(id: number): boolean {
    return this.#now.has(id);
  }

  add(event: PointerEvent): void {
    this.#now.set(event.pointerId, pointOf(event));
    this.#started = new Map(this.#now);
  }

  follow(event: PointerEvent): void {
    this.#now.set(event.pointerId, pointOf(event));
    this.#time = event.timeStamp;
    if (this.count === 1) this.#meter.add(event.clientX, event.clientY, event.timeStamp);
    const { x, y } = this.moved;
    this.#moved ||= this.count > 1 || Math.hypot(x, y) >= slack;
  }

  remove(event: PointerEvent): void {
    this.#time = event.timeStamp;
    this.#now.delete(event.pointerId);
    this.#started = new Map(this.#now);
  }
}

function pointOf(event: PointerEvent): Point {
  return { x: event.clientX, y: event.clientY };
}

function apart(points: ReadonlyMap<number, Point>): number {
  const [one, other] = [...points.values()];
  return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
}

export interface FingerOptions {
  /** Gets the events of fingers that leave what they came down on. */
  owner: HTMLElement;
  signal: AbortSignal;
  /** Whether a finger that comes down, after so many others, counts. */
  accepts(event: PointerEvent, fingers: number): boolean;
  /** A finger has come or, while another one stays, left. */
  changed(fingers: Fingers): void;
  moved(fingers: Fingers): void;
  /** The last finger has left. */
  ended(fingers: Fingers): void;
}

/** Follows up to two fingers from where they come down on an element. */
export function followFingers(element: HTMLElement, { owner, signal, accepts, changed, moved, ended }: FingerOptions): void {
  let fingers: Fingers | null = null;

  function move(event: PointerEvent): void {
    if (!fingers?.has(event.pointerId)) return;
    fingers.follow(event);
    if (!fingers.hasMoved) return;
    // A tap belongs to what is inside.
    if (!owner.hasPointerCapture(event.pointerId)) owner.setPointerCapture(event.pointerId);
    moved(fingers);
  }
  function leave(event: PointerEvent): void {
    if (!fingers?.has(event.pointerId)) return;
    fingers.remove(event);
    if (fingers.count > 0) return changed(fingers);
    const left = fingers;
    fingers = null;
    ended(left);
  }
  element.addEventListener(
    'pointerdown',
    (event) => {
      if ((fingers?.count ?? 0) >= 2 || !accepts(event, fingers?.count ?? 0)) return;
      if (fingers) fingers.add(event);
      else fingers = new Fingers(event);
      changed(fingers);
    },
    { signal },
  );
  document.addEventListener('pointermove', move, { signal });
  document.addEventListener('pointerup', leave, { signal });
  document.addEventListener('pointercancel', leave, { signal });
}
