import { expect, page, test } from '#test/support/conformance.ts';

const rows = (count: number, height = 50) => `<view a:for="{{${count}}}" a:key="*this" id="r{{index}}" style="height: ${height}px">{{item}}</view>`;

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

test('scroll-view: scroll-y, onScroll, onScrollToLower and onScrollToUpper', async ({ run }) => {
  const phone = await run(
    page(
      `<scroll-view id="s" scroll-y style="height: 100px" onScroll="t" onScrollToLower="t" onScrollToUpper="t">${rows(10)}</scroll-view>`,
      '{ t({ type, detail }) { console.log(type, detail.scrollTop, detail.scrollHeight); } }',
    ),
  );
  const scroll = (top: number) => phone.find('#s').evaluate((element, to) => element.scrollTo(0, to), top);
  await scroll(150);
  await expect.poll(() => phone.lines()).toEqual(['scroll 150 500']);
  await scroll(400);
  await expect.poll(async () => (await phone.lines()).slice(1).sort()).toEqual(['scroll 400 500', 'scrollToLower 400 500']);
  await scroll(0);
  await expect.poll(async () => (await phone.lines()).slice(3).sort()).toEqual(['scroll 0 500', 'scrollToUpper 0 500']);
});

test('scroll-view: upper-threshold and lower-threshold', async ({ run }) => {
  const phone = await run(
    page(
      `<scroll-view id="s" scroll-y style="height: 100px" lower-threshold="{{200}}" onScrollToLower="t">${rows(10)}</scroll-view>`,
      "{ t() { console.log('lower'); } }",
    ),
  );
  await phone.find('#s').evaluate((element) => element.scrollTo(0, 150));
  await phone.idle();
  await phone.find('#s').evaluate((element) => element.scrollTo(0, 210));
  await expect.poll(() => phone.lines()).toEqual(['lower']);
});

test('scroll-view: scroll-top and scroll-left by data', async ({ run }) => {
  const phone = await run(
    page(
      `<scroll-view id="s" scroll-y scroll-top="{{top}}" style="height: 100px">${rows(10)}</scroll-view><button id="go" onTap="go"/>`,
      '{ data: { top: 30 }, go() { this.setData({ top: 200 }); } }',
    ),
  );
  const top = () => phone.find('#s').evaluate(({ scrollTop }) => scrollTop);
  await expect.poll(top).toBe(30);
  await phone.tap('#go');
  await expect.poll(top).toBe(200);
});

test('scroll-view: scroll-into-view', async ({ run }) => {
  const phone = await run(
    page(
      `<scroll-view id="s" scroll-y scroll-into-view="{{to}}" style="height: 100px">${rows(10)}</scroll-view><button id="go" onTap="go"/>`,
      "{ data: { to: '' }, go() { this.setData({ to: 'r4' }); } }",
    ),
  );
  await phone.tap('#go');
  await expect.poll(() => phone.find('#s').evaluate(({ scrollTop }) => scrollTop)).toBe(200);
});

test('scroll-view: without scroll-y it does not scroll', async ({ run }) => {
  const phone = await run(page(`<scroll-view id="s" scroll-x style="height: 100px">${rows(10)}</scroll-view>`));
  expect([await phone.style('#s', 'overflow-x'), await phone.style('#s', 'overflow-y')]).toEqual(['auto', 'hidden']);
});

const slides = '<swiper-item><view>one</view></swiper-item><swiper-item><view>two</view></swiper-item><swiper-item><view>three</view></swiper-item>';

test('swiper: current by data, onChange', async ({ run }) => {
  const phone = await run(
    page(
      `<swiper id="s" current="{{at}}" duration="{{10}}" onChange="t" onAnimationEnd="t">${slides}</swiper><button id="go" onTap="go"/>`,
      '{ data: { at: 0 }, t({ type, detail }) { console.log(type, detail.current); }, go() { this.setData({ at: 2 }); } }',
    ),
  );
  await phone.tap('#go');
  await expect.poll(() => phone.lines()).toEqual(['change 2', 'animationEnd 2']);
});

