import { MarkedText, type Position } from './position.ts';

const fence = /^ {0,3}(```+|~~~+)/;

/** Where the values of a Markdown file stand: code cannot hold an escaped value, text can. */
export function markdownPositions(text: string): Position[] {
  const positions: Position[] = [];
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const found = fence.exec(line)?.[1];
    const fenced: boolean = open !== null || found !== undefined;
    if (open === null && found !== undefined) open = found;
    else if (open !== null && found?.startsWith(open)) open = null;
    const marked = new MarkedText(line);
    let inCode = false;
    while (!marked.done) {
      const refused = fenced || inCode || /^(?: {4}|\t)/.test(line);
      if (marked.text[marked.at] === '\\') {
        marked.skipEscape();
        continue;
      }
      if (marked.text[marked.at] === '`') inCode = !inCode;
      if (!marked.takeMarker(refused ? { kind: 'refused', where: 'code' } : { kind: 'markdown-text' })) marked.at++;
    }
    marked.positions.forEach((position, index) => {
      positions[index] = position;
    });
  }
  return positions;
}
