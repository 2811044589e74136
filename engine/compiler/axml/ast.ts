import type { Expression } from 'acorn';
import type { Span } from '#shared/model/diagnostics.ts';

/**
 * The one syntax tree of AXML, for the compiler and the language tools.
 * Every node has a span in the file's text; recovery never drops text, so that the spans of
 * siblings are ordered and inside their parent's.
 */
export interface AxmlDocument {
  /** POSIX path from the project root, with a leading slash. */
  path: string;
  text: string;
  children: AxmlNode[];
}

export type AxmlNode = AxmlElement | AxmlText | AxmlComment;

export interface AxmlElement {
  type: 'element';
  span: Span;
  /** As written: `view`, `my-card`, `import-sjs`. */
  name: string;
  nameSpan: Span;
  attributes: AxmlAttribute[];
  children: AxmlNode[];
  /** From `<` to the end of the opening tag's `>`. */
  openSpan: Span;
  closing: { type: 'tag'; span: Span } | { type: 'self' } | { type: 'missing' };
}

export interface AxmlAttribute {
  type: 'attribute';
  span: Span;
  /** As written: `a:for`, `onTap`, `data-id`, `capture-onTap`, `mark:x`, `change:prop`. */
  name: string;
  nameSpan: Span;
  /** Null for an attribute without a value, which means `true`. */
  value: AxmlValue | null;
}

/** Text with bindings. Of an attribute value, the span is inside the quotes. */
export interface AxmlValue {
  span: Span;
  parts: AxmlPart[];
}

export type AxmlPart = AxmlLiteral | AxmlBinding;

export interface AxmlLiteral {
  type: 'literal';
  span: Span;
  /** Entities decoded. */
  text: string;
}

export interface AxmlBinding {
  type: 'binding';
  /** With the braces. */
  span: Span;
  expression: BindingExpression;
}

/**
 * What stands between `{{` and `}}`. Node offsets of acorn's trees are offsets in the file.
 * `object` is the form without braces of `data="{{foo: a, ...obj, bar}}"`; its node is an ObjectExpression.
 * `this-item` is `{{*this}}` of `a:key`. `invalid` keeps its text; a diagnostic says why.
 */
export type BindingExpression =
  | { type: 'expression'; span: Span; node: Expression }
  | { type: 'object'; span: Span; node: Expression }
  | { type: 'this-item'; span: Span }
  | { type: 'empty'; span: Span }
  | { type: 'invalid'; span: Span; source: string };

export interface AxmlText {
  type: 'text';
  span: Span;
  value: AxmlValue;
}

interface AxmlComment {
  type: 'comment';
  span: Span;
}
