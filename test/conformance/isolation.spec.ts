import { expect, page, test } from '#test/support/conformance.ts';

interface Parts {
  page?: string;
  pageStyle?: string;
  box?: string;
  boxStyle?: string;
  json?: Record<string, unknown>;
  js?: string;
}

function withBox({
  page: axml = '<box/><view id="out" class="x">out</view>',
  pageStyle = '',
  box = '<view id="in" class="x">in</view>',
  boxStyle = '',
  json = {},
  js = 'Component({});',
}: Parts) {
  return page(axml, '{}', {
    'pages/index/index.acss': pageStyle,
    'components/box/box.axml': box,
    'components/box/box.acss': boxStyle,
    'components/box/box.json': json,
    'components/box/box.js': js,
  });
}

const red = 'rgb(255, 0, 0)';
const black = 'rgb(0, 0, 0)';

test('shared, the default: styles of a component leak into the page', async ({ run }) => {
  const phone = await run(withBox({ boxStyle: '.x { color: red; }' }));
  expect([await phone.style('#in', 'color'), await phone.style('#out', 'color')]).toEqual([red, red]);
});

test('shared: styles of the page reach the component', async ({ run }) => {
  const phone = await run(withBox({ pageStyle: '.x { color: red; }' }));
  expect(await phone.style('#in', 'color')).toBe(red);
});

test('shared: the page overrides its components', async ({ run }) => {
  const phone = await run(withBox({ pageStyle: '.x { color: red; }', boxStyle: '.x { color: blue; }' }));
  expect(await phone.style('#out', 'color')).toBe(red);
});

test('apply-shared: styles of the component stay inside', async ({ run }) => {
  const phone = await run(withBox({ boxStyle: '.x { color: red; } view { padding-left: 3px; }', json: { styleIsolation: 'apply-shared' } }));
  expect([await phone.style('#in', 'color'), await phone.style('#out', 'color')]).toEqual([red, black]);
  expect([await phone.style('#in', 'padding-left'), await phone.style('#out', 'padding-left')]).toEqual(['3px', '0px']);
});

test('apply-shared: styles of the page still reach the component', async ({ run }) => {
  const phone = await run(withBox({ pageStyle: '.x { color: red; }', json: { styleIsolation: 'apply-shared' } }));
  expect(await phone.style('#in', 'color')).toBe(red);
});

test('apply-shared: descendants inside the component', async ({ run }) => {
  const phone = await run(
    withBox({
      box: '<view class="outer"><view id="in" class="x">in</view></view>',
      boxStyle: '.outer .x { color: red; }',
      json: { styleIsolation: 'apply-shared' },
    }),
  );
  expect(await phone.style('#in', 'color')).toBe(red);
});

test('apply-shared: slot content belongs to the page', async ({ run }) => {
  const phone = await run(
    withBox({
      page: '<box><view id="out" class="x">out</view></box>',
      box: '<slot/><view id="in" class="x">in</view>',
      boxStyle: '.x { color: red; }',
      json: { styleIsolation: 'apply-shared' },
    }),
  );
  expect([await phone.style('#in', 'color'), await phone.style('#out', 'color')]).toEqual([red, black]);
});

/** What the page's styles, the component's and `page {}` make of an element each: with `apply-shared` in the page's JSON. */
async function lookOfPage(run: (files: Record<string, unknown>) => Promise<{ style(selector: string, property: string): Promise<string> }>, json: object) {
  const phone = await run({
    ...withBox({
      page: '<view id="out" class="x">out</view><box><view id="slotted" class="x">s</view></box>',
      pageStyle: 'page { padding-left: 4px; } .x { color: red; } view { margin-left: 2px; }',
      box: '<slot/><view id="in" class="x">in</view>',
      boxStyle: '.x { padding-right: 3px; }',
    }),
    'pages/index/index.json': { usingComponents: { box: '/components/box/box' }, ...json },
  });
  const each = (property: string) => Promise.all(['#out', '#slotted', '#in'].map((selector) => phone.style(selector, property)));
  return {
    colors: await each('color'),
    margins: await each('margin-left'),
    paddings: await each('padding-right'),
    root: await phone.style('a-page', 'padding-left'),
  };
}

