import { describe, expect, it } from 'vitest';
import { startPhone } from './support/scripted-phone.ts';

const app = 'App({});';

function run(source: string, modules: Record<string, string> = {}, tables: Record<string, Record<string, string>> = {}) {
  return startPhone({ modules: { '/app.js': app, '/pages/a/a.js': source, ...modules }, tables });
}

describe('timers', () => {
  it('refuse code in strings', async () => {
    const phone = await run('Page({ onLoad() { try { setTimeout("x = 1", 0); } catch (e) { console.log(e.message); } setInterval("y", 1); } });');
    expect(phone.lines).toEqual([
      'setTimeout takes a function; code in strings is not run in a mini program',
      'Uncaught TypeError: setInterval takes a function; code in strings is not run in a mini program (in onLoad of pages/a/a)',
    ]);
  });

  it('pass arguments, can be cleared, and report what they throw', async () => {
    const phone = await run(
      'Page({ onLoad() { setTimeout((a, b) => console.log(a, b), 5, 1, 2); clearTimeout(setTimeout(() => console.log("never"), 1)); setTimeout(() => { throw new Error("timer"); }, 10); } });',
    );
    await phone.fireTimers();
    expect(phone.lines).toEqual(['1 2', 'Uncaught Error: timer (in a setTimeout callback)']);
  });

  it('count as work until they fire; intervals do not', async () => {
    const phone = await run('Page({ onLoad() { setTimeout(() => {}, 100); setInterval(() => {}, 1); } });');
    phone.receive({ type: 'ping', id: 1 });
    await phone.fireTimers();
    phone.receive({ type: 'ping', id: 2 });
    const [first, second] = phone.sent('pong');
    expect(first?.work.timers).toBe(1);
    expect(first?.work.nextTimerMs).toBeGreaterThan(0);
    expect(second?.work).toMatchObject({ timers: 0, nextTimerMs: null });
  });
});

describe('modules', () => {
  it('run once, share their exports, and resolve by the table', async () => {
    const phone = await run(
      'const a = require("./n"); const b = require("../../n"); console.log(a === b, a.count()); Page({});',
      { '/n.js': 'let n = 0; exports.count = () => ++n;' },
      {
        '/pages/a/a.js': { './n': '/n.js', '../../n': '/n.js' },
      },
    );
    expect(phone.lines).toEqual(['true 1']);
  });

  it('in a cycle hand out what is there', async () => {
    const phone = await run(
      'const a = require("a"); console.log(a.done, a.seen); Page({});',
      { '/x.js': 'exports.done = 1; const y = require("y"); exports.seen = y.half;', '/y.js': 'const x = require("x"); exports.half = x.done;' },
      { '/pages/a/a.js': { a: '/x.js' }, '/x.js': { y: '/y.js' }, '/y.js': { x: '/x.js' } },
    );
    expect(phone.lines).toEqual(['1 1']);
  });

  it('that do not exist are named with who requires them', async () => {
    const phone = await run('require("./none"); Page({});');
    expect(phone.errors).toEqual(["Uncaught Error: Cannot find module './none', required by /pages/a/a.js (in /pages/a/a.js)"]);
  });

  it('that throw run again when they are required again', async () => {
    const phone = await run(
      'for (let i = 0; i < 2; i++) try { require("n"); } catch (e) { console.log(e.message); } Page({});',
      { '/n.js': 'throw new Error("boom");' },
      { '/pages/a/a.js': { n: '/n.js' } },
    );
    expect(phone.lines).toEqual(['boom', 'boom']);
  });

  it('can be required later', async () => {
    const phone = await run(
      'require.async("n").then((n) => console.log("async", n.x)); require("n", (n) => console.log("callback", n.x)); Page({});',
      { '/n.js': 'exports.x = 1;' },
      { '/pages/a/a.js': { n: '/n.js' } },
    );
    expect(phone.lines).toEqual(['async 1', 'callback 1']);
  });

  it('that only import the file with Page() still make a page', async () => {
    const phone = await run('require("real");', { '/real.js': 'Page({ onLoad() { console.log("real"); } });' }, { '/pages/a/a.js': { real: '/real.js' } });
    expect(phone.lines).toEqual(['real']);
  });
});

