import iconv from 'iconv-lite';
import type { Encoding, LineEnding, TextFormat } from '#shared/model/documents.ts';

export interface DecodedText {
  text: string;
  format: TextFormat;
}

/** As much as is looked at to tell text from binary data. */
const sampleSize = 512;

const boms: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf16be', bytes: [0xfe, 0xff] },
];

/** The bytes that mark an encoding at the start of a file; empty where there is no mark. */
export function bomOf(encoding: Encoding): Uint8Array {
  return Uint8Array.from(boms.find((bom) => bom.encoding === encoding)?.bytes ?? []);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function swapPairs(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

/** Text of bytes without their BOM. Null when the bytes are not that encoding. */
function decodeAs(bytes: Buffer, encoding: Encoding): string | null {
  switch (encoding) {
    case 'utf8':
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        return null;
      }
    case 'utf16le':
      return bytes.length % 2 === 0 ? bytes.toString('utf16le') : null;
    case 'utf16be':
      return bytes.length % 2 === 0 ? swapPairs(bytes).toString('utf16le') : null;
    case 'latin1':
      return bytes.toString('latin1');
    case 'gb18030': {
      const text = iconv.decode(bytes, 'gb18030', { stripBOM: false });
      return text.includes('\uFFFD') || !iconv.encode(text, 'gb18030').equals(bytes) ? null : text;
    }
  }
}

/** Bytes of a text without a BOM. Characters that the encoding cannot hold must have been refused before. */
export function encodeAs(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text, 'utf8');
    case 'utf16le':
      return Buffer.from(text, 'utf16le');
    case 'utf16be':
      return swapPairs(Buffer.from(text, 'utf16le'));
    case 'latin1':
      return Buffer.from(text, 'latin1');
    case 'gb18030':
      return iconv.encode(text, 'gb18030');
  }
}

/** `mixed` when the text has more than one kind of line break; a lone CR, which no format names, counts as one. */
export function lineEndingOf(text: string): LineEnding {
  const crlf = text.includes('\r\n');
  const other = /(?:^|[^\r])\n|\r(?!\n)/.test(text);
  if (!crlf) return text.includes('\r') ? 'mixed' : 'lf';
  return other ? 'mixed' : 'crlf';
}

/** UTF-16 without a BOM shows in Latin text as zeros at every other byte; any other zero means that it is not text. */
function guessFromZeros(bytes: Uint8Array): 'none' | 'utf16le' | 'utf16be' | 'binary' {
  const sample = bytes.subarray(0, sampleSize);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0 && index % 2 === 0) even++;
    else if (byte === 0) odd++;
  });
  if (even === 0 && odd === 0) return 'none';
  if (even === 0 && odd >= sample.length / 4) return 'utf16le';
  if (odd === 0 && even >= sample.length / 4) return 'utf16be';
  return 'binary';
}

function hasControlCharacters(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleSize);
  const strange = sample.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
  return strange.length > sample.length / 50;
}

function decoded(bytes: Buffer, encoding: Encoding, bom: boolean): DecodedText | null {
  const text = decodeAs(bom ? bytes.subarray(bomOf(encoding).length) : bytes, encoding);
  return text === null ? null : { text, format: { encoding, bom, lineEnding: lineEndingOf(text) } };
}

/**
 * Text and format of a file's bytes, such that encoding them again gives the same bytes; null for binary data.
 * BOM first, then zero bytes, strict UTF-8, GB18030, and Latin-1 for what is left. `encoding` overrides the detection.
 */
export function decodeDocument(bytes: Buffer, encoding?: Encoding): DecodedText | null {
  const marked = boms.find((bom) => startsWith(bytes, bom.bytes));
  if (encoding !== undefined) return decoded(bytes, encoding, marked?.encoding === encoding);
  if (marked) return decoded(bytes, marked.encoding, true);
  const zeros = guessFromZeros(bytes);
  if (zeros === 'binary') return null;
  if (zeros !== 'none') return decoded(bytes, zeros, false);
  const utf8 = decoded(bytes, 'utf8', false);
  if (utf8) return utf8;
  if (hasControlCharacters(bytes)) return null;
  return decoded(bytes, 'gb18030', false) ?? decoded(bytes, 'latin1', false);
}
