import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { IdentityService } from '#engine/identity/index.ts';
import { createLogger } from '#engine/log/index.ts';
import { LocalPlatformClient, LocalPlatformProcess } from '#engine/platform/index.ts';
import type { IdentitySnapshot } from '#shared/model/identity.ts';
import { accounts, signInAs } from '#test/support/cookie-browser.ts';
import { type IdentityEngine, startIdentityEngine, testKeychain } from '#test/support/identity-engine.ts';
import { startTestPlatform } from '#test/support/local-platform.ts';

// Each test starts processes of its own.
vi.setConfig({ testTimeout: 30_000 });

async function actAsIsv(it: IdentityEngine, merchantId: string | null = 'KK-00731'): Promise<string> {
  const account = await it.signIn(accounts.isv);
  const { identities } = await it.client.identity.addIdentity({ accountId: account.accountId, role: 'isv', workspaceId: 'NC-20418' });
  const identityId = identities[0]?.identityId ?? '';
  if (merchantId !== null) await it.client.identity.act({ identityId, merchantId });
  return identityId;
}

async function until(it: IdentityEngine, reached: (snapshot: IdentitySnapshot) => boolean): Promise<IdentitySnapshot> {
  for await (const snapshot of await it.client.identity.watch()) if (reached(snapshot)) return snapshot;
  throw new Error('The watch ended');
}

async function bind(project: string, merchantId: string, name: string, environment: string): Promise<void> {
  await mkdir(join(project, '.minifoundry'), { recursive: true });
  await writeFile(join(project, '.minifoundry/instance.json'), JSON.stringify({ schemaVersion: 1, merchant: { merchantId, name }, environment }));
}

