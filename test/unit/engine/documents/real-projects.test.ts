import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { documentLimits, type TextFormat } from '#shared/model/documents.ts';
import { decodeDocument } from '../../../../engine/documents/decode.ts';
import { encodeDocument } from '../../../../engine/documents/encode.ts';

function asEdited(text: string, { lineEnding }: TextFormat): string {
  return text.replace(/\r\n|\r|\n/g, lineEnding === 'crlf' ? '\r\n' : '\n');
}

it.each(['antd-mini', 'mini-ali-ui'])('keeps every byte of every file of %s', async (name) => {
  const root = join(import.meta.dirname, '../../../../node_modules', name);
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(100);
  let texts = 0;
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    const document = bytes.length < documentLimits.plainAbove ? decodeDocument(bytes) : null;
    if (document === null) continue;
    texts++;
    const { text, format } = document;
    expect(encodeDocument(asEdited(text, format), format, text, file.name).equals(bytes), file.name).toBe(true);
  }
  expect(texts).toBeGreaterThan(100);
});
