import { drag } from '#test/support/conformance/fingers.ts';
import { expect, page, test } from '#test/support/conformance.ts';

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
      `<swiper id="s" duration="{{10}}" style="height: 150px" onChange="t" onTransition="m">${slides}</swiper>`,
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
  const phone = await run(page(`<swiper id="s" disable-touch style="height: 150px" onChange="t">${slides}</swiper>`, "{ t() { console.log('change'); } }"));
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

const tall = (attributes: string) => `<swiper id="s" duration="{{10}}" style="height: 200px" onChange="t" onAnimationEnd="t" ${attributes}>${slides}</swiper>`;
const tell = "{ t({ type, detail }) { console.log(type, detail.current, detail.source, detail.isChanging ?? ''); } }";

test('swiper: views of its own stand as items, and it is as high as the first', async ({ run }) => {
  const phone = await run(
    page(
      '<swiper id="s" style="height: auto" current="{{n}}" duration="{{0}}"><view style="height: 40px">first</view><view style="height: 70px">second</view></swiper><button id="go" onTap="go"/>',
      '{ data: { n: 0 }, go() { this.setData({ n: 1 }); } }',
    ),
  );
  const left = async () => (await phone.find('#s a-view').last().boundingBox())?.x;
  expect((await phone.find('#s').boundingBox())?.height).toBe(40);
  expect(await left()).toBe(375);
  await phone.tap('#go');
  await expect.poll(left).toBe(0);
});

test('swiper: swipe-ratio is how far a slow swipe has to go', async ({ run }) => {
  const phone = await run(page(tall('swipe-ratio="{{0.4}}" swipe-speed="{{1000}}"'), tell));
  await drag(phone, '#s', -100, 0);
  await expect.poll(() => phone.lines()).toEqual(['animationEnd 0 touch ']);
  await drag(phone, '#s', -170, 0);
  await expect.poll(async () => (await phone.lines()).slice(1)).toEqual(['change 1 touch ', 'animationEnd 1 touch ']);
});

test('swiper: swipe-speed turns the page after a short, fast swipe', async ({ run }) => {
  const phone = await run(page(tall('swipe-ratio="{{0.5}}"'), tell));
  await drag(phone, '#s', -40, 0);
  await expect.poll(() => phone.lines()).toEqual(['change 1 touch ', 'animationEnd 1 touch ']);
  const slow = await run(page(tall('swipe-ratio="{{0.5}}" swipe-speed="{{1000}}"'), tell));
  await drag(slow, '#s', -40, 0);
  await expect.poll(() => slow.lines()).toEqual(['animationEnd 0 touch ']);
});

test('swiper: a finger that leaves elsewhere without a swipe is not followed any longer', async ({ run }) => {
  const phone = await run(page(tall(''), tell));
  const at = await phone.find('#s').boundingBox();
  const [x, y] = [(at?.x ?? 0) + 300, (at?.y ?? 0) + 190];
  const { mouse } = phone.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x, y + 60);
  await mouse.up();
  await mouse.move(x, y);
  await mouse.move(x - 100, y, { steps: 3 });
  expect((await phone.find('a-swiper-item').first().boundingBox())?.x).toBe(0);
});

test('swiper: touch-angle is how far a swipe may begin off its direction', async ({ run }) => {
  const phone = await run(page(tall('touch-angle="{{20}}"'), tell));
  await drag(phone, '#s', -100, 60);
  await drag(phone, '#s', -100, 20);
  await expect.poll(() => phone.lines()).toEqual(['change 1 touch ', 'animationEnd 1 touch ']);
});

test('swiper: acceleration goes on over several items, the last one is not changing', async ({ run }) => {
  const many = '<swiper-item a:for="{{9}}" a:key="*this">{{item}}</swiper-item>';
  const phone = await run(page(`<swiper id="s" acceleration duration="{{10}}" style="height: 200px" onChange="t">${many}</swiper>`, tell));
  await drag(phone, '#s', -180, 0);
  await expect.poll(async () => (await phone.lines()).at(-1)).toMatch(/ false$/);
  const lines = await phone.lines();
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(0, -1).map((line, at) => line === `change ${at + 1} touch true`)).toEqual(lines.slice(1).map(() => true));
  expect(lines.at(-1)).toBe(`change ${lines.length} touch false`);
});

test('swiper: one swipe is one item without acceleration', async ({ run }) => {
  const phone = await run(page(tall(''), tell));
  await drag(phone, '#s', -180, 0);
  await expect.poll(() => phone.lines()).toEqual(['change 1 touch ', 'animationEnd 1 touch ']);
});

