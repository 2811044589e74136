import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/model/errors.ts';
import type { PhoneCommand, PhoneReport, PhoneRequest } from '#shared/model/phone.ts';

type ReportListener = (reports: readonly PhoneReport[]) => void;
type Sink = (line: string) => void;

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  timer: NodeJS.Timeout;
}

function lineOf(command: PhoneCommand): string {
  return `${JSON.stringify(command)}\n`;
}

/** How long a phone may take to answer a request that has no limit of its own, in milliseconds. */
const answerWithinMs = 10_000;

/** The line between the engine and one phone: commands go out, reports come in, requests are matched with replies. */
export class PhoneSession {
  /** 128 random bits: whoever does not know it cannot name the phone's origin. */
  readonly id = randomBytes(16).toString('hex');
  readonly #listeners = new Set<ReportListener>();
  readonly #pending = new Map<number, Pending>();
  #waiting: PhoneCommand[] = [];
  #sink: Sink | null = null;
  #lastRequest = 0;
  #heardAt = Date.now();
  #leftAt: number | null = null;

  /** When the phone last said anything, in milliseconds since the epoch. */
  get heardAt(): number {
    return this.#heardAt;
  }

  get connected(): boolean {
    return this.#sink !== null;
  }

  /** When the document went away and no other came since, in milliseconds since the epoch; null before the first one and while there is one. */
  get leftAt(): number | null {
    return this.#leftAt;
  }

  /** A document is on its way: its absence counts from now. */
  expectDocument(): void {
    if (this.#leftAt !== null) this.#leftAt = Date.now();
  }

  onReports(listener: ReportListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Believed reports, from the phone or about it. */
  take(reports: readonly PhoneReport[]): void {
    this.#heardAt = Date.now();
    for (const report of reports) if (report.type === 'reply') this.#settle(report.requestId, report.ok, report.value);
    for (const listener of [...this.#listeners]) listener(reports);
  }

  /** Only one document at a time is the phone; a reloaded one takes over. Returns what ends the connection. */
  connect(sink: Sink): () => void {
    this.#sink = sink;
    this.#heardAt = Date.now();
    this.#leftAt = null;
    for (const command of this.#waiting.splice(0)) sink(lineOf(command));
    return () => {
      if (this.#sink !== sink) return;
      this.#sink = null;
      this.#leftAt = Date.now();
    };
  }

  send(command: PhoneCommand): void {
    if (this.#sink) this.#sink(lineOf(command));
    else this.#waiting.push(command);
  }

  /** A document starts with everything as it is now: what changed while there was none is no news to it. */
  forgetChanges(): void {
    this.#waiting = this.#waiting.filter(({ type }) => type === 'request');
  }

  /** Asks the phone; `PHONE_SILENT` when it does not answer in time, `PHONE_REFUSED` when it says why it cannot. */
  request(request: PhoneRequest, withinMs = answerWithinMs): Promise<unknown> {
    const requestId = ++this.#lastRequest;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(requestId);
        reject(new AppError('PHONE_SILENT', {}));
      }, withinMs);
      this.#pending.set(requestId, { resolve, reject, timer });
      this.send({ type: 'request', requestId, request });
    });
  }

  #settle(requestId: number, ok: boolean, value: unknown): void {
    const pending = this.#pending.get(requestId);
    if (!pending) return;
    this.#pending.delete(requestId);
    clearTimeout(pending.timer);
    if (ok) pending.resolve(value);
    else pending.reject(new AppError('PHONE_REFUSED', { detail: typeof value === 'string' ? value : JSON.stringify(value) }));
  }

  close(): void {
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer);
      reject(new AppError('PHONE_SILENT', {}));
    }
    this.#pending.clear();
    this.#listeners.clear();
    this.#sink = null;
  }
}