test('apply-shared of a page: its styles stay off its components, theirs still reach it', async ({ run }) => {
  expect(await lookOfPage(run, { styleIsolation: 'apply-shared' })).toEqual({
    colors: [red, red, black],
    margins: ['2px', '2px', '0px'],
    paddings: ['3px', '3px', '3px'],
    root: '4px',
  });
});

test('shared of a page: its styles reach its components', async ({ run }) => {
  expect(await lookOfPage(run, { styleIsolation: 'shared' })).toEqual({
    colors: [red, red, red],
    margins: ['2px', '2px', '2px'],
    paddings: ['3px', '3px', '3px'],
    root: '4px',
  });
});

test('the default component host is virtual', async ({ run }) => {
  const phone = await run(withBox({}));
  expect(await phone.find('#in').evaluate((element) => element.parentElement?.localName)).toBe('a-page');
});

test('virtualHost false: an element with the name of the tag', async ({ run }) => {
  const phone = await run(withBox({ page: '<box id="host" class="own" style="padding-left: 4px"/>', json: { virtualHost: false } }));
  expect(await phone.find('#in').evaluate((element) => element.parentElement?.localName)).toBe('a-box');
  expect(await phone.style('#host', 'padding-left')).toBe('4px');
  await expect(phone.find('#host')).toHaveClass(/\bown\b/);
});

test(':host with virtualHost false', async ({ run }) => {
  const phone = await run(withBox({ boxStyle: ':host { color: red; display: block; }', json: { virtualHost: false } }));
  expect([await phone.style('a-box', 'color'), await phone.style('#in', 'color'), await phone.style('#out', 'color')]).toEqual([red, red, black]);
});

test(':host without virtualHost false selects nothing and is reported', async ({ run }) => {
  const phone = await run(withBox({ boxStyle: ':host { color: red; }' }));
  expect([await phone.style('#in', 'color'), await phone.style('#out', 'color')]).toEqual([black, black]);
  expect((await phone.look()).diagnostics.map(({ file }) => file)).toEqual(['components/box/box.acss']);
});

test('class of a component is a prop where the host is virtual', async ({ run }) => {
  const phone = await run(
    withBox({ page: '<box className="given"/>', box: '<view id="in" class="x {{className}}">in</view>', pageStyle: '.given { color: red; }' }),
  );
  expect(await phone.style('#in', 'color')).toBe(red);
});

const external: Parts = {
  page: '<box title-class="chosen" id="host"/>',
  box: '<view id="in" class="x title-class">in</view>',
  pageStyle: '.chosen { color: red; }',
  json: { styleIsolation: 'apply-shared' },
  js: "Component({ options: { externalClasses: true }, externalClasses: ['title-class'] });",
};

test('externalClasses: the owner’s class stands for the component’s', async ({ run }) => {
  const phone = await run(withBox(external));
  expect(await phone.style('#in', 'color')).toBe(red);
});

test('externalClasses: need the option', async ({ run }) => {
  const phone = await run(withBox({ ...external, js: "Component({ externalClasses: ['title-class'] });" }));
  expect(await phone.style('#in', 'color')).toBe(black);
});

test('externalClasses: change with the owner', async ({ run }) => {
  const phone = await run({
    ...withBox(external),
    'pages/index/index.axml': '<box title-class="{{c}}"/><button id="go" onTap="go"/>',
    'pages/index/index.js': "Page({ data: { c: 'chosen' }, go() { this.setData({ c: 'other' }); } });",
  });
  await phone.tap('#go');
  expect(await phone.style('#in', 'color')).toBe(black);
  await expect(phone.find('#in')).toHaveClass(/\bother\b/);
});

test('externalClasses: from an owner whose own styles stay inside', async ({ run }) => {
  const phone = await run(
    page('<outer/>', '{}', {
      'components/outer/outer.axml': '<box title-class="chosen"/>',
      'components/outer/outer.acss': '.chosen { color: red; }',
      'components/outer/outer.json': { styleIsolation: 'apply-shared' },
      'components/box/box.axml': '<view id="in" class="title-class">in</view>',
      'components/box/box.json': { styleIsolation: 'apply-shared' },
      'components/box/box.js': "Component({ options: { externalClasses: true }, externalClasses: ['title-class'] });",
    }),
  );
  expect(await phone.style('#in', 'color')).toBe(red);
});
