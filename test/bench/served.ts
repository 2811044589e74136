import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');

/** A served IDE and a browser, both with nothing of anybody's in them. */
export interface Bench {
  scratch: string;
  browser: Browser;
  serve(folder: string): Promise<Served>;
  /** A page in a fresh browser profile. */
  newPage(): Promise<Page>;
  dispose(): Promise<void>;
}

export interface Served {
  /** A fresh one-time address: each call asks the running server through a new process only when needed. */
  url: string;
  stop(): Promise<void>;
}

async function startServer(folder: string, data: string): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'serve', folder, '--json', '--no-open', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
  });
  if (child.stdout === null) throw new Error('No standard output');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    url: (JSON.parse(line) as { url: string }).url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export async function startBench(): Promise<Bench> {
  const scratch = await mkdtemp(join(tmpdir(), 'minifoundry-bench-'));
  const browser = await chromium.launch({
    ...(process.env.MINIFOUNDRY_CHROMIUM ? { executablePath: process.env.MINIFOUNDRY_CHROMIUM } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--js-flags=--expose-gc',
    ],
  });
  let servers = 0;
  return {
    scratch,
    browser,
    serve: (folder) => startServer(folder, join(scratch, `data-${servers++}`)),
    newPage: async () => (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage(),
    async dispose() {
      await browser.close();
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens the IDE and waits for the first row of the tree. */
export async function openTree(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByRole('tree', { name: 'Project files' }).getByRole('treeitem').first().waitFor();
}

/** Waits for the second frame after now, when what was asked for has been painted. */
export function afterPaint(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
}
