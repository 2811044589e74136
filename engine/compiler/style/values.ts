import { styleUrl } from './urls.ts';

export interface ValueContext {
  /** Project path of the file. */
  path: string;
  /** `window.responsive: false` makes 2rpx one pixel whatever the screen. */
  responsive: boolean;
  onRelativeUrl(url: string): void;
}

const token =
  /url\(\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|([^)"'\s]*))\s*\)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/|(?<![\w#-])([+-]?(?:\d+\.?\d*|\.\d+))(rpx|vh)(?![\w-])/gi;

/** Rewrites the units and addresses of a declaration's value. */
export function rewriteValue(value: string, context: ValueContext): string {
  if (!/rpx|vh|url\(/i.test(value)) return value;
  return value.replace(token, (whole, double?: string, single?: string, bare?: string, amount?: string, unit?: string) => {
    if (amount !== undefined && unit !== undefined)
      return unit.toLowerCase() === 'rpx' ? rpx(Number(amount), context) : `calc(var(--a-vh) * ${Number(amount)})`;
    const url = double ?? single ?? bare;
    return url === undefined ? whole : rewriteUrl(url, context);
  });
}

/** Rewrites `rpx` in the conditions of a media query, where variables do not exist. */
export function rewriteCondition(condition: string, context: ValueContext): string {
  return /rpx/i.test(condition) ? condition.replace(/(?<![\w#-])(\d+\.?\d*|\.\d+)rpx\b/gi, (_, amount: string) => rpx(Number(amount), context)) : condition;
}

function rpx(amount: number, { responsive }: ValueContext): string {
  return responsive ? `${rounded((amount * 100) / 750)}vw` : `${rounded(amount / 2)}px`;
}

/** Fewer digits would make some lengths a 64th of a pixel too short. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function rewriteUrl(url: string, context: ValueContext): string {
  const { address, problem } = styleUrl(url.replace(/\\(.)/g, '$1'), context.path);
  if (problem === 'relative') context.onRelativeUrl(url);
  return `url("${address.replace(/["\\\n]/g, (character) => encodeURIComponent(character))}")`;
}
