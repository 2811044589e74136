import { expect, page, test } from '#test/support/conformance.ts';

const hook = (name: string, more = '') => `${name}(...a) { console.log(this.is.split('/').pop(), '${name}'${more}); }`;
const all = ['onInit', 'deriveDataFromProps', 'didMount', 'didUpdate', 'didUnmount'].map((name) => hook(name)).join(', ');

test('onInit, deriveDataFromProps, render, didMount', async ({ run }) => {
  const phone = await run(page('<box n="{{1}}"/>', '{}', { 'components/box/box.axml': '<view/>', 'components/box/box.js': `Component({ ${all} });` }));
  expect(await phone.lines()).toEqual(['box onInit', 'box deriveDataFromProps', 'box didMount']);
});

test('on change: deriveDataFromProps, render, didUpdate; finally didUnmount', async ({ run }) => {
  const phone = await run(
    page('<box a:if="{{n < 3}}" n="{{n}}"/><button id="go" onTap="go"/>', '{ data: { n: 1 }, go() { this.setData({ n: this.data.n + 1 }); } }', {
      'components/box/box.axml': '<view>{{n}}</view>',
      'components/box/box.js': `Component({ ${all} });`,
    }),
  );
  await phone.tap('#go', '#go');
  expect((await phone.lines()).slice(3)).toEqual(['box deriveDataFromProps', 'box didUpdate', 'box didUnmount']);
});

test('data set in onInit and deriveDataFromProps is in the first render', async ({ run }) => {
  const phone = await run(
    page('<box n="{{4}}"/>', '{}', {
      'components/box/box.axml': '<view>{{a}} {{b}}</view>',
      'components/box/box.js':
        'Component({ onInit() { this.setData({ a: "init" }); }, deriveDataFromProps(next) { this.setData({ b: next.n * 2 }); }, didUpdate() { console.log("updated"); } });',
    }),
  );
  expect(await phone.text()).toBe('init 8');
  expect(await phone.lines()).toEqual([]);
});

test('deriveDataFromProps gets the next props while this.props are the old ones', async ({ run }) => {
  const phone = await run(
    page('<box n="{{n}}"/><button id="go" onTap="go"/>', '{ data: { n: 1 }, go() { this.setData({ n: 2 }); } }', {
      'components/box/box.axml': '<view/>',
      'components/box/box.js': 'Component({ deriveDataFromProps(next) { console.log(next.n, this.props.n); } });',
    }),
  );
  await phone.tap('#go');
  expect(await phone.lines()).toEqual(['1 1', '2 1']);
});

test('didUpdate gets the props and data of before', async ({ run }) => {
  const phone = await run(
    page('<box n="{{n}}"/><button id="go" onTap="go"/>', '{ data: { n: 1 }, go() { this.setData({ n: 2 }); } }', {
      'components/box/box.axml': '<button id="own" onTap="own"/>',
      'components/box/box.js': `Component({ data: { own: 'a' }, didUpdate(props, data) { console.log(props.n, this.props.n, data.own, this.data.own); },
        methods: { own() { this.setData({ own: 'b' }); } } });`,
    }),
  );
  await phone.tap('#go', '#own');
  expect(await phone.lines()).toEqual(['1 2 a a', '2 2 a b']);
});

test('setData of the component itself ends in didUpdate', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<view>{{n}}</view>',
      'components/box/box.js':
        "Component({ data: { n: 1 }, didMount() { this.setData({ n: 2 }, () => console.log('callback')); }, didUpdate(p, { n }) { console.log('update', n, this.data.n); } });",
    }),
  );
  expect(await phone.lines()).toEqual(['update 1 2', 'callback']);
  expect(await phone.text()).toBe('2');
});

test('nested components: init from outside in, mount from inside out', async ({ run }) => {
  const unit = (name: string) => `Component({ ${['onInit', 'didMount', 'didUnmount'].map((at) => hook(at)).join(', ')} }); // ${name}`;
  const phone = await run(
    page('<outer a:if="{{on}}"/><button id="go" onTap="go"/>', '{ data: { on: true }, go() { this.setData({ on: false }); } }', {
      'components/outer/outer.axml': '<inner/><inner/>',
      'components/outer/outer.js': unit('outer'),
      'components/inner/inner.axml': '<view/>',
      'components/inner/inner.js': unit('inner'),
    }),
  );
  expect(await phone.lines()).toEqual(['outer onInit', 'inner onInit', 'inner onInit', 'inner didMount', 'inner didMount', 'outer didMount']);
  await phone.tap('#go');
  expect((await phone.lines()).slice(6)).toEqual(['inner didUnmount', 'inner didUnmount', 'outer didUnmount']);
});

