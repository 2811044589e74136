import { expect, page, test } from '#test/support/conformance.ts';

test('view: hover-class after hover-start-time', async ({ run }) => {
  const phone = await run(page('<view id="v" hover-class="on" hover-start-time="{{10}}" hover-stay-time="{{10}}" style="height: 50px">x</view>'));
  await phone.find('#v').hover();
  await phone.page.mouse.down();
  await expect(phone.find('#v')).toHaveClass(/on/);
  await phone.page.mouse.up();
  await expect(phone.find('#v')).not.toHaveClass(/on/);
});

test('view: disable-scroll', async ({ run }) => {
  const phone = await run(page('<view id="v" disable-scroll style="height: 50px">x</view><view style="height: 3000px"/>'));
  await phone.find('#v').hover();
  await phone.page.mouse.wheel(0, 50);
  await phone.idle();
  expect(await phone.page.locator('mf-scroller').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

test('view: animation plays what createAnimation made', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="v" animation="{{a}}" style="width: 50px">x</view><button id="go" onTap="go"/>',
      '{ data: { a: null }, go() { this.setData({ a: my.createAnimation({ duration: 10 }).opacity(0.5).translate(20, 0).step().export() }); } }',
    ),
  );
  await phone.tap('#go');
  await expect.poll(() => phone.style('#v', 'opacity')).toBe('0.5');
});

test('cover-view and cover-image', async ({ run }) => {
  const phone = await run(
    page('<cover-view id="v" onTap="t">over</cover-view><cover-image id="i" src="/p.svg" onTap="t"/>', '{ t(e) { console.log(e.target.tagName); } }', {
      'p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    }),
  );
  await phone.tap('#v', '#i');
  expect(await phone.lines()).toEqual(['cover-view', 'cover-image']);
});

test('navigator: every open-type', async ({ run }) => {
  const phone = await run(
    page('<navigator id="n" url="/pages/two/two"><text>go</text></navigator>', '{}', {
      'app.json': {
        pages: ['pages/index/index', 'pages/two/two', 'pages/tab/tab'],
        tabBar: {
          items: [
            { pagePath: 'pages/index/index', name: 'A' },
            { pagePath: 'pages/tab/tab', name: 'B' },
          ],
        },
      },
      'pages/two/two.axml':
        '<navigator id="redirect" open-type="redirect" url="/pages/two/two?r=1"/><navigator id="back" open-type="navigateBack"/><navigator id="tab" open-type="switchTab" url="/pages/tab/tab"/><navigator id="launch" open-type="reLaunch" url="/pages/two/two"/>',
      'pages/tab/tab.axml': '<view>tab</view><navigator id="launch" open-type="reLaunch" url="/pages/two/two"/>',
    }),
  );
  const stack = async () => (await phone.look()).pageStack.map((route) => route.split('/')[1]).join();
  await phone.tap('#n', '#redirect');
  expect(await stack()).toBe('index,two');
  expect((await phone.look()).query).toEqual({ r: '1' });
  await phone.tap('#back');
  expect(await stack()).toBe('index');
  await phone.tap('#n', '#tab');
  expect(await stack()).toBe('tab');
  await phone.tap('#launch');
  expect(await stack()).toBe('two');
});

test('page-container: shows and hides with its events', async ({ run }) => {
  const phone = await run(
    page(
      '<page-container show="{{on}}" duration="{{20}}" onBeforeEnter="t" onEnter="t" onAfterEnter="t" onBeforeLeave="t" onLeave="t" onAfterLeave="t" onClickOverlay="t"><view>inside</view></page-container><button id="go" onTap="go"/>',
      '{ data: { on: false }, t({ type }) { console.log(type); }, go() { this.setData({ on: !this.data.on }); } }',
    ),
  );
  expect(await phone.text()).not.toContain('inside');
  await phone.tap('#go');
  await expect.poll(() => phone.lines()).toEqual(['beforeEnter', 'enter', 'afterEnter']);
  expect(await phone.text()).toContain('inside');
  await phone.tap('#go');
  await expect.poll(async () => (await phone.lines()).slice(3)).toEqual(['beforeLeave', 'leave', 'afterLeave']);
  expect(await phone.text()).not.toContain('inside');
});

test('page-meta: background, page-style, font sizes, scroll-top', async ({ run }) => {
  const phone = await run(
    page(
      '<page-meta background-color="rgb(1, 2, 3)" page-style="color: rgb(4, 5, 6)" page-font-size="20px" scroll-top="{{top}}" onScroll="t"/><view id="x" style="height: 3000px">x</view><button id="go" onTap="go"/>',
      "{ data: { top: 0 }, t() { console.log('scroll'); }, go() { this.setData({ top: 300 }); } }",
    ),
  );
  expect(await phone.style('#x', 'color')).toBe('rgb(4, 5, 6)');
  expect(await phone.style('#x', 'font-size')).toBe('20px');
  await phone.tap('#go');
  await expect.poll(() => phone.page.locator('mf-scroller').evaluate(({ scrollTop }) => scrollTop)).toBe(300);
  await expect.poll(() => phone.lines()).toContain('scroll');
});

test('share-element shows its content', async ({ run }) => {
  const phone = await run(page('<share-element name="a"><view>shared</view></share-element>'));
  expect(await phone.text()).toBe('shared');
});
