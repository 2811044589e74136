import { MarkedText, type Position } from './position.ts';
import { readScript } from './script-positions.ts';

type Quote = '"' | "'";

function readExpression(marked: MarkedText, attributeQuote: Quote | undefined): void {
  marked.at += 2;
  const quote: Quote = attributeQuote === "'" ? '"' : "'";
  readScript(marked, { code: { kind: 'expression-code', quote }, end: '}}', ...(attributeQuote === undefined ? {} : { attributeQuote }) });
  if (marked.startsWith('}}')) marked.at += 2;
}

/** Beside a stray brace or ampersand a value could become part of an expression or of an entity. */
function besideMarkup(marked: MarkedText): boolean {
  const end = marked.text.indexOf('\0', marked.at + 1);
  return /[{&]$|&#$/.test(marked.text.slice(Math.max(0, marked.at - 2), marked.at)) || marked.text[end + 1] === '}';
}

function textPosition(marked: MarkedText, quote: Quote): Position {
  return besideMarkup(marked) ? { kind: 'refused', where: 'front of or behind a stray brace or ampersand' } : { kind: 'axml-text', quote };
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
