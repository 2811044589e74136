import type { PhoneReport } from '#shared/model/phone.ts';
import type { PhoneEvent, SourcePlace } from '#shared/model/simulator.ts';
import type { CallRow, ConsoleLine, PerformanceEntry, Phone } from './phone-store.ts';

/** What is kept per phone; the oldest go first. */
const limits = { console: 5000, calls: 2000, performance: 2000 };

type Report<T extends PhoneReport['type']> = Extract<PhoneReport, { type: T }>;

let lastKey = 0;

/** Copies of a phone's lists, changed in place for one batch of events. */
class Lists {
  readonly console: ConsoleLine[];
  readonly calls: CallRow[];
  readonly performance: PerformanceEntry[];
  readonly #places: Map<number, number>;
  #run: number;

  constructor({ console, calls, performance, generation }: Phone) {
    this.console = [...console];
    this.calls = [...calls];
    this.performance = [...performance];
    this.#run = generation;
    this.#places = new Map(calls.flatMap(({ id, run }, at) => (run === generation ? [[id, at] as const] : [])));
  }

  line({ time, level, origin, text, values }: Report<'console'>, source: SourcePlace | undefined): void {
    const last = this.console.at(-1);
    if (last && last.level === level && last.text === text && last.origin === origin)
      this.console[this.console.length - 1] = { ...last, time, count: last.count + 1 };
    else this.console.push({ key: ++lastKey, time, level, origin, text, values, source, count: 1 });
  }

  call({ id, api, args, status, result, mocked, startedAt, ms }: Report<'call'>, source: SourcePlace | undefined): void {
    const at = this.#places.get(id) ?? this.calls.length;
    const { key, source: known } = this.calls[at] ?? { key: ++lastKey, source: undefined };
    this.calls[at] = { key, id, run: this.#run, api, args, status, result, mocked, startedAt, ms: ms ?? null, source: source ?? known };
    this.#places.set(id, at);
  }

  /** Every run of a program counts its calls from 1. */
  beginRun(generation: number): void {
    this.#run = generation;
    this.#places.clear();
  }

  /** The oldest go first. */
  within(): Pick<Phone, 'console' | 'calls' | 'performance'> {
    return {
      console: this.console.slice(-limits.console),
      calls: this.calls.slice(-limits.calls),
      performance: this.performance.slice(-limits.performance),
    };
  }
}

/** What a new document in the phone's frame makes of what is known. */
export function afterReload({ generation }: Phone): Pick<Phone, 'generation' | 'status' | 'stack' | 'picked' | 'away'> {
  return { generation: generation + 1, status: { kind: 'starting' }, stack: [], picked: null, away: false };
}

function withReport(phone: Phone, { report, source }: PhoneEvent, lists: Lists): Phone {
  switch (report.type) {
    case 'console':
      lists.line(report, source);
      return phone;
    case 'call':
      lists.call(report, source);
      return phone;
    case 'performance':
      lists.performance.push({ ...report, key: ++lastKey });
      return { ...phone, contentVersion: phone.contentVersion + 1 };
    case 'route':
      return { ...phone, stack: report.stack, title: report.title, contentVersion: phone.contentVersion + 1 };
    case 'ready':
      return { ...phone, status: { kind: 'running', firstScreenMs: report.ms } };
    case 'storage':
      return { ...phone, storageVersion: phone.storageVersion + 1 };
    case 'stopped':
      return { ...phone, status: { kind: 'stopped', reason: report.reason, detail: report.detail } };
    case 'reload': {
      const reloaded = { ...phone, ...afterReload(phone) };
      lists.beginRun(reloaded.generation);
      return reloaded;
    }
    case 'picked':
      return { ...phone, picked: report.nodeId };
    case 'input':
    case 'key':
    case 'reply':
      return phone;
  }
}

/** A phone after what happened on it. */
export function afterEvents(phone: Phone, events: readonly PhoneEvent[]): Phone {
  const lists = new Lists(phone);
  const after = events.reduce((before, event) => withReport(before, event, lists), phone);
  return { ...after, ...lists.within() };
}
