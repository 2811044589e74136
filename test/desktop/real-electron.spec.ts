import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
import { copyTemplate } from '#test/support/e2e/ide.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';
import { electronBinary } from '../../scripts/lib/desktop.mjs';

const root = join(import.meta.dirname, '..', '..');

/** Why the real app cannot open here, or null. */
function impediment(): string | null {
  if (electronBinary() === null) return 'no Electron binary on this machine';
  if (process.platform === 'linux' && process.getuid?.() === 0) return 'Electron does not run as root';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'no display for Electron';
  return null;
}

test.describe('the desktop app on the real Electron', () => {
  const reason = impediment();
  test.skip(reason !== null, reason ?? '');

  let scratch: string;
  let app: ElectronApplication;

  test.beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'minifoundry-electron-'));
    const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
    app = await _electron.launch({ executablePath: electronBinary() ?? '', args: [root, folder, `--user-data-dir=${join(scratch, 'data')}`] });
  });

  test.afterEach(async () => {
    await app.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  test('draws the workbench from app:// in a sandboxed window without Node', async () => {
    const page = await app.firstWindow();
    await expect(new WorkbenchPage(page).acting).toBeVisible();
    expect(page.url()).toBe('app://workbench/?transport=port');
    const found = await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'electron', 'global'].filter((name) => name in window));
    expect(found).toEqual([]);
    const processes = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ type, sandboxed, name }) => ({ type, sandboxed, name })));
    if (process.platform !== 'linux') expect(processes.filter(({ type }) => type === 'Tab').every(({ sandboxed }) => sandboxed)).toBe(true);
    expect(processes.filter(({ type, name }) => type === 'Utility' && name === 'Engine')).toHaveLength(1);
  });

  test('opens the folder it was given, and saves what was typed', async () => {
    const page = await app.firstWindow();
    const ide = new WorkbenchPage(page);
    await expect(ide.row('pages')).toBeVisible();
    await ide.open('app.acss');
    await ide.typeAtStart('/* typed */');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.save')?.click());
    await expect(ide.tab(/^app\.acss$/)).toBeVisible();
    expect(await readFile(join(scratch, 'project/app.acss'), 'utf8')).toMatch(/^\/\* typed \*\//);
  });

  test('refuses other pages, second windows and permissions', async () => {
    const page = await app.firstWindow();
    await expect(new WorkbenchPage(page).acting).toBeVisible();
    await page.evaluate(() => {
      window.open('https://example.com/');
      window.location.href = 'https://example.com/';
    });
    expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)).toBe('denied');
    expect(app.windows()).toHaveLength(1);
    expect(page.url()).toBe('app://workbench/?transport=port');
  });

  test('starts a killed engine again', async () => {
    const page = await app.firstWindow();
    await expect(new WorkbenchPage(page).row('pages')).toBeVisible();
    const reloaded = page.waitForEvent('domcontentloaded');
    await app.evaluate(({ app: electron }) => {
      const engine = electron.getAppMetrics().find(({ name }) => name === 'Engine');
      if (engine) process.kill(engine.pid, 'SIGKILL');
    });
    await reloaded;
    await expect(new WorkbenchPage(page).row('pages')).toBeVisible();
  });
});