test('components are mounted before the page is ready', async ({ run }) => {
  const phone = await run(
    page('<box/>', "{ onLoad() { console.log('load'); }, onReady() { console.log('ready'); } }", {
      'components/box/box.axml': '<view/>',
      'components/box/box.js': `Component({ ${hook('onInit')}, ${hook('didMount')} });`,
    }),
  );
  expect(await phone.lines()).toEqual(['load', 'box onInit', 'box didMount', 'ready']);
});

test('components leave with their page', async ({ run }) => {
  const phone = await run(
    page('<navigator id="go" url="/pages/two/two"/>', '{}', {
      'pages/two/two.axml': '<box/>',
      'pages/two/two.js': "Page({ onUnload() { console.log('unload'); } });",
      'components/box/box.axml': '<view/>',
      'components/box/box.js': `Component({ ${hook('didUnmount')} });`,
    }),
  );
  await phone.tap('#go');
  await phone.back();
  expect((await phone.lines()).sort()).toEqual(['box didUnmount', 'unload']);
});

test('options.lifetimes: created, attached, ready, moved, detached', async ({ run }) => {
  const names = ['created', 'attached', 'ready', 'moved', 'detached'];
  const phone = await run(
    page(
      '<box a:for="{{list}}" a:key="*this" n="{{item}}"/><button id="go" onTap="go"/>',
      "{ data: { list: ['a', 'b'] }, go() { this.setData({ list: this.data.list.length === 2 && this.data.list[0] === 'a' ? ['b', 'a'] : [] }); } }",
      {
        'components/box/box.axml': '<view/>',
        'components/box/box.js': `Component({ options: { lifetimes: true }, lifetimes: { ${names.map((name) => `${name}() { console.log('${name}', this.props && this.props.n); }`).join(', ')} } });`,
      },
    ),
  );
  const started = await phone.lines();
  expect(started.filter((line) => line.endsWith(' a'))).toEqual(['created a', 'attached a', 'ready a'].filter((line) => started.includes(line)));
  expect(started.map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['created', 'attached', 'ready']));
  await phone.tap('#go');
  expect((await phone.lines()).slice(started.length).map((line) => line.split(' ')[0])).toEqual(['moved']);
  await phone.tap('#go');
  expect((await phone.lines()).slice(-2)).toEqual(expect.arrayContaining(['detached a', 'detached b']));
});

test('lifetimes beside the other options count too, those in the object first', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<view/>',
      'components/box/box.js': `Component({
        options: { lifetimes: true },
        lifetimes: { attached() { console.log('attached within'); } },
        created() { console.log('created'); }, attached() { console.log('attached beside'); }, ready() { console.log('ready'); },
      });`,
    }),
  );
  expect(await phone.lines()).toEqual(['created', 'attached within', 'ready']);
});

test('props are in the order they are written', async ({ run }) => {
  const phone = await run(
    page('<box b="{{n}}" z="1" onA="go" a="{{n}}" on c="{{n}}"/>', '{ data: { n: 1 }, go() {} }', {
      'components/box/box.axml': '<view/>',
      'components/box/box.js': 'Component({ props: { own: 1 }, didMount() { console.log(Object.keys(this.props).join()); } });',
    }),
  );
  expect(await phone.lines()).toEqual(['b,z,onA,a,on,c,own']);
});

test('lifetimes without the option are nothing', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<view/>',
      'components/box/box.js': "Component({ lifetimes: { created() { console.log('created'); } } });",
    }),
  );
  expect(await phone.lines()).toEqual([]);
});

test('onError of a component hears its errors', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<button id="b" onTap="tap"/>',
      'components/box/box.js':
        "Component({ onError(error) { console.log('heard', String(error.message || error)); }, methods: { tap() { throw new Error('inside'); } } });",
    }),
    { expectsErrors: true },
  );
  await phone.tap('#b');
  expect(await phone.lines()).toContain('heard inside');
});

test('without component2: no onInit and no deriveDataFromProps', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'mini.project.json': { component2: false },
      'components/box/box.axml': '<view/>',
      'components/box/box.js': `Component({ ${all} });`,
    }),
  );
  expect(await phone.lines()).toEqual(['box didMount']);
});

test('mixins run before the component, in order', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<view/>',
      'components/box/box.js':
        "const m = (n) => ({ onInit() { console.log(n); } }); Component({ mixins: [m('one'), m('two')], onInit() { console.log('own'); } });",
    }),
  );
  expect(await phone.lines()).toEqual(['one', 'two', 'own']);
});
