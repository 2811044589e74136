import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test';
import { isLostLine } from '../e2e/lost-line.ts';
import type { Actions, ControlAnswer } from './control.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const register = new URL('./register.ts', import.meta.url).href;

/** The desktop app, running on the double. */
export interface DesktopIde {
  readonly page: Page;
  readonly dataDirectory: string;
  readonly process: ChildProcess;
  /** Does something to the app from outside. */
  control<A extends keyof Actions>(action: A, ...input: Parameters<Actions[A]>): Promise<Awaited<ReturnType<Actions[A]>>>;
  /** Ends main as a crash would. */
  kill(): Promise<void>;
}

interface StartOptions {
  folder?: string;
  /** Reuse the data of an app that was ended. */
  dataDirectory?: string;
  locale?: string;
}

interface Fixtures {
  scratch: string;
  /** The Chromium that windows open in. */
  windows: BrowserContext;
  startDesktop(options?: StartOptions): Promise<DesktopIde>;
  /** What pages complained about; any entry fails the test when it ends. */
  complaints: string[];
}

async function untilReady(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('No standard output');
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The app ended with ${code}`)));
  ended.catch(() => undefined);
  const ready = new Promise<void>((resolve) =>
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => line === 'minifoundry:ready' && resolve()),
  );
  await Promise.race([ready, ended]);
}

/** Where the Chromium with this profile takes commands. */
export async function debuggingAddress(profile: string): Promise<string> {
  const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

/** How the double starts the real main bundle. */
export function spawnDesktop({
  scratch,
  address,
  dataDirectory,
  folder,
  locale,
}: StartOptions & { scratch: string; address: string; dataDirectory: string }): ChildProcess {
  const args = [root, ...(folder ? [folder] : []), `--user-data-dir=${dataDirectory}`];
  // A keyring of this machine must not be touched by tests: without D-Bus the tokens stay in memory.
  const environment = {
    ...process.env,
    HOME: join(scratch, 'home'),
    DOUBLE_CHROMIUM: address,
    DOUBLE_LOCALE: locale ?? 'en-GB',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
    DISPLAY: '',
  };
  return fork(join(root, 'dist/electron/main.js'), args, {
    env: environment,
    execArgv: ['--import', register],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
}

function createControl(child: ChildProcess): DesktopIde['control'] {
  let last = 0;
  return async (action, ...input) => {
    last += 1;
    const id = last;
    const answered = new Promise<ControlAnswer>((resolve) => {
      child.on('message', function take(answer: ControlAnswer) {
        if (answer.id !== id) return;
        child.off('message', take);
        resolve(answer);
      });
    });
    child.send({ id, action, input: input[0] });
    const answer = await answered;
    if (answer.kind === 'error') throw new Error(answer.message);
    return answer.value as never;
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

function watchPage(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !isLostLine(message)) complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  // The app answers, not the test.
  page.on('dialog', () => undefined);
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'minifoundry-desktop-'));
    await mkdir(join(folder, 'home'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, 'the page complained').toEqual([]);
  },
  windows: async ({ scratch, launchOptions, viewport }, use) => {
    const args = [...(launchOptions.args ?? []), '--remote-debugging-port=0'];
    const context = await chromium.launchPersistentContext(join(scratch, 'profile'), { ...launchOptions, args, viewport });
    await use(context);
    await context.close();
  },
  startDesktop: async ({ scratch, windows, complaints }, use) => {
    const started: ChildProcess[] = [];
    await use(async (options = {}) => {
      const dataDirectory = options.dataDirectory ?? join(scratch, 'data');
      const opened = windows.waitForEvent('page');
      const child = spawnDesktop({ ...options, scratch, dataDirectory, address: await debuggingAddress(join(scratch, 'profile')) });
      started.push(child);
      const ready = untilReady(child);
      const page = await Promise.race([opened, ready.then(() => opened)]);
      watchPage(page, complaints);
      await ready;
      return { page, dataDirectory, process: child, control: createControl(child), kill: () => end(child, 'SIGKILL') };
    });
    // Pages first: one that is still loading would complain that its app is gone.
    await Promise.all(windows.pages().map((page) => page.close()));
    await Promise.all(started.map((child) => end(child, 'SIGTERM')));
  },
});

export { expect };
