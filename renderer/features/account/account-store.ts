import { create } from 'zustand';
import { setContextKey } from '#renderer/client/commands/index.ts';
import { client, subscribe } from '#renderer/client/index.ts';
import type { Account, Acting, Identity, IdentitySnapshot, Merchant } from '#shared/model/identity.ts';

/** What a person is being asked to do in the browser or in the drawer. */
export type SignIn = { kind: 'none' } | { kind: 'waiting'; attemptId: string; url: string } | { kind: 'choosing'; account: Account };

export type MerchantList = { kind: 'loading' } | { kind: 'loaded'; merchants: Merchant[] } | { kind: 'failed' };

interface AccountState {
  /** Null until the engine has answered. */
  snapshot: IdentitySnapshot | null;
  /** By identity. */
  merchants: Record<string, MerchantList>;
  /** The merchant whose page is shown; null follows the one that is acted for. */
  shownMerchantId: string | null;
  signIn: SignIn;
}

export const useAccount = create<AccountState>(() => ({ snapshot: null, merchants: {}, shownMerchantId: null, signIn: { kind: 'none' } }));

const none: Merchant[] = [];

function putList(identityId: string, list: MerchantList): void {
  useAccount.setState(({ merchants }) => ({ merchants: { ...merchants, [identityId]: list } }));
}

/** Asks the platform for an identity's merchants; what was known stays on show meanwhile. */
export async function loadMerchants(identityId: string): Promise<Merchant[]> {
  if (useAccount.getState().merchants[identityId]?.kind !== 'loaded') putList(identityId, { kind: 'loading' });
  try {
    const merchants = await client.identity.merchants({ identityId });
    putList(identityId, { kind: 'loaded', merchants });
    return merchants;
  } catch (error) {
    if (useAccount.getState().merchants[identityId]?.kind !== 'loaded') putList(identityId, { kind: 'failed' });
    throw error;
  }
}

function isExpired(snapshot: IdentitySnapshot, identity: Identity): boolean {
  return snapshot.accounts.find(({ accountId }) => accountId === identity.accountId)?.session === 'expired';
}

/** Lists that are missing are asked for as soon as the platform can answer. The list itself says when that failed. */
function loadMissing(snapshot: IdentitySnapshot): void {
  const { merchants } = useAccount.getState();
  for (const identity of snapshot.identities) {
    const known = merchants[identity.identityId]?.kind;
    const wanted = known === undefined || (known === 'failed' && snapshot.platform.state === 'reachable');
    if (wanted && !isExpired(snapshot, identity)) loadMerchants(identity.identityId).catch(() => undefined);
  }
}

function take(snapshot: IdentitySnapshot): void {
  const kept = new Set(snapshot.identities.map(({ identityId }) => identityId));
  const before = useAccount.getState();
  const merchants = Object.fromEntries(Object.entries(before.merchants).filter(([identityId]) => kept.has(identityId)));
  const moved = before.snapshot?.acting?.merchant?.merchantId !== snapshot.acting?.merchant?.merchantId;
  useAccount.setState({ snapshot, merchants, ...(moved ? { shownMerchantId: null } : {}) });
  setContextKey('signedIn', snapshot.accounts.length > 0);
  loadMissing(snapshot);
}

/** Follows who is signed in and who somebody acts as, until the returned function is called. */
export function followIdentity(): () => void {
  return subscribe((signal) => client.identity.watch(undefined, { signal }), take);
}

export function useActing(): Acting | null {
  return useAccount((state) => state.snapshot?.acting ?? null);
}

/** The merchants of an identity, empty while they are not known. */
export function useMerchants(identityId: string | undefined): readonly Merchant[] {
  return useAccount((state) => {
    const list = identityId === undefined ? undefined : state.merchants[identityId];
    return list?.kind === 'loaded' ? list.merchants : none;
  });
}

/** A merchant by id, as any of the identities sees it. */
export function useMerchant(merchantId: string | undefined): Merchant | null {
  return useAccount((state) => findMerchant(state.merchants, merchantId)?.merchant ?? null);
}

export function findMerchant(
  lists: Record<string, MerchantList>,
  merchantId: string | undefined,
  preferred?: string,
): { identityId: string; merchant: Merchant } | null {
  const order = Object.keys(lists).sort((a, b) => Number(b === preferred) - Number(a === preferred));
  const found = order.flatMap((identityId) => {
    const list = lists[identityId];
    const merchant = list?.kind === 'loaded' ? list.merchants.find((one) => one.merchantId === merchantId) : undefined;
    return merchant ? [{ identityId, merchant }] : [];
  });
  return found.find(({ merchant }) => merchant.authorisation === 'Authorized') ?? found[0] ?? null;
}

/** Acts for a merchant, or as an ISV for none. */
export async function actAs(identityId: string, merchantId: string | null): Promise<void> {
  await client.identity.act({ identityId, merchantId });
}
