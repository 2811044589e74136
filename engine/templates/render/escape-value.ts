import { assertNever } from '#shared/model/assert-never.ts';
import type { Position } from './position.ts';

/** A value that the place it was meant for cannot hold, such as NUL in a style sheet. */
export class ValueNotHeld extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'ValueNotHeld';
  }
}

/** The text of a value where it is read as text: strings as they are, null as nothing, lists and objects as JSON. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const unicodeEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Inside quotes of any kind, also within an AXML attribute: no quote, brace, markup, line end or lone surrogate is left. */
function scriptStringContent(text: string): string {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\p{Cc}\p{Cs}"'`\\${}<>&\u2028\u2029\uFEFF]/gu, (found) =>
    found.length === 2 ? found : unicodeEscape(found),
  );
}

function literal(value: unknown, quote: '"' | "'"): string {
  if (typeof value === 'string') return `${quote}${scriptStringContent(value)}${quote}`;
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, quote)).join(', ')}]`;
  if (typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `[${literal(key, quote)}]: ${literal(item, quote)}`)
      .join(', ')} }`;
  }
  return String(value);
}

// Nothing that markup, an expression or white-space folding could change.
const plainAxml = /^(?![ ])(?!.*[ ]{2})[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}&<>"'{}\\\uFEFF]*(?<! )$/u;

function styleEscape(character: string): string {
  return `\\${(character.codePointAt(0) ?? 0).toString(16)} `;
}

function requireHeld(text: string, file: string): string {
  if (text.includes('\0')) throw new ValueNotHeld(`${file} cannot hold the character U+0000`);
  return requireWellFormed(text, file);
}

function requireWellFormed(text: string, file: string): string {
  if (!text.isWellFormed()) throw new ValueNotHeld(`${file} cannot hold half of a surrogate pair`);
  return text;
}

const styleToken = /^(?:#[0-9A-Fa-f]{3,8}|-?(?:\d+\.?\d*|\.\d+)(?:rpx|px|%|em|rem|vh|vw|s|ms|deg)?)$/;

/** Colours and dimensions as they are; anything else as one identifier. */
function styleValue(text: string): string {
  if (styleToken.test(text)) return text;
  if (text === '') throw new ValueNotHeld('a style value cannot be empty');
  return requireHeld(text, 'a style sheet').replace(/^-?\d|[^\p{L}\p{N}_-]|^-$|^--/gu, (found) => Array.from(found, styleEscape).join(''));
}

function markdownText(text: string): string {
  return requireHeld(text, 'Markdown')
    .replace(/[!#$&()*+\-.:<=>@[\\\]^_`{|}~]/g, '\\$&')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]|^ +| +$| {2,}/gu, (found) => Array.from(found, (character) => `&#${character.codePointAt(0)};`).join(''));
}

/**
 * A value written for the place it lands in, so that reading the file gives back exactly that value.
 * Throws {@link ValueNotHeld} for what the format has no way to write.
 */
export function escapeValue(value: unknown, position: Position): string {
  switch (position.kind) {
    case 'verbatim':
      return requireWellFormed(textOf(value), 'a text file');
    case 'markdown-text':
      return markdownText(textOf(value));
    case 'script-code':
      return literal(value, "'");
    case 'script-string':
      return scriptStringContent(textOf(value));
    case 'expression-code':
      return literal(value, position.quote);
    case 'axml-text': {
      const text = textOf(value);
      return plainAxml.test(text) ? text : `{{${position.quote}${scriptStringContent(text)}${position.quote}}}`;
    }
    case 'style-value':
      return styleValue(textOf(value));
    case 'style-string':
      return requireHeld(textOf(value), 'a style sheet').replace(/[\p{Cc}"'\\<>\u2028\u2029]/gu, styleEscape);
    case 'refused':
      throw new ValueNotHeld(`a value cannot stand in ${position.where}`);
    default:
      return assertNever(position);
  }
}
