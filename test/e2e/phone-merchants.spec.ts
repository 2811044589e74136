import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#test/support/e2e/ide.ts';
import { PhoneOnPage, writeCounter } from '#test/support/e2e/phone.ts';

const merchants = `merchantId,name,greeting
m-1,Kopi Kemuning Lama,Selamat datang
m-2,Konditorei Lindenhof,Willkommen
m-3,Baan Chaa Yen,Sawasdee
m-4,Gelateria Lungomare,Benvenuti
`;

const greeting = {
  'ext.json': JSON.stringify({ extEnable: true, ext: { greeting: 'Hello' } }),
  'pages/home/home.js': `Page({
    data: { count: 0, name: '' },
    onLoad() { this.setData({ name: my.getExtConfigSync().greeting }); },
    more() { this.setData({ count: this.data.count + 1 }); },
    named({ detail }) { this.setData({ name: detail.value }); },
  });`,
};

async function open(page: Page, folder: string, names: string[]) {
  await new PhoneOnPage(page).pane.getByRole('button', { name: 'Side by side' }).click();
  const side = page.getByRole('region', { name: 'Side by side' });
  await writeFile(join(folder, '..', 'merchants.csv'), merchants);
  const chosen = page.waitForEvent('filechooser');
  await side.getByRole('button', { name: 'Add merchant…' }).click();
  await page.getByRole('menuitem', { name: 'From a merchants file…' }).click();
  await (await chosen).setFiles(join(folder, '..', 'merchants.csv'));
  for (const name of names) {
    await side.getByRole('button', { name: 'Add merchant…' }).click();
    await page.getByRole('menuitem', { name: new RegExp(name) }).click();
  }
  const phone = (name: string) => side.getByRole('region', { name: `Phone of ${name}` });
  return { side, phone, screen: (name: string) => phone(name).frameLocator('iframe') };
}

/** Presses what a finger would: frames are drawn smaller than they are, which Playwright's own clicks do not know. */
async function press(page: Page, screen: ReturnType<Awaited<ReturnType<typeof open>>['screen']>, text: string): Promise<void> {
  const frame = screen.owner();
  const box = await frame.boundingBox();
  const inner = await screen.getByText(text).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, screen: innerWidth };
  });
  if (!box) throw new Error('The phone is not shown');
  const scale = box.width / inner.screen;
  await page.mouse.click(box.x + inner.x * scale, box.y + inner.y * scale);
}

test('runs one project as several merchants, with each one’s ext, input and navigation together or apart', async ({ openIde, page, scratch }) => {
  const folder = await writeCounter(join(scratch, 'project'), greeting);
  await openIde({ folder });
  const [first, second] = ['Kopi Kemuning Lama', 'Konditorei Lindenhof'];
  const { side, phone, screen } = await open(page, folder, [first, second]);
  await expect(screen(first).getByText('Hello Selamat datang')).toBeVisible();
  await expect(screen(second).getByText('Hello Willkommen')).toBeVisible();
  await expect(screen('ext.json of the project').getByText('Hello Hello')).toBeVisible();
  await expect(phone(second)).toContainText('Willkommen');
  await expect(phone('ext.json of the project')).toContainText('ext.jsonHello');

  await press(page, screen(first), 'More');
  for (const name of [first, second, 'ext.json of the project']) await expect(screen(name).getByText('Count 1')).toBeVisible();
  await press(page, screen(second), 'Hello Willkommen');
  const box = await screen(second).owner().boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 200);
  await page.mouse.wheel(0, 100);
  await expect
    .poll(() =>
      screen(first)
        .locator('mf-scroller')
        .first()
        .evaluate((element) => element.scrollTop),
    )
    .toBeGreaterThan(20);

  await side.getByRole('button', { name: /^Device: / }).click();
  await page.getByRole('menuitem', { name: /^Small Android/ }).click();
  for (const name of [first, second])
    await expect
      .poll(() =>
        screen(name)
          .locator('html')
          .evaluate(() => innerWidth),
      )
      .toBe(360);
  await side.getByRole('radio', { name: 'Independent' }).click();
  await press(page, screen(first), 'About');
  await expect(screen(first).getByText('About this')).toBeVisible();
  await expect(screen(second).getByText('About this')).toHaveCount(0);

  await side.getByRole('button', { name: `Menu of ${second}` }).click();
  await page.getByRole('menuitem', { name: `Let ${second} lead` }).click();
  await expect(phone(second)).toContainText('Leads');
  await press(page, screen(second), 'About');
  await expect(screen('ext.json of the project').getByText('About this')).toBeVisible();

  await side.getByRole('combobox', { name: 'Page and query for all phones' }).fill('pages/detail/detail?id=3');
  await page.keyboard.press('Enter');
  for (const name of [first, second]) await expect(screen(name).getByText('Detail 3')).toBeVisible();
  await side.getByRole('button', { name: 'Menu of ext.json of the project' }).click();
  await page.getByRole('menuitem', { name: 'Run as another merchant…' }).click();
  await page.getByRole('combobox', { name: 'Run as merchant' }).fill('Lungomare');
  await page.getByRole('option', { name: /Gelateria Lungomare/ }).click();
  await expect(screen('Gelateria Lungomare').getByText('Hello Benvenuti')).toBeVisible();
  await side.getByRole('button', { name: `Menu of ${second}` }).click();
  await page.getByRole('menuitem', { name: `Close phone of ${second}` }).click();
  await expect(phone(second)).toHaveCount(0);
  await side.getByRole('button', { name: 'Close side by side' }).click();
  await expect(new PhoneOnPage(page).pane).toBeVisible();
});

