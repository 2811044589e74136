import type { AxmlAttribute, AxmlValue } from './ast.ts';
import { controlValue } from './control-value.ts';
import { type ExpressionForm, parseExpression } from './expression.ts';
import type { AxmlSource } from './source.ts';
import { findBindings, parseValue } from './value.ts';

const attributeName = /[^\s"'<>/={}]+/y;
const equals = /\s*=\s*/y;
const unquotedStop = /[\s<>]|\/>|\{\{/g;

/** Parses the attribute that starts at `at`, or null when no name starts there. `element` is the tag's name. */
export function parseAttribute(source: AxmlSource, at: number, element: string): AxmlAttribute | null {
  const { text } = source;
  attributeName.lastIndex = at;
  const name = attributeName.exec(text)?.[0];
  if (name === undefined) return null;
  const nameSpan = { start: at, end: at + name.length };
  equals.lastIndex = nameSpan.end;
  const sign = equals.exec(text)?.[0];
  if (sign === undefined) return { type: 'attribute', span: nameSpan, name, nameSpan, value: null };
  const form: ExpressionForm = name === 'data' && element === 'template' ? 'object' : 'expression';
  const start = nameSpan.end + sign.length;
  const { value, end } = text[start] === '"' || text[start] === "'" ? parseQuoted(source, start, name, form) : parseUnquoted(source, start, name, form);
  return { type: 'attribute', span: { start: at, end }, name, nameSpan, value: value && controlValue(source, name, value) };
}

interface Parsed {
  value: AxmlValue | null;
  /** Where the attribute ends. */
  end: number;
}

function parseUnquoted(source: AxmlSource, start: number, name: string, form: ExpressionForm): Parsed {
  const end = endOfUnquoted(source, start);
  if (end === start) {
    const signEnd = source.text.lastIndexOf('=', start) + 1;
    source.report.error('axml-missing-value', { start: signEnd - 1, end: signEnd }, { name });
    return { value: null, end: signEnd };
  }
  const span = { start, end };
  source.report.warning('axml-unquoted-attribute', span, { name });
  return { value: parseValue(source, span, form, findBindings(source, span)), end };
}

function endOfUnquoted({ text, mustaches }: AxmlSource, start: number): number {
  unquotedStop.lastIndex = start;
  for (let stop = unquotedStop.exec(text); stop; stop = unquotedStop.exec(text)) {
    if (stop[0] !== '{{') return stop.index;
    const close = mustaches.findEnd(stop.index, text.length, { stopAtTags: true });
    unquotedStop.lastIndex = close === -1 ? stop.index + 2 : close + 2;
  }
  return text.length;
}

function parseQuoted(source: AxmlSource, open: number, name: string, form: ExpressionForm): Parsed {
  const { text, report } = source;
  const start = open + 1;
  const { end, ends } = scanQuoted(source, open, name);
  if (end !== -1 && !isRunaway(text, start, end)) return { value: parseValue(source, { start, end }, form, ends), end: end + 1 };
  report.error('axml-unclosed-quote', { start: open, end: start }, { name });
  const stop = text.slice(start).search(/[>\r\n]/);
  const span = { start, end: stop === -1 ? text.length : start + stop - (text[start + stop - 1] === '/' && stop > 0 ? 1 : 0) };
  return { value: parseValue(source, span, form, findBindings(source, span)), end: span.end };
}

/** The closing quote (-1: none) and the bindings before it, which may contain the same quote. */
function scanQuoted(source: AxmlSource, open: number, name: string): { end: number; ends: Map<number, number> } {
  const { text, mustaches, report } = source;
  const quote = text[open] ?? '"';
  const ends = new Map<number, number>();
  let end = text.indexOf(quote, open + 1);
  for (let at = text.indexOf('{{', open + 1); end !== -1 && at !== -1 && at < end; ) {
    let close = mustaches.findEnd(at, end, { stopAtTags: false });
    if (close === -1) {
      close = mustaches.findEnd(at, text.length, { stopAtTags: true });
      const later = close === -1 || !isExpression(text, at + 2, close) ? -1 : text.indexOf(quote, close + 2);
      if (later === -1 || /[\n<]/.test(text.slice(close, later))) {
        report.error('axml-unclosed-binding', { start: at, end: at + 2 });
        break;
      }
      report.warning('axml-quote-in-binding', { start: at, end: close + 2 }, { name, open: '{{' });
      end = later;
    }
    ends.set(at, close);
    at = text.indexOf('{{', close + 2);
  }
  return { end, ends };
}

function isExpression(text: string, start: number, end: number): boolean {
  return parseExpression(text.slice(start, end), { start, end }, 'expression').error === null;
}

/** Whether the closing quote is more likely the opening one of a later attribute: tags lie between, and no space follows. */
function isRunaway(text: string, start: number, end: number): boolean {
  return end + 1 < text.length && !/[\s/>]/.test(text[end + 1] ?? '') && /\n\s*<[\w/]|>\s*<[\w/]/.test(text.slice(start, end));
}
