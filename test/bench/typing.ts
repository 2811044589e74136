import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { type BenchOptions, type BenchRow, type BenchSuite, median, percentile } from './measure.ts';
import { openTree, startBench } from './served.ts';

const text = 'export function compute(value) {\n  return value * 2 + 1;\n}\n'.repeat(40);
const frameMs = 1000 / 60;
const mime: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

/** Monaco and nothing else, built and served the same way. */
async function serveBareMonaco(folder: string): Promise<Server> {
  await build({
    root: join(import.meta.dirname, 'bare-monaco'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'esnext', modulePreload: false },
  });
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '').split('?', 1)[0];
    if (name === '/text.js') return void response.end(text);
    readFile(join(folder, name ?? '')).then(
      (body) => response.setHeader('content-type', mime[extname(name ?? '')] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Types one character and gives the time from the key event to the frame after the text changed. */
async function keystroke(page: Page): Promise<number> {
  await page.evaluate(() => {
    const state = { start: 0, result: undefined as Promise<number> | undefined };
    Object.assign(window, { typing: state });
    window.addEventListener(
      'keydown',
      (event) => {
        const start = event.timeStamp;
        state.result = new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))));
      },
      { capture: true, once: true },
    );
  });
  await page.keyboard.type('x');
  return page.evaluate(() => (window as unknown as { typing: { result: Promise<number> } }).typing.result);
}

function rowsFor(ours: number[], bare: number[]): BenchRow[] {
  const ratio = median(ours) / median(bare);
  const p95 = { ours: percentile(ours, 0.95), bare: percentile(bare, 0.95) };
  return [
    {
      name: 'keystroke to paint, p50',
      medianMs: median(ours),
      p95Ms: p95.ours,
      target: `≤ 1.15 × bare Monaco (${median(bare).toFixed(1)} ms)`,
      ratio,
      met: ratio <= 1.15,
    },
    {
      name: 'keystroke to paint, p95',
      medianMs: p95.ours,
      p95Ms: p95.ours,
      target: `≤ one frame more than bare Monaco (${p95.bare.toFixed(1)} ms)`,
      ratio: p95.ours / p95.bare,
      met: p95.ours <= p95.bare + frameMs,
    },
  ];
}

/** Keystrokes in the IDE and in bare Monaco, one after the other in the same browser. */
export async function run({ runs }: BenchOptions): Promise<BenchSuite> {
  const bench = await startBench();
  const server = await serveBareMonaco(join(bench.scratch, 'bare'));
  try {
    const folder = join(bench.scratch, 'typing');
    await mkdir(folder);
    await writeFile(join(folder, 'text.js'), text);
    const served = await bench.serve(folder);
    const [ide, bare] = [await bench.newPage(), await bench.newPage()];
    await openTree(ide, served.url);
    await ide.getByRole('treeitem', { name: 'text.js', exact: true }).click();
    await bare.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const samples = { ours: [] as number[], bare: [] as number[] };
    for (const page of [ide, bare]) await page.locator('.monaco-editor .view-line').first().click();
    for (let index = -10; index < runs * 10; index++) {
      for (const [page, list] of [
        [ide, samples.ours],
        [bare, samples.bare],
      ] as const) {
        await page.bringToFront();
        const duration = await keystroke(page);
        if (index >= 0) list.push(duration);
      }
    }
    await served.stop();
    return { suite: 'typing', rows: rowsFor(samples.ours, samples.bare) };
  } finally {
    server.close();
    server.closeAllConnections();
    await bench.dispose();
  }
}
