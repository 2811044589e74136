import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTemplate, expect, test } from '#test/support/e2e/ide.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';

const linux = process.platform === 'linux';

/** The processes that this one started and that still run, by Linux's own account. */
async function childrenOf(pid: number): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8')));
  return lists.join(' ').trim().split(/\s+/).filter(Boolean).map(Number);
}

async function commandOf(pid: number): Promise<string> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
}

/** A file system of a few kilobytes that takes no more writes from now on; null where this process may not mount one. */
function remount(folder: string, ...options: string[]): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('shows a page with a sentence for what is not text, and refuses what is too large', async ({ openIde, page, scratch }) => {
  const folder = join(scratch, 'project');
  await mkdir(folder);
  await writeFile(join(folder, 'menu.bin'), Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0]));
  await writeFile(join(folder, 'sparse.log'), '');
  await truncate(join(folder, 'sparse.log'), 300 * 1024 * 1024);
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  const content = page.getByRole('tabpanel');
  await ide.row('menu.bin').click();
  await expect(content.getByText('menu.bin (7 B) is a binary file and is not shown as text. Open it with another program.')).toBeVisible();
  await ide.row('sparse.log').click();
  await expect(content.getByRole('alert')).toContainText('“sparse.log” is too large to open here. Open it with another program.');
});

test('shows links that lead out or back to themselves, and follows neither', async ({ openIde, page, scratch }) => {
  const folder = join(scratch, 'project');
  await mkdir(folder);
  await writeFile(join(scratch, 'secret.txt'), 'not yours');
  await symlink(join(scratch, 'secret.txt'), join(folder, 'way-out.txt'));
  await symlink('loop.txt', join(folder, 'loop.txt'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  const wayOut = ide.tree.getByRole('treeitem', { name: /way-out\.txt/ });
  const loop = ide.tree.getByRole('treeitem', { name: /loop\.txt/ });
  await expect(wayOut.getByLabel('Link out of this folder, not followed')).toBeVisible();
  await expect(loop.getByLabel('Link that leads back to itself')).toBeVisible();
  const alert = page.getByRole('tabpanel').getByRole('alert');
  await wayOut.click();
  await expect(alert).toContainText('“way-out.txt” leads out of the open folder and is not followed. Open the folder it points to instead.');
  await expect(page.getByText('not yours')).toHaveCount(0);
  await loop.click();
  await expect(alert).toContainText('“loop.txt” is a link that leads back to itself. Remove or correct the link.');
});

test('lists and opens files whose names hold a newline or turn the direction of text', async ({ openIde, page, scratch }) => {
  test.skip(!linux, 'Other systems do not have such names');
  const folder = join(scratch, 'project');
  await mkdir(folder);
  await writeFile(join(folder, 'two\nlines.txt'), 'first text');
  await writeFile(join(folder, 'photo\u202egnp.exe.txt'), 'second text');
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.tree.getByRole('treeitem').filter({ hasText: 'two␣lines.txt' }).click();
  await expect(ide.editor.first()).toContainText(/first\s*text/);
  await ide.tree.getByRole('treeitem').filter({ hasText: 'photo␣gnp.exe.txt' }).click();
  await expect(ide.editor.first()).toContainText(/second\s*text/);
});

test('says where app.json is broken and registers no page in it', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  const broken = '{\n  "pages": [\n    "pages/card/card"\n';
  await writeFile(join(folder, 'app.json'), broken);
  const before = (await readdir(folder, { recursive: true })).sort();
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  const sentence = /“app\.json” is not valid JSON at line \d+, column \d+\. Correct it and try again; nothing was changed\./;
  await expect(page.getByRole('region', { name: 'Explorer' }).getByRole('alert')).toContainText(sentence);
  await ide.runCommand('Explorer: New page…');
  await page.getByRole('combobox', { name: 'New page' }).fill('gifts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(sentence);
  expect(await readFile(join(folder, 'app.json'), 'utf8')).toBe(broken);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(before);
});

test('keeps unsaved text while the folder is away, and continues when it is back', async ({ openIde, page, scratch }) => {
  const folder = join(scratch, 'project');
  await mkdir(folder);
  await writeFile(join(folder, 'notes.txt'), 'old');
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.open('notes.txt');
  await ide.typeAtStart('new ');
  await rename(folder, join(scratch, 'elsewhere'));
  const gone = page.getByRole('region', { name: 'Explorer' }).getByRole('alert');
  await expect(gone).toContainText('The folder “project” was moved or deleted. Put it back, or close it; unsaved text is kept.');
  await expect(ide.tab(/^notes\.txt/)).toBeVisible();
  await expect(ide.editor.first()).toContainText(/new\s*old/);
  await rename(join(scratch, 'elsewhere'), folder);
  await expect(gone).toHaveCount(0);
  await ide.editor.first().click();
  await ide.save();
  await expect.poll(() => readFile(join(folder, 'notes.txt'), 'utf8')).toBe('new old');
});

test('says that a disk is read-only and keeps the text', async ({ openIde, page, scratch }) => {
  const folder = join(scratch, 'read-only');
  await mkdir(folder);
  test.skip(!remount(folder, 'size=1m'), 'Mounting needs more rights than these tests have');
  try {
    await writeFile(join(folder, 'notes.txt'), 'old');
    await openIde({ folder });
    const ide = new WorkbenchPage(page);
    await ide.open('notes.txt');
    await ide.typeAtStart('new ');
    remount(folder, 'remount', 'ro');
    await ide.save();
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('“notes.txt” is on a read-only disk. Save somewhere else.');
    await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('notes.txt could not be saved. Your text is kept.');
    await expect(ide.editor.first()).toContainText(/new\s*old/);
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('old');
    remount(folder, 'remount', 'rw');
    await page.getByRole('tabpanel').getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => readFile(join(folder, 'notes.txt'), 'utf8')).toBe('new old');
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
});

test('starts with defaults and keeps a settings file that cannot be read', async ({ openIde, page, scratch }) => {
  const dataDirectory = join(scratch, 'data');
  await mkdir(dataDirectory);
  await writeFile(join(dataDirectory, 'settings.json'), '{ "workbench.theme": "light", ');
  const folder = join(scratch, 'project');
  await mkdir(folder);
  await openIde({ folder, dataDirectory });
  const ide = new WorkbenchPage(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', /dark|light/);
  await ide.runCommand('Preferences: Open settings');
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: 'settings file' })).toContainText(
    'The settings file could not be read, so defaults are used.',
  );
  const copy = (await readdir(dataDirectory)).find((name) => name.startsWith('settings.json.unreadable-'));
  expect(copy).toBeDefined();
  expect(await readFile(join(dataDirectory, copy ?? ''), 'utf8')).toBe('{ "workbench.theme": "light", ');
});

