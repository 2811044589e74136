import { parseExpressionAt } from 'acorn';

function isExpression(source: string): boolean {
  try {
    const { end } = parseExpressionAt(source, 0, { ecmaVersion: 'latest', allowAwaitOutsideFunction: true });
    return source.slice(end).trim().replace(/;+$/, '') === '';
  } catch {
    return false;
  }
}

/**
 * What a person typed into the console, as a script of the phone's origin: an expression gives its value, statements
 * give none. Syntax errors are the worker's to tell, at the right line.
 */
export function evaluationScript(source: string): string {
  const body = isExpression(source) ? `return (\n${source.trim().replace(/;+$/, '')}\n);` : `\n${source}\n`;
  const kind = /\bawait\b/.test(source) ? 'async function' : 'function';
  return `defineEvaluation(${kind} (my, getApp, getCurrentPages, console, require) { ${body} });`;
}
