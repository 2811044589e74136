import { expect, page, program, test } from '#test/support/conformance.ts';

test('the first of the pages is home', async ({ run }) => {
  const phone = await run(program({ 'pages/two/two.axml': '<view>two</view>', 'pages/one/one.axml': '<view>one</view>' }));
  expect(await phone.text()).toBe('two');
});

test('entryPagePath is home', async ({ run }) => {
  const phone = await run(
    program({ 'app.json': { entryPagePath: 'pages/one/one' }, 'pages/two/two.axml': '<view>two</view>', 'pages/one/one.axml': '<view>one</view>' }),
  );
  expect((await phone.look()).page).toBe('pages/one/one');
});

test('subPackages: pages below their root', async ({ run }) => {
  const phone = await run(
    page('<navigator id="go" url="/shop/pages/item/item?id=3"/>', '{}', {
      'app.json': { pages: ['pages/index/index'], subPackages: [{ root: 'shop', pages: ['pages/item/item'] }] },
      'shop/pages/item/item.axml': '<view>item {{id}}</view>',
      'shop/pages/item/item.js': 'Page({ onLoad({ id }) { this.setData({ id }); } });',
      'shop/pages/item/item.json': {},
    }),
  );
  await phone.tap('#go');
  expect(await phone.text()).toBe('item 3');
});

test('subPackages: a tab page belongs to the main package', async ({ run }) => {
  const phone = await run(
    page('<view/>', '{}', {
      'app.json': {
        pages: ['pages/index/index'],
        subPackages: [{ root: 'shop', pages: ['item'] }],
        tabBar: {
          items: [
            { pagePath: 'pages/index/index', name: 'A' },
            { pagePath: 'shop/item', name: 'B' },
          ],
        },
      },
      'shop/item.axml': '<view/>',
      'shop/item.js': 'Page({});',
    }),
    { expectsErrors: true },
  );
  expect((await phone.look()).diagnostics.map(({ file }) => file)).toContain('app.json');
});

test('comments and trailing commas in JSON', async ({ run }) => {
  const phone = await run({
    ...page('<view>ok</view>'),
    'app.json': '{\n  // the pages\n  "pages": ["pages/index/index"], /* and */\n  "window": { "defaultTitle": "Shop" }\n}',
    'pages/index/index.json': '{ // title\n "defaultTitle": "Own" }',
  });
  expect(await phone.text()).toBe('ok');
  await expect(phone.page.getByText('Own')).toBeVisible();
});

const tolerated = {
  debug: true,
  ext: {},
  router: {},
  sitemapLocation: 'sitemap.json',
  enablePolyfill: true,
  lazyCodeLoading: 'renderedComponents',
  tabBar: {
    borderStyle: 'black',
    items: [
      { pagePath: 'pages/index/index', name: 'A' },
      { pagePath: 'pages/index/index', name: 'B' },
    ],
  },
  anything: 1,
};

for (const [key, value] of Object.entries(tolerated)) {
  test(`app.json: ${key} is tolerated`, async ({ run }) => {
    const phone = await run(page('<view>ok</view>', '{}', { 'app.json': { [key]: value } }));
    expect(await phone.text()).toContain('ok');
  });
}

test('window of the page is merged over window of the app', async ({ run }) => {
  const phone = await run(
    page('<view/>', '{}', {
      'app.json': { window: { defaultTitle: 'App', titleBarColor: '#102030' } },
      'pages/index/index.json': { defaultTitle: 'Page' },
    }),
  );
  await expect(phone.page.getByText('Page', { exact: true })).toBeVisible();
  expect(await phone.titleBarColor()).toBe('rgb(16, 32, 48)');
});

test('window.backgroundColor', async ({ run }) => {
  const phone = await run(page('<view/>', '{}', { 'app.json': { window: { backgroundColor: '#010203' } } }));
  await expect(phone.page.locator('.viewport')).toHaveCSS('background-color', 'rgb(1, 2, 3)');
});

test('transparentTitle always lets the page begin at the top', async ({ run }) => {
  const phone = await run(page('<view id="x">x</view>', '{}', { 'app.json': { window: { transparentTitle: 'always' } } }));
  expect((await phone.find('#x').boundingBox())?.y).toBe(0);
});

test('navigationBarFrontColor, showTitleLoading, titleImage', async ({ run }) => {
  const phone = await run(
    page('<view/>', '{}', {
      'app.json': { window: { navigationBarFrontColor: 'white', showTitleLoading: 'YES', titleImage: '/logo.svg' } },
      'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
    }),
  );
  await expect(phone.page.locator('.title-bar')).toHaveCSS('color', 'rgb(255, 255, 255)');
  await expect(phone.page.locator('.title-bar .spinner')).toBeVisible();
  await expect(phone.page.locator('.title-bar img.bar-image')).toBeVisible();
});

test('optionMenu and onOptionMenuClick', async ({ run }) => {
  const phone = await run(
    page('<view/>', "{ onOptionMenuClick() { console.log('option'); } }", {
      'pages/index/index.json': { optionMenu: { icon: '/o.svg' } },
      'o.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>',
    }),
  );
  await phone.page.getByRole('button', { name: 'Options' }).click();
  await phone.idle();
  expect(await phone.lines()).toEqual(['option']);
});