describe('identity', () => {
  it('signs in through the browser, takes a role and acts for a merchant', async () => {
    await using it = await startIdentityEngine();
    const account = await it.signIn(accounts.isv);
    expect(account).toMatchObject({ name: 'Mira Santoso', environment: 'local', session: 'signed-in', storage: 'session' });
    expect(account.roles).toMatchObject([
      { role: 'isv', workspaceName: 'Nova Commerce', workspaceRole: 'Developer', merchantCount: 41 },
      { role: 'merchant', workspaceName: 'Orchid Tea Room', workspaceRole: 'Master', merchantCount: 1 },
    ]);
    const snapshot = await it.client.identity.addIdentity({ accountId: account.accountId, role: 'isv', workspaceId: 'NC-20418' });
    expect(snapshot.acting).toMatchObject({ merchant: null, environment: 'local', identity: { role: 'isv', workspaceName: 'Nova Commerce' } });
    const identityId = snapshot.identities[0]?.identityId ?? '';
    const merchants = await it.client.identity.merchants({ identityId });
    expect(merchants.filter((merchant) => merchant.authorisation === 'Authorized')).toHaveLength(41);
    expect(merchants).toHaveLength(47);
    const acting = await it.client.identity.act({ identityId, merchantId: 'KK-00731' });
    expect(acting.merchant).toMatchObject({ name: 'Kopi Kemuning Lama', monogram: 'KK' });
    expect((await it.client.identity.snapshot()).acting).toEqual(acting);
  });

  it('is nobody at first, and starts the platform in the background', async () => {
    await using it = await startIdentityEngine();
    expect(await it.client.identity.snapshot()).toMatchObject({
      keychain: 'unavailable',
      platform: { environment: 'local' },
      accounts: [],
      identities: [],
      acting: null,
    });
    await until(it, ({ platform }) => platform.state === 'reachable');
    expect(it.running).toHaveLength(1);
  });

  it('acts as a merchant for its own shop only', async () => {
    await using it = await startIdentityEngine();
    const account = await it.signIn(accounts.isv);
    const snapshot = await it.client.identity.addIdentity({ accountId: account.accountId, role: 'merchant', workspaceId: 'OT-01127' });
    expect(snapshot.acting).toMatchObject({ identity: { role: 'merchant', workspaceRole: 'Master' }, merchant: { merchantId: 'OT-01127' } });
    const identityId = snapshot.acting?.identity.identityId ?? '';
    expect(await it.client.identity.merchants({ identityId })).toMatchObject([
      { name: 'Orchid Tea Room', authorisation: 'Authorized', workspaceRole: 'Master' },
    ]);
    await expect(it.client.identity.act({ identityId, merchantId: 'KK-00731' })).rejects.toMatchObject({ code: 'MERCHANT_UNKNOWN' });
    expect((await it.client.identity.act({ identityId, merchantId: null })).merchant?.merchantId).toBe('OT-01127');
  });

  it('keeps several accounts and identities, and forgets what belonged to one that signs out', async () => {
    await using it = await startIdentityEngine();
    await actAsIsv(it);
    const merchant = await it.signIn(accounts.kopi);
    await it.client.identity.addIdentity({ accountId: merchant.accountId, role: 'merchant', workspaceId: 'KK-00731' });
    expect(await it.client.identity.snapshot()).toMatchObject({
      accounts: [{ name: 'Mira Santoso' }, { name: 'Bayu Pratama' }],
      identities: [{ role: 'isv' }, { role: 'merchant' }],
    });
    await it.client.identity.signOut({ accountId: merchant.accountId });
    expect(await it.client.identity.snapshot()).toMatchObject({ accounts: [{ name: 'Mira Santoso' }], identities: [{ role: 'isv' }], acting: null });
  });

  it.each([
    ['MZ-02262', 'مخبز الزيتون', 'InReview'],
    ['BR-03480', 'Brasserie Rive Droite', 'Rejected'],
    ['NL-00937', 'Nasi Lemak Corner 88', 'Deauthorized'],
  ])('does not act for %s, who is not authorised', async (merchantId, merchant, status) => {
    await using it = await startIdentityEngine();
    const identityId = await actAsIsv(it);
    const before = (await it.client.identity.snapshot()).acting;
    await expect(it.client.identity.act({ identityId, merchantId })).rejects.toMatchObject({ code: 'MERCHANT_NOT_AUTHORISED', data: { merchant, status } });
    expect((await it.client.identity.snapshot()).acting).toEqual(before);
  });

  it('asks the platform each time: a merchant that was revoked or has expired since cannot be acted for', async () => {
    await using it = await startIdentityEngine();
    const identityId = await actAsIsv(it, null);
    await it.control('revoke-authorization', { merchantId: 'KK-00731', reason: 'Test' });
    await it.control('set-expiry', { merchantId: 'OT-01127', expiresAt: new Date(Date.now() - 1000).toISOString() });
    for (const merchantId of ['KK-00731', 'OT-01127']) {
      await expect(it.client.identity.act({ identityId, merchantId })).rejects.toMatchObject({
        code: 'MERCHANT_NOT_AUTHORISED',
        data: { status: 'Deauthorized' },
      });
    }
  });

  it('stops acting for a merchant that the list shows as revoked', async () => {
    await using it = await startIdentityEngine();
    const identityId = await actAsIsv(it);
    await it.control('revoke-authorization', { merchantId: 'KK-00731', reason: 'Test' });
    await it.client.identity.merchants({ identityId });
    expect((await it.client.identity.snapshot()).acting).toMatchObject({ identity: { identityId }, merchant: null });
  });

  it('takes one choice after the other, so that the last one wins', async () => {
    await using platform = await startTestPlatform();
    const directory = await mkdtemp(join(tmpdir(), 'minifoundry-identity-'));
    const log = createLogger('test', () => undefined);
    const start = async () => ({ url: platform.url, dispose: async () => undefined });
    const client = new LocalPlatformClient(new LocalPlatformProcess({ log, start }));
    const happened: string[] = [];
    const ask = client.merchant.bind(client);
    client.merchant = (session, workspaceId, merchantId) => {
      happened.push(`ask ${merchantId}`);
      return ask(session, workspaceId, merchantId);
    };
    const identity = new IdentityService({ platform: client, dataDirectory: directory, log, openKeychain: async () => null });
    const { attemptId, url } = await identity.beginSignIn();
    const [account] = await Promise.all([identity.finishSignIn(attemptId), signInAs(accounts.isv, url)]);
    const { identities } = await identity.addIdentity(account.accountId, 'isv', 'NC-20418');
    const choices = ['KK-00731', 'OT-01127', 'WS-00744'];
    await Promise.all(choices.map((id) => identity.act(identities[0]?.identityId ?? '', id).then(() => happened.push(`act ${id}`))));
    expect(happened).toEqual(choices.flatMap((id) => [`ask ${id}`, `act ${id}`]));
    expect((await identity.acting())?.merchant?.merchantId).toBe('WS-00744');
    await identity.dispose();
    await rm(directory, { recursive: true });
  });

  it('gives up a sign-in that is only beginning when it ends, so that nothing of it keeps the process running', async () => {
    await using platform = await startTestPlatform();
    const directory = await mkdtemp(join(tmpdir(), 'minifoundry-identity-'));
    const log = createLogger('test', () => undefined);
    const start = async () => ({ url: platform.url, dispose: async () => undefined });
    const client = new LocalPlatformClient(new LocalPlatformProcess({ log, start }));
    const identity = new IdentityService({ platform: client, dataDirectory: directory, log, openKeychain: async () => null });
    const { attemptId } = await identity.beginSignIn();
    identity.cancelSignIn(attemptId);
    const begun = identity.beginSignIn();
    // The platform has been asked by now, and has not answered yet.
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([expect(begun).rejects.toMatchObject({ code: 'CANCELLED' }), identity.dispose()]);
    await rm(directory, { recursive: true });
  });

  it('names what it does not know', async () => {
    await using it = await startIdentityEngine();
    const account = await it.signIn(accounts.kopi);
    const { identity } = it.client;
    await expect(identity.addIdentity({ accountId: account.accountId, role: 'isv', workspaceId: 'NC-20418' })).rejects.toMatchObject({
      code: 'ROLE_NOT_OFFERED',
    });
    await expect(identity.addIdentity({ accountId: 'nobody', role: 'isv', workspaceId: 'NC-20418' })).rejects.toMatchObject({ code: 'IDENTITY_UNKNOWN' });
    for (const call of [
      identity.merchants({ identityId: 'x' }),
      identity.act({ identityId: 'x', merchantId: null }),
      identity.removeIdentity({ identityId: 'x' }),
      identity.signOut({ accountId: 'x' }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'IDENTITY_UNKNOWN' });
    }
  });

  it('tells every watcher of each change', async () => {
    await using it = await startIdentityEngine();
    const acting = until(it, (snapshot) => snapshot.acting?.merchant?.merchantId === 'KK-00731');
    await actAsIsv(it);
    expect((await acting).accounts).toHaveLength(1);
  });

  it('answers what the gate would say about an open project', async () => {
    await using it = await startIdentityEngine();
    const { workspaceId } = await it.client.workspace.open({ folderId: it.engine.grants.grant(it.directory).folderId });
    const check = () => it.client.identity.checkTarget({ workspaceId });
    expect(await check()).toEqual({ kind: 'not-acting' });
    const identityId = await actAsIsv(it, null);
    expect(await check()).toEqual({ kind: 'not-acting' });
    await it.client.identity.act({ identityId, merchantId: 'KK-00731' });
    expect(await check()).toEqual({ kind: 'not-bound' });
    await bind(it.directory, 'KK-00731', 'Kopi Kemuning Lama', 'local');
    expect(await check()).toEqual({ kind: 'allowed' });
    await it.client.identity.act({ identityId, merchantId: 'OT-01127' });
    expect(await check()).toEqual({ kind: 'mismatch', project: 'Kopi Kemuning Lama', projectMerchantId: 'KK-00731', acting: 'Orchid Tea Room' });
    await bind(it.directory, 'OT-01127', 'Orchid Tea Room', 'production');
    expect(await check()).toEqual({ kind: 'environment-mismatch', project: 'production', acting: 'local' });
    await writeFile(join(it.directory, '.minifoundry/instance.json'), '{ torn');
    expect(await check()).toEqual({ kind: 'not-bound' });
    await expect(it.client.identity.checkTarget({ workspaceId: 'closed' })).rejects.toMatchObject({ code: 'WORKSPACE_NOT_OPEN' });
  });
});