test('leaves a backup that cannot be read aside and restores the others', async ({ openIde, serve, page, scratch, complaints }) => {
  const folder = join(scratch, 'project');
  await mkdir(folder);
  await writeFile(join(folder, 'one.txt'), 'one');
  await writeFile(join(folder, 'two.txt'), 'two');
  const first = await openIde({ folder });
  const ide = new WorkbenchPage(page);
  for (const name of ['one', 'two']) {
    await ide.open(`${name}.txt`);
    await ide.typeAtStart('unsaved ');
  }
  const backups = join(first.dataDirectory, 'backups');
  async function kept(): Promise<string[]> {
    const names = await readdir(backups, { recursive: true }).catch(() => []);
    return names.filter((name) => name.endsWith('.json'));
  }
  await expect.poll(async () => (await kept()).length).toBe(2);
  await first.kill();
  const texts = await Promise.all((await kept()).map(async (name) => ({ name, text: await readFile(join(backups, name), 'utf8') })));
  const broken = texts.find(({ text }) => text.includes('unsaved one'))?.name ?? '';
  await writeFile(join(backups, broken), '{"schemaVersion":1,"backup":');
  await page.close();
  complaints.length = 0;

  const second = await serve({ folder, dataDirectory: first.dataDirectory });
  const again = await page.context().newPage();
  await again.goto(second.url);
  const restored = new WorkbenchPage(again);
  await expect(restored.tab(/^two\.txt, unsaved/)).toBeVisible();
  await restored.tab(/^two\.txt/).click();
  await expect(restored.editor.first()).toContainText(/unsaved\s*two/);
  await expect(restored.tab(/^one\.txt, unsaved/)).toHaveCount(0);
  const aside = (await readdir(backups, { recursive: true })).filter((name) => name.includes('.unreadable-'));
  expect(aside).toHaveLength(1);
});

test('ends its local platform when it is told to end', async ({ openIde, page }) => {
  test.skip(!linux, 'Reads the process list of Linux');
  const ide = await openIde();
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('main').getByRole('button', { name: 'Sign in to Local' }).click();
  const pid = ide.process.pid ?? 0;
  async function platforms(): Promise<number[]> {
    const children = await childrenOf(pid);
    const commands = await Promise.all(children.map(commandOf));
    return children.filter((_child, index) => commands[index]?.includes('local-platform'));
  }
  await expect.poll(async () => (await platforms()).length).toBe(1);
  const [platform = 0] = await platforms();
  const exit = new Promise((resolve) => ide.process.once('exit', resolve));
  await page.close();
  ide.process.kill('SIGTERM');
  expect(await exit).toBe(0);
  await expect.poll(() => commandOf(platform)).toBe('');
});
