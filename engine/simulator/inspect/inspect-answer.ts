import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { ConsoleLevel, TreeNode } from '#shared/model/phone.ts';
import type { PhoneEvent } from '#shared/model/simulator.ts';

/** What a phone says of its visible page. */
export interface InspectSnapshot {
  page: string;
  query: Record<string, string>;
  pageStack: string[];
  text: string;
  tree: TreeNode | null;
  data: Record<string, unknown>;
}

export interface InspectAnswer extends InspectSnapshot {
  console: { level: ConsoleLevel; text: string; source?: string }[];
  calls: { api: string; args: unknown; result: unknown; ms: number }[];
  diagnostics: readonly Diagnostic[];
  /** Only when the watchdog ended the program. */
  stopped?: { reason: string; detail: string };
}

const nothing: InspectSnapshot = { page: '', query: {}, pageStack: [], text: '', tree: null, data: {} };

function consoleOf(events: readonly PhoneEvent[]): InspectAnswer['console'] {
  return events.flatMap(({ report, source }) => {
    if (report.type !== 'console') return [];
    const { level, text } = report;
    return [source === undefined ? { level, text } : { level, text, source: `${source.file}:${source.line}:${source.column}` }];
  });
}

/** Fields without a value are left out, as in any JSON; previews keep them for the panels. */
function withoutUndefined(preview: unknown): unknown {
  if (Array.isArray(preview)) return preview.map(withoutUndefined);
  if (preview === '[undefined]') return null;
  if (typeof preview !== 'object' || preview === null) return preview;
  const fields = Object.entries(preview).filter(([, field]) => field !== '[undefined]');
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutUndefined(field)]));
}

/** Finished calls in the order they were made, then those that still wait. */
function callsOf(events: readonly PhoneEvent[]): InspectAnswer['calls'] {
  const calls = new Map<number, InspectAnswer['calls'][number]>();
  for (const { report } of events) {
    if (report.type === 'call')
      calls.set(report.id, {
        api: report.api,
        args: withoutUndefined(report.args ?? null),
        result: withoutUndefined(report.result ?? null),
        ms: report.ms ?? 0,
      });
  }
  return [...calls.values()];
}

export function reportOf(snapshot: InspectSnapshot | null, events: readonly PhoneEvent[], diagnostics: readonly Diagnostic[]): InspectAnswer {
  const stopped = events.map(({ report }) => report).find((report) => report.type === 'stopped');
  return {
    ...(snapshot ?? nothing),
    console: consoleOf(events),
    calls: callsOf(events),
    diagnostics,
    ...(stopped ? { stopped: { reason: stopped.reason, detail: stopped.detail } } : {}),
  };
}
