import { expect, page, test } from '#test/support/conformance.ts';

test('template: only its data is in scope', async ({ run }) => {
  const phone = await run(page('<template name="t"><view>[{{a}}][{{b}}]</view></template><template is="t" data="{{a}}"/>', '{ data: { a: 1, b: 2 } }'));
  expect(await phone.text()).toBe('[1][]');
});

test('template: the name may be an expression', async ({ run }) => {
  const axml = `<template name="odd"><view>odd</view></template><template name="even"><view>even</view></template>
    <block a:for="{{[1, 2]}}" a:key="*this"><template is="{{item % 2 ? 'odd' : 'even'}}"/></block>`;
  const phone = await run(page(axml));
  expect(await phone.text()).toBe('odd\neven');
});

test('template: another name shows another template', async ({ run }) => {
  const axml = '<template name="a"><view>A</view></template><template name="b"><view>B</view></template><template is="{{which}}"/><button id="go" onTap="go"/>';
  const phone = await run(page(axml, "{ data: { which: 'a' }, go() { this.setData({ which: 'b' }); } }"));
  await phone.tap('#go');
  expect(await phone.text()).toBe('B');
});

test('template: its data changes with the page', async ({ run }) => {
  const axml = '<template name="t"><view>{{name}} {{age}}</view></template><template is="t" data="{{...user}}"/><button id="go" onTap="go"/>';
  const phone = await run(page(axml, "{ data: { user: { name: 'Ann', age: 1 } }, go() { this.setData({ 'user.age': 2 }); } }"));
  await phone.tap('#go');
  expect(await phone.text()).toContain('Ann 2');
});

test('template: handlers are those of the page', async ({ run }) => {
  const phone = await run(
    page(
      '<template name="t"><button id="b" data-n="{{n}}" onTap="hit"/></template><template is="t" data="{{n: 5}}"/>',
      '{ hit(e) { console.log(e.target.dataset.n); } }',
    ),
  );
  await phone.tap('#b');
  expect(await phone.lines()).toEqual(['5']);
});

test('template: may use itself', async ({ run }) => {
  const axml = `<template name="node"><view>{{node.name}}</view><block a:for="{{node.children}}" a:key="name"><template is="node" data="{{node: item}}"/></block></template>
    <template is="node" data="{{node: tree}}"/>`;
  const phone = await run(page(axml, "{ data: { tree: { name: 'a', children: [{ name: 'b', children: [{ name: 'c' }] }] } } }"));
  expect(await phone.text()).toBe('a\nb\nc');
});

test('template: inside a component handlers are those of the component', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{ hit() { console.log("page"); } }', {
      'components/box/box.axml': '<template name="t"><button id="b" onTap="hit"/></template><template is="t"/>',
      'components/box/box.js': 'Component({ methods: { hit() { console.log("component"); } } });',
    }),
  );
  await phone.tap('#b');
  expect(await phone.lines()).toEqual(['component']);
});

test('import: templates of another file, by relative path', async ({ run }) => {
  const phone = await run(
    page('<import src="../../parts/item.axml"/><template is="item" data="{{text: \'hi\'}}"/>', '{}', {
      'parts/item.axml': '<template name="item"><view>{{text}}</view></template>',
    }),
  );
  expect(await phone.text()).toBe('hi');
});

test('import: by path from the root', async ({ run }) => {
  const phone = await run(
    page('<import src="/parts/item.axml"/><template is="item"/>', '{}', { 'parts/item.axml': '<template name="item"><view>root</view></template>' }),
  );
  expect(await phone.text()).toBe('root');
});

test('import: from npm', async ({ run }) => {
  const phone = await run(
    page('<import src="some-kit/es/item.axml"/><template is="item"/>', '{}', {
      'package.json': { name: 'sample', dependencies: { 'some-kit': '1.0.0' } },
      'node_modules/some-kit/package.json': { name: 'some-kit', version: '1.0.0' },
      'node_modules/some-kit/es/item.axml': '<template name="item"><view>npm</view></template>',
    }),
  );
  expect(await phone.text()).toBe('npm');
});

test('import: is not transitive', async ({ run }) => {
  const phone = await run(
    page('<import src="/parts/b.axml"/><template is="a"/><template is="b"/>', '{}', {
      'parts/a.axml': '<template name="a"><view>A</view></template>',
      'parts/b.axml': '<import src="./a.axml"/><template name="b"><view>B</view></template>',
    }),
    { expectsErrors: true },
  );
  expect(await phone.text()).toBe('B');
});

test('import: a template uses what its own file imports', async ({ run }) => {
  const phone = await run(
    page('<import src="/parts/b.axml"/><template is="b"/>', '{}', {
      'parts/a.axml': '<template name="a"><view>A</view></template>',
      'parts/b.axml': '<import src="./a.axml"/><template name="b"><template is="a"/><view>B</view></template>',
    }),
  );
  expect(await phone.text()).toBe('A\nB');
});

test('include: copies everything but templates', async ({ run }) => {
  const phone = await run(
    page('<include src="/parts/head.axml"/><view>body</view><template is="hidden"/>', "{ data: { title: 'Title' } }", {
      'parts/head.axml': '<view>{{title}}</view><template name="hidden"><view>no</view></template>',
    }),
    { expectsErrors: true },
  );
  expect(await phone.text()).toBe('Title\nbody');
});

test('include: sees the scope of its place', async ({ run }) => {
  const phone = await run(
    page('<block a:for="{{[1, 2]}}" a:key="*this"><include src="./row.axml"/></block>', '{}', { 'pages/index/row.axml': '<view>row {{item}}</view>' }),
  );
  expect(await phone.text()).toBe('row 1\nrow 2');
});

test('include: its handlers are those of the page', async ({ run }) => {
  const phone = await run(
    page('<include src="./part.axml"/>', '{ hit() { console.log("hit"); } }', { 'pages/index/part.axml': '<button id="b" onTap="hit"/>' }),
  );
  await phone.tap('#b');
  expect(await phone.lines()).toEqual(['hit']);
});

test('include: inside included files', async ({ run }) => {
  const phone = await run(
    page('<include src="/parts/a.axml"/>', '{}', { 'parts/a.axml': '<view>a</view><include src="./b.axml"/>', 'parts/b.axml': '<view>b</view>' }),
  );
  expect(await phone.text()).toBe('a\nb');
});

test('import and include: a missing file is said and the rest is shown', async ({ run }) => {
  const phone = await run(page('<import src="./no.axml"/><include src="./neither.axml"/><view>rest</view>'), { expectsErrors: true });
  expect(await phone.text()).toBe('rest');
  expect((await phone.look()).diagnostics.map(({ file }) => file)).toEqual(['pages/index/index.axml', 'pages/index/index.axml']);
});
