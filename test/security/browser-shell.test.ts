import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createBuiltAssets } from '#cli/serve/assets.ts';
import { type BrowserShell, startBrowserShell } from '#cli/serve/browser-shell.ts';
import { createEngine, type Engine } from '#engine/index.ts';

let folder: string;
let engine: Engine;
let shell: BrowserShell;
let port: number;

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request to the shell's port with any headers at all, as a hostile program could make it. */
function ask(path: string, options: { method?: string; headers?: Record<string, string>; body?: string; address?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: options.address ?? '127.0.0.1', port, path, method: options.method ?? 'GET', headers: { host: shell.access.host, ...options.headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
      },
    );
    call.on('error', reject);
    call.end(options.body);
  });
}

function freshToken(): string {
  return new URL(shell.url).hash.slice('#token='.length);
}

async function signIn(): Promise<string> {
  const answer = await ask('/session', { method: 'POST', headers: { origin: shell.access.origin }, body: freshToken() });
  expect(answer.status).toBe(204);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

/** Resolves to the status of a refused upgrade, or to `open`. */
function upgrade(headers: Record<string, string>, path = '/contract'): Promise<number | 'open'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { host: shell.access.host, ...headers } });
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minifoundry-shell-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>workbench</title>');
  await writeFile(join(folder, 'secret.key'), 'not served');
  engine = await createEngine({
    dataDirectory: join(folder, 'data'),
    templatesDirectory: join(folder, 'templates'),
    runtimeDirectory: join(folder, 'runtime'),
    host: { info: { kind: 'browser', folderPicker: 'built-in', platform: 'linux', version: '0', openOnStart: null } },
    openKeychain: async () => null,
    startLocalPlatform: () => Promise.reject(new Error('not needed here')),
  });
  shell = await startBrowserShell({ engine, assets: createBuiltAssets(folder), port: 0, refusedText: 'Used up' });
  port = Number(new URL(shell.url).port);
});

afterAll(async () => {
  await shell.close();
  await engine.dispose();
  await rm(folder, { recursive: true, force: true });
});

describe('the browser shell', () => {
  it('lives on a random .localhost name, so that no other server is given its cookie', () => {
    expect(new URL(shell.url).hostname).toMatch(/^mf-[0-9a-f]{16}\.localhost$/);
    expect(shell.access.cookieName).toMatch(/^mf_[0-9a-f]{16}$/);
  });

  it('answers on loopback only', async () => {
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address !== undefined && !address.internal && address.family === 'IPv4');
    for (const address of outside) await expect(ask('/', { address: address?.address ?? '' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect((await ask('/', { address: '::1' })).status).toBe(200);
  });

  it('gives a stranger the boot page and nothing else', async () => {
    const page = await ask('/');
    expect(page.body).toContain('/session');
    expect(page.body).not.toContain('workbench');
    for (const path of ['/index.html', '/assets/index.js', '/contract', '/secret.key']) expect((await ask(path)).status).toBe(401);
  });

  it('exchanges a token once', async () => {
    const token = freshToken();
    const post = () => ask('/session', { method: 'POST', headers: { origin: shell.access.origin }, body: token });
    const first = await post();
    expect(first.status).toBe(204);
    expect(String(first.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await post()).status).toBe(401);
  });

  it.each(['', 'nonsense', 'x'.repeat(43)])('refuses the token %j', async (body) => {
    expect((await ask('/session', { method: 'POST', headers: { origin: shell.access.origin }, body })).status).toBe(401);
  });

  it('never takes a token from a foreign origin, nor in a query', async () => {
    const token = freshToken();
    for (const origin of ['http://evil.example', 'null', `http://localhost:${port}`, `http://127.0.0.1:${port}`, `https://${shell.access.host}`]) {
      expect((await ask('/session', { method: 'POST', headers: { origin }, body: token })).status).toBe(403);
    }
    expect((await ask('/session', { method: 'POST', body: token })).status).toBe(403);
    expect((await ask(`/index.html?token=${token}`)).status).toBe(401);
    expect((await ask('/session', { method: 'POST', headers: { origin: shell.access.origin }, body: token })).status).toBe(204);
  });

  it('serves the workbench to the holder of the cookie, with the policy on it', async () => {
    const cookie = await signIn();
    const answer = await ask('/', { headers: { cookie } });
    expect(answer.body).toContain('workbench');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).not.toContain('unsafe-eval');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect((await ask('/secret.key', { headers: { cookie } })).status).toBe(404);
  });

  it.each([
    '/../secret.key',
    '/..%2fsecret.key',
    '/%2e%2e/secret.key',
    '/a/%2e%2e/%2e%2e/etc/passwd',
    '/..\\secret.key',
    '/..%5csecret.key',
    '/%00',
    '/%',
    '//etc/passwd',
    '/assets/..%252f..%252fsecret.key',
  ])('serves nothing for %s', async (path) => {
    const cookie = await signIn();
    expect((await ask(path, { headers: { cookie } })).status).toBe(404);
  });

  it('refuses a rebinding host even with the right cookie', async () => {
    const cookie = await signIn();
    for (const host of ['evil.example', `evil.example:${port}`, `localhost:${port}`, `127.0.0.1:${port}`, `other.localhost:${port}`]) {
      expect((await ask('/', { headers: { host, cookie } })).status).toBe(421);
      expect(await upgrade({ host, cookie, origin: shell.access.origin })).toBe(403);
    }
  });

  it('refuses the cookie of another server on this machine', async () => {
    const cookie = await signIn();
    const [, value] = cookie.split('=');
    expect((await ask('/index.html', { headers: { cookie: `session=${value}` } })).status).toBe(401);
    expect((await ask('/index.html', { headers: { cookie: `${shell.access.cookieName}=${'A'.repeat(43)}` } })).status).toBe(401);
  });

  it('upgrades only our own origin with our own cookie', async () => {
    const cookie = await signIn();
    const origin = shell.access.origin;
    expect(await upgrade({ cookie, origin })).toBe('open');
    expect(await upgrade({ origin })).toBe(403);
    expect(await upgrade({ cookie })).toBe(403);
    expect(await upgrade({ cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await upgrade({ cookie, origin: 'null' })).toBe(403);
    expect(await upgrade({ cookie, origin }, '/other')).toBe(403);
  });

  it('refuses other methods', async () => {
    const cookie = await signIn();
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'POST'])
      expect((await ask('/', { method, headers: { cookie, origin: 'http://evil.example' } })).status).toBe(405);
  });

  it('says which port is taken', async () => {
    await expect(startBrowserShell({ engine, assets: createBuiltAssets(folder), port, refusedText: '' })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      parameters: { port },
    });
  });
});
