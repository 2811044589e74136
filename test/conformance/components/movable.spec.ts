import type { DrivenPhone } from '#test/support/conformance/driven-phone.ts';
import { drag, pinch } from '#test/support/conformance/fingers.ts';
import { expect, page, test } from '#test/support/conformance.ts';

const area = (attributes: string) =>
  `<movable-area id="a" style="width: 200px; height: 200px"><movable-view id="m" style="width: 50px; height: 50px" ${attributes} onChange="t" onChangeEnd="e">x</movable-view></movable-area>`;

/** How far it stands from where it stood when it has been dragged by so much. */
async function dragBy(phone: DrivenPhone, x: number, y: number): Promise<{ x: number; y: number }> {
  const place = async () => (await phone.find('#m').boundingBox()) ?? { x: 0, y: 0 };
  const before = await place();
  await drag(phone, '#m', x, y);
  await phone.idle();
  const after = await place();
  return { x: after.x - before.x, y: after.y - before.y };
}

const logMoves = "{ t({ detail }) { console.log('change', detail.source); }, e({ detail }) { console.log('end', detail.x, detail.y); } }";

test('movable-view: dragged inside its area', async ({ run }) => {
  const phone = await run(page(area('direction="all"'), logMoves));
  expect(await dragBy(phone, 60, 70)).toEqual({ x: 60, y: 70 });
  expect((await phone.lines()).at(-1)).toBe('end 60 70');
  expect(await phone.lines()).toContain('change touch');
  expect(await dragBy(phone, 900, 0)).toEqual({ x: 90, y: 0 });
});

test('movable-view: direction horizontal, vertical, none', async ({ run }) => {
  expect(await dragBy(await run(page(area('direction="horizontal"'), logMoves)), 30, 30)).toEqual({ x: 30, y: 0 });
  expect(await dragBy(await run(page(area('direction="vertical"'), logMoves)), 30, 30)).toEqual({ x: 0, y: 30 });
  expect(await dragBy(await run(page(area(''), logMoves)), 30, 30)).toEqual({ x: 0, y: 0 });
});

test('movable-view: disabled', async ({ run }) => {
  expect(await dragBy(await run(page(area('direction="all" disabled'), logMoves)), 30, 30)).toEqual({ x: 0, y: 0 });
});

test('movable-view: x and y by data', async ({ run }) => {
  const phone = await run(
    page(
      `${area('direction="all" x="{{x}}" y="{{10}}"')}<button id="go" onTap="go"/>`,
      '{ data: { x: 20 }, go() { this.setData({ x: 40 }); }, t() {}, e() {} }',
    ),
  );
  const origin = await phone.find('#a').boundingBox();
  const at = async () => {
    const box = await phone.find('#m').boundingBox();
    return [(box?.x ?? 0) - (origin?.x ?? 0), (box?.y ?? 0) - (origin?.y ?? 0)];
  };
  expect(await at()).toEqual([20, 10]);
  await phone.tap('#go');
  await expect.poll(at).toEqual([40, 10]);
});

/** Where it stands in its area. */
async function placeOf(phone: DrivenPhone): Promise<[number, number]> {
  const [inner, outer] = [await phone.find('#m').boundingBox(), await phone.find('#a').boundingBox()];
  return [Math.round((inner?.x ?? 0) - (outer?.x ?? 0)), Math.round((inner?.y ?? 0) - (outer?.y ?? 0))];
}

test('movable-view: starts where x and y say, without a change', async ({ run }) => {
  const phone = await run(page(area('direction="all" x="{{30}}" y="{{500}}"'), logMoves));
  expect(await placeOf(phone)).toEqual([30, 150]);
  expect(await phone.lines()).toEqual([]);
  const large = await run(page(area('direction="all" scale scale-value="{{1.4}}"'), logMoves));
  expect(await placeOf(large)).toEqual([0, 0]);
  expect(await large.lines()).toEqual([]);
});

