const anyBreak = /\r\n|\r|\n/g;

/** Every line break of a text as LF or CRLF. */
export function applyLineEnding(text: string, lineEnding: 'lf' | 'crlf'): string {
  if (lineEnding === 'lf') return text.includes('\r') ? text.replace(anyBreak, '\n') : text;
  return text.replace(anyBreak, '\r\n');
}

interface Lines {
  contents: string[];
  /** The break after each line; one less than lines. */
  breaks: string[];
}

function splitLines(text: string): Lines {
  return { contents: text.split(/\r\n|\r|\n/), breaks: text.match(anyBreak) ?? [] };
}

function dominantBreak(breaks: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of breaks) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['\n', 0] as [string, number])[0];
}

/** Above this many pairs of changed lines no longer common subsequence is looked for. */
const maximumPairs = 4_000_000;

/** For each line of `b` the line of `a` that it is, along a longest common subsequence; -1 for a new line. */
function matchLines(a: readonly string[], b: readonly string[]): number[] {
  const matched = new Array<number>(b.length).fill(-1);
  if (a.length === 0 || b.length === 0 || a.length * b.length > maximumPairs) return matched;
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) matched[j++] = i++;
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return matched;
}

/** For each line of `text` the unchanged line of `base`, or -1. */
function unchangedLines(base: readonly string[], text: readonly string[]): number[] {
  const shorter = Math.min(base.length, text.length);
  let start = 0;
  while (start < shorter && base[start] === text[start]) start++;
  let end = 0;
  while (end < shorter - start && base[base.length - 1 - end] === text[text.length - 1 - end]) end++;
  const middle = matchLines(base.slice(start, base.length - end), text.slice(start, text.length - end));
  return text.map((_, index) => {
    if (index < start) return index;
    if (index >= text.length - end) return index - text.length + base.length;
    const match = middle[index - start] ?? -1;
    return match < 0 ? -1 : match + start;
  });
}

/**
 * Gives a text whose line breaks were made equal by an editor the mixed breaks of `base` back: lines that did not change
 * keep their own, new and changed lines get the one that is most frequent.
 */
export function restoreLineEndings(text: string, base: string | null): string {
  if (base === null) return applyLineEnding(text, 'lf');
  const old = splitLines(base);
  const dominant = dominantBreak(old.breaks);
  const { contents } = splitLines(text);
  const origins = unchangedLines(old.contents, contents);
  const last = contents.length - 1;
  return contents.map((line, index) => (index === last ? line : line + (old.breaks[origins[index] ?? -1] ?? dominant))).join('');
}
