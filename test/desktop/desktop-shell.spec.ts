import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTemplate } from '#test/support/e2e/ide.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';
import { debuggingAddress, expect, spawnDesktop, test } from '#test/support/electron/desktop.ts';

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

test('serves the workbench with the strict policy, and gives the page nothing of Electron but one port', async ({ startDesktop }) => {
  const { page, control } = await startDesktop();
  expect(await page.evaluate(() => Object.keys(window).filter((key) => /electron|ipc|require|process|module|Buffer/i.test(key)))).toEqual([]);
  expect(await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))).toContain("default-src 'none'; script-src 'self'");
  const { webPreferences } = await control('windowOptions');
  expect(webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false });
  expect(await control('mayUse', { permission: 'clipboard-sanitized-write', url: 'app://workbench/' })).toBe(true);
  for (const permission of ['geolocation', 'media', 'notifications', 'usb', 'clipboard-read']) {
    expect(await control('mayUse', { permission, url: 'app://workbench/' })).toBe(false);
  }
});

test('gives no second port to the same document and none to a frame in it', async ({ startDesktop }) => {
  const { page } = await startDesktop();
  const ports = await page.evaluate(async () => {
    const received: string[] = [];
    window.addEventListener('message', (event) => event.ports.length > 0 && received.push('main frame'));
    window.postMessage('minifoundry:port-please', window.location.origin);
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inner = frame.contentWindow;
    if (inner === null) throw new Error('The frame has no window');
    inner.addEventListener('message', (event) => event.ports.length > 0 && received.push('sub-frame'));
    inner.postMessage('minifoundry:port-please', '*');
    // The first port took a few milliseconds; one that were given now would be here after as many frames.
    for (let index = 0; index < 20; index++) await new Promise((resolve) => requestAnimationFrame(resolve));
    frame.remove();
    return received;
  });
  expect(ports).toEqual([]);
});

test('stays on the workbench: no other page, no second window', async ({ startDesktop, windows }) => {
  const { page, control } = await startDesktop();
  const address = page.url();
  await page.evaluate(() => {
    window.location.href = 'https://example.com/';
  });
  const popup = windows.waitForEvent('page');
  await page.evaluate(() => void window.open('https://example.com/', '_blank'));
  const opened = await popup;
  if (!opened.isClosed()) await opened.waitForEvent('close');
  expect(page.url()).toBe(address);
  await expect(new WorkbenchPage(page).acting).toBeVisible();
  expect(await control('opened')).toEqual([]);
});

test('draws the menu in the person’s language and switches it with the setting', async ({ startDesktop }) => {
  const { page, control, dataDirectory } = await startDesktop({ locale: 'zh-CN' });
  expect((await control('menu')).file).toBe('文件');
  await writeFile(join(dataDirectory, 'settings.json'), JSON.stringify({ 'workbench.language': 'en' }));
  await expect.poll(async () => (await control('menu')).file).toBe('File');
  await expect(page.getByRole('button', { name: /^Acting as/ })).toBeVisible();
});

test('saves the log where the native dialog says', async ({ startDesktop, scratch }) => {
  const { control } = await startDesktop();
  const path = join(scratch, 'log.txt');
  await control('answerSaveDialog', path);
  await control('clickMenu', 'log.save');
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('Minifoundry');
  const [dialog] = await control('dialogs');
  expect(dialog?.kind).toBe('save');
});

