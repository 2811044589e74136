import { expect, page, test } from '#test/support/conformance.ts';

test('props have defaults', async ({ run }) => {
  const phone = await run(
    page('<box a="1"/>', '{}', { 'components/box/box.axml': '<view>{{a}} {{b}}</view>', 'components/box/box.js': "Component({ props: { a: 'x', b: 'y' } });" }),
  );
  expect(await phone.text()).toBe('1 y');
});

test('props change with the owner', async ({ run }) => {
  const phone = await run(
    page('<box n="{{n}}"/><button id="go" onTap="go"/>', '{ data: { n: 1 }, go() { this.setData({ n: 2 }); } }', {
      'components/box/box.axml': '<view>{{n}}</view>',
    }),
  );
  await phone.tap('#go');
  expect(await phone.text()).toContain('2');
});

test('an attribute that is undefined leaves the default', async ({ run }) => {
  const phone = await run(
    page('<box a="{{nothing}}"/>', '{}', {
      'components/box/box.axml': '<view>{{a}}</view>',
      'components/box/box.js': "Component({ props: { a: 'default' } });",
    }),
  );
  expect(await phone.text()).toBe('default');
});

test('data of a component is its own for every instance', async ({ run }) => {
  const phone = await run(
    page('<box id="a"/><box id="b"/>', '{}', {
      'components/box/box.axml': '<button class="b{{$id}}" onTap="add"/><view>{{list.length}}</view>',
      'components/box/box.js': 'Component({ data: { list: [] }, methods: { add() { this.$spliceData({ list: [0, 0, 1] }); } } });',
    }),
  );
  await phone.tap('button');
  expect(await phone.text()).toBe('1\n0');
});

test('function props start with on and call the owner', async ({ run }) => {
  const phone = await run(
    page('<box onPick="pick"/>', '{ pick(value) { console.log("picked " + value); } }', {
      'components/box/box.axml': '<button id="b" onTap="tap"/>',
      'components/box/box.js': 'Component({ methods: { tap() { this.props.onPick(3); } } });',
    }),
  );
  await phone.tap('#b');
  expect(await phone.lines()).toEqual(['picked 3']);
});

test('a prop that does not start with on stays text', async ({ run }) => {
  const phone = await run(
    page('<box pick="pick"/>', '{ pick() {} }', {
      'components/box/box.axml': '<view/>',
      'components/box/box.js': 'Component({ didMount() { console.log(typeof this.props.pick, this.props.pick); } });',
    }),
  );
  expect(await phone.lines()).toEqual(['string pick']);
});

test('function props pass through several components', async ({ run }) => {
  const phone = await run(
    page('<outer onPick="pick"/>', '{ pick(v) { console.log(v); } }', {
      'components/outer/outer.axml': '<inner onPick="{{onPick}}"/>',
      'components/inner/inner.axml': '<button id="b" onTap="tap"/>',
      'components/inner/inner.js': "Component({ methods: { tap() { this.props.onPick('deep'); } } });",
    }),
  );
  await phone.tap('#b');
  expect(await phone.lines()).toEqual(['deep']);
});

test('a default function prop is called when none is given', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<button id="b" onTap="tap"/>',
      'components/box/box.js': "Component({ props: { onPick: () => console.log('default') }, methods: { tap() { this.props.onPick(); } } });",
    }),
  );
  await phone.tap('#b');
  expect(await phone.lines()).toEqual(['default']);
});

test('this.is, this.$id, this.$page', async ({ run }) => {
  const phone = await run(
    page('<box/>', "{ data: { who: 'page' } }", {
      'components/box/box.axml': '<view>{{$id}}</view>',
      'components/box/box.js': 'Component({ didMount() { console.log(this.is, this.$page.data.who, this.$id); } });',
    }),
  );
  const [is, who, id] = ((await phone.lines())[0] ?? '').split(' ');
  expect([is, who]).toEqual(['/components/box/box', 'page']);
  expect(await phone.text()).toBe(id);
});

test('ref hands the component to a method of the owner', async ({ run }) => {
  const phone = await run(
    page('<box ref="save"/><button id="go" onTap="go"/>', '{ save(box) { this.box = box; }, go() { console.log(this.box.data.n, this.box.double(4)); } }', {
      'components/box/box.axml': '<view/>',
      'components/box/box.js': 'Component({ data: { n: 5 }, methods: { double(n) { return n * 2; } } });',
    }),
  );
  await phone.tap('#go');
  expect(await phone.lines()).toEqual(['5 8']);
});

test('ref of the component decides what is handed out', async ({ run }) => {
  const phone = await run(
    page('<box ref="save"/>', '{ save(box) { console.log(JSON.stringify(box)); } }', {
      'components/box/box.axml': '<view/>',
      'components/box/box.js': "Component({ ref() { return { only: 'this' }; } });",
    }),
  );
  expect(await phone.lines()).toEqual(['{"only":"this"}']);
});

test('ref inside a component is the component’s method', async ({ run }) => {
  const phone = await run(
    page('<outer/>', '{}', {
      'components/outer/outer.axml': '<inner ref="save"/>',
      'components/outer/outer.js': 'Component({ methods: { save(inner) { console.log(inner.is); } } });',
      'components/inner/inner.axml': '<view/>',
    }),
  );
  expect(await phone.lines()).toEqual(['/components/inner/inner']);
});

