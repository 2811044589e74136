import type { PhoneReport } from '#shared/model/phone.ts';
import type { PhoneEvent, SourcePlace } from '#shared/model/simulator.ts';
import type { CallRow, ConsoleLine, PerformanceEntry, Phone } from './phone-store.ts';

/** What is kept per phone; the oldest go first. */
const limits = { console: 5000, calls: 2000, performance: 2000 };

type Report<T extends PhoneReport['type']> = Extract<PhoneReport, { type: T }>;

let lastKey = 0;

function withLine(lines: readonly ConsoleLine[], report: Report<'console'>, source: SourcePlace | undefined): ConsoleLine[] {
  const { time, level, origin, text, values } = report;
  const last = lines.at(-1);
  if (last && last.level === level && last.text === text && last.origin === origin) return [...lines.slice(0, -1), { ...last, time, count: last.count + 1 }];
  return [...lines, { key: ++lastKey, time, level, origin, text, values, source, count: 1 }].slice(-limits.console);
}

function withCall(calls: readonly CallRow[], report: Report<'call'>, source: SourcePlace | undefined): CallRow[] {
  const { id, api, args, status, result, mocked, startedAt, ms } = report;
  const at = calls.findIndex((call) => call.id === id);
  const row: CallRow = { id, api, args, status, result, mocked, startedAt, ms: ms ?? null, source: source ?? calls[at]?.source };
  return at === -1 ? [...calls, row].slice(-limits.calls) : calls.with(at, row);
}

function withPerformance(entries: readonly PerformanceEntry[], report: Report<'performance'>): PerformanceEntry[] {
  return [...entries, { ...report, key: ++lastKey }].slice(-limits.performance);
}

/** What a new document in the phone's frame makes of what is known. */
export function afterReload({ generation }: Phone): Pick<Phone, 'generation' | 'status' | 'stack' | 'picked'> {
  return { generation: generation + 1, status: { kind: 'starting' }, stack: [], picked: null };
}

function withReport(phone: Phone, { report, source }: PhoneEvent): Phone {
  switch (report.type) {
    case 'console':
      return { ...phone, console: withLine(phone.console, report, source), updatedAt: report.origin === 'system' ? report.time : phone.updatedAt };
    case 'call':
      return { ...phone, calls: withCall(phone.calls, report, source) };
    case 'route':
      return { ...phone, stack: report.stack, title: report.title, contentVersion: phone.contentVersion + 1 };
    case 'performance':
      return { ...phone, performance: withPerformance(phone.performance, report), contentVersion: phone.contentVersion + 1 };
    case 'ready':
      return { ...phone, status: { kind: 'running', firstScreenMs: report.ms }, updatedAt: Date.now() };
    case 'storage':
      return { ...phone, storageVersion: phone.storageVersion + 1 };
    case 'stopped':
      return { ...phone, status: { kind: 'stopped', reason: report.reason, detail: report.detail } };
    case 'reload':
      return { ...phone, ...afterReload(phone) };
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
  return events.reduce(withReport, phone);
}
