import { describe, expect, it, vi } from 'vitest';
import { accounts } from '#test/support/cookie-browser.ts';
import { type IdentityEngine, startIdentityEngine, testKeychain } from '#test/support/identity-engine.ts';

// Each test starts processes of its own.
vi.setConfig({ testTimeout: 30_000 });

async function isvIdentity(it: IdentityEngine): Promise<string> {
  const account = await it.signIn(accounts.isv);
  const { identities } = await it.client.identity.addIdentity({ accountId: account.accountId, role: 'isv', workspaceId: 'NC-20418' });
  return identities[0]?.identityId ?? '';
}

describe('a session in use', () => {
  it('is renewed unnoticed, once for many requests, when the access token ends', async () => {
    const keychain = testKeychain();
    let writes = 0;
    await using it = await startIdentityEngine({
      openKeychain: async () => ({
        ...keychain,
        write: (key, secret) => {
          writes += 1;
          return keychain.write(key, secret);
        },
      }),
    });
    const identityId = await isvIdentity(it);
    await it.control('expire-access-tokens');
    writes = 0;
    const lists = await Promise.all(Array.from({ length: 8 }, () => it.client.identity.merchants({ identityId })));
    expect(lists.every((merchants) => merchants.length === 47)).toBe(true);
    expect(writes).toBe(1);
  });

  it('is renewed ahead of its known end', async () => {
    await using it = await startIdentityEngine({ platform: ['--access-token-seconds', '1'] });
    const identityId = await isvIdentity(it);
    for (let round = 0; round < 3; round++) expect(await it.client.identity.merchants({ identityId })).toHaveLength(47);
  });

  it('ends in words when the platform ends it, keeps everything else, and goes on after signing in again', async () => {
    await using it = await startIdentityEngine();
    const identityId = await isvIdentity(it);
    await it.client.identity.act({ identityId, merchantId: 'KK-00731' });
    await it.control('revoke-sessions');
    await expect(it.client.identity.merchants({ identityId })).rejects.toMatchObject({ code: 'SESSION_EXPIRED', data: { account: 'Mira Santoso' } });
    expect(await it.client.identity.snapshot()).toMatchObject({
      accounts: [{ session: 'expired' }],
      identities: [{ identityId }],
      acting: { merchant: { merchantId: 'KK-00731' } },
    });
    await expect(it.client.identity.act({ identityId, merchantId: 'OT-01127' })).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    await it.signIn(accounts.isv);
    expect(await it.client.identity.snapshot()).toMatchObject({ accounts: [{ session: 'signed-in' }] });
    expect(await it.client.identity.merchants({ identityId })).toHaveLength(47);
  });

  it('tells who watches that it ended', async () => {
    await using it = await startIdentityEngine();
    const identityId = await isvIdentity(it);
    const expired = (async () => {
      for await (const { accounts: all } of await it.client.identity.watch()) if (all[0]?.session === 'expired') return true;
      return false;
    })();
    await it.control('revoke-sessions');
    await it.client.identity.merchants({ identityId }).catch(() => undefined);
    expect(await expired).toBe(true);
  });

  it('is shared by two windows on one keychain: a renewal in one does not end the other', async () => {
    const keychain = testKeychain();
    await using first = await startIdentityEngine({ openKeychain: async () => keychain });
    const identityId = await isvIdentity(first);
    await using second = await startIdentityEngine({ openKeychain: async () => keychain, directory: first.directory });
    expect(await second.client.identity.merchants({ identityId })).toHaveLength(47);
    await first.control('expire-access-tokens');
    expect(await first.client.identity.merchants({ identityId })).toHaveLength(47);
    const renewed = [...keychain.secrets.values()];
    for (const window of [second, first]) expect(await window.client.identity.merchants({ identityId })).toHaveLength(47);
    expect([...keychain.secrets.values()]).toEqual(renewed);
  });

  it('survives the platform being killed: the next request finds it running again', async () => {
    await using it = await startIdentityEngine();
    const identityId = await isvIdentity(it);
    process.kill(await pidOf(it), 'SIGKILL');
    await it.running[0]?.exited;
    expect(await it.client.identity.merchants({ identityId })).toHaveLength(47);
    expect(it.running).toHaveLength(2);
  });

  it('loses nothing while the platform cannot be reached', async () => {
    let allowed = true;
    await using helper = await startIdentityEngine();
    await helper.client.identity.snapshot();
    await using it = await startIdentityEngine({
      startLocalPlatform: async () => {
        if (!allowed) throw new Error('Not now');
        const { url } = await helper.reach();
        return { url, dispose: async () => undefined };
      },
    });
    const identityId = await isvIdentity(it);
    allowed = false;
    process.kill(await pidOf(helper), 'SIGKILL');
    await helper.running[0]?.exited;
    await expect(it.client.identity.merchants({ identityId })).rejects.toMatchObject({ code: 'PLATFORM_UNREACHABLE', data: { environment: 'local' } });
    expect(await it.client.identity.snapshot()).toMatchObject({
      platform: { state: 'unreachable' },
      accounts: [{ session: 'signed-in' }],
      identities: [{ identityId }],
    });
    allowed = true;
    await helper.reach();
    for await (const { platform } of await it.client.identity.watch()) if (platform.state === 'reachable') break;
    expect(await it.client.identity.merchants({ identityId })).toHaveLength(47);
  });
});

async function pidOf(it: IdentityEngine): Promise<number> {
  const { pid } = await it.reach();
  return pid;
}
