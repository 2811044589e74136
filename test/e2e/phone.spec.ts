import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTemplate, expect, test } from '#test/support/e2e/ide.ts';
import { PhoneOnPage, writeCounter } from '#test/support/e2e/phone.ts';

async function isKept(dataDirectory: string, text: RegExp): Promise<boolean> {
  const names = (await readdir(dataDirectory, { recursive: true })).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(names.map((name) => readFile(join(dataDirectory, name), 'utf8').catch(() => '')));
  return texts.some((kept) => text.test(kept));
}

test('runs a mini program beside the editor as soon as its folder is open, and remembers being hidden', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  const { dataDirectory } = await openIde({ folder });
  const phone = new PhoneOnPage(page);
  await expect(phone.screen.getByText('Es kopi gula aren')).toBeVisible();
  await phone.screen.getByText('Es kopi gula aren').click();
  await expect(phone.pane.getByRole('combobox', { name: 'Page and query' })).toHaveValue(/^pages\/detail\/detail\?sku=/);
  await phone.pane.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(phone.screen.getByText('Oat latte')).toBeVisible();
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(phone.pane).toHaveCount(0);
  await expect.poll(() => isKept(dataDirectory, /"phoneWanted":\s*false/)).toBe(true);
  await page.reload();
  await expect(phone.ide.row('pages')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Preview', exact: true })).toBeVisible();
  await expect(phone.pane).toHaveCount(0);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(phone.screen.getByText('Oat latte')).toBeVisible();
});

test('leaves a folder that is no mini program alone', async ({ openIde, page, scratch }) => {
  const folder = join(scratch, 'project');
  await mkdir(folder);
  await writeFile(join(folder, 'notes.txt'), 'Notes');
  await openIde({ folder });
  const phone = new PhoneOnPage(page);
  await phone.ide.open('notes.txt');
  await expect(phone.pane).toHaveCount(0);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(phone.pane).toContainText('This folder is no mini program');
  await expect(phone.pane.getByRole('button', { name: 'New project…' })).toBeVisible();
  // It becomes one while it is looked at, with an error first.
  await writeCounter(folder, { 'pages/home/home.axml': '<view>Almost {{there</view>' });
  await expect(phone.pane.getByRole('button', { name: 'Errors in the program: 1' })).toBeVisible();
  await phone.pane.getByRole('button', { name: 'Errors in the program: 1' }).click();
  await expect(page.getByRole('tab', { name: 'Problems' })).toHaveAttribute('aria-selected', 'true');
  await writeCounter(folder, { 'pages/home/home.axml': '<view>There</view>' });
  await expect(phone.screen.getByText('There')).toBeVisible();
  await expect(phone.pane.getByRole('button', { name: /^Errors in the program/ })).toHaveCount(0);
});

