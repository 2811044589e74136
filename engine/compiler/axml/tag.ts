import type { Span } from '#shared/model/diagnostics.ts';
import type { AxmlAttribute } from './ast.ts';
import { parseAttribute } from './attribute.ts';
import type { AxmlSource } from './source.ts';

export interface OpeningTag {
  name: string;
  nameSpan: Span;
  attributes: AxmlAttribute[];
  span: Span;
  selfClosing: boolean;
}

const tagName = /[^\s<>/="'{}]*/y;
const space = /\s*/y;

/** Parses the opening tag at `start`. It ends at `>`, or before the next `<` when that is missing. */
export function parseOpeningTag(source: AxmlSource, start: number): OpeningTag {
  const { text, report } = source;
  tagName.lastIndex = start + 1;
  const name = tagName.exec(text)?.[0] ?? '';
  const nameSpan = { start: start + 1, end: start + 1 + name.length };
  const tag: OpeningTag = { name, nameSpan, attributes: [], span: { start, end: nameSpan.end }, selfClosing: false };
  const names = new Set<string>();
  for (let at = skipSpace(text, nameSpan.end); ; at = skipSpace(text, at)) {
    if (text[at] === '>') return finish(tag, at + 1, false);
    if (text.startsWith('/>', at)) return finish(tag, at + 2, true);
    if (at >= text.length || text[at] === '<') {
      report.error('axml-unfinished-tag', nameSpan, { name });
      return finish(tag, at, false);
    }
    const attribute = parseAttribute(source, at, name);
    if (attribute) {
      if (tag.attributes.some((other) => other.name === attribute.name))
        report.warning('axml-duplicate-attribute', attribute.nameSpan, { name: attribute.name });
      names.add(attribute.name);
      tag.attributes.push(attribute);
    }
    at = attribute ? attribute.span.end : skipStray(source, at);
  }
}

function finish(tag: OpeningTag, end: number, selfClosing: boolean): OpeningTag {
  tag.span.end = end;
  tag.selfClosing = selfClosing;
  return tag;
}

function skipSpace(text: string, at: number): number {
  space.lastIndex = at;
  return at + (space.exec(text)?.[0].length ?? 0);
}

/** Steps over what is no attribute: a stray quote, slash or sign, or a whole binding. */
function skipStray({ text, mustaches, report }: AxmlSource, at: number): number {
  const close = text.startsWith('{{', at) ? mustaches.findEnd(at, text.length, { stopAtTags: true }) : -1;
  const end = close === -1 ? at + 1 : close + 2;
  report.error('axml-stray-character', { start: at, end }, { text: text.slice(at, Math.min(end, at + 30)) });
  return end;
}
