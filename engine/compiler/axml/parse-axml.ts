import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { AxmlDocument } from './ast.ts';
import { type AxmlSource, createSource } from './source.ts';
import { parseOpeningTag } from './tag.ts';
import { TreeBuilder } from './tree-builder.ts';
import { parseValue } from './value.ts';

const closeTag = /<\/([^\s<>/]*)[^<>]*(>?)/y;
/** What ends plain text: markup or a binding. */
const textStop = /<|\{\{/g;
const markup = /<(?:\/?[A-Za-z_]|[!?])/y;

export interface ParsedAxml {
  document: AxmlDocument;
  diagnostics: Diagnostic[];
}

/**
 * Parses AXML. Never throws: whatever is wrong becomes a diagnostic, and the tree has the best guess.
 * The spans of a parent's children are in order and inside it; those of the document's children cover the text.
 * @param path POSIX path from the project root, with a leading slash.
 */
export function parseAxml(path: string, text: string): ParsedAxml {
  const source = createSource(path, text);
  const tree = new TreeBuilder(source);
  for (let at = 0; at < text.length; ) at = parseNode(source, tree, at);
  tree.finish(text.length);
  return { document: { path, text, children: tree.children }, diagnostics: source.report.diagnostics };
}

function parseNode(source: AxmlSource, tree: TreeBuilder, at: number): number {
  const { text } = source;
  if (text[at] === '<') {
    if (/[A-Za-z_]/.test(text[at + 1] ?? '')) {
      const tag = parseOpeningTag(source, at);
      tree.open(tag);
      return tag.span.end;
    }
    if (text[at + 1] === '/' && /[A-Za-z_]/.test(text[at + 2] ?? '')) return parseCloseTag(source, tree, at);
    if (text[at + 1] === '!' || text[at + 1] === '?') return parseCommentOrDeclaration(source, tree, at);
  }
  return parseText(source, tree, at);
}

function parseCloseTag({ text, report }: AxmlSource, tree: TreeBuilder, at: number): number {
  closeTag.lastIndex = at;
  const match = closeTag.exec(text);
  const span = { start: at, end: at + (match?.[0].length ?? text.length - at) };
  const name = match?.[1] ?? '';
  if (match?.[2] !== '>') report.error('axml-unfinished-close-tag', span, { name });
  tree.close(name, span);
  return span.end;
}

function parseCommentOrDeclaration({ text, report }: AxmlSource, tree: TreeBuilder, at: number): number {
  const isComment = text.startsWith('<!--', at);
  const terminator = isComment ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const found = text.indexOf(terminator, at + (isComment ? 4 : 2));
  const span = { start: at, end: found === -1 ? text.length : found + terminator.length };
  if (!isComment) report.warning('axml-declaration', span, { text: text.slice(at, Math.min(span.end, at + 20)) });
  else if (found === -1) report.error('axml-unclosed-comment', { start: at, end: at + 4 });
  else {
    const nested = text.slice(at + 4, found).indexOf('<!--');
    if (nested !== -1) report.warning('axml-nested-comment', { start: at + 4 + nested, end: at + 8 + nested });
  }
  tree.add({ type: 'comment', span });
  return span.end;
}

function parseText(source: AxmlSource, tree: TreeBuilder, start: number): number {
  const { text, mustaches, report } = source;
  const ends = new Map<number, number>();
  let end = text.length;
  textStop.lastIndex = start;
  for (let stop = textStop.exec(text); stop; stop = textStop.exec(text)) {
    const { index } = stop;
    if (stop[0] === '{{') {
      const close = mustaches.findEnd(index, text.length, { stopAtTags: true });
      if (close === -1) report.error('axml-unclosed-binding', { start: index, end: index + 2 });
      else ends.set(index, close);
      textStop.lastIndex = close === -1 ? index + 2 : close + 2;
      continue;
    }
    markup.lastIndex = index;
    if (markup.test(text)) {
      end = index;
      break;
    }
    report.warning('axml-stray-less-than', { start: index, end: index + 1 });
  }
  const span = { start, end };
  tree.add({ type: 'text', span, value: parseValue(source, span, 'expression', ends) });
  return end;
}
