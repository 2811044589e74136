import { describe, expect, it } from 'vitest';
import type { AppManifest } from '#shared/model/mini-program.ts';
import { type ScriptedPhone, startPhone } from './support/scripted-phone.ts';

const tabBar: AppManifest['tabBar'] = {
  items: [
    { pagePath: 'pages/home/home', name: 'Home' },
    { pagePath: '/pages/me/me', name: 'Me' },
  ],
};

function telling(name: string): string {
  const hooks = ['onShow', 'onReady', 'onHide', 'onUnload', 'beforeTabItemTap', 'onTabItemTap', 'onSelectedTabItemTap'];
  const told = hooks.map((hook) => `${hook}(e) { console.log('${name} ${hook}' + (e ? ' ' + JSON.stringify(e) : '')); }`);
  return `Page({ onLoad(query) { console.log('${name} onLoad ' + JSON.stringify(query)); }, ${told.join(', ')},
    call({ detail: { api, options } }) { my[api]({ ...options, success: () => console.log('success'), fail: (e) => console.log('fail', e), complete: () => console.log('complete') }); } });`;
}

const modules = {
  '/app.js': 'App({});',
  ...Object.fromEntries(['home', 'me', 'a', 'b', 'c'].map((name) => [`/pages/${name}/${name}.js`, telling(name)])),
};

function start(launch = {}): Promise<ScriptedPhone> {
  return startPhone({ modules, manifest: { tabBar, entryPagePath: 'pages/home/home' }, launch });
}

/** Lines written by one routing call of the visible page. */
async function call(phone: ScriptedPhone, api: string, options: object): Promise<string[]> {
  const before = phone.lines.length;
  await phone.tap('call', phone.topId, { detail: { api, options } });
  return phone.lines.slice(before);
}

describe('navigateTo', () => {
  it('pushes a page with its query and then calls back', async () => {
    const phone = await start();
    expect(await call(phone, 'navigateTo', { url: '/pages/a/a?x=1&y=%E4%BD%A0&z' })).toEqual([
      'home onHide',
      'a onLoad {"x":"1","y":"你","z":""}',
      'a onShow',
      'success',
      'complete',
      'a onReady',
    ]);
    expect(phone.sent('stack').at(-1)).toMatchObject({ action: 'navigate' });
    expect(phone.pages.at(-1)?.isTab).toBe(false);
  });

  it('fails for a tab page', async () => {
    const phone = await start();
    const lines = await call(phone, 'navigateTo', { url: '/pages/me/me' });
    expect(lines).toEqual(['fail {"error":12,"errorMessage":"my.navigateTo: pages/me/me is a tab page; use my.switchTab"}', 'complete']);
    expect(phone.stack).toEqual(['pages/home/home']);
  });

  it('fails for a page that does not exist, and tells nobody else', async () => {
    const phone = await start();
    const lines = await call(phone, 'navigateTo', { url: '/pages/none/none' });
    expect(lines).toEqual(['fail {"error":12,"errorMessage":"my.navigateTo: there is no page pages/none/none"}', 'complete']);
  });

  it('fails without a url', async () => {
    const phone = await start();
    expect(await call(phone, 'navigateTo', {})).toEqual(['fail {"error":2,"errorMessage":"my.navigateTo needs a text as url"}', 'complete']);
  });

  it('fails beyond ten pages', async () => {
    const phone = await start({ path: 'pages/a/a' });
    for (let count = 0; count < 9; count++) await call(phone, 'navigateTo', { url: `/pages/b/b?n=${count}` });
    expect(phone.stack).toHaveLength(10);
    expect((await call(phone, 'navigateTo', { url: '/pages/c/c' }))[0]).toContain('the page stack already holds 10 pages');
    expect(phone.stack).toHaveLength(10);
  });

  it('reads relative urls from the visible page, from resolvedPath, and from the root', async () => {
    const phone = await start();
    await call(phone, 'navigateTo', { url: '../a/a' });
    await call(phone, 'navigateTo', { url: '../b/b', resolvedPath: 'pages/home/home' });
    await call(phone, 'navigateTo', { url: 'pages/c/c' });
    expect(phone.stack).toEqual(['pages/home/home', 'pages/a/a', 'pages/b/b', 'pages/c/c']);
  });

  it('leaves query values as they are when decoding is off', async () => {
    const phone = await startPhone({ modules, manifest: { decodeQuery: false }, launch: { path: 'pages/a/a', query: 'x=%20' } });
    expect(phone.lines[0]).toBe('a onLoad {"x":"%20"}');
  });

  it('is carried out after the code that calls it', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({});',
        '/pages/a/a.js': 'Page({ go() { my.navigateTo({ url: "/pages/b/b" }); console.log("after"); }, onHide() { console.log("hide"); } });',
        '/pages/b/b.js': 'Page({});',
      },
    });
    await phone.tap('go');
    expect(phone.lines).toEqual(['after', 'hide']);
  });
});

