import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '#shared/model/errors.ts';

export interface CsvRecord {
  line: number;
  cells: string[];
}

export interface CsvFile {
  records: CsvRecord[];
  /** Lines that are not CSV, with what the parser says. */
  broken: { line: number; text: string; detail: string }[];
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const maximumBroken = 1000;

/** Counts lines as it walks forward through the bytes. */
function createLineCounter(bytes: Buffer): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (; at < offset; at++) if (bytes[at] === lineFeed) line++;
    return line;
  };
}

function skipBlankLines(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed)) at++;
  return at;
}

/** Reads records up to the end or the first that is not CSV; `failed` says where that one begins. */
function readUntilBroken(bytes: Buffer, from: number, take: (begin: number, cells: string[]) => void): { begin: number; detail: string } | null {
  let begin = from;
  try {
    parse(bytes.subarray(from), {
      bom: false,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { bytes: consumed }) => {
        take(skipBlankLines(bytes, begin), cells);
        begin = from + consumed;
        return null;
      },
    });
    return null;
  } catch (error) {
    if (error instanceof CsvError) return { begin: skipBlankLines(bytes, begin), detail: error.code };
    throw error;
  }
}

/**
 * Reads CSV (RFC 4180, UTF-8, LF or CRLF) without trimming anything. A line that is not CSV is named, and reading goes on
 * after it. `MERCHANTS_FILE_INVALID` when there are too many of those.
 */
export function readCsv(text: string): CsvFile {
  const bytes = Buffer.from(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const lineAt = createLineCounter(bytes);
  const file: CsvFile = { records: [], broken: [] };
  let from = 0;
  while (from < bytes.length) {
    const failed = readUntilBroken(bytes, from, (begin, cells) => file.records.push({ line: lineAt(begin), cells }));
    if (failed === null) break;
    const line = lineAt(failed.begin);
    if (file.broken.length >= maximumBroken) throw new AppError('MERCHANTS_FILE_INVALID', { line, detail: failed.detail });
    const end = bytes.indexOf(lineFeed, failed.begin);
    from = end === -1 ? bytes.length : end + 1;
    file.broken.push({ line, text: bytes.toString('utf8', failed.begin, Math.min(from, failed.begin + 500)).trimEnd(), detail: failed.detail });
  }
  return file;
}
