import { registerCommands } from '#renderer/client/commands/index.ts';
import { attempt, client, notify, translate } from '#renderer/client/index.ts';
import { fuzzyItems, type QuickPickItem, showQuickPick } from '#renderer/features/quick-pick/index.ts';
import { currentWorkspaceId } from '#renderer/features/workspace/index.ts';
import type { Identity, Merchant } from '#shared/model/identity.ts';
import { loadMerchants, useAccount } from './account-store.ts';
import { showActAs } from './act-as.ts';
import { mayActFor } from './merchant-status.ts';
import { signOut, startSignIn } from './sign-in-flow.ts';
import { unavailableReason } from './unavailable-reason.ts';

function showSignOut(): unknown {
  const accounts = useAccount.getState().snapshot?.accounts ?? [];
  const [only] = accounts;
  if (only && accounts.length === 1) return signOut(only);
  const items = accounts.map(({ accountId, name, email }): QuickPickItem => ({ id: accountId, label: name, detail: email }));
  return showQuickPick({
    label: translate('account.signOutPick.label'),
    placeholder: translate('account.signOutPick.placeholder'),
    items: (query) => fuzzyItems(query, items),
    accept: (item) => {
      const account = accounts.find(({ accountId }) => accountId === item?.id);
      if (account) attempt(() => signOut(account));
    },
  });
}

async function linkable(): Promise<{ identity: Identity; merchant: Merchant }[]> {
  const identities = useAccount.getState().snapshot?.identities ?? [];
  const lists = await Promise.all(identities.map(async (identity) => (await loadMerchants(identity.identityId)).map((merchant) => ({ identity, merchant }))));
  return [...new Map(lists.flat().map((one) => [one.merchant.merchantId, one])).values()];
}

/** Binds the open project to a merchant that somebody may act for. */
async function linkToMerchant(): Promise<void> {
  if ((useAccount.getState().snapshot?.identities.length ?? 0) === 0) return startSignIn();
  const workspaceId = currentWorkspaceId();
  const choices = await linkable();
  const items = choices.map(
    ({ merchant }): QuickPickItem => ({
      id: merchant.merchantId,
      label: merchant.name,
      detail: unavailableReason(merchant) ?? `${merchant.city}, ${merchant.country} · ${merchant.merchantId}`,
      disabled: !mayActFor(merchant),
      monogram: { text: merchant.monogram, colour: merchant.colour },
    }),
  );
  showQuickPick({
    label: translate('account.link.label'),
    placeholder: translate('account.link.placeholder'),
    items: (query) => fuzzyItems(query, items),
    accept: (item) => {
      const choice = choices.find(({ merchant }) => merchant.merchantId === item?.id);
      if (choice === undefined) return;
      const { identity, merchant } = choice;
      attempt(async () => {
        await client.workspace.link({ workspaceId, merchantId: merchant.merchantId, merchantName: merchant.name, environment: identity.environment });
        notify({ kind: 'success', text: translate('account.link.done', { name: merchant.name }) });
      });
    },
  });
}

export function registerIdentityCommands(): () => void {
  return registerCommands({
    'identity.signIn': startSignIn,
    'identity.actAs': showActAs,
    'identity.signOut': showSignOut,
    'explorer.linkToMerchant': linkToMerchant,
  });
}
