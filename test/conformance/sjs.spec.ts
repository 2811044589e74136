import { expect, page, test } from '#test/support/conformance.ts';

/** A page that shows what `m.value` of the SJS module is. */
function showing(sjs: string, more: Record<string, string> = {}) {
  return page('<import-sjs name="m" from="./m.sjs"/><view>{{m.value}}</view>', '{}', { 'pages/index/m.sjs': sjs, ...more });
}

const language: [rule: string, sjs: string, expected: string][] = [
  ['let and const', 'const a = 1; let b = 2; b += a; export default { value: b };', '3'],
  ['arrow functions', 'const add = (a, b) => a + b; export default { value: add(1, 2) };', '3'],
  ['object shorthand', 'const a = 1; export default { value: ({ a, b() { return 2; } }).b() + a };', '3'],
  ['template strings', 'const a = 1; export default { value: `a is ${a}` };', 'a is 1'],
  [
    'destructuring with defaults',
    'const { a = 5, b: { c } } = { b: { c: 2 } }; const [d, e = 3] = [1]; export default { value: [a, c, d, e].join() };',
    '5,2,1,3',
  ],
  ['loops and conditions', 'let s = 0; for (let i = 0; i < 4; i++) { if (i === 2) continue; s += i; } export default { value: s };', '4'],
  ['switch', "let v; switch (2) { case 1: v = 'a'; break; case 2: v = 'b'; break; default: v = 'c'; } export default { value: v };", 'b'],
  ['Math and its constants', 'export default { value: Math.floor(Math.PI) + Math.max(1, 2) };', '5'],
  ['Number and its constants', 'export default { value: Number("3") + (Number.MAX_VALUE > 1 ? 1 : 0) };', '4'],
  ['JSON', 'export default { value: JSON.stringify(JSON.parse("[1]")) };', '[1]'],
  [
    'parseInt, parseFloat, isNaN, isFinite',
    'export default { value: [parseInt("7px"), parseFloat("1.5"), isNaN("x"), isFinite(1)].join() };',
    '7,1.5,true,true',
  ],
  ['encodeURIComponent and decodeURIComponent', 'export default { value: decodeURIComponent(encodeURIComponent("a b&c")) };', 'a b&c'],
  ['getDate', 'export default { value: getDate(2020, 1, 29).getDate() };', '29'],
  ['getRegExp', 'export default { value: getRegExp("a+", "g").exec("baab")[0] };', 'aa'],
  [
    'constructor is a text',
    'export default { value: [[].constructor, "".constructor, (1).constructor, ({}).constructor].join() };',
    'Array,String,Number,Object',
  ],
];

for (const [rule, sjs, expected] of language) {
  test(`language: ${rule}`, async ({ run }) => {
    const phone = await run(showing(sjs));
    expect(await phone.text()).toBe(expected);
  });
}

test('import-sjs: the default export', async ({ run }) => {
  const phone = await run(
    page('<import-sjs name="m" from="./m.sjs"/><view>{{m.double(n)}} {{m.label}}</view>', '{ data: { n: 4 } }', {
      'pages/index/m.sjs': "export default { double: (n) => n * 2, label: 'x' };",
    }),
  );
  expect(await phone.text()).toBe('8 x');
});

test('import-sjs: named exports', async ({ run }) => {
  const phone = await run(
    page('<import-sjs name="{a, b: c}" from="./m.sjs"/><view>{{a(1)}} {{c}}</view>', '{}', {
      'pages/index/m.sjs': "export const a = (n) => n + 1; export const b = 'bee';",
    }),
  );
  expect(await phone.text()).toBe('2 bee');
});

test('import-sjs: the default export as a function', async ({ run }) => {
  const phone = await run(page('<import-sjs name="m" from="./m.sjs"/><view>{{m(2)}}</view>', '{}', { 'pages/index/m.sjs': 'export default (n) => n * 3;' }));
  expect(await phone.text()).toBe('6');
});

