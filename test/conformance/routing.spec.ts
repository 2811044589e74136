import { expect, program, test } from '#test/support/conformance.ts';

const log = ['onLoad', 'onShow', 'onHide', 'onUnload']
  .map((name) => `${name}(q) { console.log(this.route.split('/')[1] + ' ${name}' + (q && Object.keys(q).length ? ' ' + JSON.stringify(q) : '')); }`)
  .join(', ');

const hasGo = (script: unknown): boolean => typeof script !== 'string' || script.includes('go()');

/** Pages a, b and c, of which a and b are tabs; `go` of a runs the code. Those whose script in `more` has no `go` have no button. */
function pages(go = '', more: Record<string, unknown> = {}) {
  const page = (name: string) => ({
    [`pages/${name}/${name}.axml`]: `<view>${name}</view>${hasGo(more[`pages/${name}/${name}.js`]) ? '<button id="go" onTap="go"/>' : ''}`,
    [`pages/${name}/${name}.js`]: `Page({ ${log}, go() { const report = (p) => p.then(() => console.log('ok'), (e) => console.log('fail', e.error > 0, e.errorMessage)); ${name === 'a' ? go : ''} } });`,
  });
  const tabBar = {
    items: [
      { pagePath: 'pages/a/a', name: 'A' },
      { pagePath: 'pages/b/b', name: 'B' },
    ],
  };
  return program({
    'app.json': { pages: ['pages/a/a', 'pages/b/b', 'pages/c/c', 'pages/d/d'], tabBar },
    ...page('a'),
    ...page('b'),
    ...page('c'),
    ...page('d'),
    ...more,
  });
}

const calls: [rule: string, go: string, lines: string[], stack: string[]][] = [
  ['navigateTo pushes a page', "my.navigateTo({ url: '/pages/c/c' });", ['a onHide', 'c onLoad', 'c onShow'], ['a', 'c']],
  ['navigateTo with a query', "my.navigateTo({ url: '/pages/c/c?x=1&y=%26' });", ['a onHide', 'c onLoad {"x":"1","y":"&"}', 'c onShow'], ['a', 'c']],
  ['navigateTo with a relative url', "my.navigateTo({ url: '../c/c' });", ['a onHide', 'c onLoad', 'c onShow'], ['a', 'c']],
  ['redirectTo replaces the page, whose onUnload runs', "my.redirectTo({ url: '/pages/c/c' });", ['a onUnload', 'c onLoad', 'c onShow'], ['c']],
  ['switchTab to another tab', "my.switchTab({ url: '/pages/b/b' });", ['a onHide', 'b onLoad', 'b onShow'], ['b']],
  ['reLaunch closes all and opens one', "my.reLaunch({ url: '/pages/c/c?x=1' });", ['a onUnload', 'c onLoad {"x":"1"}', 'c onShow'], ['c']],
  ['reLaunch to a tab page, with a query', "my.reLaunch({ url: '/pages/b/b?x=1' });", ['a onUnload', 'b onLoad {"x":"1"}', 'b onShow'], ['b']],
];

for (const [rule, go, lines, stack] of calls) {
  test(rule, async ({ run }) => {
    const phone = await run(pages(go));
    await phone.tap('#go');
    expect((await phone.lines()).slice(2)).toEqual(lines);
    expect((await phone.look()).pageStack).toEqual(stack.map((name) => `pages/${name}/${name}`));
  });
}

const refusals: [rule: string, go: string][] = [
  ['navigateTo a tab page', "report(my.navigateTo({ url: '/pages/b/b' }));"],
  ['redirectTo a tab page', "report(my.redirectTo({ url: '/pages/b/b' }));"],
  ['switchTab to a page that is no tab', "report(my.switchTab({ url: '/pages/c/c' }));"],
  ['navigateTo an unknown page', "report(my.navigateTo({ url: '/pages/gone/gone' }));"],
  ['redirectTo an unknown page', "report(my.redirectTo({ url: '/pages/gone/gone' }));"],
  ['reLaunch to an unknown page', "report(my.reLaunch({ url: '/pages/gone/gone' }));"],
  ['navigateTo without url', 'report(my.navigateTo({}));'],
];

for (const [rule, go] of refusals) {
  test(`refused: ${rule}`, async ({ run }) => {
    const phone = await run(pages(go));
    await phone.tap('#go');
    expect((await phone.lines()).slice(2).map((line) => line.slice(0, 9))).toEqual(['fail true']);
    expect((await phone.look()).pageStack).toEqual(['pages/a/a']);
  });
}

