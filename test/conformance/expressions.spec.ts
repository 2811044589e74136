import { expect, page, test } from '#test/support/conformance.ts';

/** Text of `<view>` with the expression, evaluated with the data. */
const cases: [rule: string, markup: string, data: string, expected: string][] = [
  ['mixed text concatenates', '<view>{{name}} has {{count}}!</view>', "{ name: 'Ann', count: 3 }", 'Ann has 3!'],
  ['the ternary operator', "<view>{{open ? 'open' : 'closed'}}</view>", '{ open: false }', 'closed'],
  ['arithmetic', '<view>{{a + b * c - d % 3 / 1}}</view>', '{ a: 1, b: 2, c: 3, d: 4 }', '6'],
  ['comparison', '<view>{{a > b}} {{a >= 2}} {{a == 2}} {{a === b}} {{a !== b}}</view>', '{ a: 2, b: 1 }', 'true true true false true'],
  ['logical operators', "<view>{{a && b || 'none'}} {{!a}}</view>", "{ a: true, b: '' }", 'none false'],
  ['string concatenation', "<view>{{'hello ' + name}}</view>", "{ name: 'Bo' }", 'hello Bo'],
  ['member paths', '<view>{{shop.address.city}}</view>', "{ shop: { address: { city: 'Milan' } } }", 'Milan'],
  ['index paths', '<view>{{list[1].name}} {{list[at].name}}</view>', "{ at: 0, list: [{ name: 'a' }, { name: 'b' }] }", 'b a'],
  ['paths by text', "<view>{{map['a-b']}}</view>", "{ map: { 'a-b': 'dashed' } }", 'dashed'],
  ['array literals', '<view a:for="{{[zero, 1, 2]}}" a:key="*this">{{item}}</view>', '{ zero: 0 }', '0\n1\n2'],
  ['template literals', '<view>{{`${a} and ${b + 1}`}}</view>', '{ a: 1, b: 2 }', '1 and 3'],
  ['braces inside quotes', "<view>{{'}}' + a + '{{'}}</view>", '{ a: 1 }', '}}1{{'],
  ['braces inside template literals', '<view>{{`{${a}}`}}</view>', '{ a: 1 }', '{1}'],
  ['calls of methods of values', "<view>{{name.toUpperCase()}} {{list.join('-')}}</view>", "{ name: 'abc', list: [1, 2] }", 'ABC 1-2'],
  ['optional chaining and nullish values', "<view>{{a?.b?.c ?? 'fallback'}}</view>", '{ a: {} }', 'fallback'],
  ['unary operators', '<view>{{-a}} {{+b}} {{typeof a}}</view>', "{ a: 1, b: '2' }", '-1 2 number'],
  ['numbers, booleans and texts as they are written', "<view>{{1.5}} {{true}} {{'x'}}</view>", '{}', '1.5 true x'],
  ['escaped quotes', "<view>{{'it\\'s'}}</view>", '{}', "it's"],
  ['a path through undefined shows nothing', '<view>[{{a.b.c.d}}]</view>', '{}', '[]'],
  ['a path through null shows nothing', '<view>[{{a.b}}][{{a[0].b}}]</view>', '{ a: null }', '[][]'],
  ['a method of undefined shows nothing', '<view>[{{a.b.trim()}}]</view>', '{}', '[]'],
  ['objects as text are what JavaScript makes of them', '<view>{{list}}</view>', '{ list: [1, 2] }', '1,2'],
  ['line breaks inside an expression', '<view>{{\n  a\n  + b\n}}</view>', '{ a: 1, b: 2 }', '3'],
  ['entities in text', '<view>&lt;b&gt; &amp; {{a}}</view>', '{ a: 1 }', '<b> & 1'],
  ['markup in data is text', '<view>{{a}}</view>', "{ a: '<b>bold</b>' }", '<b>bold</b>'],
  ['comments are not shown', '<view><!-- {{a}} -->x</view>', '{ a: 1 }', 'x'],
];

for (const [rule, markup, data, expected] of cases) {
  test(`expression: ${rule}`, async ({ run }) => {
    const phone = await run(page(markup, `{ data: ${data} }`));
    expect(await phone.text()).toBe(expected);
  });
}