test('movable-view: inertia slides on after it has been let go, with its own source', async ({ run }) => {
  const phone = await run(page(area('direction="horizontal" inertia friction="{{0.5}}"'), logMoves));
  await drag(phone, '#m', 50, 0);
  await expect.poll(() => placeOf(phone)).toEqual([150, 0]);
  const lines = await phone.lines();
  expect(lines.indexOf('end 50 0')).toBeGreaterThan(0);
  expect(lines.slice(0, lines.indexOf('end 50 0')).every((line) => line === 'change touch')).toBe(true);
  expect(new Set(lines.slice(lines.indexOf('end 50 0') + 1))).toEqual(new Set(['change friction']));
});

test('movable-view: stops where it is let go without inertia, and nearly there with much friction', async ({ run }) => {
  const still = await run(page(area('direction="all"'), logMoves));
  await drag(still, '#m', 50, 20);
  await expect.poll(async () => (await still.lines()).at(-1)).toBe('end 50 20');
  expect(await placeOf(still)).toEqual([50, 20]);
  const rough = await run(page(area('direction="all" inertia friction="{{100000}}"'), logMoves));
  await drag(rough, '#m', 50, 20);
  await rough.idle();
  const [x] = await placeOf(rough);
  expect(x).toBeLessThan(90);
});

test('movable-view: out-of-bounds is pulled over the edge and springs back', async ({ run }) => {
  const phone = await run(page(area('direction="all" x="{{140}}" out-of-bounds'), logMoves));
  const box = (await phone.find('#m').boundingBox()) ?? { x: 0, y: 0 };
  const { mouse } = phone.page;
  await mouse.move(box.x + 25, box.y + 25);
  await mouse.down();
  await mouse.move(box.x + 25 + 100, box.y + 25, { steps: 5 });
  await expect.poll(async () => (await placeOf(phone))[0]).toBeGreaterThan(160);
  expect((await placeOf(phone))[0]).toBeLessThan(240);
  expect(await phone.lines()).toContain('change touch-out-of-bounds');
  await mouse.up();
  await expect.poll(() => placeOf(phone)).toEqual([150, 0]);
  await expect.poll(async () => (await phone.lines()).at(-1)).toBe('change out-of-bounds');
});

test('movable-view: stays inside while it is dragged without out-of-bounds', async ({ run }) => {
  const phone = await run(page(area('direction="all"'), logMoves));
  await drag(phone, '#m', 400, 0);
  await phone.idle();
  expect(await placeOf(phone)).toEqual([150, 0]);
  expect(new Set((await phone.lines()).filter((line) => line.startsWith('change')))).toEqual(new Set(['change touch']));
});

test('movable-view: animation by data goes through the places between', async ({ run }) => {
  const phone = await run(
    page(
      `${area('direction="all" x="{{x}}" animation damping="{{10}}"')}<button id="go" onTap="go"/>`,
      "{ data: { x: 0 }, go() { this.setData({ x: 120 }); }, t({ detail }) { console.log(Math.round(detail.x), detail.source === ''); }, e() {} }",
    ),
  );
  await phone.tap('#go');
  await expect.poll(async () => (await phone.lines()).at(-1)).toBe('120 true');
  expect((await phone.lines()).length).toBeGreaterThan(2);
});

/** A finger that comes and goes on an element, wherever that is by now. */
async function press(phone: DrivenPhone, selector: string): Promise<void> {
  await phone.find(selector).evaluate((element) => {
    for (const type of ['pointerdown', 'pointerup']) element.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1 }));
  });
}

for (const [where, target] of [
  ['on it', '#m'],
  ['beside it in a scale-area', '#far'],
] as const)
  test(`movable-view: animation by data goes on after a tap ${where}`, async ({ run }) => {
    const phone = await run(
      page(
        `<movable-area id="a" scale-area style="width: 200px; height: 200px"><view id="far" style="height: 200px"/><movable-view id="m" scale direction="all" y="{{y}}" animation damping="{{8}}" style="width: 200px; height: 40px" onChange="t">x</movable-view></movable-area><button id="go" onTap="go"/>`,
        "{ data: { y: 0 }, go() { this.setData({ y: 150 }); }, t() { console.log('moves'); } }",
      ),
    );
    await phone.find('#go').dispatchEvent('click');
    await expect.poll(() => phone.lines()).toContain('moves');
    await press(phone, target);
    await expect.poll(() => placeOf(phone)).toEqual([0, 150]);
  });

