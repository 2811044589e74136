import { expect, page, test } from '#test/support/conformance.ts';

const area = (attributes: string) =>
  `<movable-area id="a" style="width: 200px; height: 200px"><movable-view id="m" style="width: 50px; height: 50px" ${attributes} onChange="t" onChangeEnd="e">x</movable-view></movable-area>`;

async function dragBy(
  phone: {
    find(selector: string): { boundingBox(): Promise<{ x: number; y: number } | null> };
    page: { mouse: { move(x: number, y: number, options?: object): Promise<void>; down(): Promise<void>; up(): Promise<void> } };
    idle(): Promise<void>;
  },
  x: number,
  y: number,
): Promise<{ x: number; y: number }> {
  const before = (await phone.find('#m').boundingBox()) ?? { x: 0, y: 0 };
  const { mouse } = phone.page;
  await mouse.move(before.x + 20, before.y + 20);
  await mouse.down();
  await mouse.move(before.x + 20 + x, before.y + 20 + y, { steps: 3 });
  await mouse.up();
  await phone.idle();
  const after = (await phone.find('#m').boundingBox()) ?? { x: 0, y: 0 };
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
