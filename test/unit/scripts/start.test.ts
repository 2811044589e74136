import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
let scratch: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'minifoundry-start-'));
});

afterEach(async () => {
  if (child && child.exitCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  await rm(scratch, { recursive: true, force: true });
});

interface Started {
  firstLine: string;
  complaints: () => string;
}

/** Runs the script behind `npm start` until its first line on stdout. */
async function start(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Started> {
  child = spawn(process.execPath, ['scripts/start.mjs', ...args, '--json', '--no-open', '--data', join(scratch, 'data')], {
    cwd: root,
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.stdout === null || child.stderr === null) throw new Error('No streams');
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const [firstLine] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { firstLine, complaints: () => complaints };
}

describe('npm start', () => {
  it('serves in the browser when asked to, and installs and builds nothing the second time', async () => {
    const { firstLine, complaints } = await start(['--browser']);
    expect(JSON.parse(firstLine)).toEqual({ url: expect.stringMatching(/^http:\/\/mf-[0-9a-f]{16}\.localhost:\d+\/#token=/), pid: expect.any(Number) });
    expect(complaints()).not.toContain('Installing');
    expect(complaints()).not.toContain('Opening in the browser');
  });

  it.runIf(process.platform === 'linux')('says in one line why the desktop app cannot open, and serves the same in the browser', async () => {
    const { firstLine, complaints } = await start([], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    const reasons = complaints()
      .split('\n')
      .filter((line) => line.startsWith('Opening in the browser: '));
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(process.getuid?.() === 0 ? /does not run as root/ : /no display/);
    expect(JSON.parse(firstLine)).toHaveProperty('url');
  });
});

describe('the command line’s launcher', () => {
  it('hands over to Node 24 from any Node, with the exit code of the command', async () => {
    const run = spawn(process.execPath, ['bin/minifoundry.js', 'generate', 'nothing', '--merchants'], { cwd: root, stdio: 'ignore' });
    const [code] = (await once(run, 'exit')) as [number];
    expect(code).toBe(2);
  });
});

describe('an installation', () => {
  it('is described by the manifest alone: no package runs a script', async () => {
    expect(await readFile(join(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });
});
