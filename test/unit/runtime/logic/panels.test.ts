import { describe, expect, it } from 'vitest';
import { startPhone } from './support/scripted-phone.ts';

const card = '/components/card/card';
const modules = {
  '/app.js': 'App({ name: "app" });',
  '/pages/a/a.js': 'Page({ data: { n: 1 }, onLoad(q) { console.log("load", q); } });',
  [`${card}.js`]: 'Component({ data: { c: 2 }, props: { p: 3 } });',
};

describe('questions', () => {
  it('show the data and props of every page and component', async () => {
    const phone = await startPhone({ modules, launch: { query: 'x=1' } });
    const [id] = await phone.create([{ path: card }]);
    expect((await phone.ask({ kind: 'data' })).value).toEqual([
      { id: phone.topId, kind: 'page', name: 'pages/a/a', page: phone.topId, query: { x: '1' }, data: { n: 1 }, props: {} },
      { id, kind: 'component', name: card, page: phone.topId, data: { c: 2 }, props: { p: 3 } },
    ]);
  });

  it('set data as the program would', async () => {
    const phone = await startPhone({ modules });
    await phone.ask({ kind: 'set-data', instanceId: phone.topId, data: { n: 5 } });
    expect(phone.sent('update')[0]?.updates).toEqual([{ id: phone.topId, patches: [{ path: ['n'], value: 5 }] }]);
    expect(await phone.ask({ kind: 'set-data', instanceId: 77, data: {} })).toMatchObject({ ok: false, value: 'Error: There is no page or component 77' });
  });

  it('evaluate expressions with the program’s names', async () => {
    const phone = await startPhone({ modules });
    expect(await phone.evaluate('getApp().name + getCurrentPages()[0].data.n')).toBe('app1');
    expect(await phone.evaluate('({ f() {}, my: typeof my.showToast })')).toEqual({ f: '[Function f]', my: 'function' });
    await expect(phone.evaluate('nothing.here')).rejects.toThrow('ReferenceError: nothing is not defined');
  });

  it('show and edit what is stored', async () => {
    const phone = await startPhone({ modules, storage: { a: '1' } });
    await phone.ask({ kind: 'storage-set', key: 'b', value: '{"x":1}' });
    expect((await phone.ask({ kind: 'storage' })).value).toEqual({ a: '1', b: '{"x":1}' });
    expect(await phone.ask({ kind: 'storage-set', key: 'c', value: '{broken' })).toMatchObject({ ok: false });
    await phone.ask({ kind: 'storage-remove', key: 'a' });
    expect(await phone.evaluate('my.getStorageInfoSync().keys')).toEqual(['b']);
    await phone.ask({ kind: 'storage-remove', key: null });
    expect((await phone.ask({ kind: 'storage' })).value).toEqual({});
  });
});

describe('a hot update', () => {
  it('starts a changed page again with its route and query, the stack kept', async () => {
    const phone = await startPhone({
      modules: { ...modules, '/pages/b/b.js': 'Page({ onLoad(q) { console.log("b1", q); }, onUnload() { console.log("b1 unload"); } });' },
    });
    await phone.evaluate('my.navigateTo({ url: "/pages/b/b?x=1" })');
    const before = phone.lines.length;
    await phone.update({ '/pages/b/b.js': 'Page({ data: { v: 2 }, onLoad(q) { console.log("b2", q); }, onReady() { console.log("b2 ready"); } });' });
    expect(phone.lines.slice(before)).toEqual(['b1 unload', 'b2 {"x":"1"}', 'b2 ready']);
    expect(phone.stack).toEqual(['pages/a/a', 'pages/b/b']);
    expect(phone.sent('stack').at(-1)?.action).toBe('reload');
    expect(phone.pages.at(-1)?.data).toEqual({ v: 2 });
  });

  it('reaches pages through what they require, and leaves others alone', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({});',
        '/pages/a/a.js': 'console.log("run a"); const n = require("n"); Page({ onLoad() { console.log("a", n.x); } });',
        '/pages/b/b.js': 'Page({ onLoad() { console.log("b"); } });',
        '/n.js': 'exports.x = 1;',
      },
      tables: { '/pages/a/a.js': { n: '/n.js' } },
      launch: { path: 'pages/b/b' },
    });
    await phone.evaluate('my.navigateTo({ url: "/pages/a/a" })');
    await phone.update({ '/n.js': 'exports.x = 2;' });
    expect(phone.lines).toEqual(['b', 'run a', 'a 1', 'run a', 'a 2']);
  });

  it('starts pages again whose components changed', async () => {
    const phone = await startPhone({ modules });
    await phone.create([{ path: card }]);
    await phone.update({ [`${card}.js`]: 'Component({ data: { c: 9 } });' });
    expect(phone.lines).toEqual(['load {}', 'load {}']);
    await phone.create([{ path: card }]);
    expect(phone.sent('component-scopes').at(-1)?.scopes[0]?.data).toEqual({ c: 9 });
  });

  it('keeps the app', async () => {
    const phone = await startPhone({ modules });
    await phone.evaluate('getApp().kept = true');
    await phone.update({ '/pages/a/a.js': 'Page({ onLoad() { console.log(getApp().kept); } });' });
    expect(phone.lines.at(-1)).toBe('true');
  });
});
