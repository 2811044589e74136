import { MarkedText, type Position } from './position.ts';

function readString(marked: MarkedText, quote: string): void {
  marked.at++;
  while (!marked.done) {
    const character = marked.text[marked.at];
    if (character === '\\') marked.skipEscape();
    else if (character === quote || character === '\n') {
      marked.at++;
      return;
    } else if (!marked.takeMarker({ kind: 'style-string' })) marked.at++;
  }
}

/** Where the values of an `.acss` file stand. */
export function stylePositions(text: string): Position[] {
  const marked = new MarkedText(text);
  while (!marked.done) {
    const character = marked.text[marked.at] ?? '';
    if (marked.startsWith('/*')) marked.skipPast('*/', 'a comment');
    else if (character === '"' || character === "'") readString(marked, character);
    else if (character === '\\') marked.skipEscape();
    else if (/^url\(\s*[^"'\s]/i.test(marked.text.slice(marked.at, marked.at + 64))) marked.skipPast(')', 'an unquoted url()');
    else if (!marked.takeMarker({ kind: 'style-value' })) marked.at++;
  }
  return marked.positions;
}
