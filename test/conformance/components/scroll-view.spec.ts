import type { DrivenPhone } from '#test/support/conformance/driven-phone.ts';
import { expect, page, test } from '#test/support/conformance.ts';

const rows = (count: number, height = 50) => `<view a:for="{{${count}}}" a:key="*this" id="r{{index}}" style="height: ${height}px">{{item}}</view>`;

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

const scrollTop = (phone: DrivenPhone) => phone.find('#s').evaluate((element) => element.scrollTop);

async function turnWheel(phone: DrivenPhone, distance: number): Promise<void> {
  await phone.find('#s').hover();
  await phone.page.mouse.wheel(0, distance);
}

test('scroll-view: scroll-animation-duration is how long a scroll by data takes', async ({ run }) => {
  const phone = await run(
    page(
      `<scroll-view id="s" scroll-y scroll-with-animation scroll-animation-duration="{{400}}" scroll-top="{{top}}" style="height: 100px" onScroll="t">${rows(20)}</scroll-view><button id="go" onTap="go"/>`,
      '{ data: { top: 0 }, t({ detail }) { if (this.from) console.log(Math.round(detail.scrollTop), Date.now() - this.from); }, go() { this.from = Date.now(); this.setData({ top: 800 }); } }',
    ),
  );
  await phone.tap('#go');
  await expect.poll(async () => (await phone.lines()).at(-1)).toMatch(/^800 /);
  const steps = (await phone.lines()).map((line) => line.split(' ').map(Number));
  expect(steps.length).toBeGreaterThan(1);
  expect(steps[0]?.[0]).toBeLessThan(800);
  expect(steps.at(-1)?.[1]).toBeGreaterThanOrEqual(350);
});

test('scroll-view: trap-scroll keeps the page where it is', async ({ run }) => {
  for (const [trap, moves] of [
    ['', true],
    ['trap-scroll', false],
  ] as const) {
    const phone = await run(page(`<scroll-view id="s" scroll-y ${trap} style="height: 100px">${rows(4)}</scroll-view><view style="height: 3000px"/>`));
    await phone.find('#s').evaluate((element) => element.scrollTo(0, 100));
    await turnWheel(phone, 80);
    const pageTop = () => phone.page.locator('mf-scroller').evaluate((element) => element.scrollTop);
    if (moves) {
      await expect.poll(pageTop).toBeGreaterThan(0);
      continue;
    }
    // What comes after a wheel that moves nothing shows that it is over.
    await turnWheel(phone, -30);
    await expect.poll(() => scrollTop(phone)).toBe(70);
    expect(await pageTop()).toBe(0);
  }
});

test('scroll-view: disable-lower-scroll and disable-upper-scroll "always" refuse one direction', async ({ run }) => {
  const scroller = (attribute: string) =>
    page(`<scroll-view id="s" scroll-y ${attribute} scroll-top="{{200}}" style="height: 100px">${rows(10)}</scroll-view><view style="height: 3000px"/>`);
  const lower = await run(scroller('disable-lower-scroll="always"'));
  await turnWheel(lower, -60);
  await turnWheel(lower, 60);
  await expect.poll(() => scrollTop(lower)).toBe(260);
  const upper = await run(scroller('disable-upper-scroll="always"'));
  await turnWheel(upper, 60);
  await turnWheel(upper, -60);
  await expect.poll(() => scrollTop(upper)).toBe(140);
});

test('scroll-view: disable-lower-scroll and disable-upper-scroll "out-of-bounds" end at the edges, for the page too', async ({ run }) => {
  const phone = await run(
    page(
      `<scroll-view id="s" scroll-y disable-lower-scroll="out-of-bounds" disable-upper-scroll="out-of-bounds" style="height: 100px">${rows(4)}</scroll-view><view style="height: 3000px"/>`,
    ),
  );
  await turnWheel(phone, 60);
  await expect.poll(() => scrollTop(phone)).toBe(60);
  await phone.find('#s').evaluate((element) => element.scrollTo(0, 100));
  await turnWheel(phone, 60);
  await turnWheel(phone, -30);
  await expect.poll(() => scrollTop(phone)).toBe(70);
  expect(await phone.page.locator('mf-scroller').evaluate((element) => element.scrollTop)).toBe(0);
});

test('scroll-view: enable-back-to-top returns at a tap on the title bar', async ({ run }) => {
  const phone = await run(page(`<scroll-view id="s" scroll-y enable-back-to-top scroll-top="{{200}}" style="height: 100px">${rows(10)}</scroll-view>`));
  await expect.poll(() => scrollTop(phone)).toBe(200);
  await phone.page.locator('.title-bar .bar').click();
  await expect.poll(() => scrollTop(phone)).toBe(0);
});

test('scroll-view: stays at a tap on the title bar without enable-back-to-top', async ({ run }) => {
  const scroller = (attributes: string) => `<scroll-view ${attributes} scroll-y scroll-top="{{200}}" style="height: 100px">${rows(10)}</scroll-view>`;
  const phone = await run(page(`${scroller('id="s"')}${scroller('id="other" enable-back-to-top')}`));
  await expect.poll(() => scrollTop(phone)).toBe(200);
  await phone.page.locator('.title-bar .bar').click();
  await expect.poll(() => phone.find('#other').evaluate((element) => element.scrollTop)).toBe(0);
  expect(await scrollTop(phone)).toBe(200);
});
