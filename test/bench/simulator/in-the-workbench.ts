import { cp, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Bench } from '../served.ts';
import { openTree } from '../served.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export interface WorkbenchTimes {
  /** From the press that shows the phone to the first product in it. */
  firstScreen: number[];
  /** From Ctrl+S to the changed text in the phone. */
  savedToVisible: number[];
  /** Proportional set size of a phone's process over that of an empty frame's, in MB. */
  memory: number[];
}

/** When a text is in the phone, by the clock that all processes of one machine share. */
async function shownAt(page: Page, text: string): Promise<number> {
  await page.frameLocator('iframe').locator('.phone').waitFor({ state: 'attached' });
  const frame = page.frames().find((candidate) => /^http:\/\/[0-9a-f]{32}\.localhost/.test(candidate.url()));
  if (!frame) throw new Error('There is no phone');
  return frame.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const pages = document.querySelectorAll('mf-page');
          const found = [...pages].some((candidate) => candidate.shadowRoot?.textContent?.includes(wanted));
          if (found) resolve(performance.timeOrigin + performance.now());
          else setTimeout(look, 1);
        };
        look();
      }),
    text,
  );
}

/** The phone opens by itself with the folder: it is put away, to be asked for again. */
async function putAway(page: Page): Promise<Locator> {
  await page.locator('iframe').waitFor({ state: 'attached' });
  await shownAt(page, 'Es kopi gula aren');
  const toggle = page.getByRole('button', { name: 'Preview', exact: true });
  await toggle.click();
  await page.locator('iframe').waitFor({ state: 'detached' });
  return toggle;
}

async function measureFirstScreen(bench: Bench, folder: string): Promise<number> {
  const served = await bench.serve(folder);
  const page = await bench.newPage();
  try {
    await openTree(page, served.url);
    const toggle = await putAway(page);
    const started = await page.evaluate(() => performance.timeOrigin + performance.now());
    await toggle.click();
    await page.locator('iframe').waitFor({ state: 'attached' });
    return (await shownAt(page, 'Es kopi gula aren')) - started;
  } finally {
    await page.context().close();
    await served.stop();
  }
}

async function measureSaving(page: Page, runs: number): Promise<number[]> {
  await page.getByRole('tree', { name: 'Project files' }).focus();
  await page.keyboard.press('Control+P');
  await page.keyboard.type('menu.axml');
  await page
    .getByRole('option', { name: /menu\.axml/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /menu\.axml/ }).waitFor();
  await page.locator('.monaco-editor .view-lines').first().click();
  const times: number[] = [];
  for (let turn = -1; turn < runs; turn++) {
    await page.keyboard.press('Control+End');
    await page.keyboard.type(`\n<view>mark ${turn + 1}.</view>`);
    // The workbench keeps the key to itself, so the time is taken just before it: the press itself counts too.
    const at = await page.evaluate(() => performance.timeOrigin + performance.now());
    await page.keyboard.press('Control+S');
    const ms = (await shownAt(page, `mark ${turn + 1}.`)) - at;
    if (turn >= 0) times.push(ms);
  }
  return times;
}

/** Proportional set size in MB, of one process. */
async function proportionalSetSize(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
}

async function rendererProcesses(session: CDPSession): Promise<Set<number>> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return new Set(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id));
}

/** The processes that appear while something happens, together, once what happened is over. */
async function memoryOfNew(session: CDPSession, page: Page, happen: () => Promise<unknown>): Promise<number> {
  const before = await rendererProcesses(session);
  await happen();
  await page.requestGC();
  const added = [...(await rendererProcesses(session))].filter((pid) => !before.has(pid));
  const sizes = await Promise.all(added.map(proportionalSetSize));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A document with nothing in it, in a frame of an origin of its own: what every frame costs. */
async function measureEmptyFrame(bench: Bench, session: CDPSession): Promise<number> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(request.headers.host?.startsWith('outer') ? '<body>' : '<!doctype html><body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const page = await bench.newPage();
  try {
    await page.goto(`http://outer.localhost:${port}/`);
    return await memoryOfNew(session, page, async () => {
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
      }, `http://empty.localhost:${port}/`);
      await page.frameLocator('iframe').locator('body').waitFor({ state: 'attached' });
    });
  } finally {
    await page.context().close();
    server.closeAllConnections();
    server.close();
  }
}

async function measureMemory(bench: Bench, folder: string, runs: number): Promise<number[]> {
  const session = await bench.browser.newBrowserCDPSession();
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) {
    const empty = await measureEmptyFrame(bench, session);
    const served = await bench.serve(folder);
    const page = await bench.newPage();
    await openTree(page, served.url);
    const toggle = await putAway(page);
    const phone = await memoryOfNew(session, page, async () => {
      await toggle.click();
      await page.locator('iframe').waitFor({ state: 'attached' });
      await shownAt(page, 'Es kopi gula aren');
    });
    samples.push(phone - empty);
    await page.context().close();
    await served.stop();
  }
  return samples;
}

/** What a person sees of a phone beside the editor, with the coffee template. */
export async function measureInWorkbench(bench: Bench, runs: number): Promise<WorkbenchTimes> {
  const folder = join(bench.scratch, 'coffee');
  await cp(join(root, 'templates', 'coffee-ordering', 'files'), folder, { recursive: true });
  const firstScreen: number[] = [];
  for (let run = -1; run < runs; run++) {
    const ms = await measureFirstScreen(bench, folder);
    if (run >= 0) firstScreen.push(ms);
  }
  const memory = await measureMemory(bench, folder, Math.min(runs, 5));
  const served = await bench.serve(folder);
  const page = await bench.newPage();
  await openTree(page, served.url);
  await page.locator('iframe').waitFor({ state: 'attached' });
  await shownAt(page, 'Es kopi gula aren');
  const savedToVisible = await measureSaving(page, runs);
  await page.context().close();
  await served.stop();
  return { firstScreen, savedToVisible, memory };
}
