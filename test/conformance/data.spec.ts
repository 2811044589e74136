import { expect, page, program, test } from '#test/support/conformance.ts';

test('setData changes this.data at once and the view later', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="v">{{n}}</view><button id="go" onTap="go"/>',
      "{ data: { n: 1 }, go() { this.setData({ n: 2 }, function () { console.log('after', this.data.n); }); console.log('at once', this.data.n); } }",
    ),
  );
  await phone.tap('#go');
  expect(await phone.lines()).toEqual(['at once 2', 'after 2']);
  expect(await phone.text()).toContain('2');
});

const paths: [rule: string, data: string, change: string, expected: unknown][] = [
  ['a path of names', '{ a: { b: { c: 1, d: 2 } } }', "{ 'a.b.c': 9 }", { a: { b: { c: 9, d: 2 } } }],
  ['a path with an index', '{ array: [{ m: 1 }, { m: 2 }, { m: 3 }] }', "{ 'array[2].m': 9 }", { array: [{ m: 1 }, { m: 2 }, { m: 9 }] }],
  [
    'several indexes',
    '{ grid: [[1, 2], [3, 4]] }',
    "{ 'grid[1][0]': 9 }",
    {
      grid: [
        [1, 2],
        [9, 4],
      ],
    },
  ],
  ['missing parts are created', '{}', "{ 'a.b.c': 1, 'list[0].x': 2 }", { a: { b: { c: 1 } }, list: [{ x: 2 }] }],
  ['null is a value', '{ a: 1 }', '{ a: null }', { a: null }],
  ['an undefined value is ignored', '{ a: 1 }', '{ a: undefined }', { a: 1 }],
  ['several keys in order', '{}', "{ a: { b: 1 }, 'a.b': 2 }", { a: { b: 2 } }],
];

for (const [rule, data, change, expected] of paths) {
  test(`setData: ${rule}`, async ({ run }) => {
    const phone = await run(
      page('<view>{{a}}</view><button id="go" onTap="go"/>', `{ data: ${data}, go() { this.setData(${change}); console.log(JSON.stringify(this.data)); } }`),
    );
    await phone.tap('#go');
    expect(JSON.parse((await phone.lines())[0] ?? '')).toEqual(expected);
    expect(await phone.data()).toEqual(expected);
  });
}

test('setData with undefined warns', async ({ run }) => {
  const phone = await run(page('<view/>', '{ onLoad() { this.setData({ a: undefined }); } }'));
  expect((await phone.systemLines()).join()).toContain('undefined');
});

test('setData: what is not JSON does not reach the view, and is said', async ({ run }) => {
  const phone = await run(page('<view>[{{f}}]</view>', '{ onLoad() { this.setData({ f: () => 1 }); console.log(typeof this.data.f); } }'));
  expect(await phone.text()).toBe('[]');
  expect((await phone.systemLines()).join()).toMatch(/\bf\b/);
});

test('setData before the first render is part of it', async ({ run }) => {
  const phone = await run(page('<view>{{n}}</view>', "{ data: { n: 1 }, onLoad() { this.setData({ n: 2 }, () => console.log('callback')); } }"));
  expect(await phone.text()).toBe('2');
  expect(await phone.lines()).toEqual(['callback']);
});

test('direct changes of this.data do not change the view', async ({ run }) => {
  const phone = await run(page('<view>{{n}}</view><button id="go" onTap="go"/>', '{ data: { n: 1 }, go() { this.data.n = 2; } }'));
  await phone.tap('#go');
  expect(await phone.text()).toBe('1');
});

const splices: [rule: string, spec: string, expected: string][] = [
  ['insert', '[1, 0, 5, 6]', '1,5,6,2,3'],
  ['remove', '[0, 2]', '3'],
  ['replace', '[1, 1, 9]', '1,9,3'],
  ['at the end', '[3, 0, 4]', '1,2,3,4'],
  ['from the end', '[-1, 1]', '1,2'],
];

