/** How things move after a finger has let them go. Places are CSS pixels, times are seconds. */

export interface Motion {
  /** Where it is then. */
  at(seconds: number): number;
  /** When it has come to rest. */
  duration: number;
}

/** Nearer than this nobody sees a difference, in CSS pixels. */
const restDistance = 0.5;

/**
 * From one place to another as on a spring that does not swing over: stiffness follows `damping`, so that a larger one is faster.
 * The roots of `x'' + d x' + 0.225 d² x = 0` are both real.
 */
export function springMotion(from: number, to: number, damping: number): Motion {
  const [slow, fast] = [(damping * (Math.sqrt(0.1) - 1)) / 2, (damping * (-Math.sqrt(0.1) - 1)) / 2];
  const distance = from - to;
  const [slowShare, fastShare] = [(distance * fast) / (fast - slow), (-distance * slow) / (fast - slow)];
  const duration = Math.abs(distance) < restDistance ? 0 : Math.log(restDistance / Math.abs(slowShare)) / slow;
  return { duration, at: (seconds) => (seconds >= duration ? to : to + slowShare * Math.exp(slow * seconds) + fastShare * Math.exp(fast * seconds)) };
}

/** How much speed one unit of friction takes away, in CSS pixels per second, every second. */
const slowingPerFriction = 1000;

/** Slides on with a speed, in CSS pixels per second, until friction has used it up. `share` is how much of the friction acts along this axis. */
export function slideMotion(from: number, speed: number, friction: number, share = 1): Motion {
  const slowing = slowingPerFriction * friction * share;
  const duration = slowing > 0 ? Math.abs(speed) / slowing : 0;
  return {
    duration,
    at(seconds) {
      const time = Math.min(seconds, duration);
      return from + speed * time - (Math.sign(speed) * slowing * time * time) / 2;
    },
  };
}

/** How far something follows a finger that pulls it beyond its end: the further, the harder; never further than `size`. */
export function pulledBeyond(distance: number, size: number): number {
  if (size <= 0) return 0;
  return Math.sign(distance) * size * (1 - 1 / ((Math.abs(distance) * 0.55) / size + 1));
}

/** From a place to another in so many seconds, slow at both ends. */
export function easedMotion(from: number, to: number, duration: number): Motion {
  return { duration, at: (seconds) => (seconds >= duration ? to : from + (to - from) * (0.5 - Math.cos((Math.PI * seconds) / duration) / 2)) };
}

/** Plays motions side by side, frame by frame. The returned function stops them where they are. */
export function playMotions(motions: readonly Motion[], show: (places: number[]) => void, done: () => void = () => undefined): () => void {
  const longest = Math.max(...motions.map(({ duration }) => duration));
  let startedAt: number | null = null;
  let frame = requestAnimationFrame(step);
  function step(now: number): void {
    startedAt ??= now;
    const seconds = (now - startedAt) / 1000;
    frame = seconds < longest ? requestAnimationFrame(step) : 0;
    show(motions.map((motion) => motion.at(seconds)));
    if (seconds >= longest) done();
  }
  return () => cancelAnimationFrame(frame);
}

interface Sample {
  x: number;
  y: number;
  time: number;
}

/** What a finger did before this no longer counts for its speed, in milliseconds. */
const rememberedMs = 100;

/** Measures how fast a finger moves. */
export class SpeedMeter {
  #samples: Sample[] = [];

  /** `time` in milliseconds, as events have it. */
  add(x: number, y: number, time: number): void {
    this.#samples.push({ x, y, time });
    this.#samples = this.#samples.filter((sample) => time - sample.time <= rememberedMs);
  }

  /** CSS pixels per second at that time; a finger that rests has none. */
  speed(time: number): { x: number; y: number } {
    const samples = this.#samples.filter((sample) => time - sample.time <= rememberedMs);
    const [first, last] = [samples[0], samples.at(-1)];
    if (!first || !last || samples.length < 2) return { x: 0, y: 0 };
    // Events of one frame may carry the same time.
    const seconds = Math.max(last.time - first.time, 1) / 1000;
    return { x: (last.x - first.x) / seconds, y: (last.y - first.y) / seconds };
  }
}
