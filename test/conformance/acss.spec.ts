import { expect, page, test } from '#test/support/conformance.ts';

function styled(acss: string, axml = '<view id="x" class="x">x</view>', more: Record<string, unknown> = {}) {
  return page(axml, '{}', { 'pages/index/index.acss': acss, ...more });
}

/** The screen is 375 CSS pixels wide. */
const cases: [rule: string, acss: string, property: string, expected: string][] = [
  ['750 rpx are the width of the screen', '.x { width: 750rpx; }', 'width', '375px'],
  ['rpx in parts', '.x { padding: 10rpx 20rpx; }', 'padding', '5px 10px'],
  ['negative and fractional rpx', '.x { margin-left: -7.5rpx; }', 'margin-left', '-3.75px'],
  ['rpx inside calc', '.x { width: calc(100rpx + 10px); }', 'width', '60px'],
  ['selectors by element', 'view { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  ['selectors by id', '#x { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  ['selectors by class', '.x { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  ['descendants', 'page .x { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  ['children', 'page > .x { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  ['lists of selectors', '.y, .x { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  [':first-child', '.x:first-child { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  [':nth-child with a number', 'view:nth-child(1) { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  [':nth-child with a formula', '.x:nth-child(2n + 1) { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  [':nth-child that does not match', '.x:nth-child(even) { color: rgb(1, 2, 3); }', 'color', 'rgb(0, 0, 0)'],
  [':not', 'view:not(.y) { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  ['media queries', '@media (min-width: 100px) { .x { color: rgb(1, 2, 3); } }', 'color', 'rgb(1, 2, 3)'],
  ['media queries that do not match', '@media (min-width: 5000px) { .x { color: rgb(1, 2, 3); } }', 'color', 'rgb(0, 0, 0)'],
  ['custom properties', 'page { --main: rgb(1, 2, 3); } .x { color: var(--main); }', 'color', 'rgb(1, 2, 3)'],
  ['comments', '/* a */ .x { /* b */ color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
  ['!important', '.x { color: rgb(1, 2, 3) !important; } #x { color: red; }', 'color', 'rgb(1, 2, 3)'],
  ['the later rule wins', '.x { color: red; } .x { color: rgb(1, 2, 3); }', 'color', 'rgb(1, 2, 3)'],
];

for (const [rule, acss, property, expected] of cases) {
  test(rule, async ({ run }) => {
    const phone = await run(styled(acss));
    expect(await phone.style('#x', property)).toBe(expected);
  });
}

test('with window.responsive false 2 rpx are one pixel', async ({ run }) => {
  const phone = await run(
    styled('.x { width: 100rpx; }', '<view id="x" class="x" style="height: 40rpx">x</view>', { 'app.json': { window: { responsive: false } } }),
  );
  expect(await phone.style('#x', 'width')).toBe('50px');
  expect(await phone.style('#x', 'height')).toBe('20px');
});

test('rpx follow the width of the device', async ({ run }) => {
  const phone = await run(styled('.x { width: 750rpx; }'));
  await phone.page.setViewportSize({ width: 500, height: 740 });
  expect(await phone.style('#x', 'width')).toBe('500px');
});

test('@import: relative, absolute, npm', async ({ run }) => {
  const phone = await run(
    styled("@import './near.acss'; @import '/styles/far.acss'; @import 'some-kit/base.acss';", '<view id="x" class="near far npm">x</view>', {
      'pages/index/near.acss': '.near { color: rgb(1, 2, 3); }',
      'styles/far.acss': "@import './deep.acss';",
      'styles/deep.acss': '.far { background-color: rgb(4, 5, 6); }',
      'package.json': { name: 'sample', dependencies: { 'some-kit': '1.0.0' } },
      'node_modules/some-kit/package.json': { name: 'some-kit', version: '1.0.0' },
      'node_modules/some-kit/base.acss': '.npm { padding-left: 11px; }',
    }),
  );
  expect(await phone.style('#x', 'color')).toBe('rgb(1, 2, 3)');
  expect(await phone.style('#x', 'background-color')).toBe('rgb(4, 5, 6)');
  expect(await phone.style('#x', 'padding-left')).toBe('11px');
});

test('page {} styles the page root', async ({ run }) => {
  const phone = await run(styled('page { background-color: rgb(1, 2, 3); color: rgb(4, 5, 6); }'));
  expect(await phone.style('a-page', 'background-color')).toBe('rgb(1, 2, 3)');
  expect(await phone.style('#x', 'color')).toBe('rgb(4, 5, 6)');
});

test('app.acss is everywhere, the page’s own file overrides it', async ({ run }) => {
  const phone = await run(styled('.x { color: rgb(1, 2, 3); }', undefined, { 'app.acss': '.x { color: red; padding-left: 7px; }' }));
  expect(await phone.style('#x', 'color')).toBe('rgb(1, 2, 3)');
  expect(await phone.style('#x', 'padding-left')).toBe('7px');
});

test('styles of a page reach no other page', async ({ run }) => {
  const phone = await run(
    styled('.x { color: rgb(1, 2, 3); }', '<navigator id="go" url="/pages/two/two"/>', { 'pages/two/two.axml': '<view id="two" class="x">x</view>' }),
  );
  await phone.tap('#go');
  expect(await phone.style('#two', 'color')).toBe('rgb(0, 0, 0)');
});

test('inline styles: rpx, and what the data says', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="x" style="width: {{w}}rpx; color: {{c}};">x</view><button id="go" onTap="go"/>',
      "{ data: { w: 100, c: 'rgb(1, 2, 3)' }, go() { this.setData({ w: 200 }); } }",
    ),
  );
  expect(await phone.style('#x', 'width')).toBe('50px');
  expect(await phone.style('#x', 'color')).toBe('rgb(1, 2, 3)');
  await phone.tap('#go');
  expect(await phone.style('#x', 'width')).toBe('100px');
});