test('swiper: a swipe turns the page', async ({ run }) => {
  const phone = await run(
    page(
      `<swiper id="s" duration="{{10}}" onChange="t" onTransition="m">${slides}</swiper>`,
      "{ t({ detail }) { console.log('change', detail.current, detail.source); }, m() {} }",
    ),
  );
  const box = await phone.find('#s').boundingBox();
  const { mouse } = phone.page;
  await mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 50);
  await mouse.down();
  await mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 50, { steps: 4 });
  await mouse.up();
  await expect.poll(() => phone.lines()).toEqual(['change 1 touch']);
});

test('swiper: disable-touch', async ({ run }) => {
  const phone = await run(page(`<swiper id="s" disable-touch onChange="t">${slides}</swiper>`, "{ t() { console.log('change'); } }"));
  const box = await phone.find('#s').boundingBox();
  const { mouse } = phone.page;
  await mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 50);
  await mouse.down();
  await mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 50, { steps: 4 });
  await mouse.up();
  await phone.idle();
  expect(await phone.lines()).toEqual([]);
});

test('swiper: autoplay, circular', async ({ run }) => {
  const phone = await run(
    page(`<swiper autoplay circular interval="{{60}}" duration="{{10}}" onChange="t">${slides}</swiper>`, '{ t({ detail }) { console.log(detail.current); } }'),
  );
  await expect.poll(async () => (await phone.lines()).slice(0, 4)).toEqual(['1', '2', '0', '1']);
});

test('swiper: indicator-dots and colours', async ({ run }) => {
  const phone = await run(page(`<swiper indicator-dots indicator-color="rgb(1, 2, 3)" indicator-active-color="rgb(4, 5, 6)">${slides}</swiper>`));
  const colors = await phone.find('.a-swiper-dot').evaluateAll((dots) => dots.map((dot) => getComputedStyle(dot).backgroundColor));
  expect(colors).toEqual(['rgb(4, 5, 6)', 'rgb(1, 2, 3)', 'rgb(1, 2, 3)']);
});

test('swiper: display-multiple-items, active-class', async ({ run }) => {
  const phone = await run(page(`<swiper display-multiple-items="{{2}}" current="{{1}}" active-class="now">${slides}</swiper>`));
  const items = await phone
    .find('a-swiper-item')
    .evaluateAll((all) => all.map((item) => [Math.round(item.getBoundingClientRect().left * 2), item.classList.contains('now')]));
  expect(items).toEqual([
    [-375, false],
    [0, true],
    [375, false],
  ]);
});

test('swiper: vertical', async ({ run }) => {
  const phone = await run(page(`<swiper id="s" vertical style="height: 100px">${slides}</swiper>`));
  const tops = await phone.find('a-swiper-item').evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().top)));
  expect([(tops[1] ?? 0) - (tops[0] ?? 0), (tops[2] ?? 0) - (tops[1] ?? 0)]).toEqual([100, 100]);
});

test('swiper: items that come later', async ({ run }) => {
  const phone = await run(
    page(
      '<swiper indicator-dots><swiper-item a:for="{{list}}" a:key="*this">{{item}}</swiper-item></swiper><button id="go" onTap="go"/>',
      '{ data: { list: [1] }, go() { this.setData({ list: [1, 2, 3] }); } }',
    ),
  );
  await phone.tap('#go');
  await expect(phone.find('.a-swiper-dot')).toHaveCount(3);
});

test('swiper: previous-margin and next-margin show the neighbours', async ({ run }) => {
  const phone = await run(page(`<swiper id="s" previous-margin="30px" next-margin="40rpx">${slides}</swiper>`));
  const item = await phone.find('a-swiper-item').first().boundingBox();
  expect([item?.x, item?.width]).toEqual([30, 375 - 30 - 20]);
});

test('swiper: views of its own stand as items, and a height of auto is that of what is shown', async ({ run }) => {
  const phone = await run(
    page(
      '<swiper id="s" style="height: auto" current="{{n}}" duration="{{0}}"><view style="height: 40px">first</view><view style="height: 70px">second</view></swiper><button id="go" onTap="go"/>',
      '{ data: { n: 0 }, go() { this.setData({ n: 1 }); } }',
    ),
  );
  const height = async () => (await phone.find('#s').boundingBox())?.height;
  const left = async () => (await phone.find('#s a-view').last().boundingBox())?.x;
  expect(await height()).toBe(40);
  expect(await left()).toBe(375);
  await phone.tap('#go');
  await expect.poll(height).toBe(70);
  await expect.poll(left).toBe(0);
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
