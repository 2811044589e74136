import type { Logger } from '#engine/log/index.ts';
import type { MiniProgramPlatform, PlatformSession } from '#engine/platform/index.ts';
import { isAppError } from '#shared/model/errors.ts';
import type { Account } from '#shared/model/identity.ts';
import type { Remembered } from './accounts-file.ts';
import { actingAs, type IdentityState } from './identity-state.ts';
import { chooseMerchant } from './merchant-choice.ts';
import type { Tokens } from './token-store.ts';

/** Puts back who was signed in. The merchant that was acted for stays unconfirmed until the platform has been asked. */
export async function restoreIdentities(
  state: IdentityState,
  remembered: Remembered,
  readTokens: (accountId: string) => Promise<Tokens | null>,
): Promise<void> {
  state.accounts = await Promise.all(
    remembered.accounts.map(async (account): Promise<Account> => {
      const tokens = await readTokens(account.accountId).catch(() => null);
      return { ...account, storage: 'keychain', session: tokens === null ? 'expired' : 'signed-in' };
    }),
  );
  state.identities = remembered.identities.filter((identity) => state.accounts.some(({ accountId }) => accountId === identity.accountId));
  const acting = remembered.acting;
  const identity = state.identities.find(({ identityId }) => identityId === acting?.identityId);
  if (acting === null || identity === undefined) return;
  state.acting = actingAs(identity, null);
  state.unconfirmed = acting.merchantId === null ? null : { identityId: acting.identityId, merchantId: acting.merchantId };
}

/** What the platform says of an account now; roles that it no longer offers are given up. */
export async function refreshAccount(state: IdentityState, platform: MiniProgramPlatform, account: Account, session: PlatformSession): Promise<void> {
  const { name, email, roles } = await platform.account(session);
  state.putAccount({ ...state.account(account.accountId), name, email, roles });
  state.keepIdentities(
    (identity) => identity.accountId !== account.accountId || roles.some((role) => role.role === identity.role && role.workspaceId === identity.workspaceId),
  );
  await state.commit();
}

/** What does not say anything about the merchant: it is asked again later. */
const undecided = ['PLATFORM_UNREACHABLE', 'SESSION_EXPIRED', 'KEYCHAIN_UNAVAILABLE'] as const;

export interface ConfirmActingOptions {
  state: IdentityState;
  platform: MiniProgramPlatform;
  log: Logger;
  session: (accountId: string) => PlatformSession;
}

/** Acts for the remembered merchant again, if the platform still allows it; otherwise as the identity without a merchant. */
export async function confirmActing({ state, platform, log, session }: ConfirmActingOptions): Promise<void> {
  const asked = state.unconfirmed;
  if (asked === null) return;
  const identity = state.identity(asked.identityId);
  try {
    state.setActing(actingAs(identity, await chooseMerchant(platform, session(identity.accountId), identity, asked.merchantId)));
  } catch (error) {
    if (undecided.some((code) => isAppError(error, code))) return;
    log.info('The merchant of the last time can no longer be acted for', { error });
    state.unconfirmed = null;
  }
  await state.commit();
}
