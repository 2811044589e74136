import { type ParseError, parse } from 'jsonc-parser';

export type ParsedJson = { kind: 'valid'; value: unknown } | { kind: 'invalid'; line: number; column: number };

/** 1-based line and column, in UTF-16 units, of an offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const breaks = before.match(/\r\n|\r|\n/g);
  const lastBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return { line: (breaks?.length ?? 0) + 1, column: offset - lastBreak };
}

/** Parses JSON as the platform's tools read it: comments, a BOM and trailing commas are allowed. */
export function parseJsonText(text: string): ParsedJson {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const errors: ParseError[] = [];
  const value: unknown = parse(text.slice(start), errors, { allowTrailingComma: true });
  const first = errors[0];
  return first ? { kind: 'invalid', ...positionAt(text.slice(start), first.offset) } : { kind: 'valid', value };
}
