import type { PhoneReport } from '#shared/model/phone.ts';

type Measure = Extract<PhoneReport, { type: 'performance' }>;

/** Frames are counted for so long after the last thing that moves the page, in milliseconds. */
const countingMs = 1000;

/** Long tasks of the document, and frames per second while something moves. */
export class PerformanceMeter {
  readonly #tell: (measure: Measure) => void;
  readonly #place: () => string;
  #counting = false;

  constructor(tell: (measure: Measure) => void, place: () => string) {
    this.#tell = tell;
    this.#place = place;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) this.#report('long-task', duration, 0);
    }).observe({ type: 'longtask', buffered: true });
  }

  #report(measure: Measure['measure'], ms: number, amount: number): void {
    this.#tell({ type: 'performance', time: Date.now(), measure, ms, amount, detail: this.#place() });
  }

  /** Something moves from now on: counts one second of frames, unless that is under way. */
  moves(): void {
    if (this.#counting || document.hidden) return;
    this.#counting = true;
    const start = performance.now();
    let [last, longest, frames] = [start, 0, 0];
    const count = (now: number): void => {
      frames++;
      longest = Math.max(longest, now - last);
      last = now;
      if (now - start < countingMs) return void requestAnimationFrame(count);
      this.#counting = false;
      this.#report('frames', longest, (frames * 1000) / (now - start));
    };
    requestAnimationFrame(count);
  }
}
