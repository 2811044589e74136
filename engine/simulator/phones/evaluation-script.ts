import { parse, parseExpressionAt } from 'acorn';

const options = { ecmaVersion: 'latest', allowAwaitOutsideFunction: true } as const;

function isExpression(source: string): boolean {
  try {
    const { end } = parseExpressionAt(source, 0, options);
    return source.slice(end).trim().replace(/;+$/, '') === '';
  } catch {
    return false;
  }
}

/** Statements that end with an expression give its value, as consoles do; others, and text that is no JavaScript, stay as they are. */
function withLastValue(source: string): string {
  try {
    const last = parse(source, { ...options, sourceType: 'script', allowReturnOutsideFunction: true }).body.at(-1);
    if (last?.type !== 'ExpressionStatement') return source;
    const { start, end } = last.expression;
    return `${source.slice(0, last.start)}return (${source.slice(start, end)}\n);`;
  } catch {
    return source;
  }
}

/**
 * What a person typed into the console, as a script of the phone's origin: an expression gives its value, statements
 * that of the last one when that is an expression. Syntax errors are the worker's to tell, at the right line.
 */
export function evaluationScript(source: string): string {
  const body = isExpression(source) ? `return (\n${source.trim().replace(/;+$/, '')}\n);` : `\n${withLastValue(source)}\n`;
  const kind = /\bawait\b/.test(source) ? 'async function' : 'function';
  return `defineEvaluation(${kind} (my, getApp, getCurrentPages, console, require) { ${body} });`;
}
