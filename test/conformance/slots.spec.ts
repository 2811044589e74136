import { expect, page, test } from '#test/support/conformance.ts';

function withBox(axml: string, box: string, definition = '{}', boxJs = 'Component({});') {
  return page(axml, definition, { 'components/box/box.axml': box, 'components/box/box.js': boxJs });
}

const cases: [rule: string, axml: string, box: string, data: string, expected: string][] = [
  ['the default slot', '<box><view>in</view></box>', '<view>[</view><slot/><view>]</view>', '{}', '[\nin\n]'],
  ['default content when nothing is given', '<box/>', '<slot><view>default</view></slot>', '{}', 'default'],
  ['what is given takes the place of the default content', '<box><view>given</view></box>', '<slot><view>default</view></slot>', '{}', 'given'],
  ['named slots', '<box><view slot="b">B</view><view slot="a">A</view></box>', '<slot name="a"/><view>-</view><slot name="b"/>', '{}', 'A\n-\nB'],
  [
    'default content stays when only named slots are given',
    '<box><view slot="a">A</view></box>',
    '<slot><view>default</view></slot><slot name="a"/>',
    '{}',
    'default\nA',
  ],
  ['default and named together', '<box><view slot="a">A</view><view>rest</view></box>', '<slot name="a"/><view>-</view><slot/>', '{}', 'A\n-\nrest'],
  ['several elements in one slot', '<box><view slot="a">1</view><view slot="a">2</view></box>', '<slot name="a"/>', '{}', '1\n2'],
  ['content shows the data of its owner', '<box><view>{{who}}</view></box>', '<slot/>', "{ who: 'page' }", 'page'],
  ['named default content', '<box><view>x</view></box>', '<slot name="a"><view>none</view></slot>', '{}', 'none'],
  [
    'a name that is worked out to nothing is not the default slot',
    '<box><view>in</view></box>',
    '<slot/><slot name="{{no}}"><view>own</view></slot>',
    '{}',
    'in\nown',
  ],
  ['scoped slots', '<box><view slot-scope="props">{{props.x}} {{props.y}}</view></box>', '<slot x="{{a}}" y="text"/>', '{}', '1 text'],
  ['scoped slots see the owner too', '<box><view slot-scope="p">{{p.x}}{{who}}</view></box>', '<slot x="{{a}}"/>', "{ who: '!' }", '1!'],
  ['scoped named slots', '<box><view slot="s" slot-scope="p">{{p.x}}</view></box>', '<slot name="s" x="{{a}}"/>', '{}', '1'],
  [
    'a scoped slot in a list',
    '<box><view slot-scope="p">{{p.item.n}}</view></box>',
    '<block a:for="{{list}}" a:key="n"><slot item="{{item}}"/></block>',
    '{}',
    '1\n2',
  ],
  ['a block as content', '<box><block slot="a"><view>1</view><view>2</view></block></box>', '<slot name="a"/>', '{}', '1\n2'],
  ['a:if on content', '<box><view a:if="{{no}}">no</view><view a:else>yes</view></box>', '<slot/>', '{}', 'yes'],
  ['a:for on content', '<box><view a:for="{{[1, 2]}}" a:key="*this">{{item}}</view></box>', '<slot/>', '{}', '1\n2'],
];

for (const [rule, axml, box, data, expected] of cases) {
  test(rule, async ({ run }) => {
    const phone = await run(withBox(axml, box, `{ data: ${data} }`, 'Component({ data: { a: 1, list: [{ n: 1 }, { n: 2 }] } });'));
    expect(await phone.text()).toBe(expected);
  });
}

test('content changes with its owner', async ({ run }) => {
  const phone = await run(
    withBox('<box><view>{{n}}</view></box><button id="go" onTap="go"/>', '<slot/>', '{ data: { n: 1 }, go() { this.setData({ n: 2 }); } }'),
  );
  await phone.tap('#go');
  expect(await phone.text()).toContain('2');
});

test('scoped content changes with the component', async ({ run }) => {
  const phone = await run(
    withBox(
      '<box><view slot-scope="p">{{p.n}}</view></box>',
      '<slot n="{{n}}"/><button id="go" onTap="go"/>',
      '{}',
      'Component({ data: { n: 1 }, methods: { go() { this.setData({ n: 2 }); } } });',
    ),
  );
  await phone.tap('#go');
  expect(await phone.text()).toContain('2');
});

test('handlers of content are those of its owner', async ({ run }) => {
  const phone = await run(
    withBox(
      '<box><button id="b" onTap="hit"/></box>',
      '<slot/>',
      '{ hit() { console.log("page"); } }',
      'Component({ methods: { hit() { console.log("component"); } } });',
    ),
  );
  await phone.tap('#b');
  expect(await phone.lines()).toEqual(['page']);
});

test('a slot handed on to an inner component', async ({ run }) => {
  const phone = await run(
    page('<outer><view>in</view></outer>', '{}', {
      'components/outer/outer.axml': '<inner><slot/></inner>',
      'components/inner/inner.axml': '<view>[</view><slot/><view>]</view>',
    }),
  );
  expect(await phone.text()).toBe('[\nin\n]');
});

test('components in slots belong to the page', async ({ run }) => {
  const phone = await run(
    page('<box><probe text="{{who}}"/></box>', "{ data: { who: 'page' } }", {
      'components/box/box.axml': '<slot/>',
      'components/probe/probe.axml': '<view>{{text}}</view>',
    }),
  );
  expect(await phone.text()).toBe('page');
});

test('a slot that goes takes the components in it along', async ({ run }) => {
  const phone = await run(
    page('<box><probe/></box>', '{}', {
      'components/box/box.axml': '<slot a:if="{{on}}"/><button id="go" onTap="go"/>',
      'components/box/box.js': 'Component({ data: { on: true }, methods: { go() { this.setData({ on: false }); } } });',
      'components/probe/probe.axml': '<view>x</view>',
      'components/probe/probe.js': 'Component({ didUnmount() { console.log("gone"); } });',
    }),
  );
  await phone.tap('#go');
  expect(await phone.lines()).toEqual(['gone']);
});

test('text in the default slot', async ({ run }) => {
  const phone = await run(withBox('<box>plain {{n}}</box>', '<view><slot/></view>', '{ data: { n: 1 } }'));
  expect(await phone.text()).toBe('plain 1');
});
