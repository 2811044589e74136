import { drag } from '#test/support/conformance/fingers.ts';
import { expect, page, program, test } from '#test/support/conformance.ts';

const hooks = (...names: string[]) =>
  names.map((name) => `${name}(...a) { console.log(this.route ? this.route.split('/')[1] : 'app', '${name}', JSON.stringify(a)); }`).join(', ');
const pageHooks = hooks('onLoad', 'onShow', 'onReady', 'onHide', 'onUnload');

const app = `App({ ${hooks('onLaunch', 'onShow', 'onHide')} });`;

function names(lines: string[]): string[] {
  return lines.map((line) => line.split(' ').slice(0, 2).join(' '));
}

test('start: App.onLaunch, App.onShow, Page.onLoad, onShow, onReady', async ({ run }) => {
  const phone = await run(page('<view/>', `{ ${pageHooks} }`, { 'app.js': app }));
  expect(names(await phone.lines())).toEqual(['app onLaunch', 'app onShow', 'index onLoad', 'index onShow', 'index onReady']);
});

test('onLaunch and onShow are told query, scene and path', async ({ run }) => {
  const phone = await run(page('<view/>', '{}', { 'app.js': app }), { query: 'a=1&b=%20x', scene: '1011' });
  const told = (await phone.lines()).map((line) => JSON.parse(line.slice(line.indexOf('['))) as [Record<string, unknown>]);
  expect(told.length).toBe(2);
  for (const [options] of told) expect(options).toMatchObject({ query: { a: '1', b: ' x' }, scene: '1011', path: 'pages/index/index' });
});

test('onLoad receives the query', async ({ run }) => {
  const phone = await run(page('<view/>', '{ onLoad(query) { console.log(JSON.stringify(query)); } }'), { query: 'id=7&name=a%26b&empty=' });
  expect(await phone.lines()).toEqual(['{"id":"7","name":"a&b","empty":""}']);
});

test('onReady waits for the first render', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="x">{{a}}</view>',
      `{ data: { a: 1 }, onReady() {
      my.createSelectorQuery().select('#x').boundingClientRect().exec(([box]) => console.log(box.height > 0));
    } }`,
    ),
  );
  expect(await phone.lines()).toEqual(['true']);
});

test('navigateTo and back', async ({ run }) => {
  const phone = await run(
    program({
      'pages/index/index.axml': '<navigator id="go" url="/pages/two/two?x=1"/>',
      'pages/index/index.js': `Page({ ${pageHooks} });`,
      'pages/two/two.axml': '<view/>',
      'pages/two/two.js': `Page({ ${pageHooks} });`,
    }),
  );
  await phone.tap('#go');
  await phone.back();
  expect(names(await phone.lines()).slice(3)).toEqual(['index onHide', 'two onLoad', 'two onShow', 'two onReady', 'two onUnload', 'index onShow']);
});

test('to the background and back', async ({ run }) => {
  const phone = await run(page('<view/>', `{ ${pageHooks} }`, { 'app.js': app }));
  await phone.appEvent('hide');
  await phone.appEvent('show');
  const told = names(await phone.lines()).slice(5);
  expect(told.slice(0, 2).sort()).toEqual(['app onHide', 'index onHide']);
  expect(told.slice(2)).toEqual(['app onShow', 'index onShow']);
});

test('onError and my.onError hear uncaught errors', async ({ run }) => {
  const phone = await run(
    page('<view/>', "{ onReady() { setTimeout(() => { throw new Error('oops'); }, 1); } }", {
      'app.js':
        "App({ onError(error) { console.log('app', String(error.message || error)); }, onLaunch() { my.onError((error) => console.log('my', String(error.message || error))); } });",
    }),
    { expectsErrors: true },
  );
  await expect.poll(async () => (await phone.lines()).filter((line) => /^(app|my) /.test(line)).length).toBe(2);
  for (const line of (await phone.lines()).filter((line) => /^(app|my) /.test(line))) expect(line).toContain('oops');
});

test('onUnhandledRejection', async ({ run }) => {
  const phone = await run(
    page('<view/>', "{ onReady() { Promise.reject(new Error('lost')); } }", {
      'app.js': "App({ onUnhandledRejection({ reason }) { console.log('app', reason.message); } });",
    }),
    { expectsErrors: true },
  );
  await expect.poll(() => phone.lines()).toContain('app lost');
});

