export interface Position {
  line: number;
  column: number;
}

/** Turns offsets of one text into zero-based lines and columns, and back. Lines end with LF, CRLF or CR. */
export interface LineIndex {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  return {
    positionAt(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = lastAtMost(starts, clamped);
      return { line, column: clamped - (starts[line] ?? 0) };
    },
    offsetAt({ line, column }) {
      const start = starts[Math.max(0, Math.min(line, starts.length - 1))] ?? 0;
      const end = starts[line + 1] ?? text.length;
      return line < 0 ? 0 : line >= starts.length ? text.length : Math.min(start + Math.max(0, column), end);
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n|\r|\n/g)) starts.push(ending.index + ending[0].length);
  return starts;
}

function lastAtMost(sorted: number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
