import { readFile } from 'node:fs/promises';
import { applyEdits, type FormattingOptions, type JSONPath, modify } from 'jsonc-parser';
import { bomOf, decodeDocument, encodeAs } from '#engine/documents/index.ts';
import { fileError, resolveInside, type WorkspaceRoot } from '#engine/files/index.ts';
import type { TextFormat } from '#shared/model/documents.ts';
import { AppError } from '#shared/model/errors.ts';
import { parseJsonText } from '../json-text.ts';

/** A JSON file of a project, to be edited without touching what is not meant. */
export interface JsonDocument {
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
  readonly format: TextFormat;
  readonly value: Record<string, unknown>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a JSON object of a workspace. `NOT_FOUND`; `JSON_INVALID` with the place when it does not parse or is no object. */
export async function readJsonDocument(root: WorkspaceRoot, path: string): Promise<JsonDocument> {
  const absolute = await resolveInside(root, path);
  const bytes = await readFile(absolute).catch((error: unknown) => {
    throw fileError(error, path);
  });
  const document = decodeDocument(bytes);
  if (document === null) throw new AppError('JSON_INVALID', { path, line: 1, column: 1 });
  const parsed = parseJsonText(document.text);
  if (parsed.kind === 'invalid') throw new AppError('JSON_INVALID', { path, line: parsed.line, column: parsed.column });
  if (!isObject(parsed.value)) throw new AppError('JSON_INVALID', { path, line: 1, column: 1 });
  return { path, absolute, text: document.text, format: document.format, value: parsed.value };
}

/** The indentation and line break that most of a text uses. */
export function formattingOf(text: string): FormattingOptions {
  const indentation = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const insertSpaces = !indentation.startsWith('\t');
  return { insertSpaces, tabSize: insertSpaces ? Math.min(indentation.length, 8) : 4, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** The bytes after one value was set; everything else, comments included, stays character for character. */
export function withValue(document: JsonDocument, path: JSONPath, value: unknown, insert = false): Buffer {
  const edits = modify(document.text, path, value, { formattingOptions: formattingOf(document.text), isArrayInsertion: insert });
  const bytes = encodeAs(applyEdits(document.text, edits), document.format.encoding);
  return document.format.bom ? Buffer.concat([bomOf(document.format.encoding), bytes]) : bytes;
}
