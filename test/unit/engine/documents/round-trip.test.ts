import { readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '#engine/documents/index.ts';
import { openDocument } from '../../../../engine/documents/open-document.ts';
import { type SaveBase, saveDocument } from '../../../../engine/documents/save-document.ts';
import { failureOf, makeFolder, type TestFolder } from '../support/make-folder.ts';

const breaks = fc.constantFrom('\n', '\r\n', '\r');
const line = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ''));
const mixedText = fc.array(fc.tuple(line, breaks), { maxLength: 12 }).map((lines) => lines.flat().join(''));

const wellFormedBytes = mixedText.chain((text) =>
  fc.constantFrom(
    Buffer.from(text, 'utf8'),
    Buffer.from(`\uFEFF${text}`, 'utf8'),
    Buffer.from(`\uFEFF${text}`, 'utf16le'),
    Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    iconv.encode(text, 'gb18030'),
    Buffer.from(text, 'latin1'),
  ),
);
const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));

/** What Monaco makes of a text: one kind of line break. */
function asEdited(text: string): string {
  return text.replace(/\r\n|\r|\n/g, text.includes('\r\n') ? '\r\n' : '\n');
}

async function openAndSave(folder: TestFolder, edit: (text: string) => string, base?: SaveBase) {
  const opened = await openDocument(folder.root, 'file.txt');
  if (opened.kind !== 'text') return null;
  const request = { path: 'file.txt', text: edit(opened.text), format: opened.format, base: base ?? { kind: 'etag' as const, etag: opened.etag } };
  return saveDocument(folder.root, request, { copiesDirectory: folder.at('copies') });
}

describe('documents on an untouched round trip', () => {
  it.each([
    ['text in any encoding', wellFormedBytes],
    ['any bytes', anyBytes],
  ])('keep every byte: %s', async (_, bytesOf) => {
    await using folder = await makeFolder();
    await fc.assert(
      fc.asyncProperty(bytesOf, async (bytes) => {
        await writeFile(folder.at('file.txt'), bytes);
        const outcome = await openAndSave(folder, asEdited);
        expect(await readFile(folder.at('file.txt'))).toEqual(bytes);
        if (outcome) expect(outcome.method).toBe('unchanged');
      }),
      { numRuns: 400 },
    );
  });

  it('keep every byte that was not edited', async () => {
    await using folder = await makeFolder();
    const edits = fc.tuple(mixedText, fc.nat(), line);
    await fc.assert(
      fc.asyncProperty(edits, async ([text, at, inserted]) => {
        const mixed = `first\r\nsecond\n${text}`;
        await writeFile(folder.at('file.txt'), mixed);
        const lines = mixed.split(/\r\n|\r|\n/);
        const index = at % lines.length;
        const unique = `\u2023${inserted}`;
        await openAndSave(folder, () => lines.with(index, unique).join('\n'));
        const offset = lines.slice(0, index).reduce((sum, content, i) => sum + content.length + (mixed.match(/\r\n|\r|\n/g)?.[i]?.length ?? 0), 0);
        const saved = await readFile(folder.at('file.txt'), 'utf8');
        const expected = (end: string) => mixed.slice(0, offset) + unique + end;
        const rest = mixed.slice(offset + (lines[index]?.length ?? 0));
        const afterBreak = rest.replace(/^(\r\n|\r|\n)/, '');
        const possible = rest === '' ? [expected('')] : ['\n', '\r\n', '\r'].map((end) => expected(end + afterBreak));
        expect(possible).toContain(saved);
      }),
      { numRuns: 400 },
    );
  });

  it.each([Buffer.from('\uFEFF\uFEFFtwo marks'), Buffer.from('\uFEFF\uFEFFtwo marks', 'utf16le'), Buffer.from([0x84, 0x31, 0x95, 0x33, 0xb5, 0xe3])])(
    'keep a second byte order mark (%j)',
    async (bytes) => {
      await using folder = await makeFolder({ 'file.txt': bytes });
      await openAndSave(folder, (text) => `${text}!`);
      const saved = await readFile(folder.at('file.txt'));
      expect(saved.subarray(0, bytes.length)).toEqual(bytes);
      expect(saved.length).toBeGreaterThan(bytes.length);
    },
  );

  it('keep lone surrogates of UTF-16', async () => {
    await using folder = await makeFolder();
    const bytes = Buffer.from('\uFEFFa\uD800b\uDC00', 'utf16le');
    await writeFile(folder.at('file.txt'), bytes);
    await openAndSave(folder, (text) => `${text}!`);
    expect(await readFile(folder.at('file.txt'))).toEqual(Buffer.concat([bytes, Buffer.from('!', 'utf16le')]));
  });
});