test('switchTab drops the query', async ({ run }) => {
  const phone = await run(pages("my.switchTab({ url: '/pages/b/b?x=1' });"));
  await phone.tap('#go');
  expect((await phone.lines()).slice(2)).toEqual(['a onHide', 'b onLoad', 'b onShow']);
});

test('success, fail and complete are called beside the promise', async ({ run }) => {
  const phone = await run(
    pages(`my.navigateTo({ url: '/pages/gone/gone', success: () => console.log('success'), fail: () => console.log('fail'), complete: () => console.log('complete') });
      my.navigateTo({ url: '/pages/c/c', success: () => console.log('success'), fail: () => console.log('fail'), complete: () => console.log('complete') });`),
  );
  await phone.tap('#go');
  expect((await phone.lines()).filter((line) => !line.includes(' '))).toEqual(['fail', 'complete', 'success', 'complete']);
});

test('switchTab closes all pages that are no tabs and keeps tab pages', async ({ run }) => {
  const phone = await run(
    pages("my.navigateTo({ url: '/pages/c/c' });", {
      'pages/c/c.js': `Page({ ${log}, go() { my.switchTab({ url: '/pages/b/b' }); } });`,
      'pages/b/b.js': `Page({ ${log}, go() { my.switchTab({ url: '/pages/a/a' }); } });`,
    }),
  );
  await phone.tap('#go', '#go', '#go');
  expect((await phone.lines()).slice(5)).toEqual(['c onUnload', 'b onLoad', 'b onShow', 'b onHide', 'a onShow']);
});

test('navigateBack: one page, several, and more than there are', async ({ run }) => {
  const back = (name: string, code: string) => ({ [`pages/${name}/${name}.js`]: `Page({ ${log}, go() { ${code} } });` });
  const phone = await run(
    pages("my.navigateTo({ url: '/pages/c/c' });", { ...back('c', "my.navigateTo({ url: '/pages/d/d' });"), ...back('d', 'my.navigateBack({ delta: 99 });') }),
  );
  await phone.tap('#go', '#go', '#go');
  expect((await phone.lines()).slice(-3)).toEqual(['d onUnload', 'c onUnload', 'a onShow']);
  expect((await phone.look()).pageStack).toEqual(['pages/a/a']);
});

test('navigateBack takes one page by default', async ({ run }) => {
  const phone = await run(pages("my.navigateTo({ url: '/pages/c/c' });", { 'pages/c/c.js': `Page({ ${log}, go() { my.navigateBack(); } });` }));
  await phone.tap('#go', '#go');
  expect((await phone.lines()).slice(-2)).toEqual(['c onUnload', 'a onShow']);
});

test('the stack holds ten pages; navigateTo beyond that fails', async ({ run }) => {
  const phone = await run(
    pages("my.navigateTo({ url: '/pages/c/c' });", {
      'pages/c/c.js': "Page({ onReady() { my.navigateTo({ url: '/pages/c/c', fail: (e) => console.log('full', getCurrentPages().length, e.error > 0) }); } });",
    }),
  );
  await phone.tap('#go');
  await expect.poll(() => phone.lines()).toContain('full 10 true');
});

test('getCurrentPages is the stack, bottom to top', async ({ run }) => {
  const phone = await run(
    pages("my.navigateTo({ url: '/pages/c/c' });", { 'pages/c/c.js': 'Page({ onReady() { console.log(getCurrentPages().map((p) => p.route).join()); } });' }),
  );
  await phone.tap('#go');
  expect((await phone.lines()).at(-1)).toBe('pages/a/a,pages/c/c');
});

test('a page of the stack may be changed from another', async ({ run }) => {
  const phone = await run(
    pages("my.navigateTo({ url: '/pages/c/c' });", {
      'pages/a/a.axml': '<view>{{n}}</view><button id="go" onTap="go"/>',
      'pages/c/c.js': 'Page({ onLoad() { getCurrentPages()[0].setData({ n: 5 }); } });',
    }),
  );
  await phone.tap('#go');
  await phone.back();
  expect(await phone.text()).toContain('5');
});

