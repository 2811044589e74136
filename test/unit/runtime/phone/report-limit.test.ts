import { describe, expect, it } from 'vitest';
import { ReportLimit } from '#runtime/phone/report-limit.ts';
import type { PhoneReport } from '#shared/model/phone.ts';

const line = (text: string): PhoneReport => ({ type: 'console', time: 0, level: 'log', origin: 'program', text, values: [text] });
const call = (id: number, status: 'pending' | 'success'): PhoneReport => ({ type: 'call', id, api: 'showToast', status, mocked: false, startedAt: 0 });
const lines = (count: number): PhoneReport[] => Array.from({ length: count }, (_, at) => line(String(at)));

describe('what a phone reports', () => {
  it('is passed on whole, a long list in one go too', () => {
    const limit = new ReportLimit(() => 0);
    expect(limit.pass(lines(20_000))).toHaveLength(20_000);
  });

  it('is thinned out while it never ends, which is said once, and flows again after a rest', () => {
    let now = 0;
    const limit = new ReportLimit(() => now);
    limit.pass(lines(20_000));
    const left = limit.pass(lines(500));
    expect(left).toMatchObject([{ type: 'console', origin: 'system', level: 'warn' }]);
    now = 1000;
    expect(limit.pass(lines(5000))).toHaveLength(2000);
    now = 60_000;
    expect(limit.pass(lines(10))).toHaveLength(10);
    expect(limit.pass(lines(20_000)).at(-1)).toMatchObject({ origin: 'system' });
  });

  it('never loses what a phone is and where it stands, nor the end of a call whose beginning was told', () => {
    const limit = new ReportLimit(() => 0);
    limit.pass([call(1, 'pending'), ...lines(20_000)]);
    limit.pass([call(2, 'pending')]);
    const stopped: PhoneReport = { type: 'stopped', reason: 'busy', detail: '' };
    expect(limit.pass([call(1, 'success'), call(2, 'success'), stopped])).toEqual([call(1, 'success'), stopped]);
  });
});
