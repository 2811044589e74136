import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTemplate, expect, test } from '#test/support/e2e/ide.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

test('creates, renames, duplicates, deletes and brings files back', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.row('app.js').click();
  await page.getByRole('button', { name: 'New file…' }).click();
  await page.getByRole('textbox', { name: 'Name of the new file' }).fill('notes.md');
  await page.keyboard.press('Enter');
  await expect(ide.tab(/^notes\.md$/)).toBeVisible();
  expect(await readFile(join(folder, 'notes.md'), 'utf8')).toBe('');

  await ide.row('notes.md').click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name' }).fill('ideas.md');
  await page.keyboard.press('Enter');
  await expect(ide.row('ideas.md')).toBeVisible();
  await expect(ide.tab(/^ideas\.md$/)).toBeVisible();
  expect(await exists(join(folder, 'notes.md'))).toBe(false);

  await ide.row('ideas.md').click();
  await page.keyboard.press('Control+Shift+d');
  await expect(ide.row('ideas copy.md')).toBeVisible();

  await ide.row('ideas copy.md').click();
  await ide.row('ideas.md').click({ modifiers: ['Control'] });
  await page.keyboard.press('Delete');
  await expect(ide.row('ideas.md')).toHaveCount(0);
  await expect(ide.row('ideas copy.md')).toHaveCount(0);
  expect(await exists(join(folder, 'ideas.md'))).toBe(false);
  await ide.tree.focus();
  await page.keyboard.press('Control+z');
  await expect(ide.row('ideas.md')).toBeVisible();
  await expect(ide.row('ideas copy.md')).toBeVisible();
  expect(await exists(join(folder, 'ideas copy.md'))).toBe(true);

  // Rows go with the files, before the engine has answered: undoing must not have to wait for that.
  await ide.row('ideas.md').click();
  await Promise.all([page.keyboard.press('Delete'), page.keyboard.press('Control+z')]);
  await expect(page.getByText('ideas.md was moved to the trash')).toBeVisible();
  await expect(ide.row('ideas.md')).toBeVisible();
  expect(await exists(join(folder, 'ideas.md'))).toBe(true);
});

test('shows a page as one node that unfolds and registers a new page in app.json with its comments kept', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  const appJson = join(folder, 'app.json');
  const before = await readFile(appJson, 'utf8');
  await writeFile(appJson, before.replace('{', '{\n  // the pages of the card'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.runCommand('Explorer: New page…');
  await page.getByRole('combobox', { name: 'New page' }).fill('gifts');
  await page.keyboard.press('Enter');
  await expect(ide.tab(/^gifts\.axml$/)).toBeVisible();
  const after = await readFile(appJson, 'utf8');
  expect(after).toContain('// the pages of the card');
  expect(after).toContain('"pages/gifts/gifts"');
  for (const suffix of ['axml', 'acss', 'js', 'json']) expect(await exists(join(folder, `pages/gifts/gifts.${suffix}`))).toBe(true);
  const node = ide.row('gifts');
  await expect(node).toHaveAttribute('aria-expanded', 'true');
  await expect(ide.row('gifts.acss')).toBeVisible();
  await node.click();
  await expect(node).toHaveAttribute('aria-expanded', 'false');
  await expect(ide.row('gifts.acss')).toHaveCount(0);
});

test('follows the disk and filters by typing', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await expect(ide.row('app.js')).toBeVisible();
  await writeFile(join(folder, 'from-outside.txt'), 'hello');
  await expect(ide.row('from-outside.txt')).toBeVisible();
  await ide.tree.focus();
  await page.keyboard.type('outside');
  await expect(ide.row('app.js')).toHaveCount(0);
  await expect(ide.row('from-outside.txt')).toBeVisible();
  await page.keyboard.type('?zz');
  await expect(page.getByText('No file or folder has “outside?zz” in its path.')).toBeVisible();
  await expect(ide.tree.getByRole('treeitem')).toHaveCount(0);
  for (const _ of 'zz?') await page.keyboard.press('Backspace');
  await expect(ide.row('from-outside.txt')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ide.row('app.js')).toBeVisible();
});

test('keeps the keyboard in the tree when a name is given up, and says what a renamed page leaves in app.json', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await ide.unfold('pages');
  const first = ide.tree.locator('[aria-level="2"]').first();
  await expect(first).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'New name' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ide.tree).toBeFocused();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name' }).fill('renamed');
  await page.keyboard.press('Enter');
  await expect(ide.row('renamed')).toBeVisible();
  await expect(page.getByText(/^Warning: app\.json still lists the page pages\//)).toBeVisible();
  await page.getByRole('button', { name: 'Open app.json' }).click();
  await expect(ide.tab(/^app\.json/)).toHaveAttribute('aria-selected', 'true');
});

test('is a whole tree for the keyboard and for screen readers', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  await openIde({ folder });
  const ide = new WorkbenchPage(page);
  await expect(ide.row('pages')).toBeVisible();
  await ide.tree.focus();
  await page.keyboard.press('Home');
  const active = () => ide.tree.evaluate((tree) => document.getElementById(tree.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label'));
  const first = await active();
  await page.keyboard.press('ArrowDown');
  expect(await active()).not.toBe(first);
  while ((await active()) !== 'pages') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(ide.row('pages')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  const child = ide.row((await active()) ?? '');
  await expect(child).toHaveAttribute('aria-level', '2');
  await expect(child).toHaveAttribute('aria-posinset', '1');
  expect(Number(await child.getAttribute('aria-setsize'))).toBeGreaterThan(3);
  await page.keyboard.press('ArrowLeft');
  expect(await active()).toBe('pages');
  await page.keyboard.press('ArrowLeft');
  await expect(ide.row('pages')).toHaveAttribute('aria-expanded', 'false');
});
