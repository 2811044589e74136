import { describe, expect, it } from 'vitest';
import { reportOf } from '#engine/simulator/inspect/inspect-answer.ts';
import type { PhoneReport } from '#shared/model/phone.ts';

function call(id: number, more: Partial<Extract<PhoneReport, { type: 'call' }>>): { report: PhoneReport } {
  return { report: { type: 'call', id, api: 'request', args: {}, status: 'pending', mocked: false, startedAt: 0, ...more } };
}

describe('what inspect answers', () => {
  it('lists calls as they were made, those that still wait without a result', () => {
    const events = [call(1, {}), call(2, { api: 'alert' }), call(1, { status: 'success', result: { status: 200 }, ms: 5 })];
    expect(reportOf(null, events, []).calls).toEqual([
      { api: 'request', args: {}, result: { status: 200 }, ms: 5 },
      { api: 'alert', args: {}, result: null, ms: 0 },
    ]);
  });

  it('leaves out fields that have no value', () => {
    const result = { a: '[undefined]', list: ['[undefined]', { b: '[undefined]', c: null }], text: 'x' };
    expect(reportOf(null, [call(1, { args: { url: '/x', data: '[undefined]' }, status: 'success', result })], []).calls).toEqual([
      { api: 'request', args: { url: '/x' }, result: { list: [null, { c: null }], text: 'x' }, ms: 0 },
    ]);
  });
});