describe('identity after a restart', () => {
  it('signs nobody in when there is no keychain, and leaves no trace', async () => {
    await using first = await startIdentityEngine();
    await actAsIsv(first);
    expect(JSON.parse(await readFile(join(first.dataDirectory, 'accounts.json'), 'utf8'))).toEqual({ version: 1, accounts: [], identities: [], acting: null });
    await using second = await startIdentityEngine({ directory: first.directory });
    expect(await second.client.identity.snapshot()).toMatchObject({ accounts: [], acting: null });
  });

  it('goes on where it was with a keychain: account, identity and merchant', async () => {
    const keychain = testKeychain();
    const openKeychain = async () => keychain;
    await using first = await startIdentityEngine({ openKeychain });
    await actAsIsv(first);
    const before = await first.client.identity.snapshot();
    expect(before).toMatchObject({ keychain: 'available', accounts: [{ storage: 'keychain' }] });
    await first.engine.dispose();
    await using second = await startIdentityEngine({ openKeychain, directory: first.directory });
    const after = await until(second, ({ acting }) => acting?.merchant !== null);
    expect(after).toEqual(before);
    expect(await second.client.identity.merchants({ identityId: before.identities[0]?.identityId ?? '' })).toHaveLength(47);
  });

  it('does not act for a merchant that was revoked meanwhile', async () => {
    const keychain = testKeychain();
    await using first = await startIdentityEngine({ openKeychain: async () => keychain });
    const identityId = await actAsIsv(first);
    await first.control('revoke-authorization', { merchantId: 'KK-00731', reason: 'Test' });
    await first.engine.dispose();
    await using second = await startIdentityEngine({ openKeychain: async () => keychain, directory: first.directory });
    await until(second, ({ platform, accounts: all }) => platform.state === 'reachable' && all[0]?.roles[0]?.merchantCount === 40);
    await second.client.identity.removeIdentity({
      identityId:
        (await second.client.identity.addIdentity({ accountId: accounts.isv, role: 'merchant', workspaceId: 'OT-01127' })).identities[1]?.identityId ?? '',
    });
    const remembered = await readFile(join(second.dataDirectory, 'accounts.json'), 'utf8');
    expect(remembered).not.toContain('KK-00731');
    expect((await second.client.identity.act({ identityId, merchantId: null })).merchant).toBeNull();
  });

  it('keeps the merchant in mind while the platform cannot be reached', async () => {
    const keychain = testKeychain();
    await using first = await startIdentityEngine({ openKeychain: async () => keychain });
    await actAsIsv(first);
    await first.engine.dispose();
    await using second = await startIdentityEngine({
      openKeychain: async () => keychain,
      directory: first.directory,
      startLocalPlatform: () => Promise.reject(new Error('no')),
    });
    const snapshot = await until(second, ({ platform }) => platform.state === 'unreachable');
    expect(snapshot).toMatchObject({ accounts: [{ session: 'signed-in' }], acting: { merchant: null } });
    await expect(second.client.identity.merchants({ identityId: snapshot.identities[0]?.identityId ?? '' })).rejects.toMatchObject({
      code: 'PLATFORM_UNREACHABLE',
    });
    await second.engine.dispose();
    await using third = await startIdentityEngine({ openKeychain: async () => keychain, directory: first.directory });
    expect((await until(third, ({ acting }) => acting?.merchant !== null)).acting?.merchant?.merchantId).toBe('KK-00731');
  });

  it('shows an account as expired when the keychain no longer has its tokens', async () => {
    const keychain = testKeychain();
    await using first = await startIdentityEngine({ openKeychain: async () => keychain });
    await actAsIsv(first);
    await first.engine.dispose();
    keychain.secrets.clear();
    await using second = await startIdentityEngine({ openKeychain: async () => keychain, directory: first.directory });
    const { accounts: restored, identities } = await second.client.identity.snapshot();
    expect(restored).toMatchObject([{ session: 'expired' }]);
    await expect(second.client.identity.merchants({ identityId: identities[0]?.identityId ?? '' })).rejects.toMatchObject({
      code: 'SESSION_EXPIRED',
      data: { account: 'Mira Santoso' },
    });
    await second.signIn(accounts.isv);
    expect(await until(second, ({ acting }) => acting?.merchant !== null)).toMatchObject({
      accounts: [{ session: 'signed-in' }],
      acting: { merchant: { merchantId: 'KK-00731' } },
    });
  });

  it('keeps an accounts file that it does not understand aside', async () => {
    await using first = await startIdentityEngine();
    await first.engine.dispose();
    await writeFile(join(first.dataDirectory, 'accounts.json'), '{"version": 1, "accounts": "gone wrong"');
    await using second = await startIdentityEngine({ directory: first.directory });
    expect(await second.client.identity.snapshot()).toMatchObject({ accounts: [] });
    const aside = (await readdir(second.dataDirectory)).find((name) => name.startsWith('accounts.json.unreadable-')) ?? '';
    expect(await readFile(join(second.dataDirectory, aside), 'utf8')).toContain('gone wrong');
  });
});
