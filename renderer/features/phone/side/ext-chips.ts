import type { Phone } from '../phone-store.ts';

export interface ExtChip {
  name: string;
  text: string;
  /** A CSS colour, when the value is one. */
  swatch: string | null;
}

const most = 5;
const longest = 18;

function textOf(value: unknown): string | null {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string' && value !== '') return value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
  return null;
}

/** The values of a phone's `ext` that tell the phones apart, those first in which they differ; names and ids stand in the header already. `own` is what the project itself says. */
export function extChips(phone: Phone, phones: readonly Phone[], own: Record<string, unknown>): ExtChip[] {
  const ext = phone.merchant?.ext ?? own;
  const differs = (name: string): boolean => phones.some(({ merchant }) => JSON.stringify((merchant?.ext ?? own)[name]) !== JSON.stringify(ext[name]));
  const chips = Object.entries(ext).flatMap(([name, value]) => {
    const text = textOf(value);
    if (text === null || /^(merchantId|name|appName|storeName)$/.test(name)) return [];
    const swatch = /^#[0-9a-f]{3,8}$/i.test(text) ? text : null;
    return [{ name, text, swatch, different: differs(name), short: text.length <= 8 }];
  });
  const rank = (chip: (typeof chips)[number]): number => (chip.different ? 0 : 2) + (chip.short ? 0 : 1);
  return chips
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, most)
    .map(({ name, text, swatch }) => ({ name, text, swatch }));
}
