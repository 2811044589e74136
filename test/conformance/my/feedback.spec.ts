import type { DrivenPhone } from '#test/support/conformance/driven-phone.ts';
import { expect, page, test } from '#test/support/conformance.ts';

const load = (code: string) => page('<view>page</view>', `{ onReady() { ${code} } }`);
const say = '(r) => console.log(JSON.stringify(r))';

test('alert', async ({ run }) => {
  const phone = await run(load(`my.alert({ title: 'Title', content: 'Body', buttonText: 'Fine', success: () => console.log('closed') });`));
  expect(await phone.text()).toContain('Title\nBody');
  expect(await phone.lines()).toEqual([]);
  await phone.page.getByRole('button', { name: 'Fine' }).click();
  await expect.poll(() => phone.lines()).toEqual(['closed']);
  expect(await phone.text()).toBe('page');
});

for (const [button, answer] of [
  ['Yes', '{"confirm":true}'],
  ['No', '{"confirm":false}'],
] as const) {
  test(`confirm: ${button}`, async ({ run }) => {
    const phone = await run(load(`my.confirm({ title: 'Sure?', confirmButtonText: 'Yes', cancelButtonText: 'No', success: ${say} });`));
    await phone.page.getByRole('button', { name: button }).click();
    await expect.poll(() => phone.lines()).toEqual([answer]);
  });
}

test('prompt', async ({ run }) => {
  const phone = await run(load(`my.prompt({ title: 'Name', message: 'Your name', placeholder: 'here', okButtonText: 'Go', success: ${say} });`));
  await phone.page.getByRole('textbox').fill('Ann');
  await phone.page.getByRole('button', { name: 'Go' }).click();
  await expect.poll(() => phone.lines()).toEqual(['{"ok":true,"inputValue":"Ann"}']);
});

test('showToast shows for its duration, then success', async ({ run }) => {
  const phone = await run(load("my.showToast({ content: 'Saved', type: 'success', duration: 1500, success: () => console.log('shown') });"));
  await expect(phone.page.getByText('Saved')).toBeVisible();
  await expect(phone.page.getByText('Saved')).toBeHidden();
  await expect.poll(() => phone.lines()).toEqual(['shown']);
});

test('hideToast', async ({ run }) => {
  const phone = await run(
    page('<button id="b" onTap="t"/>', "{ onReady() { my.showToast({ content: 'Saved', duration: 60000 }); }, t() { my.hideToast(); } }"),
  );
  await expect(phone.page.getByText('Saved')).toBeVisible();
  await phone.tap('#b');
  await expect(phone.page.getByText('Saved')).toBeHidden();
});

test('showLoading and hideLoading', async ({ run }) => {
  const phone = await run(page('<button id="b" onTap="t"/>', "{ onReady() { my.showLoading({ content: 'Wait' }); }, t() { my.hideLoading(); } }"));
  await expect(phone.page.getByText('Wait')).toBeVisible();
  await phone.tap('#b');
  await expect(phone.page.getByText('Wait')).toBeHidden();
});

test('showActionSheet: an item, and cancelling', async ({ run }) => {
  const phone = await run(
    page('<button id="b" onTap="t"/>', `{ t() { my.showActionSheet({ title: 'Choose', items: ['A1', 'B2'], cancelButtonText: 'Never', success: ${say} }); } }`),
  );
  await phone.tap('#b');
  await phone.page.getByRole('button', { name: 'B2' }).click();
  await expect.poll(() => phone.lines()).toEqual(['{"index":1}']);
  await phone.tap('#b');
  await phone.page.getByRole('button', { name: 'Never' }).click();
  await expect.poll(() => phone.lines()).toEqual(['{"index":1}', '{"index":-1}']);
});

test('setNavigationBar: title, colours, reset', async ({ run }) => {
  const phone = await run(
    page(
      '<button id="b" onTap="t"/>',
      "{ onReady() { my.setNavigationBar({ title: 'Now', backgroundColor: '#010203', frontColor: '#ffffff' }); }, t() { my.setNavigationBar({ reset: true }); } }",
      { 'app.json': { window: { defaultTitle: 'Before', titleBarColor: '#040506' } } },
    ),
  );
  await expect(phone.page.getByText('Now')).toBeVisible();
  expect(await phone.titleBarColor()).toBe('rgb(1, 2, 3)');
  await phone.tap('#b');
  expect(await phone.titleBarColor()).toBe('rgb(4, 5, 6)');
});

