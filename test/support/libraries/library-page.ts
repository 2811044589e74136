import { expect, type Locator } from '@playwright/test';
import type { DrivenPhone } from '#test/support/conformance/driven-phone.ts';
import type { LibraryCase, Step } from './library-case.ts';

const patience = { timeout: 10_000 };

/** The first visible element of the shown page that a selector names; `>>` and `text="…"` as in Playwright. */
function seen(phone: DrivenPhone, selector: string): Locator {
  return phone.page.locator('mf-page:not([inert])').locator(selector).filter({ visible: true }).first();
}

async function act(phone: DrivenPhone, step: Step): Promise<void> {
  if (step.do === 'wait') return;
  const element = seen(phone, step.on);
  if (step.do === 'tap') await element.click(patience);
  if (step.do === 'drag') await pull(phone, element, step.by);
  if (step.do === 'type') {
    const field = element
      .locator('input, textarea')
      .or(element.and(phone.find('input, textarea')))
      .first();
    await field.fill(step.value, patience);
    if (step.confirm) await field.press('Enter');
  }
  await phone.idle();
}

async function pull({ page }: DrivenPhone, element: Locator, [dx, dy]: readonly [number, number]): Promise<void> {
  await element.scrollIntoViewIfNeeded(patience);
  const box = await element.boundingBox();
  if (!box) throw new Error('What is to be dragged cannot be seen.');
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const part of [0.25, 0.5, 0.75, 1]) await page.mouse.move(x + dx * part, y + dy * part);
  await page.mouse.up();
}

async function expectThat(phone: DrivenPhone, expectation: string, linesBefore: number): Promise<void> {
  if (expectation.startsWith('@')) {
    const [name = '', ...rest] = expectation.slice(1).split(' ');
    const called = async (): Promise<string[]> => (await phone.lines()).slice(linesBefore).filter((line) => line.split(' ')[0] === name);
    return expect.poll(async () => (await called()).filter((line) => line.includes(rest.join(' '))), { ...patience, message: expectation }).not.toEqual([]);
  }
  if (expectation.startsWith('-')) return expect.poll(() => phone.text(), { ...patience, message: expectation }).not.toContain(expectation.slice(1));
  await expect.poll(() => phone.text(), { ...patience, message: expectation }).toContain(expectation);
}

/** What must be seen is seen and has a size. */
export async function expectRendered(phone: DrivenPhone, { shows = [], sees = [], proves }: LibraryCase): Promise<void> {
  expect(shows.length + sees.length, `${proves[0]}: something must be seen`).toBeGreaterThan(0);
  for (const text of shows) await expectThat(phone, text, 0);
  for (const selector of sees) {
    const size = async (): Promise<number> => {
      const box = await seen(phone, selector).boundingBox(patience);
      return box ? Math.min(box.width, box.height) : 0;
    };
    await expect.poll(size, { ...patience, message: `size of ${selector}` }).toBeGreaterThan(0);
  }
}

/** Does what the case says, step by step. */
export async function expectReactions(phone: DrivenPhone, { steps = [] }: LibraryCase): Promise<void> {
  for (const step of steps) {
    const before = (await phone.lines()).length;
    await act(phone, step);
    for (const expectation of step.then) await expectThat(phone, expectation, step.do === 'wait' ? 0 : before);
  }
}
