import { attempt, translate } from '#renderer/client/index.ts';
import { fuzzyItems, type QuickPickItem, showQuickPick } from '#renderer/features/quick-pick/index.ts';
import type { Identity, Merchant } from '#shared/model/identity.ts';
import { actAs, loadMerchants, useAccount } from './account-store.ts';
import { mayActFor } from './merchant-status.ts';
import { startSignIn } from './sign-in-flow.ts';
import { unavailableReason } from './unavailable-reason.ts';

interface Choice {
  item: QuickPickItem;
  identityId: string;
  merchantId: string | null;
}

function isCurrent(identity: Identity, merchantId: string | null): boolean {
  const acting = useAccount.getState().snapshot?.acting;
  return acting?.identity.identityId === identity.identityId && (acting.merchant?.merchantId ?? null) === merchantId;
}

function merchantChoice(identity: Identity, merchant: Merchant): Choice {
  const who = identity.role === 'isv' ? identity.workspaceName : translate('account.roles.merchant');
  const place = `${merchant.city} · ${who}${isCurrent(identity, merchant.merchantId) ? ` · ${translate('account.actAs.current')}` : ''}`;
  return {
    identityId: identity.identityId,
    merchantId: merchant.merchantId,
    item: {
      id: `${identity.identityId}/${merchant.merchantId}`,
      label: merchant.name,
      detail: unavailableReason(merchant) ?? place,
      disabled: !mayActFor(merchant),
      monogram: { text: merchant.monogram, colour: merchant.colour },
    },
  };
}

function choicesOf(identity: Identity, merchants: readonly Merchant[]): Choice[] {
  const sorted = [...merchants].sort((a, b) => Number(mayActFor(b)) - Number(mayActFor(a)));
  const choices = sorted.map((merchant) => merchantChoice(identity, merchant));
  if (identity.role === 'merchant') return choices;
  const label = translate('account.actAs.withoutMerchant', { name: identity.workspaceName });
  const detail = isCurrent(identity, null) ? translate('account.actAs.current') : undefined;
  return [{ identityId: identity.identityId, merchantId: null, item: { id: identity.identityId, label, detail } }, ...choices];
}

function known(identity: Identity): Promise<Merchant[]> {
  const list = useAccount.getState().merchants[identity.identityId];
  return list?.kind === 'loaded' ? Promise.resolve(list.merchants) : loadMerchants(identity.identityId);
}

/** Every identity × merchant. An identity whose merchants cannot be had now is left out; the account pane says why. */
async function allChoices(): Promise<Choice[]> {
  const identities = useAccount.getState().snapshot?.identities ?? [];
  const lists = await Promise.allSettled(identities.map(async (identity) => choicesOf(identity, await known(identity))));
  return lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
}

const signInItem = 'sign-in';

/** `Act as…`: one box over all identities and their merchants. */
export function showActAs(): void {
  const choices = allChoices();
  showQuickPick({
    label: translate('account.actAs.label'),
    placeholder: translate('account.actAs.placeholder'),
    async items(query) {
      const items = (await choices).map(({ item }) => item);
      const signIn: QuickPickItem = {
        id: signInItem,
        label: translate('account.actAs.signInFirst'),
        detail: items.length === 0 ? translate('account.actAs.signInDetail') : undefined,
      };
      return fuzzyItems(query, [...items, signIn]);
    },
    accept(item) {
      if (item?.id === signInItem) return attempt(startSignIn);
      attempt(async () => {
        const choice = (await choices).find((one) => one.item.id === item?.id);
        if (choice) await actAs(choice.identityId, choice.merchantId);
      });
    },
  });
}