test('onPageNotFound only for a start page that does not exist', async ({ run }) => {
  const files = page('<view>home</view>', '{}', {
    'app.js':
      "App({ onPageNotFound({ path, query, isEntryPage }) { console.log(path, JSON.stringify(query)); my.reLaunch({ url: '/pages/index/index' }); } });",
  });
  const phone = await run(files, { path: 'pages/gone/gone', query: 'a=1', expectsErrors: true });
  expect(await phone.lines()).toEqual(['pages/gone/gone {"a":"1"}']);
  expect(await phone.text()).toBe('home');
});

test('a route call to an unknown page fails without onPageNotFound', async ({ run }) => {
  const phone = await run(
    page('<view/>', "{ onReady() { my.navigateTo({ url: '/pages/gone/gone', fail: (e) => console.log('fail', typeof e.error, typeof e.errorMessage) }); } }", {
      'app.js': "App({ onPageNotFound() { console.log('not found'); } });",
    }),
  );
  expect(await phone.lines()).toEqual(['fail number string']);
});

test('globalData and getApp', async ({ run }) => {
  const phone = await run(
    page('<view/>', '{ onLoad() { console.log(getApp().globalData.n, getApp().hello()); } }', {
      'app.js': "App({ globalData: { n: 3 }, hello() { return 'hi ' + this.globalData.n; } });",
    }),
  );
  expect(await phone.lines()).toEqual(['3 hi 3']);
});

test('onPageScroll and onReachBottom, which is not repeated at the bottom', async ({ run }) => {
  const phone = await run(
    page(
      '<view style="height: 3000px"/>',
      "{ onPageScroll({ scrollTop, scrollHeight }) { console.log('scroll', scrollTop, scrollHeight); }, onReachBottom() { console.log('bottom'); } }",
    ),
  );
  const scroll = (top: number) => phone.page.locator('mf-scroller').evaluate((scroller, to) => scroller.scrollTo(0, to), top);
  await scroll(100);
  await expect.poll(() => phone.lines()).toEqual(['scroll 100 3000']);
  await scroll(5000);
  await expect.poll(async () => (await phone.lines()).filter((line) => line === 'bottom')).toHaveLength(1);
  await scroll(2990 - 740);
  await phone.idle();
  expect((await phone.lines()).filter((line) => line === 'bottom')).toHaveLength(1);
});

test('onReachBottomDistance', async ({ run }) => {
  const phone = await run(
    page('<view style="height: 3000px"/>', "{ onReachBottom() { console.log('bottom'); } }", { 'pages/index/index.json': { onReachBottomDistance: 1000 } }),
  );
  await phone.page.locator('mf-scroller').evaluate((scroller) => scroller.scrollTo(0, 3000 - scroller.clientHeight - 900));
  await expect.poll(() => phone.lines()).toEqual(['bottom']);
});

for (const [form, value] of [
  ['Boolean', true],
  ['String', 'YES'],
] as const) {
  test(`onPullDownRefresh with pullRefresh as ${form}`, async ({ run }) => {
    const phone = await run(
      page('<view style="height: 300px"/>', "{ onPullDownRefresh({ from }) { console.log('pulled', from); my.stopPullDownRefresh(); } }", {
        'app.json': { window: { pullRefresh: value } },
      }),
    );
    const { mouse } = phone.page;
    await mouse.move(100, 200);
    await mouse.down();
    await mouse.move(100, 300, { steps: 3 });
    await mouse.up();
    await phone.idle();
    expect(await phone.lines()).toEqual(['pulled manual']);
  });
}

for (const value of [false, 'NO', undefined]) {
  test(`no onPullDownRefresh with pullRefresh ${value}`, async ({ run }) => {
    const phone = await run(
      page('<view style="height: 300px"/>', "{ onPullDownRefresh() { console.log('pulled'); } }", { 'app.json': { window: { pullRefresh: value } } }),
    );
    const { mouse } = phone.page;
    await mouse.move(100, 200);
    await mouse.down();
    await mouse.move(100, 300, { steps: 3 });
    await mouse.up();
    await phone.idle();
    expect(await phone.lines()).toEqual([]);
  });
}

test('startPullDownRefresh tells the page where it came from', async ({ run }) => {
  const phone = await run(
    page(
      '<button id="go" onTap="go"/>',
      "{ go() { my.startPullDownRefresh({ success: () => console.log('started') }); }, onPullDownRefresh({ from }) { console.log('pulled', from); my.stopPullDownRefresh(); } }",
      {
        'pages/index/index.json': { pullRefresh: true },
      },
    ),
  );
  await phone.tap('#go');
  expect((await phone.lines()).sort()).toEqual(['pulled code', 'started']);
});

test('onTitleClick', async ({ run }) => {
  const phone = await run(page('<view/>', "{ onTitleClick() { console.log('title'); } }", { 'app.json': { window: { defaultTitle: 'Shop' } } }));
  await phone.page.getByText('Shop').click();
  await phone.idle();
  expect(await phone.lines()).toEqual(['title']);
});

