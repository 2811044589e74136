import { describe, expect, it } from 'vitest';
import { startPhone } from './support/scripted-phone.ts';

const app = 'App({});';

describe('page data', () => {
  const modules = (data: string) => ({
    '/app.js': app,
    '/pages/a/a.js': 'Page({ go() { my.navigateTo({ url: "/pages/b/b" }); } });',
    '/pages/b/b.js': `Page({ data: ${data}, onLoad() { this.data.list.push(1); this.data.n++; console.log(this.data); } });`,
  });

  it('as an object is copied one level deep only: what is changed in place survives', async () => {
    const phone = await startPhone({ modules: modules('{ list: [], n: 0 }') });
    for (let visit = 0; visit < 2; visit++) {
      await phone.tap('go');
      phone.receive({ type: 'route', api: 'navigateBack', args: {}, from: 'user' });
      await phone.settle();
    }
    expect(phone.lines).toEqual(['{"list":[1],"n":1}', '{"list":[1,1],"n":1}']);
  });

  it('as a function belongs to the instance', async () => {
    const phone = await startPhone({ modules: modules('() => ({ list: [], n: 0 })') });
    for (let visit = 0; visit < 2; visit++) {
      await phone.tap('go');
      phone.receive({ type: 'route', api: 'navigateBack', args: {}, from: 'user' });
      await phone.settle();
    }
    expect(phone.lines).toEqual(['{"list":[1],"n":1}', '{"list":[1],"n":1}']);
  });
});

describe('a page instance', () => {
  it('has route, custom fields and one router', async () => {
    const source =
      'Page({ custom: { x: 1 }, go() { console.log(this.route, this.custom, this.router === this.pageRouter, getCurrentPages()[0] === this); } });';
    const phone = await startPhone({ modules: { '/app.js': app, '/pages/a/a.js': source } });
    await phone.tap('go');
    expect(phone.lines).toEqual(['pages/a/a {"x":1} true true']);
  });

  it('is in getCurrentPages when its onLoad runs', async () => {
    const phone = await startPhone({
      modules: { '/app.js': app, '/pages/a/a.js': 'Page({ onLoad() { console.log(getCurrentPages().map((page) => page.route)); } });' },
    });
    expect(phone.lines).toEqual(['["pages/a/a"]']);
  });

  it('gets page events on itself and on events', async () => {
    const source =
      'Page({ onPageScroll(e) { console.log("own", e); }, events: { onPageScroll(e) { console.log("events", e.scrollTop); }, onBack() { console.log("back"); } } });';
    const phone = await startPhone({ modules: { '/app.js': app, '/pages/a/a.js': source } });
    phone.receive({ type: 'page-event', id: phone.topId, name: 'onPageScroll', argument: { scrollTop: 5, scrollHeight: 9 } });
    phone.receive({ type: 'route', api: 'navigateBack', args: {}, from: 'user' });
    await phone.settle();
    expect(phone.lines).toEqual(['own {"scrollTop":5,"scrollHeight":9}', 'events 5', 'back']);
  });

  it('takes methods, data and events of Mixin instances, its own winning', async () => {
    const source = `
      const inner = Mixin({ methods: { who() { return 'inner'; }, deep() { return 'deep'; } } });
      const mixin = Mixin({ mixins: [inner], data: { a: 1, b: 1 }, methods: { who() { return 'mixin'; }, only() { return 'only'; } }, rootEvents: { onShow() { console.log('root show'); } } });
      Page({ mixins: [mixin, { data: { ignored: 1 } }], data: { b: 2 }, who() { return 'page'; }, onShow() { console.log(this.who(), this.only(), this.deep(), this.data, this.hasMixin(mixin), this.hasMixin('x')); } });`;
    const phone = await startPhone({ modules: { '/app.js': app, '/pages/a/a.js': source } });
    expect(phone.lines).toEqual(['page only deep {"a":1,"b":2} true false', 'root show']);
  });
});

describe('events', () => {
  it('carry the dataset of the bound element, and targetDataset of the one touched', async () => {
    const phone = await startPhone({
      modules: { '/app.js': app, '/pages/a/a.js': 'Page({ go(e) { console.log(e.type, e.target, e.currentTarget.dataset); } });' },
    });
    await phone.tap('go', phone.topId, {
      target: { id: 'inner', tagName: 'text', dataset: { inner: 1 } },
      currentTarget: { id: 'outer', tagName: 'view', dataset: { outer: 2 } },
    });
    expect(phone.lines).toEqual(['tap {"id":"inner","tagName":"text","dataset":{"outer":2},"targetDataset":{"inner":1}} {"outer":2}']);
  });

  it('name page and handler when the handler does not exist', async () => {
    const phone = await startPhone({ modules: { '/app.js': app, '/pages/a/a.js': 'Page({});' } });
    await phone.tap('missing');
    expect(phone.errors).toEqual(['pages/a/a has no method "missing", which is to handle tap']);
  });
});

