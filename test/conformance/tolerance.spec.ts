import { expect, page, test } from '#test/support/conformance.ts';

/** What is odd is reported and the page works all the same. */
const cases: [rule: string, axml: string, data: string, expected: string, code: RegExp | null][] = [
  ['a:for without braces', '<view a:for="items" a:key="*this">{{item}}</view>', "{ items: ['a', 'b'] }", 'a\nb', /braces/],
  ['a:for with an open bracket', '<view a:for="(items" a:key="*this">{{item}}</view><view>rest</view>', "{ items: ['a'] }", 'rest', /./],
  ['a:if without braces', '<view a:if="on">x</view>', '{ on: true }', 'x', /./],
  ['HTML tags', '<span>a</span><header>b</header><div>c</div>', '{}', 'a\nb\nc', /./],
  ['key on block', '<block a:for="{{list}}" key="{{item}}"><view>{{item}}</view></block>', '{ list: [1, 2] }', '1\n2', /./],
  ['{{*this}} in a:key', '<view a:for="{{list}}" a:key="{{*this}}">{{item}}</view>', '{ list: [1, 2] }', '1\n2', null],
  ['a tag that is never closed', '<view><text>a</text><view>b</view>', '{}', 'a\nb', /unclosed/],
  ['a closing tag that closes nothing', '<view>a</view></view><view>b</view>', '{}', 'a\nb', /stray/],
  ['an attribute without quotes', '<view class=x>a</view>', '{}', 'a', /quote/],
  ['an attribute twice', '<view id="a" id="b">a</view>', '{}', 'a', /duplicate/],
  ['an expression that is none', '<view>{{a +}}</view><view>b</view>', '{ a: 1 }', 'b', /expression/],
];

for (const [rule, axml, data, expected, code] of cases) {
  test(rule, async ({ run }) => {
    const phone = await run(page(axml, `{ data: ${data} }`), { expectsErrors: true });
    expect(await phone.text()).toContain(expected);
    const codes = (await phone.codes()).join();
    if (code === null) expect(codes).toBe('');
    else expect(codes).toMatch(code);
    expect(await phone.errors()).toEqual([]);
  });
}

test('what is only odd is a warning, not an error', async ({ run }) => {
  const phone = await run(
    page('<view a:for="items" a:key="*this">{{item}}</view><span>a</span><block a:for="{{[1]}}" key="x"/>', "{ data: { items: ['a'] } }"),
  );
  expect((await phone.look()).diagnostics.map(({ severity }) => severity)).not.toContain('error');
  expect((await phone.look()).diagnostics.length).toBeGreaterThanOrEqual(3);
});

test('onTap with an expression is the name of a handler', async ({ run }) => {
  const phone = await run(page('<view id="x" onTap="{{fnName}}">x</view>', "{ data: { fnName: 'hit' }, hit() { console.log('hit'); } }"));
  await phone.tap('#x');
  expect(await phone.lines()).toEqual(['hit']);
});

test('my.showModal', async ({ run }) => {
  const phone = await run(
    page('<view/>', "{ onLoad() { my.showModal({ title: 'Sure?', content: 'Really', success: ({ confirm }) => console.log(confirm) }); } }"),
  );
  expect(await phone.text()).toContain('Really');
  await phone.page.getByRole('button', { name: 'OK' }).click();
  await expect.poll(() => phone.lines()).toEqual(['true']);
});

test('a broken page file leaves the others standing', async ({ run }) => {
  const phone = await run(
    page('<view>ok</view>', '{}', {
      'pages/bad/bad.axml': '<view a:if="{{">',
      'pages/bad/bad.acss': '.x { color',
      'pages/bad/bad.json': '{ broken',
      'pages/bad/bad.js': 'Page({',
    }),
    { expectsErrors: true },
  );
  expect(await phone.text()).toBe('ok');
});

test('markup that is no AXML is shown as far as it goes', async ({ run }) => {
  const phone = await run(page('<!DOCTYPE html><html><body><h1>Title</h1><p>Text<br>more</p></body></html>'), { expectsErrors: true });
  expect(await phone.text()).toContain('Title');
});
