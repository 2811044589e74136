import { expect, page, test } from '#test/support/conformance.ts';

test('this.data is new after setData and $spliceData returned inside a handler', async ({ run }) => {
  const phone = await run(
    page(
      '<button id="b" onTap="t"/>',
      '{ data: { n: 1, list: [1] }, t() { this.setData({ n: 2 }); this.$spliceData({ list: [0, 0, 9] }); console.log(this.data.n, this.data.list.join()); } }',
    ),
  );
  await phone.tap('#b');
  expect(await phone.lines()).toEqual(['2 9,1']);
});

test('this.is is known in onInit', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', { 'components/box/box.axml': '<view/>', 'components/box/box.js': 'Component({ onInit() { console.log(this.is); } });' }),
  );
  expect(await phone.lines()).toEqual(['/components/box/box']);
});

test('didUpdate has the prevData of before, nested values too', async ({ run }) => {
  const phone = await run(
    page('<box/>', '{}', {
      'components/box/box.axml': '<button id="b" onTap="t"/>',
      'components/box/box.js':
        "Component({ data: { o: { n: 1 } }, didUpdate(props, data) { console.log(data.o.n, this.data.o.n); }, methods: { t() { this.setData({ 'o.n': this.data.o.n + 1 }); } } });",
    }),
  );
  await phone.tap('#b', '#b');
  expect(await phone.lines()).toEqual(['1 2', '2 3']);
});

test('data-n does not leak into the document', async ({ run }) => {
  const phone = await run(page('<view id="x" data-n="{{3}}" data-o="{{o}}" mark:m="1" onTap="t">x</view>', '{ data: { o: { a: 1 } }, t() {} }'));
  const names = await phone.find('#x').evaluate((element) => element.getAttributeNames());
  expect(names.filter((name) => !['id', 'class', 'style'].includes(name))).toEqual([]);
});

test('a missing key is reported where the list is, once', async ({ run }) => {
  const phone = await run(page('<box a:for="{{[1]}}"/>', '{}', { 'components/box/box.axml': '<view a:for="{{[1]}}" a:key="*this">x</view>' }));
  expect((await phone.look()).diagnostics.map(({ file, range }) => [file, range.start.line])).toEqual([['pages/index/index.axml', 0]]);
});

for (const name of ['swiper', 'video', 'map', 'lottie', 'camera', 'canvas', 'web-view']) {
  test(`${name} fetches nothing from outside`, async ({ run }) => {
    const axml = name === 'swiper' ? '<swiper><swiper-item>1</swiper-item></swiper>' : `<${name}/>`;
    const phone = await run(page(axml));
    const addresses = await phone.page.evaluate(() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin));
    expect(new Set(addresses)).toEqual(new Set([new URL(phone.running.url).origin]));
  });
}

test('globals of the program are not those of its document', async ({ run }) => {
  const phone = await run(page('<view/>', '{ onLoad() { leaked = 5; } }', { 'pages/index/index.js': 'globalValue = 1; Page({});' }), { expectsErrors: true });
  expect(await phone.page.evaluate(() => 'globalValue' in window)).toBe(false);
});

test('getAuthCode answers', async ({ run }) => {
  const phone = await run(
    page('<view/>', "{ onLoad() { my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => console.log(authCode.length > 0) }); } }"),
  );
  expect(await phone.lines()).toEqual(['true']);
});

test('createMediaQueryObserver', async ({ run }) => {
  const phone = await run(
    page(
      '<view/>',
      '{ onReady() { this.observer = this.createMediaQueryObserver(); this.observer.observe({ minWidth: 10 }, ({ matches }) => console.log(matches)); } }',
    ),
  );
  await expect.poll(() => phone.lines()).toEqual(['true']);
});
