import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appScheme, assetPath, createAppProtocol } from '#electron/protocol/app-protocol.ts';
import { workbenchContentSecurityPolicy } from '#shared/model/content-security-policy.ts';

const hostile = [
  'app://workbench/../secret.html',
  'app://workbench/..%2fsecret.html',
  'app://workbench/..%2Fsecret.html',
  'app://workbench/%2e%2e/secret.html',
  'app://workbench/%2e%2e%2fsecret.html',
  'app://workbench/.%2e/secret.html',
  'app://workbench/%252e%252e%252fsecret.html',
  'app://workbench/assets/../../secret.html',
  'app://workbench/assets/%2e%2e/%2e%2e/secret.html',
  'app://workbench/assets/..%5c..%5csecret.html',
  'app://workbench/..\\secret.html',
  'app://workbench/..%5csecret.html',
  'app://workbench/%5c%5cserver%5cshare%5csecret.html',
  'app://workbench//secret.html',
  'app://workbench//etc/passwd',
  'app://workbench///secret.html',
  'app://workbench/%2fetc%2fpasswd',
  'app://workbench/%2Fsecret.html',
  'app://workbench/index.html%00.js',
  'app://workbench/%00',
  'app://workbench/index.html\0',
  'app://workbench/C:/secret.html',
  'app://workbench/C:%5csecret.html',
  'app://workbench/c%3A/secret.html',
  'app://workbench/index.html::$DATA',
  'app://workbench/index.html%3a%3a$DATA',
  'app://workbench/./index.html',
  'app://workbench/%2e/index.html',
  'app://workbench/index.html/',
  'app://workbench/assets/',
  'app://workbench/assets',
  'app://workbench/.',
  'app://workbench/..',
  'app://workbench/%',
  'app://workbench/%zz.html',
  'app://workbench/%c0%ae%c0%ae/secret.html',
  'app://workbench/%e0%80%ae%e0%80%ae/secret.html',
  'app://workbench/secret',
  'app://workbench/secret.txt',
  'app://workbench/secret.html.exe',
  'app://workbench/toString',
  'app://workbench/x.constructor',
  'app://workbench',
  'app://workbench.evil.example/index.html',
  'app://workbench@evil.example/index.html',
  'app://user:password@workbench/index.html',
  'app://workbench:80/index.html',
  'app://evil/index.html',
  'app:///index.html',
  'app:index.html',
  'APP://workbench/index.html',
  'file:///etc/passwd',
  'https://workbench/index.html',
  'http://workbench/index.html',
];

let folder: string;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minifoundry-protocol-'));
  base = join(folder, 'renderer');
  await mkdir(join(base, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(base, 'index.html'), '<title>workbench</title>');
  await writeFile(join(base, 'secret.txt'), 'not a part of the workbench');
  await writeFile(join(base, 'assets', 'main-1a2b.js'), 'export {};');
});

afterAll(() => rm(folder, { recursive: true }));

async function get(url: string, method = 'GET') {
  const response = await createAppProtocol(base)({ url, method });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('app protocol', () => {
  it('serves the workbench with the policy and headers of the browser shell', async () => {
    const { status, headers, text } = await get('app://workbench/?transport=port#x');
    expect(status).toBe(200);
    expect(text).toBe('<title>workbench</title>');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': workbenchContentSecurityPolicy('phone:'),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    const script = await get('app://workbench/assets/main-1a2b.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  it.each(hostile)('refuses %j', async (url) => {
    expect(assetPath(base, url)?.path ?? join(base, 'refused')).toMatch(new RegExp(`^${base}/[^/]`));
    const { status, text, headers } = await get(url);
    expect([status, text]).toEqual([404, '']);
    expect(headers.get('content-security-policy')).toBe(workbenchContentSecurityPolicy('phone:'));
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'CONNECT'])('refuses %s', async (method) => {
    expect((await get('app://workbench/', method)).status).toBe(405);
  });

  it('answers HEAD without a body', async () => {
    expect(await get('app://workbench/', 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  it('never reads a folder, even one that is named like a file', async () => {
    await mkdir(join(base, 'folder.html'), { recursive: true });
    await symlink(join(folder, 'missing'), join(base, 'dangling.html')).catch(() => undefined);
    expect((await get('app://workbench/folder.html')).status).toBe(404);
    expect((await get('app://workbench/dangling.html')).status).toBe(404);
  });

  it('asks Chromium for what https has, and nothing beyond', () => {
    expect(appScheme).toEqual({ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } });
  });
});
