import type { Span } from '#shared/model/diagnostics.ts';
import type { AxmlBinding, AxmlPart, AxmlValue } from './ast.ts';
import { decodeEntities } from './entities.ts';
import { type ExpressionForm, parseExpression } from './expression.ts';
import type { AxmlSource } from './source.ts';

/** Parses text with bindings that lies in `span`. `ends` are the closing offsets of bindings already found, by opening offset. */
export function parseValue(source: AxmlSource, span: Span, form: ExpressionForm, ends: Map<number, number>): AxmlValue {
  const parts: AxmlPart[] = [];
  let at = span.start;
  for (const [open, close] of ends) {
    if (open > at) parts.push(literal(source, { start: at, end: open }));
    parts.push(binding(source, { start: open, end: close + 2 }, form));
    at = close + 2;
  }
  if (at < span.end) parts.push(literal(source, { start: at, end: span.end }));
  return { span, parts };
}

/** Finds the bindings in a range whose end is known. */
export function findBindings(source: AxmlSource, span: Span): Map<number, number> {
  const ends = new Map<number, number>();
  for (let open = source.text.indexOf('{{', span.start); open !== -1 && open + 2 <= span.end; ) {
    const close = source.mustaches.findEnd(open, span.end, { stopAtTags: false });
    if (close === -1) {
      source.report.error('axml-unclosed-binding', { start: open, end: open + 2 });
      break;
    }
    ends.set(open, close);
    open = source.text.indexOf('{{', close + 2);
  }
  return ends;
}

function literal({ text }: AxmlSource, span: Span): AxmlPart {
  return { type: 'literal', span, text: decodeEntities(text.slice(span.start, span.end)) };
}

function binding({ text, report }: AxmlSource, span: Span, form: ExpressionForm): AxmlBinding {
  const inner = { start: span.start + 2, end: span.end - 2 };
  const { expression, error } = parseExpression(text.slice(inner.start, inner.end), inner, form);
  if (error) report.error('axml-invalid-expression', error.span, { reason: error.reason });
  if (expression.type === 'empty') report.warning('axml-empty-binding', span);
  return { type: 'binding', span, expression };
}
