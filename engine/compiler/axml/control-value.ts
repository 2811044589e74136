import type { Span } from '#shared/model/diagnostics.ts';
import type { AxmlBinding, AxmlLiteral, AxmlValue } from './ast.ts';
import { parseExpression } from './expression.ts';
import type { AxmlSource } from './source.ts';

const control = new Set(['a:for', 'a:for-items', 'a:if', 'a:elif']);

/**
 * Values of `a:for` and `a:if` are expressions. Spaces around a binding are left out, and text without braces
 * (`a:for="items"`, `a:for="(items"`) is taken for the expression it probably means.
 */
export function controlValue(source: AxmlSource, name: string, value: AxmlValue): AxmlValue {
  if (!control.has(name) || value.parts.length === 0) return value;
  const bindings = value.parts.filter((part) => part.type === 'binding');
  const words = value.parts.filter((part): part is AxmlLiteral => part.type === 'literal' && part.text.trim() !== '');
  if (words.length === 0) return { span: value.span, parts: bindings };
  return bindings.length === 0 ? { span: value.span, parts: [guess(source, name, value.span)] } : value;
}

function guess({ text, report }: AxmlSource, name: string, span: Span): AxmlBinding {
  const inner = meantSpan(text, span);
  const source = text.slice(inner.start, inner.end);
  const { expression } = parseExpression(source, inner, 'expression');
  report.warning('axml-missing-braces', span, { name, expression: source, open: '{{', close: '}}' });
  return { type: 'binding', span, expression };
}

/** The part of the text that is an expression: all of it, what follows `item in`, or the longest path in it. */
function meantSpan(text: string, span: Span): Span {
  const whole = trimmed(text, span);
  const list = /^\(?\s*[\w$]+(?:\s*,\s*[\w$]+)?\s*\)?\s+(?:in|of)\s+/.exec(text.slice(whole.start, whole.end));
  if (list) return trimmed(text, { start: whole.start + list[0].length, end: whole.end });
  if (parseExpression(text.slice(whole.start, whole.end), whole, 'expression').error === null) return whole;
  const path = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[[^\]]*\])*/.exec(text.slice(whole.start, whole.end));
  if (!path) return whole;
  return { start: whole.start + path.index, end: whole.start + path.index + path[0].length };
}

function trimmed(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end);
  return {
    start: start + raw.length - raw.trimStart().length,
    end: Math.max(start + raw.length - raw.trimStart().length, end - raw.length + raw.trimEnd().length),
  };
}
