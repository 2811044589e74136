import type { PhoneReport } from '#shared/model/phone.ts';

/** What may come in one go, and how many per second for as long as a person likes to watch. */
const burst = 20_000;
const perSecond = 2000;

/**
 * Lets through what a person can still read. A program that logs or calls without pause would otherwise keep the
 * engine and the workbench busy with it; a call whose beginning was let through is also told the end of.
 */
export class ReportLimit {
  readonly #now: () => number;
  readonly #begun = new Set<number>();
  readonly #leftOut = new Set<number>();
  #room = burst;
  #filledAt: number;
  #losing = false;

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
    this.#filledAt = now();
  }

  /** The reports to send, with one line that says so when the others are no longer. */
  pass(reports: readonly PhoneReport[]): PhoneReport[] {
    return reports.flatMap((report) => {
      if (this.#lets(report)) return [report];
      if (this.#losing) return [];
      this.#losing = true;
      return [this.#notice()];
    });
  }

  #lets(report: PhoneReport): boolean {
    if (report.type === 'call' && report.status !== 'pending') {
      if (this.#begun.delete(report.id)) return true;
      if (this.#leftOut.delete(report.id)) return false;
    }
    if (report.type !== 'call' && report.type !== 'console' && report.type !== 'performance') return true;
    const room = this.#takeRoom();
    if (report.type === 'call' && report.status === 'pending') (room ? this.#begun : this.#leftOut).add(report.id);
    return room;
  }

  #takeRoom(): boolean {
    const time = this.#now();
    this.#room = Math.min(this.#room + ((time - this.#filledAt) / 1000) * perSecond, burst);
    this.#filledAt = time;
    if (this.#room === burst) this.#losing = false;
    if (this.#room < 1) return false;
    this.#room -= 1;
    return true;
  }

  #notice(): PhoneReport {
    const text = 'Too much happens at once: console lines and calls are left out until it slows down';
    return { type: 'console', time: Date.now(), level: 'warn', origin: 'system', text, values: [text] };
  }
}