describe('errors', () => {
  const source = 'Page({ go() { throw new TypeError("broken"); }, async later() { await null; throw new Error("late"); } });';

  it('in a handler become one console error with a stack, and go to App.onError and my.onError', async () => {
    const hearing = 'my.onError((message) => console.log("my", message)); App({ onError(message, stack) { console.log("app", message, typeof stack); } });';
    const phone = await startPhone({ modules: { '/app.js': hearing, '/pages/a/a.js': source } });
    await phone.tap('go');
    expect(phone.lines).toEqual(['Uncaught TypeError: broken (in go of pages/a/a)', 'app broken string', 'my broken']);
    expect(phone.reports('console')[0]?.stack).toContain('TypeError: broken');
  });

  it('of promises nobody handles go to onUnhandledRejection', async () => {
    const hearing = 'App({ onUnhandledRejection({ reason, promise }) { console.log("app", reason.message, promise instanceof Promise); } });';
    const phone = await startPhone({ modules: { '/app.js': hearing, '/pages/a/a.js': source } });
    const promise = Promise.reject(new Error('late'));
    promise.catch(() => undefined);
    phone.logic.unhandledRejection(new Error('late'), promise);
    await phone.settle();
    expect(phone.lines).toEqual(['Uncaught (in promise) Error: late', 'app late true']);
  });

  it('in onError itself do not go round', async () => {
    const phone = await startPhone({ modules: { '/app.js': 'App({ onError() { throw new Error("again"); } });', '/pages/a/a.js': source } });
    await phone.tap('go');
    expect(phone.errors).toEqual(['Uncaught TypeError: broken (in go of pages/a/a)', 'Uncaught Error: again (in onError of app.js)']);
  });

  it('at the top of a page leave an empty page and a line', async () => {
    const phone = await startPhone({ modules: { '/app.js': app, '/pages/a/a.js': 'throw new Error("top");' } });
    expect(phone.errors).toEqual(['Uncaught Error: top (in /pages/a/a.js)']);
    expect(phone.pages[0]?.data).toEqual({});
  });

  it('say when a page does not call Page()', async () => {
    const phone = await startPhone({ modules: { '/app.js': app, '/pages/a/a.js': 'module.exports = 1;' } });
    expect(phone.errors).toEqual(['/pages/a/a.js does not call Page()']);
  });
});

describe('sharing', () => {
  it('asks the page, which may answer later, then the app', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({ onShareAppMessage() { return { title: "app" }; } });',
        '/pages/a/a.js': 'Page({ async onShareAppMessage({ from }) { return { title: from }; } });',
      },
    });
    expect(await phone.ask({ kind: 'share', instanceId: phone.topId, options: { from: 'menu' } })).toMatchObject({ ok: true, value: { title: 'menu' } });
    expect(await phone.ask({ kind: 'share', instanceId: 99, options: { from: 'menu' } })).toMatchObject({ ok: true, value: { title: 'app' } });
  });
});

describe('the app', () => {
  it('is what getApp returns, with globalData and own fields', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({ globalData: { n: 1 }, more() { return this.globalData.n; } });',
        '/pages/a/a.js': 'const app = getApp(); Page({ onLoad() { app.globalData.n++; console.log(app.more(), getApp().globalData); } });',
      },
    });
    expect(phone.lines).toEqual(['2 {"n":2}']);
  });

  it('may only be registered once', async () => {
    const phone = await startPhone({ modules: { '/app.js': 'App({}); App({});', '/pages/a/a.js': 'Page({});' } });
    expect(phone.errors).toEqual(['App() has been called before; a mini program has one App()']);
  });

  it('gets the start options again from my', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({ onLaunch(o) { console.log(o, my.getLaunchOptionsSync(), my.getEnterOptionsSync().query.a); } });',
        '/pages/a/a.js': 'Page({});',
      },
      launch: { path: 'pages/a/a', query: 'a=%20b', scene: '1011' },
    });
    const options = '{"path":"pages/a/a","query":{"a":" b"},"scene":"1011","referrerInfo":{}}';
    expect(phone.lines).toEqual([`${options} ${options}  b`]);
  });

  it('gives referrer and options of a return to onShow', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'my.onAppShow((o) => console.log("my", o.query)); App({ onShow(o) { console.log("show", o.query); } });',
        '/pages/a/a.js': 'Page({});',
      },
    });
    phone.receive({ type: 'app-event', name: 'hide' });
    phone.receive({ type: 'app-event', name: 'show', argument: { query: { again: '1' } } });
    await phone.settle();
    expect(phone.lines.slice(2)).toEqual(['show {"again":"1"}', 'my {"again":"1"}']);
  });
});
