import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTemplate, expect, test } from '#test/support/e2e/ide.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';

async function backupsIn(dataDirectory: string): Promise<string[]> {
  const names = await readdir(join(dataDirectory, 'backups'), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith('.json'));
}

test('opens a mini program, edits a page and saves exactly what was typed', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.unfold('pages', 'menu');
  await ide.row('menu.axml').click();
  await expect(ide.tab(/^menu\.axml/)).toBeVisible();
  const path = join(folder, 'pages/menu/menu.axml');
  const before = await readFile(path, 'utf8');
  await ide.typeAtStart('<!-- first -->');
  await expect(ide.tab(/menu\.axml, unsaved/)).toBeVisible();
  await ide.save();
  await expect(ide.tab(/^menu\.axml$/)).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe(`<!-- first -->${before}`);
});

test('keeps byte order mark, CRLF, encoding and mode of a file that is edited', async ({ openIde, page, scratch }) => {
  const folder = join(scratch, 'project');
  await mkdir(folder);
  const path = join(folder, 'notes.txt');
  await writeFile(path, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('eins\r\nzwei\r\n', 'utf16le')]), { mode: 0o640 });
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('notes.txt');
  await expect(page.getByRole('button', { name: 'Encoding: UTF-16 LE BOM' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Line ending: CRLF' })).toBeVisible();
  await ide.typeAtStart('drei ');
  await ide.save();
  await expect(ide.tab(/^notes\.txt$/)).toBeVisible();
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
  expect(bytes.subarray(2).toString('utf16le')).toBe('drei eins\r\nzwei\r\n');
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

test('brings unsaved text back after the engine is killed', async ({ openIde, serve, page, scratch, complaints }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  const first = await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('app.acss');
  await ide.typeAtStart('/* not saved */');
  await expect(ide.tab(/unsaved/)).toBeVisible();
  await expect.poll(() => backupsIn(first.dataDirectory)).toHaveLength(1);
  await first.kill();
  complaints.length = 0;
  const second = await serve({ folder, dataDirectory: first.dataDirectory });
  await page.goto(second.url);
  await expect(ide.tab(/app\.acss, unsaved/)).toBeVisible();
  await expect(ide.editor.first()).toContainText('/* not saved */');
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED') && !text.includes('WebSocket')));
});

test('reloads a clean file that changed on disk and never touches an edited one', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  const path = join(folder, 'app.acss');
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('app.acss');
  await writeFile(path, '/* from outside */\n');
  await expect(ide.editor.first()).toContainText('/* from outside */');
  await expect(ide.tab(/^app\.acss$/)).toBeVisible();
  await ide.typeAtStart('/* mine */');
  await writeFile(path, '/* outside again */\n');
  const banner = page.getByRole('alert').filter({ hasText: 'changed on disk' });
  await expect(banner).toBeVisible();
  await expect(ide.editor.first()).toContainText('/* mine */');
  expect(await readFile(path, 'utf8')).toBe('/* outside again */\n');
  await banner.getByRole('button', { name: 'Keep mine' }).click();
  await expect(ide.tab(/^app\.acss$/)).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe('/* mine *//* from outside */\n');
});

test('shows a file that was deleted on disk and writes it again on request', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  const path = join(folder, 'app.acss');
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('app.acss');
  const text = await readFile(path, 'utf8');
  await rm(path);
  await expect(ide.tab(/app\.acss, deleted on disk/)).toBeVisible();
  await page.getByRole('button', { name: 'Save it again' }).click();
  await expect(ide.tab(/^app\.acss$/)).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('asks before closing unsaved text, and cancelling keeps it', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('app.js');
  await ide.typeAtStart('// draft');
  await page.keyboard.press('Alt+w');
  const dialog = page.getByRole('alertdialog', { name: /Save changes to app\.js/ });
  await dialog.getByRole('button', { name: 'Cancel' }).last().click();
  await expect(ide.tab(/app\.js, unsaved/)).toBeVisible();
  await ide.editor.first().click();
  await page.keyboard.press('Alt+w');
  await dialog.getByRole('button', { name: 'Don’t save' }).click();
  await expect(ide.tab(/app\.js/)).toHaveCount(0);
  await page.keyboard.press('Alt+Shift+t');
  await expect(ide.tab(/^app\.js$/)).toBeVisible();
});

test('brings unsaved text back after the window’s own process is killed', async ({ openIde, page, context, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  const served = await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('app.acss');
  await ide.typeAtStart('/* not saved */');
  await expect.poll(() => backupsIn(served.dataDirectory)).toHaveLength(1);
  const address = new URL(page.url()).origin;
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await next.goto(address);
  const again = new WorkbenchPage(next);
  await expect(again.tab(/app\.acss, unsaved/)).toBeVisible();
  await expect(again.editor.first()).toContainText('/* not saved */');
});

test('answers to VS Code’s chords in the editor', async ({ openIde, page, scratch }) => {
  await openIde({ folder: await copyTemplate('loyalty-card', join(scratch, 'project')) });
  const ide = new WorkbenchPage(page);
  await ide.open('app.js');
  await ide.typeAtStart('');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+c');
  await expect(ide.editor.first().locator('.view-line').first()).toHaveText(/^\/\//);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+u');
  await expect(ide.editor.first().locator('.view-line').first()).not.toHaveText(/^\/\//);
});
