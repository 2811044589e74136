import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { copyTemplate, expect, test } from '#test/support/e2e/ide.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';

function phoneFrames(page: Page): Frame[] {
  return page.frames().filter((frame) => /^http:\/\/[0-9a-f]{32}\.localhost:\d+\//.test(frame.url()));
}

async function twoPhones(page: Page, folder: string): Promise<[Frame, Frame]> {
  await mkdir(join(folder, '.minifoundry'), { recursive: true });
  const instance = { schemaVersion: 1, merchant: { merchantId: 'kemuning-01', name: 'Kopi Kemuning' } };
  await writeFile(join(folder, '.minifoundry', 'instance.json'), JSON.stringify(instance));
  await page.getByRole('button', { name: 'Side by side' }).click();
  await page.getByRole('button', { name: 'Add merchant…' }).click();
  await page.getByRole('menuitem', { name: /Kopi Kemuning/ }).click();
  await expect(page.locator('iframe')).toHaveCount(2);
  for (const index of [0, 1]) await expect(page.frameLocator('iframe').nth(index).getByText('Oat latte')).toBeVisible();
  const [first, second] = phoneFrames(page);
  if (!first || !second) throw new Error('Two phones were opened');
  return [first, second];
}

test('a spinning phone leaves the workbench and the other phone alone, and is named', async ({ openIde, page, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  await openIde({ folder });
  const [spinning, other] = await twoPhones(page, folder);
  void spinning
    .evaluate(() => {
      for (;;);
    })
    .catch(() => 'The frame is taken away in the end');

  // Each answers from a process of its own: the other phone runs code and follows a tap, the workbench follows keys.
  expect(await other.evaluate(() => 6 * 7)).toBe(42);
  await page.frameLocator('iframe').nth(1).getByText('Pastry').click();
  await expect(page.frameLocator('iframe').nth(1).getByText('Oat latte')).toBeHidden();
  // The keys go where the last click went.
  await page.getByRole('heading', { name: 'Side by side' }).click();
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Show explorer');
  await expect(page.getByRole('option', { name: /Show explorer/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('alert').filter({ hasText: 'busy for too long' })).toBeVisible({ timeout: 60_000 });
  expect(await other.evaluate(() => document.querySelectorAll('mf-page').length)).toBeGreaterThan(0);
});

test('a phone shares nothing with the workbench or with another phone', async ({ openIde, page, scratch, complaints }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  const ide = await openIde({ folder });
  const [first, second] = await twoPhones(page, folder);
  const workbench = new URL(ide.url).origin;
  expect(new Set([workbench, new URL(first.url()).origin, new URL(second.url()).origin]).size).toBe(3);
  for (const frame of await page.locator('iframe').all()) expect(await frame.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin');

  const reached = await first.evaluate(
    async ({ origin, neighbour }) => {
      const outcome: Record<string, string> = {};
      const attempt = async (name: string, run: () => unknown): Promise<void> => {
        try {
          await run();
          outcome[name] = 'reached';
        } catch {
          outcome[name] = 'refused';
        }
      };
      await attempt('parent document', () => window.parent.document.title);
      await attempt('workbench', () => fetch(`${origin}/`));
      await attempt(
        'contract',
        () => new Promise((open, fail) => Object.assign(new WebSocket(`${origin.replace('http', 'ws')}/contract`), { onopen: open, onerror: fail })),
      );
      await attempt('neighbour', () => fetch(`${neighbour}boot`));
      await attempt('eval', () => new Function('return 1')());
      await attempt('navigate the window', () => {
        if (window.top) window.top.location.href = 'about:blank';
      });
      return outcome;
    },
    { origin: workbench, neighbour: second.url() },
  );
  expect(reached).toEqual({
    'parent document': 'refused',
    workbench: 'refused',
    contract: 'refused',
    neighbour: 'refused',
    eval: 'refused',
    'navigate the window': 'refused',
  });
  await expect(new WorkbenchPage(page).tree.or(page.getByRole('button', { name: 'Add merchant…' })).first()).toBeVisible();
  // Every refusal is said in the browser's console; that is what was asked for here.
  expect(complaints.splice(0).length).toBeGreaterThan(0);
});
