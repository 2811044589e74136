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

/** How long a phone may take to answer a request that has no limit of its own, in milliseconds. */
const answerWithinMs = 10_000;

/** The line between the engine and one phone: commands go out, reports come in, requests are matched with replies. */
export class PhoneSession {
  /** 128 random bits: whoever does not know it cannot name the phone's origin. */
  readonly id = randomBytes(16).toString('hex');
  readonly #listeners = new Set<ReportListener>();
  readonly #pending = new Map<number, Pending>();
  readonly #waiting: string[] = [];
  #sink: Sink | null = null;
  #lastRequest = 0;
  #heardAt = Date.now();

  /** When the phone last said anything, in milliseconds since the epoch. */
  get heardAt(): number {
    return this.#heardAt;
  }

  get connected(): boolean {
    return this.#sink !== null;
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
    for (const line of this.#waiting.splice(0)) sink(line);
    return () => {
      if (this.#sink === sink) this.#sink = null;
    };
  }

  send(command: PhoneCommand): void {
    const line = `${JSON.stringify(command)}\n`;
    if (this.#sink) this.#sink(line);
    else this.#waiting.push(line);
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
