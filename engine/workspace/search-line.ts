import type { SearchHit } from '#shared/model/search.ts';

/** How much of a long line is kept, and how much of that before the first match, in UTF-16 units. */
const kept = { length: 400, before: 80 };

export interface LineMatches {
  line: number;
  /** The line with its break. */
  text: string;
  /** Byte offsets in the UTF-8 form of the line. */
  matches: readonly { start: number; end: number }[];
}

/** Maps byte offsets, asked for in rising order, to UTF-16 units. */
function columnMapper(text: string): (byte: number) => number {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length === text.length) return (byte) => byte;
  let seenBytes = 0;
  let seenUnits = 0;
  return (byte) => {
    if (byte < seenBytes) return bytes.toString('utf8', 0, byte).length;
    seenUnits += bytes.toString('utf8', seenBytes, byte).length;
    seenBytes = byte;
    return seenUnits;
  };
}

/** Does not cut a surrogate pair in two. */
function cutStart(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/** One line of ripgrep as the renderer shows it: columns in UTF-16 units, a long line cut around its first match. */
export function toSearchHit({ line, text, matches }: LineMatches, limit: number): SearchHit {
  const content = text.replace(/\r?\n[\s\S]*$/, '');
  const unitOf = columnMapper(text);
  const found = matches.slice(0, limit).map(({ start, end }) => ({ start: unitOf(start), end: unitOf(end) }));
  const first = found[0]?.start ?? 0;
  const from = content.length > kept.length ? cutStart(content, Math.max(0, Math.min(first - kept.before, content.length - kept.length))) : 0;
  const cut = content.slice(from, from + kept.length);
  const ranges = found
    .map(({ start, end }) => ({ start, end: Math.min(end, Math.max(start, content.length)) }))
    .filter(({ start }) => start - from <= cut.length)
    .map(({ start, end }) => ({ column: start + 1, endColumn: end + 1, offset: start - from, length: Math.min(end - start, cut.length - (start - from)) }));
  return { line, text: cut, ranges };
}
