import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test } from '#test/support/e2e/ide.ts';
import { checkScreen } from '#test/support/e2e/screens.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';

/** Through the platform's own pages, in a tab of their own, as a person does it. */
async function signIn(page: Page, context: BrowserContext, account: RegExp, begin: Locator): Promise<void> {
  const opening = context.waitForEvent('page');
  await begin.click();
  await expect(page.getByRole('link', { name: /^Continue in the browser/ })).toBeVisible();
  const tab = await opening;
  await tab.getByRole('button', { name: account }).click();
  await tab.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('complementary', { name: 'Choose how you act' })).toBeVisible();
  await tab.close();
}

async function signInAsIsv(page: Page, context: BrowserContext): Promise<void> {
  await signIn(page, context, /Mira Santoso/, page.getByRole('button', { name: 'Sign in to Local' }));
  await page.getByRole('button', { name: 'Add Nova Commerce as ISV' }).click();
  await expect(page.getByRole('listbox', { name: 'Merchants' }).getByRole('option').first()).toBeVisible();
}

const nastyNames = [
  '老街小面馆（宽窄巷子店）',
  'مطعم الزاوية "القديم"',
  'Taco, Taco & "Sons"',
  '=HYPERLINK("http://example.invalid","x")',
  '🍜 Noodle 👩‍🍳 House',
  '{{ name }} [[= merchant.id =]] <b>',
  'N'.repeat(60),
];

function csvCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function nameOf(index: number): string {
  return nastyNames[index] ?? `Shop ${index}`;
}

/** Five hundred good rows, and two that cannot be used. */
function merchantsCsv(): string {
  const rows = Array.from({ length: 500 }, (_, index) => `F-${index},${csvCell(nameOf(index))},${csvCell(nameOf(index))},${index % 2 === 0 ? '12' : ''}`);
  return ['merchantId,name,appName,preparationMinutes', ...rows, 'no good,Bad id,,', 'F-900,Too slow,,9999', ''].join('\r\n');
}

async function chooseOutputFolder(page: Page, folder: string): Promise<void> {
  await page.getByRole('button', { name: 'Choose folder…' }).click();
  const path = page.getByRole('textbox', { name: 'Folder path' });
  await path.fill(folder);
  await path.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Output folder' }).getByText('No folders in here.')).toBeVisible();
  await page.getByRole('button', { name: 'Choose this folder' }).click();
  await expect(page.getByRole('region', { name: 'Output folder' })).toContainText(folder);
}

test('from a first sign-in to 541 projects, one of them edited, and a banner after switching', async ({ openIde, page, context, scratch }) => {
  test.setTimeout(420_000);
  const out = join(scratch, 'out');
  await mkdir(out);
  await writeFile(join(scratch, 'merchants.csv'), merchantsCsv());
  await openIde();
  const ide = new WorkbenchPage(page);
  await expect(page.getByRole('button', { name: /^Acting as: nobody, Not signed in, Local only/ })).toBeVisible();

  await signInAsIsv(page, context);
  await expect(page.getByText('This system offers no keychain')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name, city, or merchant ID' }).fill('kemuning');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Acting as: Nova Commerce (ISV), for Kopi Kemuning Lama, Local' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'You now act as Nova Commerce (ISV) for Kopi Kemuning Lama, Local.' })).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Acting as' })).toContainText('for Kopi Kemuning Lama');

  await page.keyboard.press('Control+Shift+G');
  await page.getByRole('option', { name: /Coffee ordering/ }).click();
  await page.getByRole('button', { name: 'Generate for merchants…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Generate from Coffee ordering/ });
  await expect(dialog.getByText('41 of 41 chosen')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(join(scratch, 'merchants.csv'));
  await expect(dialog.getByText('500 usable rows, 2 rows left out')).toBeVisible();
  const leftOut = dialog.getByRole('region', { name: 'Left out' });
  await expect(leftOut.getByRole('listitem')).toHaveCount(8);
  await expect(leftOut).toContainText('The merchant chose another developer');
  await expect(leftOut).toContainText('Line 502');
  await chooseOutputFolder(page, out);

  await page.getByRole('button', { name: 'Dry run' }).click();
  await expect(dialog.getByText('541 would be created')).toBeVisible();
  expect(await readdir(out)).toEqual([]);
  await page.getByRole('button', { name: 'Generate 541 of 549 projects' }).click();
  await expect(dialog.getByText('541 created, 0 already the same, 0 failed')).toBeVisible({ timeout: 120_000 });
  expect((await readdir(out)).filter((name) => !name.startsWith('.'))).toHaveLength(541);
  for (const index of nastyNames.keys()) {
    const ext = JSON.parse(await readFile(join(out, `F-${index}`, 'ext.json'), 'utf8')) as { ext: { appName: string; merchantId: string } };
    expect(ext.ext).toMatchObject({ appName: nameOf(index), merchantId: `F-${index}` });
  }

  await dialog.getByRole('button', { name: 'Open Baan Chaa Yen' }).click();
  const banner = page.getByRole('alert').filter({ hasText: 'This project belongs to Baan Chaa Yen, but you are acting for Kopi Kemuning Lama.' });
  await expect(banner).toBeVisible();
  await page.getByRole('button', { name: 'Act for Baan Chaa Yen' }).click();
  await expect(ide.acting).toHaveAccessibleName('Acting as: Nova Commerce (ISV), for Baan Chaa Yen, Local');
  await expect(banner).toBeHidden();

  await ide.open('pages/menu/menu.axml');
  await ide.typeAtStart('<!-- ours -->');
  await ide.save();
  await expect(ide.tab(/^menu\.axml$/)).toBeVisible();
  expect(await readFile(join(out, 'BC-00871/pages/menu/menu.axml'), 'utf8')).toMatch(/^<!-- ours -->/);

  await page.keyboard.press('Control+k');
  await page.keyboard.press('m');
  await page.getByRole('combobox', { name: 'Act as' }).fill('orchid');
  await page.getByRole('option', { name: /Orchid Tea Room/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'but you are acting for Orchid Tea Room' })).toBeVisible();
  await page.getByRole('button', { name: 'Close project' }).click();
  await expect(page.getByRole('heading', { name: 'Minifoundry' })).toBeVisible();
});

