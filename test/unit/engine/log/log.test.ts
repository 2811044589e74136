import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '#engine/log/index.ts';
import { createRedactor } from '../../../../engine/log/redact.ts';
import { makeFolder } from '../support/make-folder.ts';

const secret = 'zq7VerySecretValue42';

describe('redaction', () => {
  const redactor = createRedactor('/home/sample');

  it.each([
    `Authorization: Bearer ${secret}`,
    `authorization=DPoP ${secret}`,
    `Bearer ${secret}`,
    `GET http://127.0.0.1:4000/callback?code=${secret}&state=${secret}x&iss=a`,
    `grant_type=authorization_code&code=${secret}&code_verifier=${secret}`,
    `code_verifier=${secret}`,
    `{"access_token":"${secret}","refresh_token": "${secret}"}`,
    `{\\"access_token\\":\\"${secret}\\"}`,
    `Cookie: minifoundry_x=${secret}; other=${secret}`,
    `password=${secret}`,
    `http://random.localhost:1234/#t=${secret}`,
    `eyJhbGciOiJIUzI1NiJ9.${secret}.${secret}`,
  ])('takes the secret out of %s', (text) => {
    expect(redactor.text(text)).not.toContain(secret);
    expect(JSON.stringify(redactor.value({ nested: [text, new Error(text)] }))).not.toContain(secret);
  });

  it.each(['access_token', 'refreshToken', 'Authorization', 'codeVerifier', 'client_secret', 'password', 'cookie', 'tokens'])(
    'takes out a member named %s',
    (key) => {
      expect(JSON.stringify(redactor.value({ a: { [key]: { inner: secret } } }))).not.toContain(secret);
    },
  );

  it('keeps what helps: error codes, counts, plain text', () => {
    expect(redactor.value({ code: 'ENOENT', count: 3, message: 'No token was sent; state of the code is fine' })).toEqual({
      code: 'ENOENT',
      count: 3,
      message: 'No token was sent; state of the code is fine',
    });
  });

  it('shortens the home directory and nothing that only starts like it', () => {
    expect(redactor.text('/home/sample/shop/app.js and /home/sample-2/x and "/home/sample"')).toBe('~/shop/app.js and /home/sample-2/x and "~"');
  });

  it('survives circles, depth and values JSON does not know', () => {
    const circle: Record<string, unknown> = { big: 1n, when: new Date(Number.NaN), call: () => undefined };
    circle.self = circle;
    expect(JSON.stringify(redactor.value(circle))).toContain('[circular]');
  });
});

describe('log', () => {
  it('writes redacted lines that survive the process, reports them with version and platform, and follows', async () => {
    await using folder = await makeFolder();
    const log = createLog(folder.path, { version: '1.2.3' });
    log.logger.child('test').info(`Signed in with Bearer ${secret}`, { file: join(homedir(), 'shop'), access_token: secret });
    const follower = log.follow();
    const first = await follower.next();
    log.logger.warn('later');
    const second = await follower.next();
    expect([...(first.value ?? []), ...(second.value ?? [])].map(({ message }) => message)).toEqual(['Signed in with Bearer [redacted]', 'later']);
    const line = (await readFile(folder.at('logs/minifoundry.log'), 'utf8')).split('\n')[0] ?? '';
    expect(JSON.parse(line)).toMatchObject({ level: 'info', source: 'test', data: { file: '~/shop', access_token: '[redacted]' } });
    const { text, fileName } = log.report();
    expect(text).toMatch(/^Minifoundry 1\.2\.3\n/);
    expect(text).toContain(process.platform);
    expect(text).toContain('"later"');
    expect(text).not.toContain(secret);
    expect(fileName).toMatch(/^minifoundry-log-[\d-]+\.txt$/);
    log.close();
  });

  it('ends a follower with its signal while it waits', async () => {
    await using folder = await makeFolder();
    const log = createLog(folder.path);
    const ending = new AbortController();
    const follower = log.follow(ending.signal);
    await follower.next();
    const waiting = follower.next();
    ending.abort();
    expect(await waiting).toEqual({ value: undefined, done: true });
    log.close();
  });

  it('turns over and keeps five files of the size', async () => {
    await using folder = await makeFolder();
    const log = createLog(folder.path, { maximumSize: 2000 });
    for (let index = 0; index < 300; index++) log.logger.info(`entry ${index} ${'x'.repeat(50)}`);
    const names = await readdir(folder.at('logs'));
    expect(names.sort()).toEqual(['minifoundry.1.log', 'minifoundry.2.log', 'minifoundry.3.log', 'minifoundry.4.log', 'minifoundry.log']);
    const sizes = await Promise.all(names.map(async (name) => (await readFile(folder.at(`logs/${name}`))).length));
    for (const size of sizes) expect(size).toBeLessThan(2300);
    const entries = [...log.report().text.matchAll(/entry (\d+)/g)].map(([, index]) => Number(index));
    expect(entries.at(-1)).toBe(299);
    expect(entries).toEqual([...entries].sort((a, b) => a - b));
    log.close();
  });

  it('does not break what is logged when it cannot be written, and says later how much was lost', async () => {
    await using folder = await makeFolder();
    await writeFile(folder.at('logs'), 'a file where the folder should be');
    const log = createLog(folder.path);
    log.logger.info('lost');
    await rm(folder.at('logs'));
    await mkdir(folder.at('logs'));
    log.logger.info('kept');
    expect(log.report().text).toMatch(/Entries were lost.*"count":1[\s\S]*kept/);
    log.close();
  });
});
