import { MarkedText, type Position } from './position.ts';

export interface ScriptRules {
  code: Position;
  /** Ends the script; not consumed. Undefined: the end of the text. */
  end?: string;
  /** The quote around the attribute that holds the script: it ends the script as well. */
  attributeQuote?: '"' | "'";
}

const beforeRegularExpression = /(?:^|[([{,;:=!?&|+\-*%~^<>}\n]|\b(?:return|typeof|case|in|of|delete|void|throw|new|else|do|await|yield))\s*$/;

function readString(marked: MarkedText, quote: string): void {
  marked.at++;
  while (!marked.done) {
    const character = marked.text[marked.at];
    if (character === '\\') marked.skipEscape();
    else if (character === quote || (character === '\n' && quote !== '`')) {
      marked.at++;
      return;
    } else if (quote === '`' && marked.startsWith('${')) {
      marked.at += 2;
      readScript(marked, { code: { kind: 'script-code' }, end: '}' });
      marked.at++;
    } else if (!marked.takeMarker({ kind: 'script-string' })) marked.at++;
  }
}

function readRegularExpression(marked: MarkedText): void {
  let inClass = false;
  marked.at++;
  while (!marked.done) {
    const character = marked.text[marked.at];
    if (character === '\\') {
      marked.skipEscape();
      continue;
    }
    if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    if (character === '\n') return;
    if (marked.takeMarker({ kind: 'refused', where: 'a regular expression' })) continue;
    marked.at++;
    if (character === '/' && !inClass) return;
  }
}

/** Notes where the markers of a script (or of an expression) stand. */
export function readScript(marked: MarkedText, rules: ScriptRules): void {
  let depth = 0;
  const start = marked.at;
  while (!marked.done) {
    const character = marked.text[marked.at] ?? '';
    if (depth === 0 && rules.end !== undefined && marked.startsWith(rules.end)) return;
    if (character === rules.attributeQuote) return;
    if (character === '"' || character === "'" || character === '`') readString(marked, character);
    else if (marked.startsWith('//')) marked.skipPast('\n', 'a comment');
    else if (marked.startsWith('/*')) marked.skipPast('*/', 'a comment');
    else if (character === '/' && beforeRegularExpression.test(marked.text.slice(Math.max(start, marked.at - 40), marked.at))) readRegularExpression(marked);
    else if (!marked.takeMarker(rules.code)) {
      if (character === '{') depth++;
      if (character === '}') depth--;
      marked.at++;
    }
  }
}

/** Where the values of a `.js` or `.sjs` file stand. */
export function scriptPositions(text: string): Position[] {
  const marked = new MarkedText(text);
  readScript(marked, { code: { kind: 'script-code' } });
  return marked.positions;
}
