import type { ConsoleLevel } from '#shared/model/phone.ts';
import { now } from '../core/intrinsics.ts';
import type { Reporter } from '../core/reporter.ts';

type Line = (...args: unknown[]) => void;

/** The `console` of the program: every line becomes a report. */
export function createProgramConsole(reporter: Reporter): Record<string, Line> {
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  const line =
    (level: ConsoleLevel): Line =>
    (...args) =>
      reporter.log(level, args);
  const elapsed = (label: string) => `${label}: ${now() - (times.get(label) ?? now())} ms`;
  const ignored: Line = () => undefined;
  return {
    log: line('log'),
    info: line('info'),
    debug: line('debug'),
    warn: line('warn'),
    error: line('error'),
    dir: line('log'),
    table: line('log'),
    group: line('log'),
    groupCollapsed: line('log'),
    groupEnd: ignored,
    clear: ignored,
    trace: (...args) => reporter.log('log', args, new Error('Trace').stack),
    assert: (condition, ...args) => {
      if (!condition) reporter.log('error', ['Assertion failed:', ...args]);
    },
    count: (label = 'default') => {
      const count = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), count);
      reporter.log('log', [`${label}: ${count}`]);
    },
    countReset: (label = 'default') => void counts.delete(String(label)),
    time: (label = 'default') => void times.set(String(label), now()),
    timeLog: (label = 'default', ...args) => reporter.log('log', [elapsed(String(label)), ...args]),
    timeEnd: (label = 'default') => {
      reporter.log('log', [elapsed(String(label))]);
      times.delete(String(label));
    },
  };
}
