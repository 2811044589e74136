import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger, openGallery, Simulator } from '#engine/index.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

let folder: string;
let simulator: Simulator;
let host: string;
let port: number;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'minifoundry-phone-')));
  await write('secret.txt', 'outside');
  await write('runtime/phone.js', 'phone');
  await write('runtime/logic.js', 'logic');
  await write('project/app.json', '{"pages":["pages/home/home"]}');
  await write('project/app.js', 'App({})');
  await write('project/pages/home/home.js', 'Page({})');
  await write('project/pages/home/home.axml', '<view/>');
  await write('project/assets/dot.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await write('project/.env.png', 'kept');
  await symlink(join(folder, 'secret.txt'), join(folder, 'project/assets/link.png'));
  simulator = new Simulator({
    runtimeDirectory: join(folder, 'runtime'),
    dataDirectory: join(folder, 'data'),
    gallery: openGallery({ directory: join(folder, 'gallery'), onInvalid: () => undefined }),
    policy: { allowPrivate: async () => false },
    log: createLogger('test', () => undefined),
  });
  simulator.allowFraming('http://workbench.localhost:1234');
  port = await simulator.port();
  const running = await simulator.open({ root: join(folder, 'project'), showStatusBar: true });
  host = `${running.phone.id}.localhost:${port}`;
});

afterEach(async () => {
  await simulator.dispose();
  await rm(folder, { recursive: true, force: true });
});

function ask(path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: { host, ...options.headers } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(path, { method: 'POST', body: JSON.stringify(body), headers: { origin: `http://${host}`, ...headers } });
}

describe('the origin of a phone', () => {
  it('answers under its own random name only', async () => {
    expect((await ask('/')).status).toBe(200);
    for (const name of [
      `${'0'.repeat(32)}.localhost:${port}`,
      `localhost:${port}`,
      `127.0.0.1:${port}`,
      host.replace(String(port), '80'),
      `x.${host}`,
      'workbench.localhost:1234',
    ]) {
      expect((await ask('/', { headers: { host: name } })).status, name).toBe(421);
    }
  });

  it('refuses pages of other origins', async () => {
    for (const origin of ['http://workbench.localhost:1234', 'null', 'https://example.com', `http://${'0'.repeat(32)}.localhost:${port}`]) {
      expect((await ask('/boot', { headers: { origin } })).status, origin).toBe(421);
      expect((await post('/report', [], { origin })).status, origin).toBe(421);
    }
    expect((await ask('/report', { method: 'POST', body: '[]' })).status).toBe(403);
  });

  it('has a policy without eval on the document, and without any network on scripts of the worker', async () => {
    const { headers } = await ask('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('frame-ancestors http://workbench.localhost:1234');
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/script-src[^;]*(unsafe-inline|http)/);
    for (const path of ['/runtime/logic.js', '/app/logic.js?v=1', '/app/evaluate/1.js']) {
      expect((await ask(path)).headers['content-security-policy'], path).toBe("default-src 'none'; script-src 'self'");
    }
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['origin-agent-cluster']).toBe('?1');
  });

  it('serves pictures of the project as things that can run nothing, and no other file', async () => {
    const picture = await ask('/app/files/assets/dot.svg');
    expect(picture.status).toBe(200);
    expect(picture.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    for (const path of [
      'app.json',
      'app.js',
      'pages/home/home.axml',
      'assets/link.png',
      '../secret.txt',
      '..%2fsecret.txt',
      '%2e%2e/secret.txt',
      'assets/..%5c..%5csecret.txt',
      '/etc/passwd',
      'assets%00.png',
      'missing.png',
      'assets',
    ]) {
      const { status, body } = await ask(`/app/files/${path}`);
      expect(status, path).toBe(404);
      expect(body, path).not.toContain('outside');
    }
  });

  it('has no door to the engine beside the calls of the table', async () => {
    for (const path of [
      '/contract',
      '/session',
      '/runtime/../secret.txt',
      '/runtime/..%2fsecret.txt',
      '/runtime/nothing.js',
      '/files/nothing',
      '/app/evaluate/1.js',
    ]) {
      expect((await ask(path)).status, path).toBe(404);
    }
    for (const api of ['documents.save', '__proto__', 'constructor', 'toString', 'workspace.open', 'readFile', '']) {
      const { body } = await post('/host', { api, args: {} });
      expect(JSON.parse(body), api).toMatchObject({ ok: false, error: { error: 1 } });
    }
    expect((await post('/host', { args: {} })).status).toBe(400);
    expect((await post('/host', 'x')).status).toBe(400);
    expect((await post('/report', [{ type: 'console', text: 1 }])).status).toBe(400);
    expect((await ask('/boot', { method: 'DELETE' })).status).toBe(405);
  });

  it('reaches no private address, by call, socket or picture', async () => {
    for (const address of [
      `http://127.0.0.1:${port}/`,
      `http://${host}/boot`,
      'http://localhost:1/',
      'http://169.254.169.254/latest/',
      'http://[::1]:1/',
      'http://10.0.0.1/',
    ]) {
      const { body } = await post('/host', { api: 'request', args: { url: address } });
      expect(JSON.parse(body), address).toMatchObject({ ok: false, error: { error: 11 } });
      const socket = await post('/host', { api: 'connectSocket', args: { url: address.replace('http', 'ws') } });
      expect(JSON.parse(socket.body), address).toMatchObject({ ok: false });
      expect((await ask(`/remote?url=${encodeURIComponent(address)}`)).status, address).toBe(502);
    }
    expect((await ask(`/remote?url=${encodeURIComponent('file:///etc/passwd')}`)).status).toBe(502);
  });

  it('keeps 10 MB for a program and no more', async () => {
    const big = JSON.stringify('x'.repeat(6 * 1024 * 1024));
    expect(JSON.parse((await post('/host', { api: 'storage.set', args: { key: 'a', value: big } })).body)).toMatchObject({ ok: true });
    expect(JSON.parse((await post('/host', { api: 'storage.set', args: { key: 'b', value: big } })).body)).toMatchObject({ ok: false });
    expect(JSON.parse((await post('/host', { api: 'storage.set', args: { key: 'a', value: big } })).body)).toMatchObject({ ok: true });
  });
});
