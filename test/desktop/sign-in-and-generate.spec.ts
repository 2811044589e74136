import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';
import { expect, test } from '#test/support/electron/desktop.ts';

test('signs in through the system browser, generates for two merchants into a folder of the native dialog, edits one and saves', async ({
  startDesktop,
  windows,
  scratch,
}) => {
  const out = join(scratch, 'out');
  await mkdir(out);
  const { page, control } = await startDesktop();
  const ide = new WorkbenchPage(page);
  await page.getByRole('button', { name: 'Sign in to Local' }).click();
  const link = page.getByRole('link', { name: /^Continue in the browser/ });
  await expect(link).toBeVisible();
  await link.click();
  await expect.poll(async () => (await control('opened')).length).toBe(2);
  const [address = '', again = ''] = await control('opened');
  expect(new URL(address).protocol).toBe('http:');
  expect(new URL(address).hostname).toBe('127.0.0.1');
  expect(again).toBe(address);

  const browser = await windows.newPage();
  await browser.goto(address);
  await browser.getByRole('button', { name: /Mira Santoso/ }).click();
  await browser.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('button', { name: 'Add Nova Commerce as ISV' }).click();
  await page.getByRole('option', { name: /Kopi Kemuning Lama/ }).click();
  await expect(ide.acting).toHaveAccessibleName('Acting as: Nova Commerce (ISV), for Kopi Kemuning Lama, Local');
  await browser.close();

  await control('clickMenu', 'workbench.showGallery');
  await page.getByRole('option', { name: /Coffee ordering/ }).click();
  await page.getByRole('button', { name: 'Generate for merchants…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Generate from Coffee ordering/ });
  await dialog.getByRole('button', { name: 'Choose none' }).click();
  for (const name of ['Kopi Kemuning Lama', 'Baan Chaa Yen']) await dialog.getByText(name, { exact: true }).first().click();
  await expect(dialog.getByText('2 of 41 chosen')).toBeVisible();
  await control('answerOpenDialog', out);
  await page.getByRole('button', { name: 'Choose folder…' }).click();
  await page.getByRole('button', { name: /^Generate 2 of \d+ projects$/ }).click();
  await expect(dialog.getByText('2 created, 0 already the same, 0 failed')).toBeVisible();
  expect((await readdir(out)).filter((name) => !name.startsWith('.'))).toHaveLength(2);

  await dialog.getByRole('button', { name: 'Open Baan Chaa Yen' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This project belongs to Baan Chaa Yen, but you are acting for Kopi Kemuning Lama.' })).toBeVisible();
  await ide.open('pages/menu/menu.axml');
  await ide.typeAtStart('<!-- ours -->');
  await control('clickMenu', 'file.save');
  await expect(ide.tab(/^menu\.axml$/)).toBeVisible();
  expect(await readFile(join(out, 'BC-00871/pages/menu/menu.axml'), 'utf8')).toMatch(/^<!-- ours -->/);
});
