import { describe, expect, it } from 'vitest';
import type { Phone } from '#renderer/features/phone/phone-store.ts';
import { afterEvents } from '#renderer/features/phone/take-events.ts';
import type { PhoneReport } from '#shared/model/phone.ts';

const fresh = { console: [], calls: [], performance: [], contentVersion: 0, generation: 0 } as unknown as Phone;

function phoneAfter(...reports: PhoneReport[]): Phone {
  return afterEvents(
    fresh,
    reports.map((report) => ({ report })),
  );
}

const line = (text: string): PhoneReport => ({ type: 'console', time: 0, level: 'log', origin: 'program', text, values: [text] });

describe('what happens on a phone', () => {
  it('joins lines that repeat, and the two reports of a call', () => {
    const call = { type: 'call', id: 7, api: 'request', mocked: false, startedAt: 5 } as const;
    const { console, calls } = phoneAfter(line('a'), line('a'), line('b'), { ...call, status: 'pending' }, { ...call, status: 'success', ms: 3 });
    expect(console.map(({ text, count }) => [text, count])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(calls).toMatchObject([{ id: 7, status: 'success', ms: 3 }]);
  });

  it('tells calls of a new run from those of the one before, which count alike', () => {
    const call = { type: 'call', status: 'success', mocked: false, startedAt: 5, ms: 1 } as const;
    const first = afterEvents(fresh, [
      { report: { ...call, id: 1, api: 'getStorage' }, source: { file: 'a.js', line: 1, column: 1 } },
      { report: { type: 'reload', why: [] } },
      { report: { ...call, id: 1, api: 'getAuthCode' } },
    ]);
    const { calls } = afterEvents({ ...first, generation: first.generation + 1 }, [{ report: { ...call, id: 1, api: 'request' } }]);
    expect(calls.map(({ api, source }) => [api, source?.file])).toEqual([
      ['getStorage', 'a.js'],
      ['getAuthCode', undefined],
      ['request', undefined],
    ]);
    expect(new Set(calls.map(({ key }) => key)).size).toBe(3);
  });

  it('keeps the newest of very much', () => {
    const { console } = phoneAfter(...Array.from({ length: 6000 }, (_, at) => line(String(at))));
    expect(console).toHaveLength(5000);
    expect(console.at(-1)?.text).toBe('5999');
  });
});