test('transparentTitle auto becomes opaque as the page scrolls', async ({ run }) => {
  const phone = await run(page('<view style="height: 3000px"/>', '{}', { 'app.json': { window: { transparentTitle: 'auto' } } }));
  const opacity = () => phone.page.locator('.title-bar').evaluate((bar) => getComputedStyle(bar, '::before').opacity);
  expect(await opacity()).toBe('0');
  await phone.page.locator('mf-scroller').evaluate((scroller) => scroller.scrollTo(0, 500));
  await expect.poll(opacity).toBe('1');
});

test('tabBar: names, colours, the chosen one', async ({ run }) => {
  const items = [
    { pagePath: 'pages/index/index', name: 'Home' },
    { pagePath: 'pages/me/me', name: 'Me' },
  ];
  const phone = await run(
    page('<view/>', '{}', {
      'app.json': { tabBar: { textColor: '#010101', selectedColor: '#020202', backgroundColor: '#030303', items } },
      'pages/me/me.axml': '<view>me</view>',
    }),
  );
  await expect(phone.page.getByRole('tab', { name: 'Home' })).toHaveCSS('color', 'rgb(2, 2, 2)');
  await expect(phone.page.getByRole('tab', { name: 'Me', exact: true })).toHaveCSS('color', 'rgb(1, 1, 1)');
  await expect(phone.page.getByRole('tablist')).toHaveCSS('background-color', 'rgb(3, 3, 3)');
  await phone.page.getByRole('tab', { name: 'Me', exact: true }).click();
  await phone.idle();
  expect(await phone.text()).toBe('me');
});

test('miniprogramRoot', async ({ run }) => {
  const phone = await run({
    'mini.project.json': { format: 2, miniprogramRoot: 'src' },
    'src/app.json': { pages: ['pages/a/a'] },
    'src/app.js': 'App({});',
    'src/pages/a/a.axml': '<image id="i" src="/dot.svg"/><view>src</view>',
    'src/pages/a/a.js': 'Page({});',
  });
  expect(await phone.text()).toBe('src');
});

test('resolveAlias', async ({ run }) => {
  const phone = await run(
    page('<view>{{v}}</view>', "{ data: { v: require('@/lib/v').v } }", {
      'mini.project.json': { format: 2, compileOptions: { resolveAlias: { '@': './' } } },
      'lib/v.js': "exports.v = 'aliased';",
    }),
  );
  expect(await phone.text()).toBe('aliased');
});

test('TypeScript where the project asks for it', async ({ run }) => {
  const files = page('<view>{{n}}</view>', '{}', {
    'mini.project.json': { format: 2, compileOptions: { typescript: true } },
    'pages/index/index.ts': 'const n: number = 3 as number; Page({ data: { n } });',
  });
  const phone = await run({ ...files, 'pages/index/index.js': undefined });
  expect(await phone.text()).toBe('3');
});

test('modules: import, export, require, npm, JSON', async ({ run }) => {
  const phone = await run({
    ...page('<view>{{v}}</view>'),
    'pages/index/index.js':
      "import b, { c } from '../../lib/b'; import kit from 'some-kit'; const d = require('../../lib/d.js'); import data from '../../lib/data.json'; Page({ data: { v: [b, c, kit.v, d.v, data.v].join() } });",
    'lib/b.js': 'export default 1; export const c = 2;',
    'lib/d.js': 'module.exports = { v: 4 };',
    'lib/data.json': { v: 5 },
    'package.json': { name: 'sample', dependencies: { 'some-kit': '1.0.0' } },
    'node_modules/some-kit/package.json': { name: 'some-kit', version: '1.0.0', main: 'index.js' },
    'node_modules/some-kit/index.js': 'module.exports = { v: 3 };',
  });
  expect(await phone.text()).toBe('1,2,3,4,5');
});

test('a missing page is said, the others work', async ({ run }) => {
  const phone = await run(page('<view>ok</view>', '{}', { 'app.json': { pages: ['pages/index/index', 'pages/gone/gone'] } }), { expectsErrors: true });
  expect(await phone.text()).toBe('ok');
  expect((await phone.look()).diagnostics.map(({ file, severity }) => [file, severity])).toContainEqual(['app.json', 'error']);
});

test('a page without AXML shows nothing and is said', async ({ run }) => {
  const phone = await run(
    { 'app.json': { pages: ['pages/a/a'] }, 'app.js': 'App({});', 'pages/a/a.js': "Page({ onLoad() { console.log('loaded'); } });" },
    { expectsErrors: true },
  );
  expect(await phone.lines()).toEqual(['loaded']);
  expect((await phone.look()).diagnostics.length).toBeGreaterThan(0);
});

test('a syntax error in one page leaves the others working', async ({ run }) => {
  const phone = await run(
    page('<view>ok</view><navigator id="go" url="/pages/bad/bad"/>', '{}', { 'pages/bad/bad.axml': '<view>bad</view>', 'pages/bad/bad.js': 'Page({ data: { ' }),
    {
      expectsErrors: true,
    },
  );
  expect(await phone.text()).toBe('ok');
  expect((await phone.look()).diagnostics.map(({ file, severity }) => [file, severity])).toEqual([['pages/bad/bad.js', 'error']]);
});

test('includeFiles is rejected together with a format 2 project file', async ({ run }) => {
  const phone = await run(page('<view/>', '{}', { 'app.json': { includeFiles: ['x'] }, 'mini.project.json': { format: 2 } }), { expectsErrors: true });
  expect((await phone.look()).diagnostics.map(({ severity }) => severity)).toContain('error');
});