test('mixins bring data, props, methods and lifecycles', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<view>{{a}} {{b}} {{own}}</view><button id="b" onTap="hello"/>',
      'components/box/box.js': `
        const mixin = { data: { a: 1, own: 'mixin' }, props: { b: 2 }, didMount() { console.log('mixin'); }, methods: { hello() { console.log('hello'); } } };
        Component({ mixins: [mixin], data: { own: 'own' }, didMount() { console.log('own'); } });`,
    }),
  );
  await phone.tap('#b');
  expect(await phone.text()).toBe('1 2 own');
  expect(await phone.lines()).toEqual(['mixin', 'own', 'hello']);
});

test('$selectComponent and $selectAllComponents', async ({ run }) => {
  const phone = await run(
    page(
      '<box id="one" class="b" n="1"/><box class="b" n="2"/>',
      `{ onReady() {
        console.log(this.$selectComponent('#one').props.n, this.$selectAllComponents('.b').map((box) => box.props.n).join());
      } }`,
      {
        'components/box/box.axml': '<view/>',
      },
    ),
  );
  expect(await phone.lines()).toEqual(['1 1,2']);
});

test('selectOwnerComponent and selectComposedParentComponent', async ({ run }) => {
  const phone = await run(
    page('<outer/>', '{}', {
      'components/outer/outer.axml': '<frame><inner/></frame>',
      'components/frame/frame.axml': '<slot/>',
      'components/inner/inner.axml': '<view/>',
      'components/inner/inner.js': `Component({ didMount() {
        console.log(this.selectOwnerComponent().is, this.selectComposedParentComponent().is);
      } });`,
    }),
  );
  expect(await phone.lines()).toEqual(['/components/outer/outer /components/frame/frame']);
});

test('rootEvents hear the events of the page', async ({ run }) => {
  const phone = await run(
    page('<box/><view style="height: 3000px"/>', '{ onPageScroll() {} }', {
      'components/box/box.axml': '<view/>',
      'components/box/box.js': 'Component({ rootEvents: { onPageScroll({ scrollTop }) { console.log("scrolled " + scrollTop); } } });',
    }),
  );
  await phone
    .find('')
    .page()
    .locator('mf-scroller')
    .evaluate((scroller) => scroller.scrollTo(0, 100));
  await expect.poll(() => phone.lines()).toEqual(['scrolled 100']);
});

test('relations find each other', async ({ run }) => {
  const phone = await run(
    page('<list><item/><item/></list>', '{}', {
      'components/list/list.axml': '<slot/>',
      'components/list/list.js': `Component({ options: { relations: true }, relations: { '../item/item': { type: 'child', linked() { console.log('linked child'); } } },
        didMount() { console.log('items', this.getRelationNodes('../item/item').length); } });`,
      'components/item/item.axml': '<view/>',
      'components/item/item.js': "Component({ options: { relations: true }, relations: { '../list/list': { type: 'parent' } } });",
    }),
  );
  expect(await phone.lines()).toContain('items 2');
});

test('observers of a component run when what they observe changes', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<button id="b" onTap="tap"/><view>{{sum}}</view>',
      'components/box/box.js': `Component({ options: { observers: true }, data: { a: 1, b: { c: 2 }, sum: 0 },
        observers: { 'a, b.c'(a, c) { this.setData({ sum: a + c }); } }, methods: { tap() { this.setData({ 'b.c': 5 }); } } });`,
    }),
  );
  await phone.tap('#b');
  expect(await phone.text()).toContain('6');
});

test('methods see setData at once inside a handler', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<button id="b" onTap="tap"/>',
      'components/box/box.js': 'Component({ data: { n: 0 }, methods: { tap() { this.setData({ n: 1 }); console.log(this.data.n); } } });',
    }),
  );
  await phone.tap('#b');
  expect(await phone.lines()).toEqual(['1']);
});

test('a component may use itself', async ({ run }) => {
  const phone = await run(
    page('<tree node="{{node}}"/>', "{ data: { node: { name: 'a', children: [{ name: 'b' }] } } }", {
      'components/tree/tree.axml': '<view>{{node.name}}</view><tree a:for="{{node.children}}" a:key="name" node="{{item}}"/>',
      'components/tree/tree.json': { component: true, usingComponents: { tree: './tree' } },
    }),
  );
  expect(await phone.text()).toBe('a\nb');
});

test('a missing component is said, the rest is shown', async ({ run }) => {
  const phone = await run(page('<box/><view>rest</view>', '{}', { 'pages/index/index.json': { usingComponents: { box: '/components/nowhere/box' } } }), {
    expectsErrors: true,
  });
  expect(await phone.text()).toBe('rest');
  expect((await phone.look()).diagnostics.map(({ file, severity }) => [file, severity])).toContainEqual(['pages/index/index.json', 'error']);
});

test('components by relative path, from npm, and global ones', async ({ run }) => {
  const phone = await run(
    page('<near/><from-npm/><everywhere/>', '{}', {
      'app.json': { usingComponents: { everywhere: '/shared/everywhere' } },
      'pages/index/index.json': { usingComponents: { near: './near', 'from-npm': 'some-kit/button/index' } },
      'pages/index/near.axml': '<view>near</view>',
      'pages/index/near.json': { component: true },
      'pages/index/near.js': 'Component({});',
      'shared/everywhere.axml': '<view>everywhere</view>',
      'shared/everywhere.json': { component: true },
      'shared/everywhere.js': 'Component({});',
      'package.json': { name: 'sample', dependencies: { 'some-kit': '1.0.0' } },
      'node_modules/some-kit/package.json': { name: 'some-kit', version: '1.0.0' },
      'node_modules/some-kit/button/index.axml': '<view>npm</view>',
      'node_modules/some-kit/button/index.json': { component: true },
      'node_modules/some-kit/button/index.js': 'Component({});',
    }),
  );
  expect(await phone.text()).toBe('near\nnpm\neverywhere');
});
