import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');

/** Milliseconds until a server has to say where it listens, has to have ended, and until a page has to show what is waited for. */
const startTimeout = 30_000;
const endTimeout = 5000;
const pageTimeout = 60_000;

/** A served IDE and a browser, both with nothing of anybody's in them. */
export interface Bench {
  scratch: string;
  browser: Browser;
  serve(folder: string): Promise<Served>;
  /** A page in a fresh browser profile. */
  newPage(): Promise<Page>;
  /** Ends everything that was started, also after a failure. */
  dispose(): Promise<void>;
}

export interface Served {
  /** With a one-time token: good for one page. */
  url: string;
  stop(): Promise<void>;
}

/** Ends a child, by force when it does not end by itself. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), endTimeout);
  await ended;
  clearTimeout(force);
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('No standard output');
  const waiting = new AbortController();
  const { signal } = waiting;
  const line = once(createInterface({ input: child.stdout }), 'line', { signal: AbortSignal.any([signal, AbortSignal.timeout(startTimeout)]) });
  const ended = once(child, 'exit', { signal }).then(([code]) => Promise.reject(new Error(`The server ended with ${code}`)));
  try {
    const [text] = (await Promise.race([line, ended])) as [string];
    return text;
  } finally {
    waiting.abort();
    await Promise.allSettled([line, ended]);
  }
}

async function startServer(folder: string, data: string, children: Set<ChildProcess>): Promise<Served> {
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'serve', folder, '--json', '--no-open', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
  });
  children.add(child);
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  return {
    url,
    async stop() {
      await endChild(child);
      children.delete(child);
    },
  };
}

export async function startBench(): Promise<Bench> {
  const scratch = await mkdtemp(join(tmpdir(), 'minifoundry-bench-'));
  const children = new Set<ChildProcess>();
  // Whatever happens to this process, nothing that it started stays behind.
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
  });
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
    ],
  });
  let servers = 0;
  return {
    scratch,
    browser,
    serve: (folder) => startServer(folder, join(scratch, `data-${servers++}`), children),
    async newPage() {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      context.setDefaultTimeout(pageTimeout);
      return context.newPage();
    },
    async dispose() {
      await Promise.all([...children].map(endChild));
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