describe('storage', () => {
  const page = (body: string) => `Page({ onLoad() { ${body} } });`;

  it('keeps JSON, is written through, and answers missing keys with null', async () => {
    const phone = await run(
      page(
        'my.setStorageSync({ key: "k", data: { a: [1] } }); console.log(my.getStorageSync({ key: "k" }).data, my.getStorageSync({ key: "none" }).data, my.getStorageInfoSync().keys);',
      ),
    );
    expect(phone.lines).toEqual(['{"a":[1]} null ["k"]']);
    expect(phone.sent('call')).toMatchObject([{ to: 'host', api: 'storage.set', args: { key: 'k', value: '{"a":[1]}' } }]);
    expect(phone.reports('storage')).toEqual([{ type: 'storage', key: 'k' }]);
  });

  it('starts with what was kept, and removes and clears', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': app,
        '/pages/a/a.js': page(
          'my.getStorage({ key: "old", success(r) { console.log(r.data); my.removeStorageSync({ key: "old" }); my.clearStorage({ success() { console.log(my.getStorageInfoSync().keys); } }); } });',
        ),
      },
      storage: { old: '"value"' },
    });
    expect(phone.lines).toEqual(['value', '[]']);
    expect(phone.sent('call').map(({ api }) => api)).toEqual(['storage.remove', 'storage.clear']);
  });

  it('holds ten megabytes and no more', async () => {
    const phone = await run(
      page(
        'const mb = "x".repeat(1024 * 1024); let n = 0; for (; n < 12; n++) { const r = my.setStorageSync({ key: "k" + n, data: mb }); if (r.error) { console.log(n, r.error); break; } } my.setStorage({ key: "more", data: mb, fail: (e) => console.log(e.error) }); console.log(my.getStorageInfoSync().limitSize);',
      ),
    );
    expect(phone.lines.filter((line) => !line.includes('200 KB'))).toEqual(['9 12', '10240', '12']);
  });

  it('does not keep a changed object', async () => {
    const phone = await run(page('const o = { a: 1 }; my.setStorageSync({ key: "k", data: o }); o.a = 2; console.log(my.getStorageSync({ key: "k" }).data);'));
    expect(phone.lines).toEqual(['{"a":1}']);
  });

  it('refuses a missing key or value', async () => {
    const phone = await run(page('console.log(my.setStorageSync({ key: "", data: 1 }).error, my.setStorageSync({ key: "k" }).error);'));
    expect(phone.lines).toEqual(['2 2']);
  });
});

describe('the runtime', () => {
  it('keeps working when the program changes built-ins', async () => {
    const patch = `
      Object.prototype.extra = function () {}; Array.prototype.extra = function () {}; Array.prototype.toJSON = undefined;
      const done = () => { delete Object.prototype.extra; delete Array.prototype.extra; delete Array.prototype.toJSON; };
      Page({ data: { list: [1] }, go() { this.setData({ list: [1, 2], 'o.a': 1 }); my.showToast({ content: 'x', success: () => { console.log('shown'); done(); } }); } });`;
    const phone = await run(patch);
    await phone.tap('go');
    expect(phone.lines).toEqual(['shown']);
    expect(phone.sent('update')[0]?.updates[0]?.patches).toEqual([
      { path: ['list'], value: [1, 2] },
      { path: ['o', 'a'], value: 1 },
    ]);
  });

  it('hands out no way to itself', async () => {
    const phone = await run(
      'Page({ onLoad() { console.log(Object.keys(this), Reflect.ownKeys(this).filter((k) => typeof this[k] === "object").join(), typeof defineModule); } });',
    );
    expect(phone.lines).toEqual(['["$viewId","route","onLoad","data"] data undefined']);
  });
});