test('nobody acts for a merchant that has not authorised them', async ({ openIde, page, context }) => {
  await openIde();
  await signInAsIsv(page, context);
  const before = await new WorkbenchPage(page).acting.textContent();
  const rejected = page.getByRole('option', { name: /Brasserie Rive Droite/ });
  await page.getByRole('textbox', { name: 'Name, city, or merchant ID' }).fill('brasserie');
  await expect(rejected).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You cannot act for this merchant: The merchant chose another developer.')).toBeVisible();
  expect(await new WorkbenchPage(page).acting.textContent()).toBe(before);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('m');
  await page.getByRole('combobox', { name: 'Act as' }).fill('brasserie');
  await expect(page.getByRole('option', { name: /Brasserie Rive Droite/ }).last()).toHaveAttribute('aria-disabled', 'true');
});

test('several accounts at once, and signing out of all of them', async ({ openIde, page, context }) => {
  await openIde();
  await signInAsIsv(page, context);
  await signIn(page, context, /Jana Petersen/, page.getByRole('button', { name: 'Add identity' }));
  await page.getByRole('button', { name: 'Add Rösterei Nordlicht as merchant' }).click();
  await expect(page.getByRole('button', { name: 'Acting as: Rösterei Nordlicht (Merchant), Local' })).toBeVisible();
  const cards = page.getByRole('list', { name: 'Identities' }).getByRole('listitem');
  await expect(cards).toHaveCount(2);
  await page.getByRole('button', { name: 'Act as Nova Commerce' }).click();
  await expect(page.getByRole('button', { name: /^Acting as: Nova Commerce \(ISV\), for no merchant/ })).toBeVisible();
  for (const name of ['Nova Commerce', 'Rösterei Nordlicht']) {
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: /^Sign out of/ }).click();
    await expect(cards.filter({ hasText: name })).toHaveCount(0);
  }
  await expect(page.getByRole('button', { name: /^Acting as: nobody, Not signed in/ })).toBeVisible();
});

test('a sign-in that is given up leaves nothing behind', async ({ openIde, page, context }) => {
  await openIde();
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Sign in to Local' }).click();
  await opening;
  await page.getByRole('button', { name: 'Cancel sign-in' }).click();
  await expect(page.getByRole('button', { name: 'Sign in to Local' })).toBeVisible();
});

test('account and gallery look right in every theme', async ({ openIde, page, context, scratch }) => {
  test.setTimeout(240_000);
  await openIde();
  await signIn(page, context, /Mira Santoso/, page.getByRole('button', { name: 'Sign in to Local' }));
  await checkScreen(page, 'account-choose-role');
  await page.getByRole('button', { name: 'Add Nova Commerce as ISV' }).click();
  await page.getByRole('option', { name: /Boulangerie du Canal/ }).click();
  await expect(page.getByRole('heading', { name: 'Boulangerie du Canal' })).toBeVisible();
  await checkScreen(page, 'account');
  await page.getByRole('button', { name: /^Acting as/ }).click();
  await expect(page.getByRole('combobox', { name: 'Act as' })).toBeFocused();
  await checkScreen(page, 'act-as');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+G');
  await page.getByRole('option', { name: /Coffee ordering/ }).click();
  await expect(page.getByRole('table', { name: 'Parameters' })).toBeVisible();
  await checkScreen(page, 'gallery');
  await page.getByRole('button', { name: 'Generate for merchants…' }).click();
  await expect(page.getByText('41 of 41 chosen')).toBeVisible();
  await checkScreen(page, 'generate');
  const out = join(scratch, 'out');
  await mkdir(out);
  await chooseOutputFolder(page, out);
  await page.getByRole('button', { name: 'Generate 41 of 47 projects' }).click();
  await expect(page.getByRole('button', { name: 'Open Baan Chaa Yen' })).toBeVisible();
  await checkScreen(page, 'generate-results');
  await page.getByRole('button', { name: 'Open Baan Chaa Yen' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This project belongs to' })).toBeVisible();
  await checkScreen(page, 'banner');
});