test('types on every phone what is typed on one', async ({ openIde, page, scratch }) => {
  const folder = await writeCounter(join(scratch, 'project'), greeting);
  await openIde({ folder });
  const [first, second] = ['Kopi Kemuning Lama', 'Konditorei Lindenhof'];
  const { screen } = await open(page, folder, [first, second]);
  await expect(screen(second).getByText('Hello Willkommen')).toBeVisible();
  await expect(screen(first).getByText('Hello Selamat datang')).toBeVisible();
  const box = await screen(first).owner().boundingBox();
  const field = await screen(first)
    .getByPlaceholder('Name')
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2, screen: innerWidth };
    });
  const scale = (box?.width ?? 0) / field.screen;
  await page.mouse.click((box?.x ?? 0) + field.x * scale, (box?.y ?? 0) + field.y * scale);
  await expect
    .poll(() =>
      screen(first)
        .getByPlaceholder('Name')
        .evaluate((element) => element.matches(':focus')),
    )
    .toBe(true);
  await page.keyboard.type('Ada', { delay: 20 });
  for (const name of [first, second]) await expect(screen(name).getByText('Hello Ada')).toBeVisible();
});

test('marks what does not fit, with the place where it was written', async ({ openIde, page, scratch }) => {
  const narrow = '.cta { width: 60px; overflow: hidden; white-space: nowrap; }';
  const folder = await writeCounter(join(scratch, 'project'), {
    ...greeting,
    'pages/home/home.acss': narrow,
    'pages/home/home.axml': '<view>\n<view class="cta">{{name}}</view>\n</view>',
  });
  await openIde({ folder });
  const { side } = await open(page, folder, ['Kopi Kemuning Lama']);
  const row = side.getByRole('table', { name: 'Layout findings' }).getByRole('row', { name: /Kopi Kemuning Lama/ });
  await expect(row).toContainText('Cut text');
  await expect(row).toContainText('Selamat datang');
  await expect(side.getByRole('region', { name: 'Phone of Kopi Kemuning Lama' }).getByRole('status')).toHaveText('0 overflow, 1 cut text');
  await row.getByRole('button', { name: 'Open pages/home/home.axml:2' }).click();
  await expect(page.getByRole('button', { name: /^Go to line: Ln 2/ })).toBeVisible();
  await expect(side).toBeVisible();
  await side.getByRole('switch', { name: 'Overflow' }).click({ force: true });
  await expect(row).toHaveCount(0);
});

test('offers the project’s own merchant and those beside it without any file', async ({ openIde, page, scratch }) => {
  const instance = (merchantId: string, name: string) =>
    JSON.stringify({ schemaVersion: 1, merchant: { merchantId, name }, template: { id: 'coffee-ordering', version: '1.0.0' } });
  for (const [id, name] of [
    ['m-1', 'Kopi Kemuning Lama'],
    ['m-2', 'Konditorei Lindenhof'],
  ] as const) {
    const folder = await writeCounter(join(scratch, id), greeting);
    await mkdir(join(folder, '.minifoundry'));
    await writeFile(join(folder, '.minifoundry/instance.json'), instance(id, name));
    await writeFile(join(folder, 'ext.json'), JSON.stringify({ extEnable: true, ext: { greeting: `I am ${name}` } }));
  }
  await openIde({ folder: join(scratch, 'm-1') });
  const phone = new PhoneOnPage(page);
  await phone.pane.getByRole('button', { name: /^Runs as: / }).click();
  await expect(page.getByRole('menuitem', { name: 'Kopi Kemuning Lama – this project' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Konditorei Lindenhof – project of the same template' }).click();
  await expect(phone.screen.getByText('Hello I am Konditorei Lindenhof')).toBeVisible();
  await phone.pane.getByRole('button', { name: 'Show ext.json' }).click();
  await expect(page.getByRole('dialog', { name: 'ext.json of this phone' })).toContainText('greeting: "I am Konditorei Lindenhof"');
});
