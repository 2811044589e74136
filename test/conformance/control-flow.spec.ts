import { expect, page, test } from '#test/support/conformance.ts';

const cases: [rule: string, markup: string, data: string, expected: string][] = [
  ['a:if shows', '<view a:if="{{a}}">yes</view><view>end</view>', '{ a: 1 }', 'yes\nend'],
  ['a:if hides', '<view a:if="{{a}}">yes</view><view>end</view>', '{ a: 0 }', 'end'],
  ['a:elif', '<view a:if="{{n > 5}}">1</view><view a:elif="{{n > 2}}">2</view><view a:else>3</view>', '{ n: 3 }', '2'],
  ['a:else', '<view a:if="{{n > 5}}">1</view><view a:elif="{{n > 2}}">2</view><view a:else>3</view>', '{ n: 1 }', '3'],
  ['a:if on block', '<block a:if="{{a}}"><view>1</view><view>2</view></block>', '{ a: true }', '1\n2'],
  ['a:else on block', '<block a:if="{{a}}"><view>1</view></block><block a:else><view>2</view></block>', '{}', '2'],
  ['a block alone is nothing but its content', '<block><view>1</view></block>', '{}', '1'],
  ['a:for with item and index', '<view a:for="{{list}}" a:key="*this">{{index}}:{{item}}</view>', "{ list: ['a', 'b'] }", '0:a\n1:b'],
  ['a:for-item and a:for-index', '<view a:for="{{list}}" a:for-item="x" a:for-index="i" a:key="*this">{{i}}:{{x}}</view>', "{ list: ['a'] }", '0:a'],
  [
    'a:for inside a:for',
    '<view a:for="{{rows}}" a:for-item="row" a:for-index="r" a:key="*this"><text a:for="{{row}}" a:key="*this">{{r}}{{index}}{{item}} </text></view>',
    "{ rows: [['a', 'b'], ['c']] }",
    '00a 01b\n10c',
  ],
  [
    'the inner item covers the outer one',
    '<view a:for="{{[1]}}" a:key="*this">{{item}}<text a:for="{{[2]}}" a:key="*this">{{item}}</text>{{item}}</view>',
    '{}',
    '121',
  ],
  ['a:for on block', '<block a:for="{{[1, 2]}}" a:key="*this"><view>{{item}}</view><view>-</view></block>', '{}', '1\n-\n2\n-'],
  ['a:for and a:if on one element', '<view a:for="{{[1, 2, 3]}}" a:key="*this" a:if="{{item !== 2}}">{{item}}</view>', '{}', '1\n3'],
  ['a:for over a number', '<view a:for="{{3}}" a:key="*this">{{item}}</view>', '{}', '0\n1\n2'],
  ['a:for over an object', '<view a:for="{{o}}" a:key="*this">{{index}}={{item}}</view>', '{ o: { a: 1, b: 2 } }', 'a=1\nb=2'],
  ['a:for over undefined', '<view a:for="{{nothing}}" a:key="*this">{{item}}</view><view>end</view>', '{}', 'end'],
  [
    'a:if inside a:for sees the item',
    '<view a:for="{{list}}" a:key="id"><text a:if="{{item.on}}">{{item.id}}</text></view>',
    '{ list: [{ id: 1, on: true }, { id: 2 }] }',
    '1',
  ],
];

for (const [rule, markup, data, expected] of cases) {
  test(rule, async ({ run }) => {
    const phone = await run(page(markup, `{ data: ${data} }`));
    expect(await phone.text()).toBe(expected);
  });
}

test('a:if creates and removes elements as the data changes', async ({ run }) => {
  const phone = await run(
    page('<view id="x" a:if="{{on}}">x</view><button id="go" onTap="go"/>', '{ data: { on: false }, go() { this.setData({ on: !this.data.on }); } }'),
  );
  await expect(phone.find('#x')).toHaveCount(0);
  await phone.tap('#go');
  await expect(phone.find('#x')).toHaveCount(1);
  await phone.tap('#go');
  await expect(phone.find('#x')).toHaveCount(0);
});

