import { translate } from '#renderer/client/index.ts';
import type { Merchant } from '#shared/model/identity.ts';
import { mayActFor } from './merchant-status.ts';

/** Why nobody may act for a merchant: in the platform's own words where it gives some. Null when one may. */
export function unavailableReason(merchant: Pick<Merchant, 'authorisation' | 'reason'>): string | null {
  if (mayActFor(merchant) || merchant.authorisation === 'Authorized') return null;
  return merchant.reason ?? translate(`account.unavailable.${merchant.authorisation}`);
}
