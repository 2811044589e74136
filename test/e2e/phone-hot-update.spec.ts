import { join } from 'node:path';
import { expect, test } from '#test/support/e2e/ide.ts';
import { PhoneOnPage, writeCounter } from '#test/support/e2e/phone.ts';

test('shows what is saved: styles in place, templates with the data, logic with route and query, the app from its start', async ({
  openIde,
  page,
  scratch,
}) => {
  await openIde({ folder: await writeCounter(join(scratch, 'project')) });
  const phone = new PhoneOnPage(page);
  await phone.screen.getByText('More').click();
  await expect(phone.screen.getByText('Count 1')).toBeVisible();
  await phone.show('Console');
  const scroller = phone.screen.locator('mf-scroller').first();
  await scroller.evaluate((element) => element.scrollTo({ top: 200 }));

  await phone.edit('pages/home/home.acss', '.count { color: rgb(1, 2, 3) !important; }');
  await expect(phone.screen.getByText('Count 1')).toHaveCSS('color', 'rgb(1, 2, 3)');
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(200);
  await expect(phone.lines.last()).toContainText('Styles replaced: pages/home/home.acss');

  await phone.edit('pages/home/home.axml', '<view>New in the template</view>');
  await expect(phone.screen.getByText('New in the template')).toBeAttached();
  await expect(phone.screen.getByText('Count 1')).toBeAttached();
  await expect(phone.lines.last()).toContainText('Templates replaced: pages/home/home.axml');

  await phone.pane.getByRole('combobox', { name: 'Page and query' }).fill('pages/detail/detail?id=9');
  await page.keyboard.press('Enter');
  await expect(phone.screen.getByText('Detail 9')).toBeVisible();
  await phone.edit('pages/detail/detail.js', 'console.log("detail again");');
  await expect(phone.lines.filter({ hasText: 'detail again' })).toHaveCount(1);
  await expect(phone.screen.getByText('Detail 9')).toBeVisible();
  await expect(phone.lines.filter({ hasText: 'Pages started again: pages/detail/detail.js' })).toHaveCount(1);

  await phone.edit('app.js', 'console.log("app again");');
  await expect(phone.screen.getByText('Count 0')).toBeVisible();
  await expect(phone.lines.filter({ hasText: 'Restarted: app.js' })).toHaveCount(1);
  await expect(phone.lines.filter({ hasText: 'app again' })).toHaveCount(1);
});

test('lets the program go on while a script that is being written does not compile', async ({ openIde, page, scratch }) => {
  await openIde({ folder: await writeCounter(join(scratch, 'project')) });
  const phone = new PhoneOnPage(page);
  await phone.screen.getByText('More').click();
  await expect(phone.screen.getByText('Count 1')).toBeVisible();
  await phone.show('Console');
  await phone.edit('pages/home/home.js', 'const const\n');
  await expect(phone.lines.last()).toContainText('Not replaced, because it does not compile: pages/home/home.js');
  await expect(page.getByRole('button', { name: /^Problems: 1 errors/ })).toBeVisible();
  await expect(phone.screen.getByText('Count 1')).toBeVisible();
  await phone.edit('pages/home/home.js', 'console.log("mended"); // ');
  await expect(phone.lines.filter({ hasText: 'Pages started again: pages/home/home.js' })).toHaveCount(1);
  await expect(phone.screen.getByText('Count 0')).toBeVisible();
});

test('lists what the compiler finds, underlines it once, and goes to its place', async ({ openIde, page, scratch }) => {
  await openIde({ folder: await writeCounter(join(scratch, 'project'), { 'pages/about/about.axml': '<view>About this\n' }) });
  const phone = new PhoneOnPage(page);
  await expect(page.getByRole('button', { name: /^Problems: 1 errors/ })).toBeVisible();
  await page.getByRole('button', { name: /^Problems: 1 errors/ }).click();
  await page
    .getByRole('listbox', { name: 'Problems' })
    .getByRole('option', { name: /never closed/ })
    .dblclick();
  await expect(phone.ide.tab(/^about\.axml/)).toBeVisible();
  await expect(page.locator('.squiggly-error')).toHaveCount(1);
  await phone.ide.typeAtStart('<view></view>');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('</view>');
  await phone.ide.save();
  await expect(page.getByRole('button', { name: /^Problems: 0 errors/ })).toBeVisible();
});
