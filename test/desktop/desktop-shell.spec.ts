import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTemplate } from '#test/support/e2e/ide.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';
import { expect, test } from '#test/support/electron/desktop.ts';

test('draws the workbench over a message port, opens a folder through the native dialog and saves the bytes that were typed', async ({
  startDesktop,
  scratch,
}) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  const { page, control } = await startDesktop();
  const ide = new WorkbenchPage(page);
  await expect(ide.acting).toBeVisible();
  await control('answerOpenDialog', folder);
  await control('clickMenu', 'workbench.openFolder');
  await ide.unfold('pages', 'menu');
  await ide.row('menu.axml').click();
  await expect(ide.tab(/^menu\.axml/)).toBeVisible();
  const path = join(folder, 'pages/menu/menu.axml');
  const before = await readFile(path, 'utf8');
  await ide.typeAtStart('<!-- first -->');
  await expect(ide.tab(/menu\.axml, unsaved/)).toBeVisible();
  await control('clickMenu', 'file.save');
  await expect(ide.tab(/^menu\.axml$/)).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe(`<!-- first -->${before}`);
});