test('showNavigationBarLoading, hideNavigationBarLoading, getTitleColor, hideBackHome', async ({ run }) => {
  const phone = await run(
    page(
      '<button id="b" onTap="t"/>',
      `{ onReady() { my.showNavigationBarLoading(); my.getTitleColor({ success: ({ color }) => console.log(color) }); my.hideBackHome(); }, t() { my.hideNavigationBarLoading(); } }`,
      {
        'app.json': { window: { titleBarColor: '#010203' } },
      },
    ),
  );
  await expect(phone.page.locator('.title-bar .spinner')).toBeVisible();
  await phone.tap('#b');
  await expect(phone.page.locator('.title-bar .spinner')).toHaveCount(0);
  expect((await phone.lines())[0]).toMatch(/^#?.*010203/i);
});

test('the tab bar family', async ({ run }) => {
  const phone = await run(
    page(
      '<button id="a" onTap="a"/><button id="b" onTap="b"/>',
      `{ onReady() {
        my.setTabBarItem({ index: 1, text: 'Cart' }); my.setTabBarBadge({ index: 1, text: '7' }); my.showTabBarRedDot({ index: 0 });
        my.setTabBarStyle({ color: '#010203', selectedColor: '#040506', backgroundColor: '#070809' }); },
      a() { my.removeTabBarBadge({ index: 1 }); my.hideTabBarRedDot({ index: 0 }); my.hideTabBar(); }, b() { my.showTabBar(); } }`,
      {
        'app.json': {
          tabBar: {
            items: [
              { pagePath: 'pages/index/index', name: 'Home' },
              { pagePath: 'pages/two/two', name: 'Two' },
            ],
          },
        },
        'pages/two/two.axml': '<view/>',
      },
    ),
  );
  const bar = phone.page.getByRole('tablist');
  await expect(bar).toContainText('Cart');
  await expect(bar).toContainText('7');
  await expect(bar).toHaveCSS('background-color', 'rgb(7, 8, 9)');
  await expect(phone.page.getByRole('tab').first()).toHaveCSS('color', 'rgb(4, 5, 6)');
  await phone.tap('#a');
  await expect(bar).toBeHidden();
  await phone.tap('#b');
  await expect(bar).toBeVisible();
  await expect(bar).not.toContainText('7');
});

test('pageScrollTo: by distance and by selector', async ({ run }) => {
  const phone = await run(
    page(
      '<view style="height: 900px"/><view id="x" style="height: 2000px"/><button id="b" onTap="t"/>',
      "{ onReady() { my.pageScrollTo({ scrollTop: 120, duration: 0 }); }, t() { my.pageScrollTo({ selector: '#x', duration: 0 }); } }",
    ),
  );
  const top = () => phone.page.locator('mf-scroller').evaluate(({ scrollTop }) => scrollTop);
  await expect.poll(top).toBe(120);
  await phone.tap('#b');
  await expect.poll(top).toBe(900);
});

test('setCanPullDown', async ({ run }) => {
  const phone = await run(
    page('<view style="height: 300px"/>', "{ onReady() { my.setCanPullDown({ canPullDown: false }); }, onPullDownRefresh() { console.log('pulled'); } }", {
      'pages/index/index.json': { pullRefresh: true },
    }),
  );
  const { mouse } = phone.page;
  await mouse.move(100, 200);
  await mouse.down();
  await mouse.move(100, 320, { steps: 3 });
  await mouse.up();
  await phone.idle();
  expect(await phone.lines()).toEqual([]);
});

test('hideKeyboard', async ({ run }) => {
  const phone = await run(page('<input id="i" focus/><view id="v" onTap="t">x</view>', '{ t() { my.hideKeyboard(); } }'));
  await expect(phone.find('#i input')).toBeFocused();
  await phone.tap('#v');
  await expect(phone.find('#i input')).not.toBeFocused();
});

test('datePicker, optionsSelect, multiLevelSelect ask the person', async ({ run }) => {
  const phone = await run(
    page(
      '<button id="a" onTap="a"/><button id="b" onTap="b"/><button id="c" onTap="c"/>',
      `{
      a() { my.datePicker({ currentDate: '2020-02-29', success: ${say} }); },
      b() { my.optionsSelect({ title: 'One', optionsOne: ['x', 'y'], selectedOneIndex: 1, success: ({ selectedOneIndex, selectedOneOption }) => console.log(selectedOneIndex, selectedOneOption) }); },
      c() { my.multiLevelSelect({ title: 'Where', list: [{ name: 'A', subList: [{ name: 'A1' }] }], success: ({ result }) => console.log(result.map(({ name }) => name).join()) }); } }`,
    ),
  );
  for (const id of ['#a', '#b']) {
    await phone.tap(id);
    await phone.page.getByRole('button', { name: 'Done' }).click();
    await phone.idle();
  }
  await phone.tap('#c');
  for (const name of ['A', 'A1']) await phone.page.getByRole('button', { name, exact: true }).click();
  await expect.poll(async () => (await phone.lines()).length).toBe(3);
  const lines = await phone.lines();
  expect(JSON.parse(lines[0] ?? '').date).toBe('2020-02-29');
  expect(lines.slice(1)).toEqual(['1 y', 'A,A1']);
});

const guarded = (script: string) =>
  page('<button id="go" onTap="go"/>', "{ go() { my.navigateTo({ url: '/pages/two/two' }); } }", {
    'app.json': { pages: ['pages/index/index', 'pages/two/two'] },
    'pages/two/two.axml': '<view>two</view><button id="off" onTap="off"/>',
    'pages/two/two.js': `Page({ onLoad() { ${script} }, off() { my.disableAlertBeforeUnload({ success() { console.log('off'); } }); } });`,
  });
const depth = async (phone: DrivenPhone) => (await phone.look()).pageStack.length;

test('enableAlertBeforeUnload: going back asks, cancelling stays, agreeing leaves', async ({ run }) => {
  const phone = await run(guarded("my.enableAlertBeforeUnload({ message: 'Leave it?' });"));
  await phone.tap('#go');
  await phone.back();
  expect(await phone.text()).toContain('Leave it?');
  await phone.page.getByRole('button', { name: 'Cancel' }).click();
  await phone.idle();
  expect(await depth(phone)).toBe(2);
  await phone.back();
  await phone.page.getByRole('button', { name: 'OK' }).click();
  await expect.poll(() => depth(phone)).toBe(1);
});

test('enableAlertBeforeUnload: agreeing leaves only the page that was asked about', async ({ run }) => {
  const phone = await run(
    page('<button id="go" onTap="go"/>', "{ go() { my.navigateTo({ url: '/pages/two/two' }); } }", {
      'app.json': { pages: ['pages/index/index', 'pages/two/two', 'pages/three/three'] },
      'pages/two/two.axml': '<view>two</view><button id="on" onTap="on"/>',
      'pages/two/two.js':
        "Page({ onLoad() { my.enableAlertBeforeUnload({ message: 'Leave it?' }); }, on() { my.navigateTo({ url: '/pages/three/three' }); } });",
      'pages/three/three.axml': '<view>three</view>',
      'pages/three/three.js': 'Page({});',
    }),
  );
  await phone.tap('#go');
  await phone.back();
  await phone.find('#on').dispatchEvent('click');
  await expect.poll(() => depth(phone)).toBe(3);
  await phone.page.getByRole('button', { name: 'OK' }).click();
  await phone.back();
  expect(await phone.text()).toBe('two');
});

test('alert: without a title its content names it, and only its button is called OK', async ({ run }) => {
  const phone = await run(page('<button id="go" onTap="go"/>', "{ go() { my.alert({ content: 'Saved', success() { console.log('closed'); } }); } }"));
  await phone.tap('#go');
  await expect(phone.page.getByRole('dialog', { name: 'Saved' })).toBeVisible();
  await phone.tap('[aria-label="OK"]');
  expect(await phone.lines()).toEqual(['closed']);
});

test('disableAlertBeforeUnload: going back no longer asks', async ({ run }) => {
  const phone = await run(guarded("my.enableAlertBeforeUnload({ message: 'Leave it?' });"));
  await phone.tap('#go', '#off');
  expect(await phone.lines()).toEqual(['off']);
  await phone.back();
  expect(await depth(phone)).toBe(1);
});

test('setNavigationBar in onLoad dresses the page that is being opened, not the one before', async ({ run }) => {
  const title = (name: string) =>
    `Page({ onLoad() { my.setNavigationBar({ title: '${name}', success() { console.log('${name}'); } }); }, go() { my.navigateTo({ url: '/pages/two/two' }); } });`;
  const phone = await run({
    'app.js': 'App({});',
    'app.json': { pages: ['pages/index/index', 'pages/two/two'] },
    'pages/index/index.axml': '<button id="go" onTap="go"/>',
    'pages/index/index.js': title('First'),
    'pages/two/two.axml': '<view>two</view>',
    'pages/two/two.js': title('Second'),
  });
  const heading = phone.page.getByRole('heading');
  await expect(heading).toHaveText('First');
  await phone.tap('#go');
  await expect(heading).toHaveText('Second');
  await phone.back();
  await expect(heading).toHaveText('First');
  expect(await phone.lines()).toEqual(['First', 'Second']);
});