test('brings unsaved text back after the engine was killed', async ({ startDesktop, scratch }) => {
  const folder = await copyTemplate('loyalty-card', join(scratch, 'project'));
  const { page, control, dataDirectory } = await startDesktop({ folder });
  const ide = new WorkbenchPage(page);
  await expect(ide.row('pages')).toBeVisible();
  await ide.open('app.acss');
  await ide.typeAtStart('/* not saved */');
  await expect(ide.tab(/unsaved/)).toBeVisible();
  const backups = () => readdir(join(dataDirectory, 'backups'), { recursive: true }).catch(() => []);
  await expect.poll(async () => (await backups()).some((name) => name.endsWith('.json'))).toBe(true);
  const reloaded = page.waitForEvent('domcontentloaded');
  await control('crash', 'Engine');
  await reloaded;
  await expect(ide.tab(/app\.acss, unsaved/)).toBeVisible();
  await expect(ide.editor.first()).toContainText('/* not saved */');
  await control('clickMenu', 'file.save');
  await expect(ide.tab(/^app\.acss$/)).toBeVisible();
  expect(await readFile(join(folder, 'app.acss'), 'utf8')).toMatch(/^\/\* not saved \*\//);
});

test('starts once: a second start shows the window and opens its folder there', async ({ startDesktop, scratch }) => {
  const folder = await copyTemplate('appointments', join(scratch, 'second'));
  const { page, control, dataDirectory } = await startDesktop();
  await expect(new WorkbenchPage(page).acting).toBeVisible();
  const second = spawnDesktop({ scratch, address: await debuggingAddress(join(scratch, 'profile')), dataDirectory, folder });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect(new WorkbenchPage(page).row('pages')).toBeVisible();
  expect(await control('windowCalls')).toContain('focus');
});

test('remembers where the window was, and keeps a corrupt settings file aside', async ({ startDesktop, scratch }) => {
  const dataDirectory = join(scratch, 'data');
  const first = await startDesktop({ dataDirectory });
  expect(await first.control('closeWindow')).toBe(true);
  if (first.process.exitCode === null) await once(first.process, 'exit');
  const stored = JSON.parse(await readFile(join(dataDirectory, 'window.json'), 'utf8'));
  expect(stored.window).toMatchObject({ bounds: { width: 1440, height: 900 }, maximised: false });
  await writeFile(join(dataDirectory, 'window.json'), JSON.stringify({ window: { bounds: { x: 30, y: 40, width: 1000, height: 700 }, maximised: false } }));
  await writeFile(join(dataDirectory, 'settings.json'), '{ "workbench.theme": ');
  const second = await startDesktop({ dataDirectory });
  expect(await second.control('windowOptions')).toMatchObject({ x: 30, y: 40, width: 1000, height: 700 });
  const names = await readdir(dataDirectory);
  const copy = names.find((name) => name.startsWith('settings.json.unreadable-')) ?? 'no copy';
  expect(await readFile(join(dataDirectory, copy), 'utf8')).toBe('{ "workbench.theme": ');
});

test('gives up on an engine that keeps ending, says so, and tries again when a person asks', async ({ startDesktop }) => {
  const { page, control } = await startDesktop();
  await expect(new WorkbenchPage(page).acting).toBeVisible();
  await control('answerMessageBox', 0);
  await expect
    .poll(
      async () => {
        const asked = (await control('dialogs')).map(({ kind }) => kind);
        // Between two engines there is none to end, and the one that a person asked for is to live.
        if (asked.length === 0) await control('crash', 'Engine').catch(() => undefined);
        return asked;
      },
      { timeout: 60_000, intervals: [200] },
    )
    .toEqual(['message']);
  const [dialog] = await control('dialogs');
  expect(dialog?.options).toMatchObject({ message: 'The engine stopped several times in a row.', buttons: ['Try again', 'Quit'] });
  await expect(new WorkbenchPage(page).acting).toBeVisible();
});

test('runs a mini program on an origin of its own, behind the phone scheme', async ({ startDesktop, scratch }) => {
  const folder = await copyTemplate('coffee-ordering', join(scratch, 'project'));
  const { page } = await startDesktop({ folder });
  const phone = page.getByRole('region', { name: 'Phone preview' }).frameLocator('iframe');
  await expect(phone.getByText('Es kopi gula aren')).toBeVisible();
  const ide = new WorkbenchPage(page);
  await ide.open('pages/menu/menu.axml');
  await ide.typeAtStart('<view>Said from the editor</view>');
  await ide.save();
  await expect(phone.getByText('Said from the editor')).toBeVisible();
});
