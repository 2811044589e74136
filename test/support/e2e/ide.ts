import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, expect, type Page } from '@playwright/test';
import { isLostLine } from './lost-line.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A served IDE with a home, data and workspace of its own. */
export interface ServedIde {
  readonly home: string;
  readonly dataDirectory: string;
  /** The address with its one-time token. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends the process without giving it a chance to tidy up. */
  kill(): Promise<void>;
}

interface ServeOptions {
  folder?: string;
  /** Reuse the data of an IDE that was ended. */
  dataDirectory?: string;
}

interface Fixtures {
  /** A folder for this test alone, removed afterwards. */
  scratch: string;
  serve(options?: ServeOptions): Promise<ServedIde>;
  /** Serves the folder and opens it in this test's page. */
  openIde(options?: ServeOptions): Promise<ServedIde>;
  /** Everything the pages complained about; any entry fails the test when it ends. */
  complaints: string[];
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('No standard output');
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`serve ended with ${code}`)));
  const line = once(lines, 'line').then(([text]) => String(text));
  return Promise.race([line, ended]);
}

async function startServing(scratch: string, options: ServeOptions): Promise<ServedIde> {
  const home = join(scratch, 'home');
  const dataDirectory = options.dataDirectory ?? join(scratch, 'data');
  await mkdir(home, { recursive: true });
  const args = [join(root, 'dist/cli/main.js'), 'serve', ...(options.folder ? [options.folder] : []), '--json', '--no-open', '--data', dataDirectory];
  // A keyring of this machine must not be touched by tests: without D-Bus the tokens stay in memory.
  const environment = { ...process.env, HOME: home, LANG: 'en_GB.UTF-8', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', DISPLAY: '' };
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  return {
    home,
    dataDirectory,
    url,
    process: child,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function stop(ide: ServedIde): Promise<void> {
  if (ide.process.exitCode !== null || ide.process.signalCode !== null) return;
  const ended = once(ide.process, 'exit');
  ide.process.kill('SIGTERM');
  await ended;
}

/** Collects console errors, uncaught errors and policy violations of a page. */
export function watchPage(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !isLostLine(message)) complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
}

export const test = base.extend<Fixtures>({
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    watchPage(page, complaints);
    await use(complaints);
    expect(complaints, 'the page complained').toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'minifoundry-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  serve: async ({ scratch }, use) => {
    const started: ServedIde[] = [];
    await use(async (options = {}) => {
      const ide = await startServing(scratch, options);
      started.push(ide);
      return ide;
    });
    await Promise.all(started.map(stop));
  },
  openIde: async ({ serve, page, complaints }, use) => {
    void complaints;
    await use(async (options = {}) => {
      const ide = await serve(options);
      await page.goto(ide.url);
      await expect(page.getByRole('navigation', { name: 'Activity bar' })).toBeVisible();
      return ide;
    });
  },
});

export { copyTemplate } from '#test/support/copy-template.ts';
export { expect };
