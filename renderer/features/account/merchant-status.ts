import type { Merchant } from '#shared/model/identity.ts';

const day = 24 * 60 * 60 * 1000;
/** Days before the end from which an authorisation counts as expiring. */
export const expiringWithin = 30;

export type MerchantFilter = 'all' | 'expiring' | 'pending' | 'rejected' | 'revoked';
export const merchantFilters: readonly MerchantFilter[] = ['all', 'expiring', 'pending', 'rejected', 'revoked'];

export function mayActFor(merchant: Pick<Merchant, 'authorisation'>): boolean {
  return merchant.authorisation === 'Authorized';
}

/** Whole days until the authorisation ends, 0 for the last one; null when it does not end or is not there. */
export function daysLeft(merchant: Pick<Merchant, 'authorisation' | 'expiresAt'>, now: number): number | null {
  if (!mayActFor(merchant) || merchant.expiresAt === null) return null;
  return Math.max(0, Math.floor((Date.parse(merchant.expiresAt) - now) / day));
}

export function isExpiring(merchant: Merchant, now: number): boolean {
  const left = daysLeft(merchant, now);
  return left !== null && left <= expiringWithin;
}

export function matchesFilter(merchant: Merchant, filter: MerchantFilter, now: number): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'expiring':
      return isExpiring(merchant, now);
    case 'pending':
      return merchant.authorisation === 'InReview';
    case 'rejected':
      return merchant.authorisation === 'Rejected';
    case 'revoked':
      return merchant.authorisation === 'Deauthorized';
  }
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Merchants whose name, city, country or id holds every typed word, accents aside. */
export function findMerchants(merchants: readonly Merchant[], query: string, filter: MerchantFilter, now: number): Merchant[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  return merchants.filter((merchant) => {
    if (!matchesFilter(merchant, filter, now)) return false;
    const text = fold(`${merchant.name} ${merchant.city} ${merchant.country} ${merchant.merchantId}`);
    return words.every((word) => text.includes(word));
  });
}

export function countByFilter(merchants: readonly Merchant[], now: number): Record<MerchantFilter, number> {
  const count = (filter: MerchantFilter): number => merchants.filter((merchant) => matchesFilter(merchant, filter, now)).length;
  return { all: count('all'), expiring: count('expiring'), pending: count('pending'), rejected: count('rejected'), revoked: count('revoked') };
}

/** Those somebody should look at: about to end first (soonest first), then pending, rejected, revoked. */
export function needingAttention(merchants: readonly Merchant[], now: number): Merchant[] {
  const groups = (['expiring', 'pending', 'rejected', 'revoked'] as const).map((filter) =>
    merchants.filter((merchant) => matchesFilter(merchant, filter, now)),
  );
  const [expiring = [], ...others] = groups;
  expiring.sort((a, b) => (daysLeft(a, now) ?? 0) - (daysLeft(b, now) ?? 0));
  return [...expiring, ...others.flat()];
}
