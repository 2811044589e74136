import { useMerchant } from '#renderer/features/account/index.ts';
import { initialsOf } from '#renderer/ui/index.ts';
import type { MerchantCandidate } from '#shared/model/simulator.ts';
import { usePhones } from '../phone-store.ts';

export interface MerchantLook {
  monogram: string;
  /** 1 to 12, the merchant palette. */
  colour: number;
}

const paletteSize = 12;

/** By its place among the candidates, so that neighbours do not share a colour before the palette is used up. */
export function lookAmong(merchant: MerchantCandidate, candidates: readonly MerchantCandidate[]): MerchantLook {
  const at = Math.max(
    candidates.findIndex(({ merchantId }) => merchantId === merchant.merchantId),
    0,
  );
  return { monogram: initialsOf(merchant.name), colour: (at % paletteSize) + 1 };
}

/** Monogram and colour of a merchant: those that the signed-in identities know, else by its place among the candidates. Null without a merchant. */
export function useMerchantLook(merchant: MerchantCandidate | null): MerchantLook | null {
  const candidates = usePhones((state) => state.merchants);
  const known = useMerchant(merchant?.merchantId);
  if (merchant === null) return null;
  return known ? { monogram: known.monogram, colour: known.colour } : lookAmong(merchant, candidates);
}
