import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTemplate, expect, test } from '#test/support/e2e/ide.ts';
import { PhoneOnPage } from '#test/support/e2e/phone.ts';
import { checkScreen } from '#test/support/e2e/screens.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';

const merchants = `merchantId,name,appName,brandColour,currency,language,greeting
m-001,Kopi Kemuning Lama,Kopi Kemuning Lama,#0B5A63,IDR,id,Selamat datang
m-002,Konditorei Lindenhof,Konditorei Lindenhof,#6B2A1E,EUR,de,Zahlungspflichtig bestellen
`;

test('start page', async ({ openIde, page }) => {
  await openIde();
  await expect(page.getByRole('heading', { name: 'Minifoundry' })).toBeVisible();
  await checkScreen(page, 'start');
  await page.getByRole('button', { name: /Open folder/ }).click();
  await expect(page.getByRole('dialog', { name: 'Open folder' })).toBeVisible();
  await checkScreen(page, 'folder-picker');
});

test('workbench with explorer, editor, panel and palette', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  await writeFile(join(folder, 'broken.json'), '{ "a": }');
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.unfold('pages', 'menu');
  await ide.open('menu.axml');
  await ide.open('broken.json');
  await ide.typeAtStart(' ');
  await expect(page.getByRole('button', { name: /^Problems: 1 errors/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+m');
  await checkScreen(page, 'workbench');
  await page.keyboard.press('Control+Shift+u');
  await checkScreen(page, 'output');
  await page.keyboard.press('Control+Shift+p');
  await expect(page.getByRole('option').first()).toBeVisible();
  await checkScreen(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+w');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await checkScreen(page, 'close-prompt');
});

test('search, settings, keys and image preview', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('textbox', { name: 'Search' }).fill('function');
  await expect(page.getByRole('tree', { name: 'Search results' }).getByRole('treeitem').first()).toBeVisible();
  await checkScreen(page, 'search');
  await ide.runCommand('Preferences: Open settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await checkScreen(page, 'settings');
  await ide.runCommand('Preferences: Open keyboard shortcuts');
  await checkScreen(page, 'keybindings');
  await page.keyboard.press('Control+p');
  await page.getByRole('combobox', { name: 'Go to file' }).fill('oat-latte.png');
  await expect(page.getByRole('option').first()).toContainText('oat-latte');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'oat-latte.png' })).toBeVisible();
  await checkScreen(page, 'image');
});

test('phone with what its program says and calls', async ({ openIde, page, scratch }) => {
  await openIde({ folder: await copyTemplate('coffee-ordering', join(scratch, 'project')) });
  const phone = new PhoneOnPage(page);
  await phone.screen.getByText('Es kopi gula aren').click();
  await expect(phone.pane.getByRole('combobox', { name: 'Page and query' })).toHaveValue(/^pages\/detail\/detail/);
  await phone.evaluate('getCurrentPages()[0].data');
  await checkScreen(page, 'phone-console');
  await phone.show('Network & API');
  await page.getByRole('row', { name: /my\.navigateTo/ }).dblclick();
  await expect(page.getByRole('dialog', { name: 'Mock my.navigateTo' })).toBeVisible();
  await checkScreen(page, 'phone-mock');
  await page.keyboard.press('Escape');
  await checkScreen(page, 'phone-network');
});

test('phone with its tree, data and settings', async ({ openIde, page, scratch }) => {
  await openIde({ folder: await copyTemplate('coffee-ordering', join(scratch, 'project')) });
  const phone = new PhoneOnPage(page);
  await expect(phone.screen.getByText('Es kopi gula aren')).toBeVisible();
  await phone.show('AXML tree');
  await page.getByRole('button', { name: 'Pick on the phone' }).click();
  await phone.screen.getByText('Oat latte').click();
  await checkScreen(page, 'phone-tree');
  await phone.show('AppData');
  await expect(page.getByRole('textbox', { name: /^Data of / })).toBeVisible();
  await phone.settings();
  await checkScreen(page, 'phone-settings');
});

test('phones side by side', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  await openIde({ folder });
  const phone = new PhoneOnPage(page);
  await expect(phone.screen.getByText('Es kopi gula aren')).toBeVisible();
  await phone.pane.getByRole('button', { name: 'Side by side' }).click();
  const side = page.getByRole('region', { name: 'Side by side' });
  const file = join(scratch, 'merchants.csv');
  await writeFile(file, merchants);
  const chosen = page.waitForEvent('filechooser');
  await side.getByRole('button', { name: 'Add merchant…' }).click();
  await page.getByRole('menuitem', { name: 'From a merchants file…' }).click();
  await (await chosen).setFiles(file);
  for (const name of ['Kopi Kemuning Lama', 'Konditorei Lindenhof']) {
    await side.getByRole('button', { name: 'Add merchant…' }).click();
    await page.getByRole('menuitem', { name: new RegExp(name) }).click();
    await expect(side.getByRole('region', { name: `Phone of ${name}` }).getByRole('status')).toHaveText(/issues|overflow/);
  }
  await checkScreen(page, 'side-by-side');
});