describe('detection', () => {
  it.each([
    ['utf8', false, Buffer.from('点心 café')],
    ['utf8', true, Buffer.from('\uFEFF点心')],
    ['utf16le', true, Buffer.from('\uFEFF点心', 'utf16le')],
    ['utf16be', true, Buffer.from('\uFEFF点心', 'utf16le').swap16()],
    ['utf16le', false, Buffer.from('plain Latin text', 'utf16le')],
    ['utf16be', false, Buffer.from('plain Latin text', 'utf16le').swap16()],
    ['gb18030', false, iconv.encode('点心 𠀀 €', 'gb18030')],
    ['latin1', false, Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a])],
    ['utf8', false, Buffer.alloc(0)],
  ])('finds %s (BOM: %s)', (encoding, bom, bytes) => {
    expect(decodeDocument(bytes)?.format).toMatchObject({ encoding, bom });
  });

  it.each([
    ['zeros in the middle', Buffer.from([0x89, 0x50, 0, 0, 1, 0, 0, 0, 7])],
    ['control characters', Buffer.from([1, 2, 3, 0xff, 4, 5, 6, 7])],
    ['half a UTF-16 unit', Buffer.from([0xff, 0xfe, 0x41])],
  ])('takes %s for binary', (_, bytes) => {
    expect(decodeDocument(bytes)).toBeNull();
  });

  it('is overruled by an encoding that was asked for, unless it would lose bytes', () => {
    expect(decodeDocument(Buffer.from('é'), 'latin1')?.text).toBe('Ã©');
    expect(decodeDocument(Buffer.from([0x63, 0xe9]), 'utf8')).toBeNull();
  });
});

describe('saving', () => {
  it.each([
    ['latin1', 'line one\nprice €', { character: '€', line: 2, column: 7 }],
    ['utf8', 'ab\uD83D', { character: 'U+D83D', line: 1, column: 3 }],
    ['gb18030', 'ab\n\uDC00', { character: 'U+DC00', line: 2, column: 1 }],
  ] as const)('says which character %s cannot hold before it writes', async (encoding, text, parameters) => {
    await using folder = await makeFolder({ 'file.txt': 'old' });
    const request = { path: 'file.txt', text, format: { encoding, bom: false, lineEnding: 'lf' as const }, base: { kind: 'overwrite' as const } };
    const failure = await failureOf(saveDocument(folder.root, request, { copiesDirectory: folder.at('copies') }));
    expect(failure).toMatchObject({ code: 'ENCODING_CANNOT_HOLD', parameters: { encoding, ...parameters } });
    expect(await readFile(folder.at('file.txt'), 'utf8')).toBe('old');
  });

  it.each([
    ['crlf', 'a\nb\r\nc', 'a\r\nb\r\nc'],
    ['lf', 'a\r\nb\nc', 'a\nb\nc'],
  ] as const)('gives every line the break of a %s file', async (lineEnding, text, bytes) => {
    await using folder = await makeFolder();
    const request = { path: 'new.txt', text, format: { encoding: 'utf8' as const, bom: false, lineEnding }, base: { kind: 'new' as const } };
    await saveDocument(folder.root, request, { copiesDirectory: folder.at('copies') });
    expect(await readFile(folder.at('new.txt'), 'utf8')).toBe(bytes);
  });

  it('keeps the breaks of lines that moved apart', async () => {
    await using folder = await makeFolder({ 'file.txt': 'a\r\nb\nc\r\nd\ne\r\nf\r\n' });
    await openAndSave(folder, () => 'a\nNEW\nb\nc\nCHANGED\ne\nf\n');
    expect(await readFile(folder.at('file.txt'), 'utf8')).toBe('a\r\nNEW\r\nb\nc\r\nCHANGED\r\ne\r\nf\r\n');
  });
});