test('import-sjs: a later default name silently takes the place of an earlier one', async ({ run }) => {
  const phone = await run(
    page('<import-sjs name="m" from="./a.sjs"/><import-sjs name="m" from="./b.sjs"/><view>{{m.v}}</view>', '{}', {
      'pages/index/a.sjs': 'export default { v: 1 };',
      'pages/index/b.sjs': 'export default { v: 2 };',
    }),
  );
  expect(await phone.text()).toBe('2');
  expect((await phone.look()).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('import-sjs: named exports of one name are an error', async ({ run }) => {
  const phone = await run(
    page('<import-sjs name="{v}" from="./a.sjs"/><import-sjs name="{v}" from="./b.sjs"/><view>{{v}}</view>', '{}', {
      'pages/index/a.sjs': 'export const v = 1;',
      'pages/index/b.sjs': 'export const v = 2;',
    }),
    { expectsErrors: true },
  );
  expect((await phone.look()).diagnostics.map(({ severity, file }) => [severity, file])).toEqual([['error', 'pages/index/index.axml']]);
});

test('modules import each other and npm', async ({ run }) => {
  const phone = await run(
    page('<import-sjs name="m" from="/lib/a.sjs"/><view>{{m.value}}</view>', '{}', {
      'lib/a.sjs': "import b, { two } from './b.sjs'; import kit from 'some-kit/kit.sjs'; export default { value: b + two + kit };",
      'lib/b.sjs': 'export default 1; export const two = 2;',
      'package.json': { name: 'sample', dependencies: { 'some-kit': '1.0.0' } },
      'node_modules/some-kit/package.json': { name: 'some-kit', version: '1.0.0' },
      'node_modules/some-kit/kit.sjs': 'export default 10;',
    }),
  );
  expect(await phone.text()).toBe('13');
});

test('console.log writes to the console', async ({ run }) => {
  const phone = await run(showing("console.log('hello', { a: 1 }); export default { value: 1 };"));
  expect(await phone.lines()).toEqual(['hello {"a":1}']);
});

for (const name of ['my', 'window', 'document', 'getApp', 'Page', 'globalThis', 'eval', 'Function', 'setTimeout']) {
  test(`${name} is not there`, async ({ run }) => {
    const phone = await run(showing(`export default { value: typeof ${name} };`), { expectsErrors: true });
    expect(await phone.text()).not.toMatch(/object|function/);
  });
}

test('the page’s code is out of reach', async ({ run }) => {
  const phone = await run(
    showing('export default { value: ((f) => { try { return String(f.constructor("return this")()); } catch (e) { return "refused"; } })(() => 1) };'),
    {
      expectsErrors: true,
    },
  );
  expect(await phone.text()).not.toContain('[object');
});

test('modules of templates and of included files are their own', async ({ run }) => {
  const phone = await run(
    page('<import src="/parts/t.axml"/><template is="t"/>', '{}', {
      'parts/t.axml': '<import-sjs name="m" from="./m.sjs"/><template name="t"><view>{{m.v}}</view></template>',
      'parts/m.sjs': 'export default { v: 7 };',
    }),
  );
  expect(await phone.text()).toBe('7');
});

test('a handler of the render layer gets the event and descriptors', async ({ run }) => {
  const phone = await run(
    page(
      '<import-sjs name="m" from="./m.sjs"/><view id="a" data-n="{{5}}" onTap="{{m.tap}}">x</view><view class="other">y</view>',
      '{ take(value) { console.log(JSON.stringify(value)); } }',
      {
        'pages/index/m.sjs': `
        const tap = (event, owner) => {
          const self = event.instance;
          self.setStyle({ color: 'rgb(1, 2, 3)', 'font-size': '20px' });
          self.addClass('on');
          owner.selectComponent('.other').setStyle({ color: 'rgb(4, 5, 6)' });
          const state = self.getState();
          state.count = (state.count || 0) + 1;
          owner.callMethod('take', { type: event.type, n: event.target.dataset.n, count: state.count, has: self.hasClass('on'), set: self.getDataset().n });
        };
        export default { tap };`,
      },
    ),
  );
  await phone.tap('#a', '#a');
  expect((await phone.lines()).map((line) => JSON.parse(line))).toEqual([
    { type: 'tap', n: 5, count: 1, has: true, set: 5 },
    { type: 'tap', n: 5, count: 2, has: true, set: 5 },
  ]);
  expect(await phone.style('#a', 'color')).toBe('rgb(1, 2, 3)');
  expect(await phone.style('#a', 'font-size')).toBe('20px');
  expect(await phone.style('.other', 'color')).toBe('rgb(4, 5, 6)');
});

test('a named export as a handler', async ({ run }) => {
  const phone = await run(
    page('<import-sjs name="{tap}" from="./m.sjs"/><view id="a" onTap="{{tap}}">x</view>', '{ take(v) { console.log(v); } }', {
      'pages/index/m.sjs': "export const tap = (event, owner) => owner.callMethod('take', 'named');",
    }),
  );
  await phone.tap('#a');
  expect(await phone.lines()).toEqual(['named']);
});

test('descriptors have timers and animation frames', async ({ run }) => {
  const phone = await run(
    page('<import-sjs name="m" from="./m.sjs"/><view id="a" onTap="{{m.tap}}">x</view>', '{ take(value) { console.log(value); } }', {
      'pages/index/m.sjs': `
        export default { tap: (event, owner) => {
          owner.setTimeout(() => owner.callMethod('take', 'timer'), 1);
          owner.requestAnimationFrame(() => owner.callMethod('take', 'frame'));
        } };`,
    }),
  );
  await phone.tap('#a');
  await expect.poll(async () => (await phone.lines()).sort()).toEqual(['frame', 'timer']);
});

test('change:prop tells of every new value', async ({ run }) => {
  const phone = await run(
    page(
      '<import-sjs name="m" from="./m.sjs"/><view id="v" title="{{n}}" change:title="{{m.changed}}">x</view><button id="go" onTap="go"/>',
      '{ data: { n: 1 }, go() { this.setData({ n: this.data.n + 1 }); }, take(value) { console.log(value); } }',
      { 'pages/index/m.sjs': "export default { changed: (next, before, owner) => owner.callMethod('take', before + ' to ' + next) };" },
    ),
  );
  await phone.tap('#go', '#go');
  expect(await phone.lines()).toEqual(['undefined to 1', '1 to 2', '2 to 3']);
});

test('change:prop on a component', async ({ run }) => {
  const phone = await run(
    page(
      '<import-sjs name="m" from="./m.sjs"/><box value="{{n}}" change:value="{{m.changed}}"/><button id="go" onTap="go"/>',
      '{ data: { n: 1 }, go() { this.setData({ n: 2 }); }, take(value) { console.log(value); } }',
      {
        'pages/index/m.sjs': "export default { changed: (next, before, owner) => owner.callMethod('take', before + ' to ' + next) };",
        'components/box/box.axml': '<view>{{value}}</view>',
      },
    ),
  );
  await phone.tap('#go');
  expect(await phone.lines()).toEqual(['undefined to 1', '1 to 2']);
});

test('callMethod reaches the methods of the component', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<import-sjs name="m" from="./m.sjs"/><view id="a" onTap="{{m.tap}}">x</view>',
      'components/box/box.js': "Component({ methods: { take(v) { console.log('component', v); } } });",
      'components/box/m.sjs': "export default { tap: (event, owner) => owner.callMethod('take', 1) };",
    }),
  );
  await phone.tap('#a');
  expect(await phone.lines()).toEqual(['component 1']);
});

