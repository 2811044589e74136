import type { Instance } from './instance.ts';
import { str } from './values.ts';

/** What inline styles depend on besides their text. */
export interface StyleContext {
  /** False: 2 rpx are 1 CSS pixel, whatever the screen's width. */
  responsive: boolean;
  resourceUrl(address: string): string;
}

const tokens = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)|"[^"]*"|'[^']*'|(?<![\w#-])(-?(?:\d+\.?\d*|\.\d+))(rpx|vh)\b/gi;

/** Converts lengths and addresses of mini-program CSS to what the document understands. */
export function convertStyle(text: string, { responsive, resourceUrl }: StyleContext): string {
  if (!/rpx|vh|url\(|!/i.test(text)) return text;
  // Inline styles know no `!important` on phones.
  return text.replace(/!\s*important/gi, '').replace(tokens, (whole, double?: string, single?: string, bare?: string, amount?: string, unit?: string) => {
    const address = double ?? single ?? bare;
    if (address !== undefined) return `url("${resourceUrl(address.trim()).replace(/["\\\n]/g, encodeURIComponent)}")`;
    if (amount === undefined) return whole;
    return cssLength(Number(amount), unit?.toLowerCase() === 'vh' ? 'vh' : 'rpx', responsive);
  });
}

function cssLength(amount: number, unit: 'rpx' | 'vh', responsive: boolean): string {
  if (unit === 'vh') return `calc(var(--a-vh) * ${amount})`;
  return responsive ? `${Number(((amount * 100) / 750).toFixed(9))}vw` : `${amount / 2}px`;
}

/** Enough for a program's styles; values that never repeat must not fill the memory. */
const cacheLimit = 2000;
const caches = new Map<string, Map<string, string>>();

/** The value of a `style` attribute as CSS: a text, or an object with names in camelCase. */
export function inlineStyle(value: unknown, instance: Instance): string {
  const text = typeof value === 'object' && value !== null && !Array.isArray(value) ? objectText(value) : str(value);
  if (text === '') return '';
  const { responsive } = instance.page;
  const base = instance.unit.path;
  const group = `${responsive} ${/url\(/i.test(text) ? base : ''}`;
  const cache = caches.get(group) ?? new Map<string, string>();
  caches.set(group, cache);
  const known = cache.get(text);
  if (known !== undefined) return known;
  const css = convertStyle(text, { responsive, resourceUrl: (address) => instance.page.environment.resourceUrl(address, base) });
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(text, css);
  return css;
}

function objectText(value: object): string {
  const entries = Object.entries(value).map(([name, part]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${str(part)}`);
  return entries.join(';');
}
