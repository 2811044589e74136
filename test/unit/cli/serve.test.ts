import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/support/template-pack.ts';

const entry = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function start(...parameters: string[]): ChildProcess {
  const env = { ...process.env, LANG: 'C', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', DISPLAY: '' };
  const child = spawn(process.execPath, [entry, ...parameters], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function run(...parameters: string[]): Promise<Ended> {
  const child = start(...parameters);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

async function firstLine(child: ChildProcess): Promise<{ url: string; pid: number }> {
  if (child.stdout === null) throw new Error('No standard output');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return JSON.parse(line) as { url: string; pid: number };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function occupyPort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { server, port: (server.address() as AddressInfo).port };
}

describe('serve', () => {
  it('refuses a folder that does not exist, with a sentence and exit code 1', async () => {
    const folder = join(await temporaryFolder(), 'no-such-folder');
    const { code, stdout, stderr } = await run('serve', folder, '--no-open');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(`“${folder}” does not exist. It may have been moved or deleted; refresh and try again.\n`);
  });

  it('refuses a file in place of a folder', async () => {
    const file = join(await temporaryFolder(), 'menu.txt');
    await writeFile(file, '');
    const { code, stderr } = await run('serve', file, '--no-open');
    expect({ code, stderr }).toEqual({ code: 1, stderr: `“${file}” is not a folder. Choose a folder.\n` });
  });

  it('says which port is in use', async () => {
    const folder = await temporaryFolder();
    const { port } = await occupyPort();
    const { code, stderr } = await run('serve', folder, '--no-open', '--port', String(port), '--data', join(folder, 'data'));
    expect({ code, stderr }).toEqual({ code: 1, stderr: `Port ${port} is in use by another program. Choose another with --port, or leave it out.\n` });
  });

  it.each([
    ['an option that does not exist', ['serve', '--colour']],
    ['a port that is no number', ['serve', '--port', 'eighty']],
    ['a port that is too high', ['serve', '--port', '65536']],
    ['a command that does not exist', ['serf']],
    ['a missing argument', ['open']],
  ])('ends with exit code 2 after %s, and shows how it is used', async (_case, parameters) => {
    const { code, stderr } = await run(...parameters);
    expect(code).toBe(2);
    expect(stderr).toContain('error: ');
    expect(stderr).toContain('Usage: minifoundry');
  });

  it.each([[[]], [['serve']], [['open']], [['platform']], [['platform', 'start']], [['templates']], [['templates', 'list']], [['generate']]])(
    'has help for %j',
    async (command) => {
      const { code, stdout, stderr } = await run(...command, '--help');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`Usage: ${['minifoundry', ...command].join(' ')}`);
    },
  );

  it('prints its address and process as the first line, and ends on SIGTERM', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'project'));
    const child = start('serve', join(folder, 'project'), '--json', '--no-open', '--data', join(folder, 'data'));
    const { url, pid } = await firstLine(child);
    expect(pid).toBe(child.pid);
    expect(new URL(url)).toMatchObject({ protocol: 'http:', hostname: expect.stringMatching(/^mf-[0-9a-f]{16}\.localhost$/), pathname: '/' });
    expect(new URLSearchParams(new URL(url).hash.slice(1)).get('token')).toMatch(/^[\w-]{43}$/);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });
});

describe('platform start', () => {
  it('prints its address and process, answers, and ends on SIGTERM', async () => {
    const folder = await temporaryFolder();
    const child = start('platform', 'start', '--port', '0', '--data', join(folder, 'platform'), '--json');
    const { url, pid } = await firstLine(child);
    expect((await fetch(`${url}/api/open/v1/health`)).status).toBe(200);
    expect(isRunning(pid)).toBe(true);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    await expect.poll(() => isRunning(pid)).toBe(false);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('ends with a sentence and exit code 1 when the port is in use', async () => {
    const folder = await temporaryFolder();
    const { port } = await occupyPort();
    const { code, stdout, stderr } = await run('platform', 'start', '--port', String(port), '--data', join(folder, 'platform'), '--json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^Port ${port} is in use by another program. Choose another with --port, or leave it out.$`, 'm'));
  });
});