test('a module that fails while it starts is said once, and is empty', async ({ run }) => {
  const phone = await run(
    page('<import-sjs name="m" from="./m.sjs"/><import-sjs name="n" from="./n.sjs"/><view>{{m.x}}{{n.x}}</view><view>rest</view><box/>', '{}', {
      'pages/index/m.sjs': 'const a = undefined; export default { x: a.b };',
      'pages/index/n.sjs': "import m from './m.sjs'; export default { x: 'n' };",
      'components/box/box.axml': '<import-sjs name="m" from="../../pages/index/m.sjs"/><view>box{{m.x}}</view>',
    }),
    { expectsErrors: true },
  );
  expect(await phone.text()).toBe('n\nrest\nbox');
  expect(await phone.errors()).toEqual([expect.stringMatching(/undefined/)]);
});

test('an error in SJS is said and leaves the page standing', async ({ run }) => {
  const phone = await run(
    page('<import-sjs name="m" from="./m.sjs"/><view>{{m.fail()}}</view><view>rest</view>', '{}', {
      'pages/index/m.sjs': 'export default { fail: () => { const a = undefined; return a.b; } };',
    }),
    { expectsErrors: true },
  );
  expect(await phone.text()).toBe('rest');
  expect((await phone.errors()).join()).toMatch(/undefined/);
});
