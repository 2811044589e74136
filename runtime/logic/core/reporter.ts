import type { ConsoleLevel, PhoneReport } from '#shared/model/phone.ts';
import { consoleText, stackOf } from '../values/console-text.ts';
import { previewOf } from '../values/preview.ts';
import { microtask, now } from './intrinsics.ts';

const batchSize = 100;
/** So many reports of one job go out at once: a job that never ends still tells what it did. */
const sentAtOnce = 20;
const maximumValues = 100;

/** Sends what is to be reported: the first of a job at once, further ones in batches, at the latest when the job ends. */
export class Reporter {
  readonly #send: (reports: PhoneReport[]) => void;
  #waiting: PhoneReport[] = [];
  #inJob = 0;

  constructor(send: (reports: PhoneReport[]) => void) {
    this.#send = send;
  }

  report(report: PhoneReport): void {
    if (this.#inJob === 0) microtask(() => this.#endJob());
    this.#inJob++;
    this.#waiting.push(report);
    if (this.#inJob <= sentAtOnce || this.#waiting.length >= batchSize) this.flush();
  }

  #endJob(): void {
    this.#inJob = 0;
    this.flush();
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
