import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Each test starts processes of its own.
vi.setConfig({ testTimeout: 30_000 });

const entry = join(import.meta.dirname, '../../../local-platform/main.ts');
let directory: string;
let children: ChildProcess[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minifoundry-platform-'));
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

function start(...options: string[]) {
  const child = spawn(process.execPath, [entry, ...options], { stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    ended,
    stderr: text(child.stderr),
    firstLine: async () => JSON.parse(((await once(createInterface({ input: child.stdout }), 'line')) as [string])[0]),
  };
}

describe('the platform as a process', () => {
  it('says where it listens in one line, on loopback, and ends when it is asked to', async () => {
    const platform = start('--port', '0', '--data', directory);
    const line = await platform.firstLine();
    expect(line).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), pid: platform.child.pid });
    expect((await fetch(`${line.url}/api/open/v1/health`)).status).toBe(200);
    platform.child.kill('SIGTERM');
    expect(await platform.ended).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('keeps its data for its owner only', async () => {
    await start('--data', join(directory, 'data')).firstLine();
    const modes = await Promise.all(
      [join(directory, 'data'), ...(await readdir(join(directory, 'data'))).map((name) => join(directory, 'data', name))].map(
        async (path) => (await stat(path)).mode & 0o077,
      ),
    );
    expect(modes.every((mode) => mode === 0)).toBe(true);
  });

  it('ends with its parent when that closes the pipe', async () => {
    const platform = start('--data', directory, '--exit-with-parent');
    await platform.firstLine();
    platform.child.stdin.end();
    expect(await platform.ended).toBe(0);
  });

  it('says that a port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const platform = start('--port', String(port), '--data', directory);
    expect(await platform.ended).toBe(1);
    expect(await platform.stderr).toContain(`PORT_IN_USE: port ${port}`);
    other.close();
  });

  it.each([[[]], [['--data', 'x', '--port', 'high']], [['--data', 'x', '--unknown']]])('shows its usage for %j', async (options) => {
    const platform = start(...options);
    expect(await platform.ended).toBe(2);
    expect(await platform.stderr).toContain('usage:');
  });

  it('keeps a store that it cannot read aside and starts with a new one', async () => {
    await writeFile(join(directory, 'platform.sqlite'), 'this is no database, but somebody may want it back');
    const platform = start('--data', directory);
    const { url } = await platform.firstLine();
    expect((await fetch(`${url}/oauth/authorize?client_id=x`)).status).toBe(400);
    expect((await readdir(directory)).some((name) => name.startsWith('platform.sqlite.unreadable-'))).toBe(true);
  });
});
