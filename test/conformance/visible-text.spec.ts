import { expect, page, test } from '#test/support/conformance.ts';

/** What a person would see of a page: `seen` is, `gone` is not. */
const cases: [rule: string, axml: string, expected: string][] = [
  ['blocks stand on lines of their own', '<view>a</view><view>b</view>', 'a\nb'],
  ['what is inline stands on one', '<view><text>a</text><text>b</text></view>', 'ab'],
  ['spaces count once', '<view>  a   b  </view>', 'a b'],
  ['hidden', '<view hidden>gone</view><view hidden="{{false}}">seen</view>', 'seen'],
  ['display: none', '<view style="display: none">gone</view><view>seen</view>', 'seen'],
  ['visibility: hidden, and visible again inside', '<view style="visibility: hidden">gone<view style="visibility: visible">seen</view></view>', 'seen'],
  ['opacity: 0', '<view style="opacity: 0">gone<view>gone too</view></view><view style="opacity: 0.5">seen</view>', 'seen'],
  ['a block closed to no height', '<view style="height: 0; overflow: hidden"><view>gone</view></view><view style="height: 0">seen</view>', 'seen'],
  [
    'what is fixed to the screen is not clipped',
    '<view style="height: 0; overflow: hidden">gone<view style="position: fixed; top: 100px">seen</view></view>',
    'seen',
  ],
  ['what is below the fold can be scrolled to', '<view style="height: 3000px">seen</view><view>seen too</view>', 'seen\nseen too'],
  ['fields show what is typed, or their hint', '<input value="typed"/><input placeholder="hint"/><input password value="abc"/>', 'typed\nhint\n•••'],
];

for (const [rule, axml, expected] of cases) {
  test(`text: ${rule}`, async ({ run }) => {
    const phone = await run(page(axml));
    expect(await phone.text()).toBe(expected);
  });
}

test('text: covered pages are left out, dialogs and toasts are not', async ({ run }) => {
  const phone = await run(
    page('<view id="go" onTap="go">below</view>', "{ go() { my.navigateTo({ url: '/pages/next/next' }); } }", {
      'pages/next/next.axml': '<view id="ask" onTap="ask">above</view>',
      'pages/next/next.js': "Page({ ask() { my.alert({ title: 'Title', content: 'Words', buttonText: 'Fine' }); } });",
    }),
  );
  await phone.tap('#go');
  expect(await phone.text()).toBe('above');
  await phone.tap('#ask');
  expect(await phone.text()).toBe('above\nTitle\nWords\nFine');
  await phone.tap('[aria-label="Fine"]');
  expect(await phone.text()).toBe('above');
});

test('tabs and the back button are tapped by their names', async ({ run }) => {
  const phone = await run(
    page('<view id="go" onTap="go">first</view>', "{ go() { my.navigateTo({ url: '/pages/deep/deep' }); } }", {
      'app.json': {
        tabBar: {
          items: [
            { pagePath: 'pages/index/index', name: 'One' },
            { pagePath: 'pages/two/two', name: 'Two' },
          ],
        },
      },
      'pages/two/two.axml': '<view>second</view>',
      'pages/deep/deep.axml': '<view>deep</view>',
    }),
  );
  await phone.tap('[aria-label="Two"]');
  expect(await phone.text()).toBe('second');
  await phone.tap('[aria-label="One"]', '#go');
  expect(await phone.text()).toBe('deep');
  await phone.tap('[aria-label="Back"]');
  expect(await phone.text()).toBe('first');
});
