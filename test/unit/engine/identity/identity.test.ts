import { describe, expect, it } from 'vitest';
import { accounts } from '#test/support/cookie-browser.ts';
import { startIdentityEngine } from '#test/support/identity-engine.ts';

describe('identity', () => {
  it('signs in through the browser, takes a role and acts for a merchant', async () => {
    await using it = await startIdentityEngine();
    const account = await it.signIn(accounts.isv);
    expect(account).toMatchObject({ name: 'Mira Santoso', environment: 'local', session: 'signed-in', storage: 'session' });
    expect(account.roles.map(({ role, workspaceName, workspaceRole, merchantCount }) => ({ role, workspaceName, workspaceRole, merchantCount }))).toEqual([
      { role: 'isv', workspaceName: 'Nova Commerce', workspaceRole: 'Developer', merchantCount: 41 },
      { role: 'merchant', workspaceName: 'Orchid Tea Room', workspaceRole: 'Master', merchantCount: 1 },
    ]);
    const snapshot = await it.client.identity.addIdentity({ accountId: account.accountId, role: 'isv', workspaceId: 'NC-20418' });
    expect(snapshot.acting).toMatchObject({ merchant: null, environment: 'local', identity: { role: 'isv', workspaceName: 'Nova Commerce' } });
    const identityId = snapshot.identities[0]?.identityId ?? '';
    const merchants = await it.client.identity.merchants({ identityId });
    expect(merchants).toHaveLength(47);
    const acting = await it.client.identity.act({ identityId, merchantId: 'KK-00731' });
    expect(acting.merchant).toMatchObject({ name: 'Kopi Kemuning Lama', monogram: 'KK' });
    expect((await it.client.identity.snapshot()).acting).toEqual(acting);
  });
});
