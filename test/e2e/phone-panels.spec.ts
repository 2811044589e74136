import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#test/support/e2e/ide.ts';
import { PhoneOnPage, writeCounter } from '#test/support/e2e/phone.ts';

test('console: what is logged with its place, values that unfold, and lines that run in the program', async ({ openIde, page, scratch }) => {
  await openIde({ folder: await writeCounter(join(scratch, 'project')) });
  const phone = new PhoneOnPage(page);
  await expect(phone.screen.getByText('Count 0')).toBeVisible();
  await phone.show('Console');
  await expect(phone.lines.first()).toContainText('launched');
  await expect(await phone.evaluate('getCurrentPages()[0].data')).toContainText('"count":0');
  await phone.lines.last().getByRole('button').click();
  await expect(phone.lines.last().getByRole('listitem').first()).toContainText('count: 0');
  await phone.evaluate('getCurrentPages()[0].setData({ count: 41 })');
  await phone.screen.getByText('More').click();
  await expect(phone.screen.getByText('Count 42')).toBeVisible();
  await expect(await phone.evaluate('missing.name')).toContainText('missing is not defined');
  await page.getByRole('radio', { name: 'Errors' }).click();
  await expect(phone.lines).toHaveCount(1);
  await page.getByRole('radio', { name: 'All', exact: true }).click();
  const loggedBefore = await phone.lines.count();
  await page.getByRole('button', { name: 'Preserve the log on restart' }).click();
  await phone.pane.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => phone.lines.count()).toBeGreaterThan(loggedBefore);
  await expect(phone.lines.filter({ hasText: 'launched' })).toHaveCount(2);
  await phone.lines
    .filter({ hasText: 'launched' })
    .last()
    .getByRole('button', { name: /^Open app\.js:2/ })
    .click();
  await expect(page.getByRole('button', { name: /^Go to line: Ln 2/ })).toBeVisible();
});

test('network and API: a double click makes a mock, which the program meets at once and the project keeps', async ({ openIde, page, scratch }) => {
  const folder = await writeCounter(join(scratch, 'project'));
  await openIde({ folder });
  const phone = new PhoneOnPage(page);
  await phone.screen.getByText('Locate').click();
  await phone.show('Network & API');
  await page.getByRole('row', { name: /my\.getLocation/ }).dblclick();
  const dialog = page.getByRole('dialog', { name: 'Mock my.getLocation' });
  await dialog.getByRole('combobox', { name: 'Outcome' }).selectOption('Succeeds');
  await dialog.getByRole('textbox', { name: 'Answer as JSON' }).fill('{ "latitude": "mocked" }');
  await dialog.getByRole('button', { name: 'Save in the project' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => readFile(join(folder, '.minifoundry/mocks/getLocation.json'), 'utf8').catch(() => '')).toContain('mocked');
  await phone.screen.getByText('Locate').click();
  await expect(phone.screen.getByText('Hello mocked')).toBeVisible();
  await expect(page.getByRole('row', { name: /my\.getLocation Mocked/ })).toBeVisible();
  await page.getByRole('button', { name: 'Mocks (1)' }).click();
  const list = page.getByRole('table', { name: 'Mocks' });
  await list.getByRole('checkbox', { name: 'Use the mock of my.getLocation' }).uncheck();
  await expect(list.getByRole('row', { name: /my\.getLocation Off/ })).toBeVisible();
  await expect.poll(() => readFile(join(folder, '.minifoundry/mocks/getLocation.json'), 'utf8')).toContain('"off": true');
  await phone.screen.getByText('Locate').click();
  await expect(phone.screen.getByText('Hello -6.2601')).toBeVisible();
  await writeFile(join(folder, '.minifoundry/mocks/getLocation.json'), '{ "api": "getLocation", "outcome": "success", "result": { "latitude": "by hand" } }');
  await expect(list.getByRole('checkbox')).toBeChecked();
  await phone.screen.getByText('Locate').click();
  await expect(phone.screen.getByText('Hello by hand')).toBeVisible();
  await list.getByRole('button', { name: 'Delete the mock of my.getLocation' }).click();
  await expect(page.getByText('No API is mocked.')).toBeVisible();
});

test('tree, data, storage and performance: picked, edited, deleted, measured', async ({ openIde, page, scratch }) => {
  await openIde({ folder: await writeCounter(join(scratch, 'project')) });
  const phone = new PhoneOnPage(page);
  await phone.screen.getByText('More').click();
  await expect(phone.screen.getByText('Count 1')).toBeVisible();

  await phone.show('AXML tree');
  await page.getByRole('button', { name: 'Pick on the phone' }).click();
  await phone.screen.getByText('Count 1').click();
  await expect(page.getByRole('treegrid', { name: 'AXML tree' }).getByRole('row', { selected: true })).toContainText('<view.count.big>');
  await expect(page.getByRole('complementary', { name: '<view.count.big>' })).toContainText('rgb(10, 20, 30)');
  await page.getByRole('row', { name: '<page>' }).click();
  await expect(page.getByRole('complementary', { name: '<page>' })).toContainText('"count":1');

  await phone.show('AppData');
  const data = page.getByRole('textbox', { name: /^Data of / });
  await expect(data).toHaveValue(/"count": 1/);
  await data.fill('{ "count": 7 }');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(phone.screen.getByText('Count 7')).toBeVisible();

  await phone.show('Storage');
  const field = page.getByRole('textbox', { name: 'Value (JSON): count' });
  await expect(field).toHaveValue('1');
  await field.fill('5');
  await field.press('Enter');
  await expect(await phone.evaluate('my.getStorageSync({ key: "count" }).data')).toContainText('5');
  await phone.show('Storage');
  await page.getByRole('button', { name: 'Delete count' }).click();
  await expect(page.getByText('Nothing is stored.')).toBeVisible();

  await phone.show('Performance');
  await expect(page.getByRole('row', { name: /First screen pages\/home\/home/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /setData/ }).first()).toBeVisible();
});
