import type { DrivenPhone } from '#test/support/conformance/driven-phone.ts';

interface Point {
  x: number;
  y: number;
}

async function middleOf(phone: DrivenPhone, selector: string): Promise<Point> {
  const box = await phone.find(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} cannot be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Time between two places of a finger, in seconds. */
const frame = 0.016;

/** Presses the middle of an element, drags it by so many CSS pixels and lets it go while it moves: in the same time on a slow machine, too. */
export async function drag(phone: DrivenPhone, selector: string, x: number, y: number): Promise<void> {
  const from = await middleOf(phone, selector);
  const session = await phone.page.context().newCDPSession(phone.page);
  let timestamp = Date.now() / 1000;
  const act = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', share: number) => {
    timestamp += frame;
    await session.send('Input.dispatchMouseEvent', {
      type,
      x: from.x + x * share,
      y: from.y + y * share,
      button: 'left',
      buttons: 1,
      clickCount: 1,
      timestamp,
    });
  };
  await act('mousePressed', 0);
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await act('mouseMoved', share);
  await act('mouseReleased', 1);
  await session.detach();
}

/** Puts two fingers on an element, left and right of its middle, and moves them from one distance to another, in CSS pixels. */
export async function pinch(phone: DrivenPhone, selector: string, from: number, to: number): Promise<void> {
  const { x, y } = await middleOf(phone, selector);
  const session = await phone.page.context().newCDPSession(phone.page);
  const points = (distance: number) => [
    { id: 1, x: x - distance / 2, y },
    { id: 2, x: x + distance / 2, y },
  ];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { id: number; x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', points(from).slice(0, 1));
  await touch('touchStart', points(from));
  for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', points(from + (to - from) * share));
  await touch('touchEnd', []);
  await session.detach();
}