describe('the event channel', () => {
  it('joins the page and the one that opened it, both ways', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({});',
        '/pages/a/a.js': `Page({ go() {
          const channel = my.navigateTo({ url: '/pages/b/b', events: { answer(x) { console.log('events', x); } }, success({ eventChannel }) { eventChannel.emit('ask', 1); } });
          channel.once('answer', (x) => console.log('once', x));
        } });`,
        '/pages/b/b.js': `Page({ onLoad() { const channel = this.getOpenerEventChannel(); channel.on('ask', (n) => { channel.emit('answer', n + 1); channel.emit('answer', n + 2); }); } });`,
      },
    });
    await phone.tap('go');
    expect(phone.lines).toEqual(['events 2', 'once 2', 'events 3']);
  });

  it('is there and silent on a page that nobody opened', async () => {
    const phone = await startPhone({
      modules: { '/app.js': 'App({});', '/pages/a/a.js': 'Page({ onLoad() { this.getOpenerEventChannel().emit("x"); console.log("fine"); } });' },
    });
    expect(phone.lines).toEqual(['fine']);
  });
});

describe('redirectTo', () => {
  it('unloads the page and opens the other in its place', async () => {
    const phone = await start({ path: 'pages/a/a' });
    await call(phone, 'navigateTo', { url: '/pages/b/b' });
    expect(await call(phone, 'redirectTo', { url: '/pages/c/c' })).toEqual(['b onUnload', 'c onLoad {}', 'c onShow', 'success', 'complete', 'c onReady']);
    expect(phone.stack).toEqual(['pages/a/a', 'pages/c/c']);
  });

  it('fails for a tab page', async () => {
    const phone = await start({ path: 'pages/a/a' });
    expect((await call(phone, 'redirectTo', { url: '/pages/me/me' }))[0]).toContain('is a tab page');
  });
});

describe('navigateBack', () => {
  it('goes back by delta, unloading from the top', async () => {
    const phone = await start({ path: 'pages/a/a' });
    await call(phone, 'navigateTo', { url: '/pages/b/b' });
    await call(phone, 'navigateTo', { url: '/pages/c/c' });
    expect(await call(phone, 'navigateBack', { delta: 2 })).toEqual(['c onUnload', 'b onUnload', 'a onShow', 'success', 'complete']);
    expect(phone.stack).toEqual(['pages/a/a']);
  });

  it('goes to the first page when delta is beyond the stack', async () => {
    const phone = await start({ path: 'pages/a/a' });
    await call(phone, 'navigateTo', { url: '/pages/b/b' });
    await call(phone, 'navigateBack', { delta: 99 });
    expect(phone.stack).toEqual(['pages/a/a']);
  });

  it('does nothing on the first page', async () => {
    const phone = await start();
    expect(await call(phone, 'navigateBack', {})).toEqual(['success', 'complete']);
  });
});

