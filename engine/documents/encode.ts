import type { Encoding, TextFormat } from '#shared/model/documents.ts';
import { AppError } from '#shared/model/errors.ts';
import { bomOf, decodeDocument, encodeAs } from './decode.ts';
import { applyLineEnding, restoreLineEndings } from './line-endings.ts';

function firstLoneSurrogate(text: string): number {
  const match = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
  return match?.index ?? -1;
}

/** Offset of the first character that the encoding cannot hold, or -1. */
function firstUnencodable(text: string, encoding: Encoding, bytes: Buffer): number {
  if (encoding === 'utf16le' || encoding === 'utf16be') return -1;
  if (encoding === 'utf8') return text.isWellFormed() ? -1 : firstLoneSurrogate(text);
  if (encoding === 'latin1') return text.search(/[^\0-\xFF]/);
  if (!text.isWellFormed()) return firstLoneSurrogate(text);
  const back = decodeDocument(bytes, 'gb18030')?.text ?? '';
  return back === text ? -1 : firstGb18030Loss(text);
}

function firstGb18030Loss(text: string): number {
  let offset = 0;
  for (const character of text) {
    const back = decodeDocument(encodeAs(character, 'gb18030'), 'gb18030')?.text;
    if (back !== character) return offset;
    offset += character.length;
  }
  return -1;
}

function characterAt(text: string, offset: number): string {
  const point = text.codePointAt(offset) ?? 0;
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return isSurrogate ? `U+${point.toString(16).toUpperCase()}` : String.fromCodePoint(point);
}

function refuse(text: string, offset: number, encoding: Encoding, path: string): never {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  throw new AppError('ENCODING_CANNOT_HOLD', {
    path,
    encoding,
    character: characterAt(text, offset),
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
  });
}

/**
 * The bytes of an edited text. `base` is the text that is on disk now: with mixed line endings, lines that did not change
 * keep theirs. `ENCODING_CANNOT_HOLD` when a character has no bytes in the encoding.
 */
export function encodeDocument(text: string, format: TextFormat, base: string | null, path: string): Buffer {
  const ended = format.lineEnding === 'mixed' ? restoreLineEndings(text, base) : applyLineEnding(text, format.lineEnding);
  const bytes = encodeAs(ended, format.encoding);
  const offset = firstUnencodable(ended, format.encoding, bytes);
  if (offset >= 0) refuse(ended, offset, format.encoding, path);
  return format.bom ? Buffer.concat([bomOf(format.encoding), bytes]) : bytes;
}