test('hidden keeps the element and does not show it', async ({ run }) => {
  const phone = await run(page('<view id="x" hidden="{{true}}">x</view><view hidden="{{false}}">y</view>'));
  await expect(phone.find('#x')).toHaveCount(1);
  expect(await phone.text()).toBe('y');
});

/** A list whose rows hold a field; what was typed shows which row went where. */
function keyedList(key: string, list: string, next: string) {
  return page(
    `<view a:for="{{list}}" ${key}><input class="f f{{index}}" name="f"/></view><button id="go" onTap="go"/>`,
    `{ data: { list: ${list} }, go() { this.setData({ list: ${next} }); } }`,
  );
}

async function typed(phone: { find(selector: string): { evaluateAll<T>(read: (elements: Element[]) => T): Promise<T> } }): Promise<string[]> {
  return phone.find('a-input input').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
}

const keyed: [rule: string, key: string, list: string, next: string, expected: string[]][] = [
  ['a:key by property', 'a:key="id"', '[{ id: 1 }, { id: 2 }, { id: 3 }]', '[{ id: 3 }, { id: 1 }, { id: 2 }]', ['2', '0', '1']],
  ['a:key by *this', 'a:key="*this"', "['a', 'b', 'c']", "['c', 'b', 'a']", ['2', '1', '0']],
  ['key as an expression', 'key="{{item.id}}"', '[{ id: 1 }, { id: 2 }, { id: 3 }]', '[{ id: 2 }, { id: 3 }]', ['1', '2']],
  [
    'key of several parts',
    'key="row-{{item.id}}-{{item.kind}}"',
    "[{ id: 1, kind: 'a' }, { id: 1, kind: 'b' }]",
    "[{ id: 1, kind: 'b' }, { id: 1, kind: 'a' }]",
    ['1', '0'],
  ],
  ['a row in the middle goes', 'a:key="id"', '[{ id: 1 }, { id: 2 }, { id: 3 }]', '[{ id: 1 }, { id: 3 }]', ['0', '2']],
  ['a row in front comes', 'a:key="id"', '[{ id: 1 }, { id: 2 }]', '[{ id: 9 }, { id: 1 }, { id: 2 }]', ['', '0', '1']],
];

for (const [rule, key, list, next, expected] of keyed) {
  test(`keys: ${rule}`, async ({ run }) => {
    const phone = await run(keyedList(key, list, next));
    const count = await phone.find('.f').count();
    for (let at = 0; at < count; at++) await phone.input(`.f${at}`, String(at));
    await phone.tap('#go');
    expect(await typed(phone)).toEqual(expected);
  });
}

test('keys: equal keys do not lose rows', async ({ run }) => {
  const phone = await run(page('<view a:for="{{list}}" a:key="id">{{item.n}}</view>', '{ data: { list: [{ id: 1, n: 1 }, { id: 1, n: 2 }, { n: 3 }] } }'));
  expect(await phone.text()).toBe('1\n2\n3');
});

test('keys: a list without key is a warning', async ({ run }) => {
  const phone = await run(page('<view a:for="{{[1]}}">{{item}}</view>'));
  const { diagnostics } = await phone.look();
  expect(diagnostics.map(({ severity, file }) => ({ severity, file }))).toEqual([{ severity: 'warning', file: 'pages/index/index.axml' }]);
  expect(await phone.text()).toBe('1');
});

test('keys: the state of components follows its row', async ({ run }) => {
  const phone = await run(
    page(
      '<item a:for="{{list}}" a:key="id" name="{{item.id}}"/><button id="go" onTap="go"/>',
      '{ data: { list: [{ id: 1 }, { id: 2 }] }, go() { this.setData({ list: [{ id: 2 }, { id: 1 }] }); } }',
      {
        'components/item/item.axml': '<view>{{name}}:{{own}}</view>',
        'components/item/item.js':
          "Component({ data: { own: '' }, props: { name: 0 }, didMount() { this.setData({ own: 'made for ' + this.props.name }); } });",
      },
    ),
  );
  await phone.tap('#go');
  expect(await phone.text()).toContain('2:made for 2\n1:made for 1');
});