test('events of a page are called beside its own callbacks', async ({ run }) => {
  const phone = await run(
    page('<view/>', "{ events: { onTitleClick() { console.log('events'); }, onBack() { console.log('back'); } }, onTitleClick() { console.log('own'); } }", {
      'app.json': { window: { defaultTitle: 'Shop' } },
    }),
  );
  await phone.page.getByText('Shop').click();
  await phone.idle();
  expect((await phone.lines()).sort()).toEqual(['events', 'own']);
});

test('onShareAppMessage may return a promise', async ({ run }) => {
  const phone = await run(
    page(
      '<button id="b" open-type="share">share</button>',
      "{ async onShareAppMessage({ from }) { console.log(from); return { title: 'Deal', path: 'pages/index/index' }; } }",
    ),
  );
  await phone.tap('#b');
  await phone.idle();
  expect(await phone.lines()).toEqual(['button']);
  expect(await phone.text()).toContain('Deal');
});

test('onResize when the phone gets another size', async ({ run }) => {
  const phone = await run(page('<view/>', '{ events: { onResize({ size }) { console.log(size.windowWidth, size.windowHeight > 0); } } }'));
  const { environment } = phone.running.phone;
  phone.running.phone.setEnvironment({ ...environment, device: { ...environment.device, width: 500 } });
  await expect.poll(() => phone.lines()).toEqual(['500 true']);
});

test('mixins and observers of a page', async ({ run }) => {
  const phone = await run(
    page(
      '<view>{{sum}} {{m}}</view><button id="go" onTap="go"/>',
      `{
      options: { observers: true }, mixins: [Mixin({ data: { m: 'mixin' } })],
      data: { a: 1, sum: 0 }, observers: { a(a) { this.setData({ sum: a * 10 }); } }, go() { this.setData({ a: 2 }); } }`,
    ),
  );
  await phone.tap('#go');
  expect(await phone.text()).toContain('20 mixin');
});

const pulled = { 'pages/index/index.json': { pullRefresh: true } };
const tellPull = "{ onPullDownRefresh({ from }) { console.log('pulled', from); } }";

test('a page that may be pulled follows the finger, and refreshes only when it has come far enough', async ({ run }) => {
  const phone = await run(page('<view id="v" style="height: 300px">x</view>', tellPull, pulled));
  const top = async () => (await phone.find('#v').boundingBox())?.y ?? 0;
  const rest = await top();
  const { mouse } = phone.page;
  await mouse.move(100, rest + 20);
  await mouse.down();
  await mouse.move(100, rest + 60, { steps: 4 });
  expect(await top()).toBeGreaterThan(rest + 10);
  await mouse.up();
  await expect.poll(top).toBe(rest);
  await mouse.move(100, rest + 20);
  await mouse.down();
  await mouse.move(100, rest + 120, { steps: 4 });
  await expect(phone.page.getByRole('status')).toHaveText('Release to refresh');
  await mouse.up();
  await expect.poll(() => phone.lines()).toEqual(['pulled manual']);
  await expect(phone.page.getByRole('status')).toHaveText('Refreshing…');
});

test('a finger on something that it moves itself leaves the page where it is', async ({ run }) => {
  const phone = await run(
    page(
      '<scroll-view id="s" scroll-y scroll-top="{{100}}" style="height: 200px"><view style="height: 600px"/></scroll-view><movable-area style="height: 200px; width: 200px"><movable-view id="m" direction="all" style="height: 20px; width: 20px"/></movable-area><view id="v" style="height: 30px">x</view>',
      tellPull,
      pulled,
    ),
  );
  const scrolled = () => phone.find('#s').evaluate((element) => element.scrollTop);
  await expect.poll(scrolled).toBe(100);
  for (const own of ['#s', '#m']) {
    await drag(phone, own, 0, 90);
    expect(await phone.page.getByRole('status').count()).toBe(0);
  }
  await drag(phone, '#v', 0, 90);
  await expect.poll(() => phone.lines()).toEqual(['pulled manual']);
});

test('a finger on glass pulls a page, too', async ({ run }) => {
  const phone = await run(page('<view id="v" style="height: 3000px">x</view>', tellPull, pulled));
  const session = await phone.page.context().newCDPSession(phone.page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 100, y }] });
  await touch('touchStart', 200);
  for (const y of [210, 230, 260, 300]) await touch('touchMove', y);
  await touch('touchEnd');
  await session.detach();
  await expect.poll(() => phone.lines()).toEqual(['pulled manual']);
});