test('EventChannel: both ends', async ({ run }) => {
  const phone = await run(
    pages(
      `my.navigateTo({ url: '/pages/c/c', events: { picked: (v) => console.log('opener heard', v) },
        success: ({ eventChannel }) => eventChannel.emit('hello', 1) });`,
      {
        'pages/c/c.js': `Page({ onLoad() {
          const channel = this.getOpenerEventChannel();
          channel.once('hello', (v) => { console.log('opened heard', v); channel.emit('picked', 2); channel.emit('picked', 3); });
        } });`,
      },
    ),
  );
  await phone.tap('#go');
  expect((await phone.lines()).filter((line) => line.includes('heard'))).toEqual(['opened heard 1', 'opener heard 2', 'opener heard 3']);
});

test('EventChannel: off and once', async ({ run }) => {
  const phone = await run(
    pages("my.navigateTo({ url: '/pages/c/c', success: ({ eventChannel: c }) => { c.emit('a', 1); c.emit('a', 2); c.emit('b', 1); } });", {
      'pages/c/c.js': `Page({ onLoad() {
        const c = this.getOpenerEventChannel();
        c.once('a', (v) => console.log('once', v));
        const b = (v) => console.log('never', v);
        c.on('b', b); c.off('b', b);
      } });`,
    }),
  );
  await phone.tap('#go');
  expect((await phone.lines()).filter((line) => /once|never/.test(line))).toEqual(['once 1']);
});

test('the tab bar shows on tab pages reached as tabs only', async ({ run }) => {
  const phone = await run(pages("my.navigateTo({ url: '/pages/c/c' });"));
  const bar = phone.page.getByRole('tablist');
  await expect(bar).toBeVisible();
  await phone.tap('#go');
  await expect(bar).toBeHidden();
  await phone.back();
  await expect(bar).toBeVisible();
});

test('tapping tabs: beforeTabItemTap, onTabItemTap and the current tab', async ({ run }) => {
  const phone = await run(
    pages('', {
      'pages/a/a.js': "Page({ events: { beforeTabItemTap() { console.log('before'); }, onSelectedTabItemTap(e) { console.log('again', e.index); } } });",
      'pages/b/b.js': 'Page({ onTabItemTap(e) { console.log(e.from, e.pagePath, e.text, e.index); } });',
    }),
  );
  await phone.page.getByRole('tab', { name: 'A' }).click();
  await phone.idle();
  await phone.page.getByRole('tab', { name: 'B' }).click();
  await phone.idle();
  expect(await phone.lines()).toEqual(['again 0', 'before', 'user pages/b/b B 1']);
});

test('back in the title bar leaves the page', async ({ run }) => {
  const phone = await run(
    pages("my.navigateTo({ url: '/pages/c/c' });", { 'pages/c/c.js': `Page({ ${log}, events: { onBack() { console.log('back'); } } });` }),
  );
  await phone.tap('#go');
  await phone.page.getByRole('button', { name: 'Back' }).click();
  await phone.idle();
  expect((await phone.lines()).slice(-3)).toEqual(['back', 'c onUnload', 'a onShow']);
});

test('decodeQuery false leaves the query as it is', async ({ run }) => {
  const phone = await run(
    pages("my.navigateTo({ url: '/pages/c/c?x=%26' });", { 'app.json': { pages: ['pages/a/a', 'pages/c/c'], behavior: { decodeQuery: false } } }),
  );
  await phone.tap('#go');
  expect((await phone.lines()).slice(-2)).toEqual(['c onLoad {"x":"%26"}', 'c onShow']);
});

test('this.pageRouter and this.router of a component', async ({ run }) => {
  const phone = await run(
    pages('', {
      'pages/a/a.axml': '<box/>',
      'pages/a/a.json': { usingComponents: { box: '/pages/c/box' } },
      'pages/c/box.axml': '<button id="go" onTap="go"/>',
      'pages/c/box.json': { component: true },
      'pages/c/box.js': "Component({ methods: { go() { this.router.navigateTo({ url: './c' }); } } });",
    }),
  );
  await phone.tap('#go');
  expect((await phone.look()).pageStack).toEqual(['pages/a/a', 'pages/c/c']);
});

test('resolvedPath is the base of a relative url', async ({ run }) => {
  const phone = await run(pages("my.navigateTo({ url: './c', resolvedPath: 'pages/c/x' });"));
  await phone.tap('#go');
  expect((await phone.look()).pageStack).toEqual(['pages/a/a', 'pages/c/c']);
});

test('calls made one after the other are carried out in order', async ({ run }) => {
  const phone = await run(pages("my.navigateTo({ url: '/pages/c/c' }); my.navigateTo({ url: '/pages/d/d' });"));
  await phone.tap('#go');
  expect((await phone.look()).pageStack).toEqual(['pages/a/a', 'pages/c/c', 'pages/d/d']);
});
