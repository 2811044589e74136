import { type Expression, type Node, parseExpressionAt, type Token } from 'acorn';
import type { Span } from '#shared/model/diagnostics.ts';
import type { BindingExpression } from './ast.ts';
import { decodeOperators } from './entities.ts';

/** Where a binding stands: `data` of a `<template is>` prefers the object form, in which `{{item}}` means `{ item }`. */
export type ExpressionForm = 'expression' | 'object';

export type ParsedExpression = { expression: BindingExpression; error: null } | { expression: BindingExpression; error: { reason: string; span: Span } };

/**
 * Parses what stands between `{{` and `}}`; `span` is its place in the file. Offsets of all nodes are offsets in the file.
 * Text that is no expression comes back as `invalid` with the reason.
 */
export function parseExpression(source: string, span: Span, form: ExpressionForm): ParsedExpression {
  if (source.trim() === '') return { expression: { type: 'empty', span }, error: null };
  if (source.trim() === '*this') return { expression: { type: 'this-item', span }, error: null };
  const path = form === 'expression' ? parsePath(source, span) : null;
  if (path) return { expression: { type: 'expression', span, node: path }, error: null };
  const first = parseForms(source, span, form);
  if ('expression' in first) return { expression: first.expression, error: null };
  const decoded = decodeOperators(source);
  const second = decoded === source ? first : parseForms(decoded, span, form);
  if ('expression' in second) return { expression: second.expression, error: null };
  return { expression: { type: 'invalid', span, source }, error: first };
}

const plainPath = /^\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*$/;
const notNames = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof let new null return static super switch this throw true try typeof var void while with yield async of get set'.split(
    ' ',
  ),
);

/** Reads `a.b.c`, which most bindings are, without starting the whole parser. Null for anything else. */
function parsePath(source: string, span: Span): Expression | null {
  const path = plainPath.exec(source)?.[1];
  if (path === undefined) return null;
  const [name = '', ...keys] = path.split('.');
  if (notNames.has(name)) return null;
  const start = span.start + source.indexOf(path);
  let end = start + name.length;
  let node: Expression = { type: 'Identifier', name, start, end };
  for (const key of keys) {
    const property: Expression = { type: 'Identifier', name: key, start: end + 1, end: end + 1 + key.length };
    end = property.end;
    node = { type: 'MemberExpression', object: node, property, computed: false, optional: false, start, end };
  }
  return node;
}

type Attempt = { expression: BindingExpression } | { reason: string; span: Span };

function parseForms(source: string, span: Span, form: ExpressionForm): Attempt {
  const [preferred, other] = form === 'object' ? [parseObject, parsePlain] : [parsePlain, parseObject];
  const first = preferred(source, span);
  if ('expression' in first) return first;
  const second = other(source, span);
  return 'expression' in second || form === 'object' ? second : first;
}

function parsePlain(source: string, span: Span): Attempt {
  let end = 0;
  // Brackets around the whole are in no node, so the last token says how far the expression went.
  const parsed = attempt(source, 0, span, (token) => {
    end = token.end;
  });
  if ('reason' in parsed) return parsed;
  const rest = source.slice(end).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const trailing = rest.search(/\S/);
  if (trailing !== -1) return failure('Unexpected token', span, end + trailing);
  shift(parsed.node, span.start);
  return { expression: { type: 'expression', span, node: parsed.node } };
}

const objectPrefix = '({';

function parseObject(source: string, span: Span): Attempt {
  const code = `${objectPrefix}${source}\n})`;
  const parsed = attempt(code, objectPrefix.length, span);
  if ('reason' in parsed) return parsed;
  const { node } = parsed;
  if (node.type !== 'ObjectExpression' || node.end !== code.length - 1) return failure('Unexpected token', span, 0);
  shift(node, span.start - objectPrefix.length);
  Object.assign(node, span);
  return { expression: { type: 'object', span, node } };
}

/** @param prefix how many characters of `code` come before the text of `span`. */
function attempt(code: string, prefix: number, span: Span, onToken?: (token: Token) => void): { node: Expression } | { reason: string; span: Span } {
  try {
    return { node: parseExpressionAt(code, 0, { ecmaVersion: 'latest', onToken }) };
  } catch (error) {
    if (!(error instanceof SyntaxError && 'pos' in error)) return failure('too deeply nested', span, 0);
    const reason = error.message.replace(/ \(\d+:\d+\)$/, '');
    const at = Number(error.pos) - prefix;
    return failure(reason === 'Unexpected token' && at >= span.end - span.start ? 'Unexpected end' : reason, span, at);
  }
}

function failure(reason: string, span: Span, offset: number): { reason: string; span: Span } {
  // Where something is missing at the end, the last character stands for it: nobody sees a mark on nothing.
  const start = Math.max(span.start, Math.min(span.start + offset, span.end - 1));
  return { reason, span: { start, end: Math.min(start + 1, span.end) } };
}

/** Moves every node of a tree; iterative, because a sum of a thousand terms is a thousand deep. */
function shift(root: Node, by: number): void {
  if (by === 0) return;
  const pending: object[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (isNode(value)) {
      value.start += by;
      value.end += by;
    }
    const children: unknown[] = Object.values(value);
    for (const [index, child] of children.entries()) {
      // A shorthand property holds one node as its key and as its value.
      if (typeof child === 'object' && child !== null && children.indexOf(child) === index) pending.push(child);
    }
  }
}

function isNode(value: object): value is Node {
  return 'type' in value && 'start' in value && typeof value.start === 'number';
}