test('swiper: snap-to-edge leaves no margin before the first and after the last item', async ({ run }) => {
  const phone = await run(
    page(
      `<swiper id="s" snap-to-edge previous-margin="30px" next-margin="20px" current="{{at}}" duration="{{0}}" style="height: 100px">${slides}</swiper><button id="go" onTap="go"/>`,
      '{ data: { at: 0 }, go() { this.setData({ at: this.data.at + 1 }); } }',
    ),
  );
  const left = () => phone.find('a-swiper-item').evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().left)));
  expect(await left()).toEqual([0, 325, 650]);
  await phone.tap('#go');
  await expect.poll(left).toEqual([30 - 325, 30, 30 + 325]);
  await phone.tap('#go');
  await expect.poll(left).toEqual([50 - 650, 50 - 325, 50]);
});

test('swiper: onTransition tells how far it is dragged, and goes on until the item has come', async ({ run }) => {
  const phone = await run(
    page(
      `<swiper id="s" duration="{{200}}" style="height: 200px" onTransition="m" onAnimationEnd="e">${slides}</swiper>`,
      "{ m({ detail }) { console.log(Math.round(detail.dx), detail.dy); }, e() { console.log('end'); } }",
    ),
  );
  await drag(phone, '#s', -100, 0);
  await expect.poll(async () => (await phone.lines()).at(-1)).toBe('end');
  const distances = (await phone.lines()).slice(0, -1).map((line) => line.split(' ').map(Number));
  expect(distances.every(([, dy]) => dy === 0)).toBe(true);
  expect(distances.map(([dx]) => dx)).toContain(100);
  expect(distances.at(-1)?.[0]).toBeGreaterThan(250);
});

test('swiper: at its ends it follows a finger only a little and comes back', async ({ run }) => {
  const phone = await run(page(tall(''), tell));
  const first = phone.find('a-swiper-item').first();
  const box = (await phone.find('#s').boundingBox()) ?? { x: 0, y: 0 };
  const { mouse } = phone.page;
  await mouse.move(box.x + 20, box.y + 20);
  await mouse.down();
  await mouse.move(box.x + 320, box.y + 20, { steps: 5 });
  const pulled = (await first.boundingBox())?.x ?? 0;
  expect(pulled).toBeGreaterThan(10);
  expect(pulled).toBeLessThan(190);
  await mouse.up();
  await expect.poll(async () => (await first.boundingBox())?.x).toBe(0);
  expect(await phone.lines()).toEqual(['animationEnd 0 touch ']);
});

const heights = '<swiper-item><view style="height: 60px">a</view></swiper-item><swiper-item><view style="height: 90px">b</view></swiper-item>';
for (const [attributes, before, after] of [
  ['', 60, 60],
  ['adjust-height="first"', 60, 60],
  ['adjust-height="current"', 60, 90],
  ['adjust-height="highest"', 90, 90],
  ['style="height: 70px"', 70, 70],
  ['style="height: 70px" adjust-height="none"', 70, 70],
  ['style="height: 70px" vertical', 70, 70],
  ['style="height: 70px" vertical adjust-height="highest" adjust-vertical-height', 90, 90],
] as const) {
  test(`swiper: is as tall as its first item says, or ${attributes || 'by itself'}`, async ({ run }) => {
    const phone = await run(
      page(
        `<swiper id="s" duration="{{0}}" current="{{at}}" ${attributes}>${heights}</swiper><button id="go" onTap="go"/>`,
        '{ data: { at: 0 }, go() { this.setData({ at: 1 }); } }',
      ),
    );
    const height = async () => (await phone.find('#s').boundingBox())?.height;
    await expect.poll(height).toBe(before);
    await phone.tap('#go');
    await expect.poll(height).toBe(after);
  });
}

test('swiper: onTransition tells of the last turn only, and of none once it is gone', async ({ run }) => {
  const phone = await run(
    page(
      `<swiper a:if="{{here}}" current="{{at}}" duration="{{600000}}" onTransition="t">${slides}</swiper><button id="go" onTap="go"/><button id="gone" onTap="gone"/><button id="end" onTap="end"/>`,
      "{ data: { here: true, at: 0 }, t({ detail }) { console.log(detail.dx < -100 ? 'second' : 'first'); }, go() { this.setData({ at: this.data.at + 1 }); }, gone() { this.setData({ here: false }, () => console.log('gone')); }, end() { console.log('end'); } }",
    ),
  );
  const press = (id: string) => phone.find(id).dispatchEvent('click');
  const since = async (line: string) => (await phone.lines()).slice((await phone.lines()).indexOf(line));
  await press('#go');
  await expect.poll(() => phone.lines()).toContain('first');
  await press('#go');
  await expect.poll(async () => (await since('second')).length).toBeGreaterThan(4);
  expect(new Set(await since('second'))).toEqual(new Set(['second']));
  await press('#gone');
  await expect.poll(() => phone.lines()).toContain('gone');
  await phone.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
  await press('#end');
  await expect.poll(() => phone.lines()).toContain('end');
  expect(await since('gone')).toEqual(['gone', 'end']);
});