test('inline styles have no !important', async ({ run }) => {
  const phone = await run(styled('#x { color: rgb(1, 2, 3) !important; }', '<view id="x" style="color: red !important">x</view>'));
  expect(await phone.style('#x', 'color')).toBe('rgb(1, 2, 3)');
});

test('attribute selectors are reported', async ({ run }) => {
  const phone = await run(styled('view[class="x"] { color: red; }'));
  expect((await phone.look()).diagnostics.map(({ file, severity }) => [file, severity])).toEqual([['pages/index/index.acss', 'warning']]);
});

test('reserved class prefixes are reported', async ({ run }) => {
  const phone = await run(styled('.a-own { color: red; } .am-own { color: red; }'));
  expect((await phone.look()).diagnostics.filter(({ file }) => file === 'pages/index/index.acss').map(({ severity }) => severity)).toEqual([
    'warning',
    'warning',
  ]);
});

test('a local url that is not absolute is reported', async ({ run }) => {
  const phone = await run(styled(".x { background: url('./near.png'); }", undefined, { 'pages/index/near.png': 'x' }));
  expect((await phone.look()).diagnostics.map(({ file, severity }) => [file, severity])).toEqual([['pages/index/index.acss', 'warning']]);
});

test('url() of the project', async ({ run }) => {
  const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');
  const phone = await run(styled(".x { background-image: url('/assets/dot.png'); }", undefined, { 'assets/dot.png': dot }));
  const url = /url\("(.*)"\)/.exec(await phone.style('#x', 'background-image'))?.[1] ?? '';
  expect(await phone.page.evaluate(async (address) => (await fetch(address)).status, url)).toBe(200);
});

test('@font-face', async ({ run }) => {
  const phone = await run(styled("@font-face { font-family: Own; src: url('/assets/own.woff2'); } .x { font-family: Own; }"), { expectsErrors: true });
  expect(await phone.page.evaluate(() => [...document.fonts].map(({ family }) => family.replaceAll('"', '')))).toContain('Own');
});

test('@keyframes', async ({ run }) => {
  const phone = await run(styled('@keyframes turn { from { opacity: 0.3; } to { opacity: 0.3; } } .x { animation: turn 1s infinite; }'));
  expect(await phone.style('#x', 'opacity')).toBe('0.3');
});

test('vh means the page between the bars', async ({ run }) => {
  const phone = await run(styled('.x { height: 100vh; }'));
  const height = await phone.page.locator('mf-scroller').evaluate(({ clientHeight }) => clientHeight);
  expect(await phone.style('#x', 'height')).toBe(`${height}px`);
});

test('a broken style sheet is said and the rest works', async ({ run }) => {
  const phone = await run(styled('.x { color: rgb(1, 2, 3) } .broken { color: ; .x { padding-left: 3px; }'), { expectsErrors: true });
  expect(await phone.style('#x', 'color')).toBe('rgb(1, 2, 3)');
});

test('LESS where the project asks for it', async ({ run }) => {
  const phone = await run(
    page('<view id="x" class="x">x</view>', '{}', {
      'mini.project.json': { format: 2, compileOptions: { less: true } },
      'pages/index/index.less': '@c: rgb(1, 2, 3); .x { color: @c; &:first-child { padding-left: 8rpx; } }',
    }),
  );
  expect(await phone.style('#x', 'color')).toBe('rgb(1, 2, 3)');
  expect(await phone.style('#x', 'padding-left')).toBe('4px');
});