describe('switchTab', () => {
  it('keeps tab pages alive and shows them again', async () => {
    const phone = await start();
    expect(await call(phone, 'switchTab', { url: '/pages/me/me' })).toEqual([
      'home beforeTabItemTap',
      'home onHide',
      'me onLoad {}',
      'me onShow',
      'me onTabItemTap {"from":"api","pagePath":"pages/me/me","text":"Me","index":1}',
      'success',
      'complete',
      'me onReady',
    ]);
    expect(phone.stack).toEqual(['pages/me/me']);
    expect(phone.sent('stack').at(-1)?.kept).toEqual([phone.pages[0]?.id]);
    expect(await call(phone, 'switchTab', { url: '/pages/home/home' })).toEqual([
      'me beforeTabItemTap',
      'me onHide',
      'home onShow',
      'home onTabItemTap {"from":"api","pagePath":"pages/home/home","text":"Home","index":0}',
      'success',
      'complete',
    ]);
    expect(phone.pages).toHaveLength(2);
  });

  it('closes every page that is no tab', async () => {
    const phone = await start();
    await call(phone, 'navigateTo', { url: '/pages/a/a' });
    const lines = await call(phone, 'switchTab', { url: '/pages/home/home' });
    expect(lines.filter((line) => /onUnload|onShow/.test(line))).toEqual(['a onUnload', 'home onShow']);
    expect(phone.stack).toEqual(['pages/home/home']);
  });

  it('takes no query', async () => {
    const phone = await start();
    expect(await call(phone, 'switchTab', { url: '/pages/me/me?x=1' })).toContain('me onLoad {}');
  });

  it('fails for a page that is no tab', async () => {
    const phone = await start();
    expect((await call(phone, 'switchTab', { url: '/pages/a/a' }))[0]).toBe('fail {"error":12,"errorMessage":"my.switchTab: pages/a/a is not a tab page"}');
  });

  it('by a tap tells the page whose tab is open already', async () => {
    const phone = await start();
    const before = phone.lines.length;
    phone.receive({ type: 'route', api: 'switchTab', args: { url: 'pages/home/home' }, from: 'user' });
    await phone.settle();
    expect(phone.lines.slice(before)).toEqual(['home onSelectedTabItemTap {"pagePath":"pages/home/home","text":"Home","index":0}']);
  });
});

describe('reLaunch', () => {
  it('unloads every page, kept tabs too, and opens one', async () => {
    const phone = await start();
    await call(phone, 'switchTab', { url: '/pages/me/me' });
    await call(phone, 'navigateTo', { url: '/pages/a/a' });
    const lines = await call(phone, 'reLaunch', { url: '/pages/b/b?x=1' });
    expect(lines).toEqual(['a onUnload', 'me onUnload', 'home onUnload', 'b onLoad {"x":"1"}', 'b onShow', 'success', 'complete', 'b onReady']);
    expect(phone.sent('stack').at(-1)).toMatchObject({ kept: [], action: 'relaunch' });
  });

  it('may go to a tab page, with a query', async () => {
    const phone = await start({ path: 'pages/a/a' });
    expect(await call(phone, 'reLaunch', { url: '/pages/me/me?x=1' })).toContain('me onLoad {"x":"1"}');
    expect(phone.pages.at(-1)?.isTab).toBe(true);
  });
});

describe('a start page that does not exist', () => {
  it('is told to the app, which may go elsewhere at once', async () => {
    const app = 'App({ onPageNotFound(e) { console.log("not found", e); my.redirectTo({ url: "/pages/a/a" }); } });';
    const phone = await startPhone({ modules: { ...modules, '/app.js': app }, launch: { path: 'pages/none/none', query: 'x=1' } });
    expect(phone.lines.slice(0, 2)).toEqual(['not found {"path":"pages/none/none","query":{"x":"1"},"isEntryPage":true}', 'a onLoad {}']);
    expect(phone.sent('page-not-found')).toEqual([]);
  });

  it('is shown as missing when nobody does', async () => {
    const phone = await start({ path: 'pages/none/none' });
    expect(phone.sent('page-not-found')).toEqual([{ type: 'page-not-found', route: 'pages/none/none' }]);
    expect(phone.errors).toEqual(['There is no page pages/none/none to start with']);
  });
});

describe('routers of instances', () => {
  it('start relative urls from their own place', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({});',
        '/pages/a/a.js': 'Page({});',
        '/pages/b/b.js': 'Page({});',
        '/components/b/b.js': 'Page({});',
        '/components/card/card.js':
          'Component({ methods: { own() { this.router.navigateTo({ url: "../b/b" }); }, page() { this.pageRouter.navigateTo({ url: "../b/b" }); }, same() { console.log(this.pageRouter === this.$page.router); } } });',
      },
      manifest: { pages: ['pages/a/a', 'pages/b/b', 'components/b/b'] },
    });
    const [id] = await phone.create([{ path: '/components/card/card' }]);
    await phone.tap('same', id);
    await phone.tap('own', id);
    await phone.tap('page', id);
    expect(phone.lines).toEqual(['true']);
    expect(phone.stack).toEqual(['pages/a/a', 'components/b/b', 'pages/b/b']);
  });
});