for (const [rule, spec, expected] of splices) {
  test(`$spliceData: ${rule}`, async ({ run }) => {
    const phone = await run(
      page(
        '<text a:for="{{o.list}}" a:key="*this">{{item}} </text><button id="go" onTap="go"/>',
        `{ data: { o: { list: [1, 2, 3] } }, go() { this.$spliceData({ 'o.list': ${spec} }, () => console.log('done')); console.log(this.data.o.list.join()); } }`,
      ),
    );
    await phone.tap('#go');
    expect(await phone.lines()).toEqual([expected, 'done']);
    expect((await phone.text()).split(/\s+/).join()).toBe(expected);
  });
}

test('$batchedUpdates: two additions add two, in one transmission', async ({ run }) => {
  const phone = await run(
    page(
      '<view>{{n}}</view><button id="go" onTap="go"/>',
      `{ data: { n: 0 }, go() { this.$batchedUpdates(() => {
      this.setData({ n: this.data.n + 1 });
      this.setData({ n: this.data.n + 1 });
    }); console.log(this.data.n); } }`,
    ),
  );
  const before = (await phone.events()).filter(({ report }) => report.type === 'performance' && report.measure === 'set-data').length;
  await phone.tap('#go');
  expect(await phone.text()).toBe('2');
  expect(await phone.lines()).toEqual(['2']);
  expect((await phone.events()).filter(({ report }) => report.type === 'performance' && report.measure === 'set-data').length - before).toBe(1);
});

test('$batchedUpdates across components', async ({ run }) => {
  const phone = await run(
    page('<box onAdd="add"/><view>{{n}}</view>', '{ data: { n: 0 }, add() { this.setData({ n: this.data.n + 1 }); } }', {
      'components/box/box.axml': '<view>{{own}}</view><button id="b" onTap="tap"/>',
      'components/box/box.js':
        'Component({ data: { own: 0 }, methods: { tap() { this.$page.$batchedUpdates(() => { this.setData({ own: 1 }); this.props.onAdd(); this.props.onAdd(); }); } } });',
    }),
  );
  await phone.tap('#b');
  expect((await phone.text()).split('\n')).toEqual(['1', '2']);
});

const twoPages = (data: string) =>
  program({
    'pages/index/index.axml': '<navigator id="go" url="/pages/two/two"/>',
    'pages/two/two.axml': '<view>{{o.n}}</view>',
    'pages/two/two.js': `Page({ data: ${data}, onLoad() { console.log(this.data.o.n, this.data.flat); this.data.o.n++; this.data.flat++; } });`,
  });

test('page data as an object is shared: changes in place survive leaving', async ({ run }) => {
  const phone = await run(twoPages('{ o: { n: 1 }, flat: 1 }'));
  await phone.tap('#go');
  await phone.back();
  await phone.tap('#go');
  expect(await phone.lines()).toEqual(['1 1', '2 1']);
});

test('page data as a function is new every time', async ({ run }) => {
  const phone = await run(twoPages('() => ({ o: { n: 1 }, flat: 1 })'));
  await phone.tap('#go');
  await phone.back();
  await phone.tap('#go');
  expect(await phone.lines()).toEqual(['1 1', '1 1']);
});

test('setData from many places ends in what was set last', async ({ run }) => {
  const phone = await run(
    page(
      '<view>{{n}}</view>',
      '{ data: { n: 0 }, onLoad() { Promise.resolve().then(() => this.setData({ n: 1 })); setTimeout(() => this.setData({ n: 2 }), 5); this.setData({ n: 3 }); } }',
    ),
  );
  await expect.poll(() => phone.text()).toBe('2');
});

test('a large list and one of its rows', async ({ run }) => {
  const phone = await run(
    page(
      '<view a:for="{{list}}" a:key="id" id="r{{index}}">{{item.n}}</view><button id="go" onTap="go"/>',
      '{ data: { list: Array.from({ length: 500 }, (_, id) => ({ id, n: id })) }, go() { this.setData({ "list[250].n": "x" }); } }',
    ),
  );
  await phone.tap('#go');
  await expect(phone.find('#r250')).toHaveText('x');
  await expect(phone.find('#r249')).toHaveText('249');
});
