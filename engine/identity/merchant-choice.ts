import type { MiniProgramPlatform, PlatformSession } from '#engine/platform/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { Identity, Merchant } from '#shared/model/identity.ts';

/** Throws `MERCHANT_NOT_AUTHORISED` unless the platform lets this identity act for the merchant now. */
export function assertAuthorised(merchant: Merchant): void {
  const ended = merchant.expiresAt !== null && Date.parse(merchant.expiresAt) <= Date.now();
  if (merchant.authorisation === 'Authorized' && !ended) return;
  const status = merchant.authorisation === 'Authorized' ? 'Deauthorized' : merchant.authorisation;
  throw new AppError('MERCHANT_NOT_AUTHORISED', { merchant: merchant.name, status });
}

/**
 * The merchant that an identity asks to act for, as the platform has it now: an ISV may act for none (null),
 * a merchant always acts for itself. Throws `MERCHANT_UNKNOWN` or `MERCHANT_NOT_AUTHORISED`.
 */
export async function chooseMerchant(
  platform: MiniProgramPlatform,
  session: PlatformSession,
  identity: Identity,
  merchantId: string | null,
): Promise<Merchant | null> {
  if (merchantId === null && identity.role === 'isv') return null;
  const merchant = merchantId === null ? await ownMerchant(platform, session, identity) : await platform.merchant(session, identity.workspaceId, merchantId);
  assertAuthorised(merchant);
  return merchant;
}

async function ownMerchant(platform: MiniProgramPlatform, session: PlatformSession, identity: Identity): Promise<Merchant> {
  const [own] = await platform.merchants(session, identity.workspaceId);
  if (own === undefined) throw new AppError('MERCHANT_UNKNOWN', { merchantId: identity.workspaceId });
  return own;
}
