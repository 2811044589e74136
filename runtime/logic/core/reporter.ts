import type { ConsoleLevel, PhoneReport } from '#shared/model/phone.ts';
import { consoleText, stackOf } from '../values/console-text.ts';
import { previewOf } from '../values/preview.ts';
import { microtask, now } from './intrinsics.ts';

const batchSize = 100;
const maximumValues = 100;

/** Collects what is to be reported and sends it in batches, at the latest when the running job ends. */
export class Reporter {
  readonly #send: (reports: PhoneReport[]) => void;
  #waiting: PhoneReport[] = [];

  constructor(send: (reports: PhoneReport[]) => void) {
    this.#send = send;
  }

  report(report: PhoneReport): void {
    if (this.#waiting.length === 0) microtask(() => this.flush());
    this.#waiting.push(report);
    if (this.#waiting.length >= batchSize) this.flush();
  }

  flush(): void {
    if (this.#waiting.length === 0) return;
    const reports = this.#waiting;
    this.#waiting = [];
    this.#send(reports);
  }

  /** A console line of the program; without a stack of its own it gets the place that writes it. */
  log(level: ConsoleLevel, args: readonly unknown[], stack = stackOf(args) ?? new Error('Written').stack): void {
    this.#console('program', level, args, stack);
  }

  /** A console line of the phone itself. */
  system(level: ConsoleLevel, text: string): void {
    this.#console('system', level, [text], undefined);
  }

  #console(origin: 'program' | 'system', level: ConsoleLevel, args: readonly unknown[], stack: string | undefined): void {
    this.report({
      type: 'console',
      time: now(),
      level,
      origin,
      text: consoleText(args),
      values: args.slice(0, maximumValues).map(previewOf),
      ...(stack === undefined ? {} : { stack: stack.slice(0, 20_000) }),
    });
  }
}