test('turns, darkens, enlarges, moves and disconnects the phone, and tells the program', async ({ openIde, page, scratch }) => {
  const { dataDirectory } = await openIde({ folder: await writeCounter(join(scratch, 'project')) });
  const phone = new PhoneOnPage(page);
  await expect(phone.screen.getByText('Count 0')).toBeVisible();
  const settings = await phone.settings();
  await settings.getByLabel('Appearance').selectOption('Dark');
  await settings.getByLabel('Text size').selectOption('160 %');
  await settings.getByLabel('Language').selectOption('zh-CN');
  await settings.getByLabel('Network').selectOption('Offline');
  await settings.getByLabel('Latitude').fill('12.5');
  await settings.getByLabel('Latitude').press('Enter');
  await page.keyboard.press('Escape');
  await expect(phone.screen.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await expect(phone.screen.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(await phone.evaluate('my.getSystemInfoSync().language')).toContainText('zh');
  await expect(
    await phone.evaluate('new Promise((done) => my.getNetworkType({ success: ({ networkAvailable }) => done("available " + networkAvailable) }))'),
  ).toContainText('available false');
  await phone.screen.getByText('Locate').click();
  await expect(phone.screen.getByText('Hello 12.5')).toBeVisible();
  const upright = await phone.screen.locator('html').evaluate(() => innerWidth < innerHeight);
  await phone.pane.getByRole('button', { name: 'Rotate' }).click();
  await expect.poll(() => phone.screen.locator('html').evaluate(() => innerWidth < innerHeight)).toBe(!upright);
  await phone.pane.getByRole('button', { name: /^Device: / }).click();
  await page.getByRole('menuitem', { name: '75 %' }).click();
  await phone.pane.getByRole('button', { name: /^Device: / }).click();
  await page.getByRole('menuitem', { name: /^Pixel 8/ }).click();
  await expect(await phone.evaluate('my.getSystemInfoSync().model')).toContainText('Pixel 8');
  await expect.poll(() => isKept(dataDirectory, /Pixel 8/)).toBe(true);
  await page.reload();
  await expect(phone.pane.getByRole('button', { name: /^Device: Pixel 8/ })).toBeVisible();
  await expect(phone.screen.locator('html')).toHaveAttribute('data-scheme', 'dark');
});

test('leaves and returns, warns of low memory, keeps compile modes in the project and starts over with nothing stored', async ({ openIde, page, scratch }) => {
  const folder = await writeCounter(join(scratch, 'project'));
  await openIde({ folder });
  const phone = new PhoneOnPage(page);
  await phone.screen.getByText('More').click();
  await expect(phone.screen.getByText('Count 1')).toBeVisible();
  await phone.evaluate('my.onMemoryWarning(({ level }) => console.log("memory", level))');
  await phone.evaluate('my.onUserCaptureScreen(() => console.log("captured"))');
  await phone.pane.getByRole('button', { name: 'Home key' }).click();
  await expect(phone.lines.last()).toContainText('hidden');
  const background = phone.pane.getByRole('status', { name: 'The mini program is in the background' });
  await expect(phone.pane.getByRole('button', { name: 'Home key' })).toBeDisabled();
  await background.getByRole('button', { name: 'Return' }).click();
  await expect(background).toHaveCount(0);
  await expect(phone.lines.last()).toContainText('shown');
  for (const [event, line] of [
    ['Warn of low memory', 'memory'],
    ['Tell of a screenshot', 'captured'],
  ] as const) {
    const settings = await phone.settings();
    await settings.getByRole('button', { name: event }).click();
    await page.keyboard.press('Escape');
    await expect(phone.lines.last()).toContainText(line);
  }
  await phone.pane.getByRole('button', { name: 'Compile mode' }).click();
  await page.getByRole('menuitem', { name: 'Add a compile mode…' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a compile mode' });
  for (const [field, answer] of [
    ['Name', 'Greeted'],
    ['Start page', 'pages/nowhere/nowhere'],
    ['Query', 'name=Ada'],
    ['Scene value', '1011'],
  ] as const)
    await adding.getByLabel(field).fill(answer);
  await expect(adding.getByRole('alert')).toContainText('There is no page pages/nowhere/nowhere');
  await expect(adding.getByRole('button', { name: 'Save and start' })).toBeDisabled();
  await adding.getByLabel('Start page').fill('pages/home/home');
  await adding.getByRole('button', { name: 'Save and start' }).click();
  await expect(phone.screen.getByText('Hello Ada')).toBeVisible();
  await phone.pane.getByRole('button', { name: 'Compile mode: Greeted' }).click();
  await page.getByRole('menuitem', { name: 'Edit this compile mode…' }).click();
  const editing = page.getByRole('dialog', { name: 'Edit Greeted' });
  await editing.getByLabel('Query').fill('name=Eve');
  await editing.getByLabel('Query').press('Enter');
  await expect(phone.screen.getByText('Hello Eve')).toBeVisible();
  const kept = async () => JSON.parse(await readFile(join(folder, '.minifoundry/compile-modes.json'), 'utf8'));
  expect(await kept()).toEqual([{ name: 'Greeted', page: 'pages/home/home', query: 'name=Eve', scene: '1011' }]);
  await expect(await phone.evaluate('my.getStorageSync({ key: "count" }).data')).toContainText('1');
  await (await phone.settings()).getByRole('button', { name: 'Clear data and restart' }).click();
  await page.keyboard.press('Escape');
  await expect(phone.screen.getByText('Hello Eve')).toBeVisible();
  await expect(await phone.evaluate('my.getStorageSync({ key: "count" }).data')).toContainText('null');
  await phone.pane.getByRole('button', { name: 'Compile mode: Greeted' }).click();
  await page.getByRole('menuitem', { name: 'Remove this compile mode' }).click();
  // The tip of a button that has the keyboard must not stand in the way of its neighbour.
  await (await phone.settings()).press('Escape');
  await expect.poll(kept).toEqual([]);
  const download = page.waitForEvent('download');
  await phone.pane.getByRole('button', { name: 'Screenshot' }).click();
  expect((await readFile(await (await download).path())).subarray(1, 4).toString()).toBe('PNG');
});

test('names a program that never ends, stays usable meanwhile, and runs it again once it is mended', async ({ openIde, page, scratch }) => {
  const spinning = 'Page({ data: { count: 0, name: "" }, more() { for (;;) {} } });';
  const folder = await writeCounter(join(scratch, 'project'), { 'pages/home/home.js': spinning });
  await openIde({ folder });
  const phone = new PhoneOnPage(page);
  await phone.screen.getByText('More').click();
  await phone.ide.open('pages/home/home.js');
  const notice = phone.pane.getByRole('alert');
  await expect(notice).toContainText('Stopped: it was busy for too long');
  await expect(notice).toContainText('pages/home/home');
  await expect(phone.pane.locator('iframe')).toHaveCount(0);
  await notice.getByRole('button', { name: 'Restart' }).click();
  await expect(phone.screen.getByText('Count 0')).toBeVisible();
  await phone.screen.getByText('More').click();
  await expect(notice).toBeVisible();
  await phone.ide.typeAtStart('console.log(1);');
  await phone.ide.save();
  await expect(phone.screen.getByText('Count 0')).toBeVisible();
  await expect(notice).toHaveCount(0);
  await writeFile(join(folder, 'pages/detail/detail.js'), 'Page({ onLoad() { for (;;) {} } });');
  await phone.pane.getByRole('combobox', { name: 'Page and query' }).fill('pages/detail/detail');
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('the logic of pages/detail/detail');
});
