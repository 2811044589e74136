import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTemplate, expect, test } from '#test/support/e2e/ide.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';

test('finds text in files, stops at a bad pattern with a sentence, and opens a hit at its place', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await page.keyboard.press('Control+Shift+f');
  const field = page.getByRole('textbox', { name: 'Search' });
  await field.fill('getExtConfigSync');
  const results = page.getByRole('tree', { name: 'Search results' });
  const hit = results.getByRole('treeitem', { level: 2 }).first();
  await expect(hit).toContainText('getExtConfigSync');
  await hit.dblclick();
  await expect(ide.editor.first()).toContainText('getExtConfigSync');
  await expect(page.getByRole('button', { name: /^Go to line: Ln \d+, Col \d+ \(16 selected\)/ })).toBeVisible();
  await page.getByRole('button', { name: 'Use regular expression' }).click();
  await field.fill('(');
  await expect(page.getByText(/The search pattern is not valid/)).toBeVisible();
});

test('answers ten thousand hits without freezing', async ({ openIde, page, scratch }) => {
  const folder = join(scratch, 'project');
  await mkdir(folder);
  for (let file = 0; file < 20; file++) await writeFile(join(folder, `data-${file}.txt`), 'needle in the hay\n'.repeat(600));
  await openIde({ folder });
  await page.keyboard.press('Control+Shift+f');
  await page.evaluate(() => {
    const gaps = { longest: 0, last: performance.now() };
    Object.assign(window, { gaps });
    const tick = (now: number) => {
      gaps.longest = Math.max(gaps.longest, now - gaps.last);
      gaps.last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.getByRole('textbox', { name: 'Search' }).fill('needle');
  await expect(page.getByText('The first 10000 results are shown. Narrow the search to see others.')).toBeVisible();
  const rows = await page.getByRole('tree', { name: 'Search results' }).getByRole('treeitem').count();
  expect(rows).toBeLessThan(200);
});

test('switches theme and language at once, and remembers them', async ({ openIde, serve, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  const first = await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.runCommand('Preferences: Select theme…');
  await page.getByRole('option', { name: 'Light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await ide.runCommand('Preferences: Select theme…');
  await page.getByRole('option', { name: 'High contrast' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'high-contrast');
  await ide.runCommand('Preferences: Select display language…');
  await page.getByRole('option', { name: '简体中文' }).click();
  await expect(page.getByRole('button', { name: '资源管理器', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.goto('about:blank');
  await first.kill();
  const second = await serve({ folder, dataDirectory: first.dataDirectory });
  await page.goto(second.url);
  await expect(page.getByRole('button', { name: '资源管理器', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'high-contrast');
});

test('follows the system between dark and light', async ({ openIde, page, scratch }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openIde({ folder: await copyTemplate('loyalty-card', join(scratch, 'project')) });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('splits, resizes by keyboard and restores tabs and layout after a restart', async ({ openIde, serve, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  const first = await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('app.js');
  await ide.open('app.acss');
  await page.keyboard.press('Control+\\');
  await expect(ide.tabs).toHaveCount(2);
  const separator = page.getByRole('separator', { name: 'Resize side bar' });
  const sideBar = page.getByRole('complementary', { name: 'Side bar' });
  const before = (await sideBar.boundingBox())?.width ?? 0;
  await separator.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await sideBar.boundingBox())?.width ?? 0).toBeGreaterThan(before + 20);
  const widened = (await sideBar.boundingBox())?.width ?? 0;
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('tab', { name: /^Problems/ })).toBeVisible();
  await expect.poll(async () => JSON.stringify(await readStates(first.dataDirectory))).toContain('"panelVisible":true');
  await expect.poll(async () => JSON.stringify(await readStates(first.dataDirectory))).toContain('app.acss');
  await page.goto('about:blank');
  await first.kill();
  const second = await serve({ folder, dataDirectory: first.dataDirectory });
  await page.goto(second.url);
  await expect(ide.tabs).toHaveCount(2);
  await expect(ide.tab(/^app\.acss$/).first()).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Problems/ })).toBeVisible();
  await expect.poll(async () => Math.abs(((await sideBar.boundingBox())?.width ?? 0) - widened)).toBeLessThan(3);
});

async function readStates(dataDirectory: string): Promise<unknown[]> {
  const { readdir, readFile } = await import('node:fs/promises');
  const names = await readdir(dataDirectory, { recursive: true });
  return Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readFile(join(dataDirectory, name), 'utf8').then(JSON.parse, () => null)));
}

test('goes to a line through quick open and lists every key', async ({ openIde, page, scratch }) => {
  await openIde({ folder: await copyTemplate('coffee-ordering', join(scratch, 'project')) });
  const ide = new WorkbenchPage(page);
  await page.keyboard.press('Control+p');
  await page.getByRole('combobox', { name: 'Go to file' }).fill('appacss:7');
  await expect(page.getByRole('option').first()).toContainText('app.acss');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Go to line: Ln 7, Col 1/ })).toBeVisible();
  await ide.runCommand('Preferences: Open keyboard shortcuts');
  await page.getByRole('textbox', { name: 'Filter by command or key' }).fill('explorer.delete');
  await expect(page.getByRole('row', { name: /explorer\.delete/ })).toContainText('Delete');
});

test('gives a command another key and uses it', async ({ openIde, page, scratch }) => {
  await openIde({ folder: await copyTemplate('loyalty-card', join(scratch, 'project')) });
  const ide = new WorkbenchPage(page);
  await ide.runCommand('Preferences: Open keyboard shortcuts');
  await page.getByRole('button', { name: 'Change the key of Toggle side bar' }).click();
  await page.keyboard.press('Alt+j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /workbench\.toggleSideBar/ })).toContainText('Yours');
  await page.keyboard.press('Alt+j');
  await expect(page.getByRole('complementary', { name: 'Side bar' })).toHaveCount(0);
});

test('reports problems of JSON and script files through Monaco’s own workers', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  await writeFile(join(folder, 'broken.json'), '{ "a": }');
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('broken.json');
  await expect(page.getByRole('button', { name: 'Problems: 1 errors, 0 warnings' })).toBeVisible();
  await page.keyboard.press('Control+Shift+m');
  await expect(page.getByRole('listbox', { name: 'Problems' })).toContainText('Value expected');
});

test('offers the my.* interface while typing', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('app.js');
  await ide.editor.first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('my.getExtC');
  await expect(page.locator('.suggest-widget')).toContainText('getExtConfig', { timeout: 60_000 });
});

test('two tabs on one folder see each other’s saves and keep their own drafts', async ({ openIde, page, context, scratch, complaints }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  await openIde({ folder });
  const first = new WorkbenchPage(page);
  const other = await context.newPage();
  other.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await other.goto(new URL(page.url()).origin);
  const second = new WorkbenchPage(other);
  await first.open('app.acss');
  await second.open('app.acss');
  await first.typeAtStart('/* one */');
  await first.save();
  await expect(second.editor.first()).toContainText('/* one */');
  await second.typeAtStart('/* two, a draft */');
  await first.typeAtStart('/* three */');
  await first.save();
  await expect(other.getByRole('alert').filter({ hasText: 'changed on disk' })).toBeVisible();
  await expect(second.editor.first()).toContainText('/* two, a draft */');
  await expect(first.editor.first()).not.toContainText('a draft');
});
