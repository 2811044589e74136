import { describe, expect, it } from 'vitest';
import { startPhone } from './support/scripted-phone.ts';

describe('the watchdog', () => {
  it('ends a program that does not stop changing pages, and names the loop', async () => {
    const page = (other: string) => `Page({ onShow() { my.redirectTo({ url: '/pages/${other}/${other}', fail() {} }); } });`;
    const phone = await startPhone({ modules: { '/app.js': 'App({});', '/pages/a/a.js': page('b'), '/pages/b/b.js': page('a') } });
    await phone.settle();
    expect(phone.reports('stopped')).toEqual([
      { type: 'stopped', reason: 'navigation-loop', detail: expect.stringMatching(/^41 route calls within 2 s, the last to \/pages\/[ab]\/[ab]$/) },
    ]);
    const opened = phone.pages.length;
    await phone.tap('anything');
    expect(phone.pages).toHaveLength(opened);
  });

  it('lets a long but finite walk through pages be', async () => {
    const phone = await startPhone({
      modules: { '/app.js': 'App({});', '/pages/a/a.js': 'Page({ go() { for (let i = 0; i < 9; i++) my.navigateTo({ url: "/pages/a/a" }); } });' },
    });
    await phone.tap('go');
    expect(phone.stack).toHaveLength(10);
    expect(phone.reports('stopped')).toEqual([]);
  });

  it('ends a program that sends more than 20 MB, and names page and field', async () => {
    const phone = await startPhone({
      modules: { '/app.js': 'App({});', '/pages/a/a.js': 'Page({ go() { this.setData({ big: "x".repeat(21 * 1024 * 1024) }); } });' },
    });
    await phone.tap('go');
    expect(phone.reports('stopped')).toEqual([{ type: 'stopped', reason: 'too-much-data', detail: 'pages/a/a: setData of "big" is more than 20 MB' }]);
    expect(phone.sent('update')).toEqual([]);
  });

  it('still answers that it is there', async () => {
    const phone = await startPhone({
      modules: { '/app.js': 'App({});', '/pages/a/a.js': 'Page({ go() { this.setData({ big: "x".repeat(21 * 1024 * 1024) }); } });' },
    });
    await phone.tap('go');
    phone.receive({ type: 'ping', id: 7 });
    expect(phone.sent('pong')).toHaveLength(1);
  });
});