/** What a component receives for `value="…"` on its tag. */
const values: [rule: string, attribute: string, data: string, expected: unknown][] = [
  ['a number stays a number', 'value="{{n}}"', '{ n: 3 }', 3],
  ['a boolean stays a boolean', 'value="{{b}}"', '{ b: false }', false],
  ['an array stays an array', 'value="{{list}}"', '{ list: [1, { a: 2 }] }', [1, { a: 2 }]],
  ['an object stays an object', 'value="{{o}}"', '{ o: { a: { b: 1 } } }', { a: { b: 1 } }],
  ['null stays null', 'value="{{x}}"', '{ x: null }', null],
  ['text around makes it text', 'value=" {{n}}"', '{ n: 3 }', ' 3'],
  ['two expressions make text', 'value="{{n}}{{n}}"', '{ n: 3 }', '33'],
  ['a plain value is text', 'value="3"', '{}', '3'],
  ['a name alone is true', 'value', '{}', true],
  ['the object form', 'value="{{foo: a, b: 2}}"', '{ a: 1 }', { foo: 1, b: 2 }],
  ['the object form with braces of its own', 'value="{{{a: 1}}}"', '{}', { a: 1 }],
  ['an expression with single quotes in the attribute', 'value=\'{{n + "x"}}\'', '{ n: 1 }', '1x'],
  ['a literal array', 'value="{{[n, \'b\']}}"', '{ n: 1 }', [1, 'b']],
  ['names in kebab case arrive in camel case', 'some-value="{{n}}" value="{{n}}"', '{ n: 1 }', 1],
];

for (const [rule, attribute, data, expected] of values) {
  test(`attribute: ${rule}`, async ({ run }) => {
    const phone = await run(
      page(`<probe ${attribute}/>`, `{ data: ${data} }`, {
        'components/probe/probe.axml': '<view/>',
        'components/probe/probe.js': 'Component({ didMount() { console.log(JSON.stringify(this.props.value)); } });',
      }),
    );
    expect(JSON.parse((await phone.lines())[0] ?? '')).toEqual(expected);
  });
}

test('attribute: checked="false" is the truthy text', async ({ run }) => {
  const phone = await run(page('<checkbox id="a" checked="false"/><checkbox id="b" checked="{{false}}"/>'));
  await expect(phone.find('#a')).toHaveAttribute('aria-checked', 'true');
  await expect(phone.find('#b')).toHaveAttribute('aria-checked', 'false');
});

/** Text of a template that shows all it was given as `data`. */
const objects: [rule: string, data: string, expected: string][] = [
  ['names and values', '{{a: 1, b: x}}', '1 10 '],
  ['shorthand', '{{a, b, c}}', '7 8 9'],
  ['spread', '{{...o}}', '4 5 6'],
  ['spread among names', '{{a: 0, ...o, c}}', '4 5 9'],
  ['the later key wins', '{{...o, b: 99, a: 98, a: 97}}', '97 99 6'],
  ['several spreads', '{{...o, ...p}}', '4 2 6'],
  ['expressions as values', '{{a: x + 1, b: x > 1 ? "y" : "n", c: [1].length}}', '11 y 1'],
  ['spread of undefined', '{{...nothing, a}}', '7  '],
];

for (const [rule, data, expected] of objects) {
  test(`data of a template: ${rule}`, async ({ run }) => {
    const axml = `<template name="t"><text>{{a}} {{b}} {{c}}</text></template><template is="t" data='${data}'/>`;
    const phone = await run(page(axml, '{ data: { x: 10, a: 7, b: 8, c: 9, o: { a: 4, b: 5, c: 6 }, p: { b: 2 } } }'));
    expect(await phone.text()).toBe(expected.trim());
  });
}

test('expressions change with the data they read, and only those', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="one">{{o.a}}{{o.b}}</view><view id="two">{{list[0].n}}</view><button id="go" onTap="go"/>',
      "{ data: { o: { a: 1, b: 2 }, list: [{ n: 5 }] }, go() { this.setData({ 'o.b': 3, 'list[0].n': 6 }); } }",
    ),
  );
  await phone.tap('#go');
  expect(await phone.text()).toContain('13\n6');
});

test('expressions cannot reach constructors or prototypes', async ({ run }) => {
  const phone = await run(
    page("<view>[{{a.constructor}}][{{a.__proto__.x}}][{{a['const' + 'ructor']}}][{{list.map.constructor}}]</view>", '{ data: { a: {}, list: [] } }'),
  );
  expect(await phone.text()).toBe('[][][][]');
});