test('movable-view: other data does not put it back', async ({ run }) => {
  const phone = await run(
    page(
      `${area('direction="all" x="{{10}}" disabled="{{off}}"')}<button id="go" onTap="go"/>`,
      '{ data: { off: false }, go() { this.setData({ off: true }); }, t() {}, e() {} }',
    ),
  );
  await drag(phone, '#m', 50, 0);
  await phone.tap('#go');
  expect(await placeOf(phone)).toEqual([60, 0]);
});

test('movable-view: what is inside can be tapped', async ({ run }) => {
  const inner =
    '<movable-area style="width: 200px; height: 200px"><movable-view direction="all" style="width: 80px; height: 80px"><view id="in" onTap="t">tap</view></movable-view></movable-area>';
  const phone = await run(page(inner, '{ t(e) { console.log(e.target.id); } }'));
  await phone.find('#in').click();
  await expect.poll(() => phone.lines()).toEqual(['in']);
});

const scaled = (areaAttributes: string, attributes: string) =>
  page(
    `<movable-area id="a" ${areaAttributes} style="width: 300px; height: 300px"><movable-view id="m" x="{{100}}" y="{{100}}" ${attributes} style="width: 100px; height: 100px" onScale="s">x</movable-view></movable-area><view id="far" style="height: 300px"/>`,
    '{ s({ detail }) { console.log(detail.scale, Object.keys(detail).sort().join()); } }',
  );
const widthOf = async (phone: DrivenPhone) => Math.round((await phone.find('#m').boundingBox())?.width ?? 0);

test('movable-view: two fingers scale it within scale-min and scale-max', async ({ run }) => {
  const phone = await run(scaled('', 'scale scale-max="{{2}}" scale-min="{{0.8}}"'));
  await pinch(phone, '#m', 40, 60);
  await expect.poll(async () => (await phone.lines()).at(-1)).toBe('1.5 scale,x,y');
  expect(await widthOf(phone)).toBe(150);
  await pinch(phone, '#m', 20, 90);
  await expect.poll(() => widthOf(phone)).toBe(200);
  await pinch(phone, '#m', 90, 10);
  await expect.poll(() => widthOf(phone)).toBe(80);
});

test('movable-view: is not scaled without scale; scale-value does without a finger', async ({ run }) => {
  const phone = await run(scaled('', ''));
  await pinch(phone, '#m', 40, 60);
  await phone.idle();
  expect(await widthOf(phone)).toBe(100);
  expect(await widthOf(await run(scaled('', 'scale-value="{{1.5}}"')))).toBe(150);
});

test('movable-area: scale-area takes fingers that are beside the view', async ({ run }) => {
  const phone = await run(scaled('scale-area', 'scale'));
  await pinch(phone, '#a', 200, 300);
  await expect.poll(() => widthOf(phone)).toBe(150);
  const without = await run(scaled('', 'scale'));
  await pinch(without, '#a', 200, 300);
  await without.idle();
  expect(await widthOf(without)).toBe(100);
});

test('movable-view: stands at 0, 0 wherever the flow would put it, and moves as far as its margin lets it', async ({ run }) => {
  const style = 'position: relative; height: 20px';
  const phone = await run(
    page(
      `<movable-area id="a" style="width: 200px; height: 60px"><movable-view style="${style}; width: 200px"/><movable-view id="m" direction="all" x="{{x}}" style="${style}; width: 100px; margin-left: 40px"/></movable-area><button id="go" onTap="go"/>`,
      '{ data: { x: 0 }, go() { this.setData({ x: this.data.x === 0 ? -500 : 500 }); } }',
    ),
  );
  const origin = await phone.find('#a').boundingBox();
  const at = async () => {
    const box = await phone.find('#m').boundingBox();
    return [(box?.x ?? 0) - (origin?.x ?? 0), (box?.y ?? 0) - (origin?.y ?? 0)];
  };
  expect(await at()).toEqual([40, 0]);
  await phone.tap('#go');
  await expect.poll(at).toEqual([0, 0]);
  await phone.tap('#go');
  await expect.poll(at).toEqual([100, 0]);
});
