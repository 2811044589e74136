import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { absoluteRow, type BenchOptions, type BenchSuite, repeat } from './measure.ts';
import { inputToScreen, press } from './on-screen.ts';
import { openTree, startBench } from './served.ts';

function source(bytes: number): string {
  const line = 'export function compute(value) { return value * 2 + 1; } // padding of a usual length\n';
  return line.repeat(Math.ceil(bytes / line.length));
}

async function openAndClose(page: Page, name: string, runs: number): Promise<number[]> {
  return repeat(runs, async () => {
    const duration = await inputToScreen(page, 'mousedown', { selector: '.monaco-editor .view-line', text: 'compute' }, () => press(page, name));
    await page.keyboard.press('Alt+w');
    await page.getByRole('tablist', { name: 'Editor tabs' }).waitFor({ state: 'detached' });
    return duration;
  });
}

/** From the press on a tree row to its text on screen; each file is read and its model built anew every time. */
export async function run({ runs }: BenchOptions): Promise<BenchSuite> {
  const bench = await startBench();
  try {
    const folder = join(bench.scratch, 'files');
    await mkdir(folder);
    await writeFile(join(folder, 'small.js'), source(2000));
    await writeFile(join(folder, 'one.js'), source(1024 * 1024));
    await writeFile(join(folder, 'ten.js'), source(10 * 1024 * 1024));
    const served = await bench.serve(folder);
    const page = await bench.newPage();
    await openTree(page, served.url);
    const rows = [
      absoluteRow('open a small file', await openAndClose(page, 'small.js', runs), 100),
      absoluteRow('open a file of 1 MB', await openAndClose(page, 'one.js', runs), 250),
      absoluteRow('open a file of 10 MB', await openAndClose(page, 'ten.js', runs), 800),
    ];
    await served.stop();
    return { suite: 'files', rows };
  } finally {
    await bench.dispose();
  }
}
