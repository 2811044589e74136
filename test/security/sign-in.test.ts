import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { IdentityService } from '#engine/identity/index.ts';
import { createLogger } from '#engine/log/index.ts';
import { LocalPlatformClient, LocalPlatformProcess } from '#engine/platform/index.ts';
import { accounts, CookieBrowser, signInAs } from '#test/support/cookie-browser.ts';
import { startIdentityEngine, testKeychain, textBelow } from '#test/support/identity-engine.ts';
import { startTestPlatform } from '#test/support/local-platform.ts';

// Each test starts processes of its own.
vi.setConfig({ testTimeout: 30_000 });

/** What the client put into the address that a browser opens. */
function sentBy(url: string): { redirectUri: string; state: string; issuer: string; parameters: URLSearchParams } {
  const parsed = new URL(url);
  const parameters = parsed.searchParams;
  return { redirectUri: parameters.get('redirect_uri') ?? '', state: parameters.get('state') ?? '', issuer: parsed.origin, parameters };
}

function callback(url: string, answer: Record<string, string>): string {
  const { redirectUri, state, issuer } = sentBy(url);
  return `${redirectUri}?${new URLSearchParams({ state, iss: issuer, ...answer })}`;
}

function statusOf(url: string, options: { method?: string; host?: string; path?: string }): Promise<number> {
  const { port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const headers = options.host === undefined ? {} : { Host: options.host };
    request({ host: '127.0.0.1', port, method: options.method ?? 'GET', path: options.path ?? pathname + search, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

/** Starts a sign-in whose outcome is looked at later. */
async function begin(it: Awaited<ReturnType<typeof startIdentityEngine>>) {
  const { attemptId, url, opened } = await it.client.identity.beginSignIn();
  const outcome = it.client.identity.finishSignIn({ attemptId }).then(
    (account) => ({ account }),
    (error: { code: string; data: unknown }) => ({ code: error.code, data: error.data }),
  );
  return { attemptId, url, opened, outcome };
}

async function isListening(url: string): Promise<boolean> {
  return fetch(new URL(sentBy(url).redirectUri).origin).then(
    () => true,
    () => false,
  );
}

describe('signing in', () => {
  it('asks with PKCE, a state and an exact loopback redirect', async () => {
    await using it = await startIdentityEngine();
    const { parameters, redirectUri, state } = sentBy((await begin(it)).url);
    expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(parameters.get('code_challenge')).toHaveLength(43);
    expect(parameters.get('code_challenge_method')).toBe('S256');
    expect(state.length).toBeGreaterThanOrEqual(43);
    expect([...parameters.keys()].sort()).toEqual(['client_id', 'code_challenge', 'code_challenge_method', 'redirect_uri', 'response_type', 'state']);
  });

  it('opens the system browser where the shell can, and says so where it cannot', async () => {
    const openedAddresses: string[] = [];
    await using desktop = await startIdentityEngine({ openExternal: async (url) => void openedAddresses.push(url) });
    const attempt = await begin(desktop);
    expect([attempt.opened, openedAddresses]).toEqual([true, [attempt.url]]);
    await using broken = await startIdentityEngine({ openExternal: () => Promise.reject(new Error('no browser')) });
    expect((await begin(broken)).opened).toBe(false);
    await using browser = await startIdentityEngine();
    expect((await begin(browser)).opened).toBe(false);
  });

  it('shows a page to go back from, in the browser’s language, and stops listening', async () => {
    await using it = await startIdentityEngine();
    const { url, outcome } = await begin(it);
    const page = await signInAs(accounts.isv, url, new CookieBrowser('zh-CN'));
    expect(page.html).toContain('可以返回 Minifoundry');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await outcome).toMatchObject({ account: { name: 'Mira Santoso' } });
    expect(await isListening(url)).toBe(false);
  });

  it('reports that a person declined', async () => {
    await using it = await startIdentityEngine();
    const { url, outcome } = await begin(it);
    const browser = new CookieBrowser();
    const consent = await browser.submit(await browser.show(url), { account: accounts.isv });
    const page = await browser.submit(consent, { decision: 'deny' });
    expect(page.html).toContain('Sign-in declined');
    expect(await outcome).toMatchObject({ code: 'SIGN_IN_DENIED' });
    expect((await it.client.identity.snapshot()).accounts).toEqual([]);
    expect(await isListening(url)).toBe(false);
  });

  it('gives up after its time', async () => {
    await using platform = await startTestPlatform();
    const directory = await mkdtemp(join(tmpdir(), 'minifoundry-identity-'));
    const log = createLogger('test', () => undefined);
    const process = new LocalPlatformProcess({ log, start: async () => ({ url: platform.url, dispose: async () => undefined }) });
    const identity = new IdentityService({
      platform: new LocalPlatformClient(process),
      dataDirectory: directory,
      log,
      openKeychain: async () => null,
      signInTimeout: 50,
    });
    const { attemptId, url } = await identity.beginSignIn();
    await expect(identity.finishSignIn(attemptId)).rejects.toMatchObject({ code: 'SIGN_IN_TIMED_OUT' });
    expect(await isListening(url)).toBe(false);
    await identity.dispose();
    await rm(directory, { recursive: true });
  });

  it('can be cancelled, and ends with the engine', async () => {
    await using it = await startIdentityEngine();
    const first = await begin(it);
    await it.client.identity.cancelSignIn({ attemptId: first.attemptId });
    expect(await first.outcome).toMatchObject({ code: 'CANCELLED' });
    const second = await begin(it);
    await it.engine.dispose();
    expect(await second.outcome).toMatchObject({ code: 'CANCELLED' });
    expect([await isListening(first.url), await isListening(second.url)]).toEqual([false, false]);
  });

  it('lets two sign-ins run at once, each with its own answer', async () => {
    await using it = await startIdentityEngine();
    const [first, second] = [await begin(it), await begin(it)];
    await signInAs(accounts.kopi, second.url);
    await signInAs(accounts.isv, first.url);
    expect(await second.outcome).toMatchObject({ account: { name: 'Bayu Pratama' } });
    expect(await first.outcome).toMatchObject({ account: { name: 'Mira Santoso' } });
  });
});

describe('what comes to the listener', () => {
  it.each([
    ['a wrong state', (url: string) => callback(url, { code: 'x', state: 'wrong' }), {}, 400],
    ['no state', (url: string) => `${sentBy(url).redirectUri}?code=x`, {}, 400],
    ['two states', (url: string) => `${callback(url, { code: 'x' })}&state=wrong`, {}, 400],
    ['another path', (url: string) => callback(url, { code: 'x' }).replace('/callback', '/callback/'), {}, 404],
    ['another host name', (url: string) => callback(url, { code: 'x' }), { host: 'attacker.example' }, 421],
    ['localhost', (url: string) => callback(url, { code: 'x' }), { host: 'localhost' }, 421],
    ['a POST', (url: string) => callback(url, { code: 'x' }), { method: 'POST' }, 405],
    ['an address that is none', (url: string) => callback(url, {}), { path: '//[' }, 400],
  ])('%s is refused and does not end the sign-in', async (_case, make, options, status) => {
    await using it = await startIdentityEngine();
    const { url, outcome } = await begin(it);
    expect(await statusOf(make(url), options)).toBe(status);
    await signInAs(accounts.isv, url);
    expect(await outcome).toMatchObject({ account: { name: 'Mira Santoso' } });
  });

  it.each([
    ['another issuer', { code: 'x', iss: 'http://127.0.0.1:1' }],
    ['an issuer that only looks the same', { code: 'x', iss: 'http://127.0.0.1.attacker.example' }],
    ['no issuer', { code: 'x', iss: '' }],
    ['a code that the platform never gave', { code: 'A'.repeat(43) }],
    ['no code', {}],
    ['another error', { error: 'server_error' }],
  ])('%s ends the sign-in as rejected, with nobody signed in', async (_case, answer) => {
    await using it = await startIdentityEngine();
    const { url, outcome } = await begin(it);
    const page = await fetch(callback(url, answer));
    expect([page.status, (await page.text()).includes('did not work')]).toEqual([400, true]);
    expect(await outcome).toMatchObject({ code: 'SIGN_IN_REJECTED' });
    expect((await it.client.identity.snapshot()).accounts).toEqual([]);
  });

  it('does not take a code that was made for another sign-in', async () => {
    await using it = await startIdentityEngine();
    const [mine, theirs] = [await begin(it), await begin(it)];
    const browser = new CookieBrowser();
    const consent = await browser.submit(await browser.show(theirs.url), { account: accounts.kopi });
    const stolen = new URL((await browser.submitTo(consent, { decision: 'allow' })).headers.get('location') ?? 'missing:').searchParams.get('code') ?? '';
    await fetch(callback(mine.url, { code: stolen }));
    expect(await mine.outcome).toMatchObject({ code: 'SIGN_IN_REJECTED' });
  });
});

describe('secrets', () => {
  it.each([
    ['with a keychain', true],
    ['without one', false],
  ])('are in no file, no log line and no answer, %s', async (_case, withKeychain) => {
    const keychain = testKeychain();
    await using it = await startIdentityEngine({ openKeychain: async () => (withKeychain ? keychain : null) });
    const kept = new Set<string>();
    const realFetch = globalThis.fetch;
    globalThis.fetch = async (...input) => {
      const response = await realFetch(...input);
      const text = await response.clone().text();
      for (const [, secret = ''] of text.matchAll(/"(?:access|refresh)_token":"([^"]+)"/g)) kept.add(secret);
      return response;
    };
    try {
      const account = await it.signIn(accounts.isv);
      const answers = [account, await it.client.identity.addIdentity({ accountId: account.accountId, role: 'isv', workspaceId: 'NC-20418' })];
      await it.control('expire-access-tokens');
      const identityId = (await it.client.identity.snapshot()).identities[0]?.identityId ?? '';
      answers.push(...((await it.client.identity.merchants({ identityId })) as never[]), (await it.client.identity.snapshot()) as never);
      await it.control('revoke-sessions');
      await it.client.identity.merchants({ identityId }).catch((error: unknown) => answers.push(error as never));
      const { text: report } = await it.client.log.report();
      await it.engine.dispose();
      const seen = [JSON.stringify(answers), report, await textBelow(it.directory)].join('\n');
      expect(kept.size).toBe(4);
      for (const secret of kept) expect(seen).not.toContain(secret);
    } finally {
      globalThis.fetch = realFetch;
    }
  });
});
