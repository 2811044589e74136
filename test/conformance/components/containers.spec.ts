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

test('page-container: going back closes it before the page, and it stays closed', async ({ run }) => {
  const phone = await run(
    page('<button id="go" onTap="go"/>', "{ go() { my.navigateTo({ url: '/pages/two/two' }); } }", {
      'app.json': { pages: ['pages/index/index', 'pages/two/two'] },
      'pages/two/two.axml':
        '<page-container show duration="{{20}}" z-index="{{z}}" onAfterEnter="t" onBeforeLeave="t" onAfterLeave="t"><view>inside</view></page-container><button id="z" onTap="z"/>',
      'pages/two/two.js':
        'Page({ data: { z: 5 }, t({ type }) { console.log(type); }, z() { this.setData({ z: 6 }); }, onUnload() { console.log("unload"); } });',
    }),
  );
  await phone.tap('#go');
  await expect.poll(() => phone.lines()).toEqual(['afterEnter']);
  await phone.back();
  await expect.poll(() => phone.lines()).toEqual(['afterEnter', 'beforeLeave', 'afterLeave']);
  await phone.tap('#z');
  expect(await phone.text()).not.toContain('inside');
  expect((await phone.look()).pageStack.length).toBe(2);
  await phone.back();
  await expect.poll(() => phone.lines()).toEqual(['afterEnter', 'beforeLeave', 'afterLeave', 'unload']);
});

test('page-container: the back button of the title bar closes it, too', async ({ run }) => {
  const phone = await run(
    page('<button id="go" onTap="go"/>', "{ go() { my.navigateTo({ url: '/pages/two/two' }); } }", {
      'app.json': { pages: ['pages/index/index', 'pages/two/two'] },
      'pages/two/two.axml': '<page-container show duration="{{20}}"><view>inside</view></page-container>',
    }),
  );
  await phone.tap('#go');
  await phone.page.getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => phone.text()).not.toContain('inside');
  expect((await phone.look()).pageStack.length).toBe(2);
});

test('page-meta: root-font-size is 1rem while its page is shown', async ({ run }) => {
  const phone = await run(
    page(
      '<page-meta root-font-size="{{size}}"/><view id="x" class="x">x</view><button id="go" onTap="go"/><button id="big" onTap="big"/>',
      "{ data: { size: '20px' }, go() { my.navigateTo({ url: '/pages/two/two' }); }, big() { this.setData({ size: 'system' }); } }",
      {
        'app.json': { pages: ['pages/index/index', 'pages/two/two'] },
        'app.acss': '.x { width: 2rem; }',
        'pages/two/two.axml': '<page-meta root-font-size="10px"/><view id="y" class="x">y</view>',
      },
    ),
  );
  expect(await phone.style('#x', 'width')).toBe('40px');
  await phone.tap('#go');
  await expect.poll(() => phone.style('#y', 'width')).toBe('20px');
  await phone.back();
  await expect.poll(() => phone.style('#x', 'width')).toBe('40px');
  await phone.tap('#big');
  await expect.poll(() => phone.style('#x', 'width')).toBe('32px');
});

test('page-meta: root-font-size is not that of a page above without one', async ({ run }) => {
  const phone = await run(
    page(
      '<page-meta root-font-size="40px"/><view id="x" class="x">x</view><button id="go" onTap="go"/>',
      "{ go() { my.navigateTo({ url: '/pages/two/two' }); } }",
      {
        'app.json': { pages: ['pages/index/index', 'pages/two/two'] },
        'app.acss': '.x { width: 2rem; }',
        'pages/two/two.axml': '<view id="y" class="x">y</view>',
      },
    ),
  );
  await phone.tap('#go');
  expect(await phone.style('#y', 'width')).toBe('32px');
  await phone.back();
  await expect.poll(() => phone.style('#x', 'width')).toBe('80px');
});

test('page-meta: scroll-top takes rpx; background-color-top is seen above a pulled page', async ({ run }) => {
  const phone = await run(
    page(
      '<page-meta scroll-top="{{top}}" scroll-duration="{{0}}" background-color-top="#010203"/><view style="height: 3000px"/><button id="go" onTap="go"/>',
      "{ data: { top: 0 }, go() { this.setData({ top: '200rpx' }); my.startPullDownRefresh(); } }",
      { 'pages/index/index.json': { pullRefresh: true } },
    ),
  );
  await phone.tap('#go');
  await expect.poll(() => phone.page.locator('mf-scroller').evaluate((element) => element.scrollTop)).toBe(100);
  await expect(phone.page.getByRole('status')).toHaveCSS('background-color', 'rgb(1, 2, 3)');
});

test('share-element: flies from its place on the page before to its own, and back', async ({ run }) => {
  const shared = (top: number, size: number) =>
    `<view style="height: ${top}px"/><share-element name="card" transform duration="{{60000}}"><view style="width: ${size}px; height: ${size}px">card</view></share-element>`;
  const phone = await run(
    page(`<button id="go" onTap="go"/>${shared(300, 50)}`, "{ go() { my.navigateTo({ url: '/pages/two/two' }); } }", {
      'app.json': { pages: ['pages/index/index', 'pages/two/two'] },
      'app.acss': 'share-element { width: 100px; }',
      'pages/two/two.axml': `${shared(120, 100)}<view style="height: 3000px"/>`,
    }),
  );
  const top = async () => Math.round((await phone.find('a-share-element').boundingBox())?.y ?? 0);
  const rest = () => phone.find('a-share-element').evaluate((element) => void element.getAnimations().map((animation) => animation.finish()));
  const below = await top();
  await phone.tap('#go');
  expect(await phone.text()).toBe('card');
  expect(Math.abs((await top()) - below)).toBeLessThan(40);
  await rest();
  await phone.find('mf-scroller').evaluate((scroller) => scroller.scrollTo(0, 100));
  const above = await top();
  expect(below - above).toBeGreaterThan(200);
  await phone.back();
  expect(Math.abs((await top()) - above)).toBeLessThan(40);
  await rest();
  expect(await top()).toBe(below);
});

test('share-element: stays in its place without transform', async ({ run }) => {
  const phone = await run(
    page('<button id="go" onTap="go"/><share-element name="a"><view>shared</view></share-element>', "{ go() { my.navigateTo({ url: '/pages/two/two' }); } }", {
      'app.json': { pages: ['pages/index/index', 'pages/two/two'] },
      'pages/two/two.axml': '<view style="height: 200px"/><share-element name="a"><view>shared</view></share-element>',
    }),
  );
  await phone.tap('#go');
  expect(await phone.text()).toBe('shared');
  expect(await phone.find('a-share-element').evaluate((element) => element.getAnimations().length)).toBe(0);
});

test('cover-view: penetrateGuesture lets fingers reach what it covers', async ({ run }) => {
  const over = (attribute: string) =>
    page(
      `<view id="v" style="height: 80px" onTap="t">under</view><cover-view ${attribute} style="position: absolute; top: 0; left: 0; width: 100%; height: 80px"><view>over</view></cover-view>`,
      "{ t() { console.log('tap'); } }",
    );
  const open = await run(over('penetrateGuesture'));
  await open.page.mouse.click(100, 100);
  await expect.poll(() => open.lines()).toEqual(['tap']);
  const covered = await run(over(''));
  await covered.page.mouse.click(100, 100);
  await covered.idle();
  expect(await covered.lines()).toEqual([]);
});
