import { MarkedText, type Position } from './position.ts';
import { readScript } from './script-positions.ts';

type Quote = '"' | "'";

function readExpression(marked: MarkedText, attributeQuote: Quote | undefined): void {
  marked.at += 2;
  const quote: Quote = attributeQuote === "'" ? '"' : "'";
  readScript(marked, { code: { kind: 'expression-code', quote }, end: '}}', ...(attributeQuote === undefined ? {} : { attributeQuote }) });
  if (marked.startsWith('}}')) marked.at += 2;
}

/** A value between stray braces could be read as the start or end of an expression. */
function besideBrace(marked: MarkedText): boolean {
  const end = marked.text.indexOf('\0', marked.at + 1);
  return marked.text[marked.at - 1] === '{' || marked.text[end + 1] === '}';
}

function textPosition(marked: MarkedText, quote: Quote): Position {
  return besideBrace(marked) ? { kind: 'refused', where: 'a brace outside an expression' } : { kind: 'axml-text', quote };
}

function readAttributeValue(marked: MarkedText, quote: Quote): void {
  marked.at++;
  while (!marked.done && marked.text[marked.at] !== quote) {
    if (marked.startsWith('{{')) readExpression(marked, quote);
    else if (!marked.takeMarker(textPosition(marked, quote === '"' ? "'" : '"'))) marked.at++;
  }
  marked.at++;
}

function readTag(marked: MarkedText): void {
  marked.at++;
  while (!marked.done && marked.text[marked.at] !== '>') {
    const character = marked.text[marked.at];
    if (character === '"' || character === "'") readAttributeValue(marked, character);
    else if (!marked.takeMarker({ kind: 'refused', where: 'a tag, outside a quoted attribute' })) marked.at++;
  }
  marked.at++;
}

/** Where the values of an `.axml` file stand. */
export function axmlPositions(text: string): Position[] {
  const marked = new MarkedText(text);
  while (!marked.done) {
    if (marked.startsWith('<!--')) marked.skipPast('-->', 'a comment');
    else if (marked.startsWith('<![CDATA[')) marked.skipPast(']]>', 'a CDATA section');
    else if (marked.startsWith('{{')) readExpression(marked, undefined);
    else if (/^<[/A-Za-z\0]/.test(marked.text.slice(marked.at, marked.at + 2))) readTag(marked);
    else if (!marked.takeMarker(textPosition(marked, "'"))) marked.at++;
  }
  return marked.positions;
}
