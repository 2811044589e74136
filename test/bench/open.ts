import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { copyTemplate } from '#test/support/copy-template.ts';
import { startCodeServer } from './code-server.ts';
import { absoluteRow, type BenchOptions, type BenchRow, type BenchSuite, median, percentile, ratioRow, repeat } from './measure.ts';
import { addressToScreen, inputToScreen, press } from './on-screen.ts';
import { type Bench, openTree, startBench } from './served.ts';

const treeRow = '[role=tree] [role=treeitem]';

/** 500 folders of 200 files, and one flat folder of 10,000. */
async function makeLargeFolder(folder: string): Promise<void> {
  const flat = join(folder, 'flat');
  await mkdir(flat, { recursive: true });
  for (let index = 0; index < 10_000; index++) await writeFile(join(flat, `entry-${index}.txt`), '');
  for (let outer = 0; outer < 500; outer++) {
    const inner = join(folder, `package-${outer}`);
    await mkdir(inner);
    await Promise.all(Array.from({ length: 180 }, (_, index) => writeFile(join(inner, `module-${index}.js`), `export const value = ${index};\n`)));
  }
}

async function coldOpen(bench: Bench, folder: string): Promise<number> {
  const served = await bench.serve(folder);
  const page = await bench.newPage();
  const duration = await addressToScreen(page, served.url, treeRow);
  await page.context().close();
  await served.stop();
  return duration;
}

/** The same in code-server: a new server and a fresh profile each time, as with ours. */
async function coldOpenPeer(bench: Bench, folder: string): Promise<number> {
  const peer = await startCodeServer(bench.scratch, folder);
  try {
    const page = await bench.newPage();
    const duration = await addressToScreen(page, peer.url, '.explorer-folders-view .monaco-list-row');
    await page.context().close();
    return duration;
  } finally {
    await peer.stop();
  }
}

/** In turns, so that whatever else the machine does slows both down. */
async function coldOpenRows(bench: Bench, folder: string, { runs, peer }: BenchOptions): Promise<BenchRow[]> {
  const ours: number[] = [];
  const peers: number[] = [];
  for (let run = -1; run < runs; run++) {
    const duration = await coldOpen(bench, folder);
    const other = peer ? await coldOpenPeer(bench, folder) : Number.NaN;
    if (run < 0) continue;
    ours.push(duration);
    peers.push(other);
  }
  const rows = [absoluteRow('cold open to tree rows, small project', ours, 1000)];
  if (!peer) return rows;
  return [
    ...rows,
    ratioRow('the same, against code-server', ours, peers, 0.25, 'code-server'),
    { name: 'code-server, cold open to tree rows', medianMs: median(peers), p95Ms: percentile(peers, 0.95), target: 'peer', met: true },
  ];
}

function row(page: Page, name: string) {
  return page.getByRole('tree', { name: 'Project files' }).getByRole('treeitem', { name, exact: true });
}

async function expandFlat(page: Page, runs: number): Promise<number[]> {
  return repeat(runs, async () => {
    const duration = await inputToScreen(page, 'mousedown', { selector: treeRow, text: 'entry-0.txt' }, () => press(page, 'flat'));
    await row(page, 'flat').click();
    await row(page, 'entry-0.txt').waitFor({ state: 'detached' });
    return duration;
  });
}

async function quickOpen(page: Page, runs: number): Promise<number[]> {
  return repeat(runs, async (run) => {
    await page.keyboard.press('Control+p');
    const name = `package-${(run + 400) % 500}/module-7.js`;
    const field = page.getByRole('combobox', { name: 'Go to file' });
    await field.waitFor();
    const folder = name.slice(0, name.indexOf('/'));
    const duration = await inputToScreen(page, 'input', { selector: '[role=option]', text: folder }, () => field.fill(name));
    await page.keyboard.press('Escape');
    return duration;
  });
}

/** Opens the large folder from the start page of a running window: from the press to the first row. */
async function openRecent(bench: Bench, folder: string, runs: number): Promise<number[]> {
  const served = await bench.serve(folder);
  const page = await bench.newPage();
  await openTree(page, served.url);
  const samples = await repeat(runs, async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('f');
    const recent = page.getByRole('region', { name: 'Recent' }).getByRole('button', { name: /large/ }).first();
    await recent.waitFor();
    await row(page, 'flat').waitFor({ state: 'detached' });
    const box = await recent.boundingBox();
    if (box === null) throw new Error('The recent folder is not shown');
    return inputToScreen(page, 'mousedown', { selector: treeRow, text: 'flat' }, () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2));
  });
  await page.context().close();
  await served.stop();
  return samples;
}

/** Opening: a small project cold, a very large folder, one folder of it, and a file in it by name. */
export async function run(options: BenchOptions): Promise<BenchSuite> {
  const { runs } = options;
  const bench = await startBench();
  try {
    const small = await copyTemplate('coffee-ordering', join(bench.scratch, 'small'));
    const large = join(bench.scratch, 'large');
    await makeLargeFolder(large);
    const rows = await coldOpenRows(bench, small, options);
    rows.push(absoluteRow('open a folder of 100,000 files to rows', await openRecent(bench, large, runs), 500));
    const served = await bench.serve(large);
    const page = await bench.newPage();
    await openTree(page, served.url);
    rows.push(absoluteRow('expand a folder of 10,000 entries', await expandFlat(page, runs), 150));
    rows.push(absoluteRow('quick open in 100,000 files', await quickOpen(page, runs), 100));
    await served.stop();
    return { suite: 'open', rows };
  } finally {
    await bench.dispose();
  }
}
