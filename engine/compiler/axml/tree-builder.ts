import type { Span } from '#shared/model/diagnostics.ts';
import type { AxmlElement, AxmlNode } from './ast.ts';
import type { AxmlSource } from './source.ts';
import type { OpeningTag } from './tag.ts';

/** Recursive consumers must be safe, whatever a file contains. */
const maximumDepth = 300;

/** Elements that have no content, so that one that is not closed takes nothing in. */
const contentless = new Set(['import', 'include', 'import-sjs', 'image', 'input', 'icon', 'progress', 'slider', 'switch', 'br', 'hr', 'img']);

/** Puts elements into each other and mends what is not nested properly. */
export class TreeBuilder {
  readonly children: AxmlNode[] = [];
  private readonly stack: AxmlElement[] = [];
  private readonly source: AxmlSource;
  /** Opening tags that were not nested because of the limit, and whose closing tags are not stray. */
  private flattened = 0;

  constructor(source: AxmlSource) {
    this.source = source;
  }

  add(node: AxmlNode): void {
    (this.stack.at(-1)?.children ?? this.children).push(node);
  }

  open(tag: OpeningTag): void {
    const { name, nameSpan, attributes, span } = tag;
    const element: AxmlElement = {
      type: 'element',
      span: { ...span },
      name,
      nameSpan,
      attributes,
      children: [],
      openSpan: span,
      closing: tag.selfClosing ? { type: 'self' } : { type: 'missing' },
    };
    this.add(element);
    if (tag.selfClosing) return;
    if (this.stack.length < maximumDepth) this.stack.push(element);
    else if (this.flattened++ === 0) this.source.report.error('axml-too-deep', nameSpan, { limit: maximumDepth });
  }

  close(name: string, span: Span): void {
    const index = this.stack.findLastIndex((element) => element.name === name);
    const element = this.stack[index];
    if (!element || (this.flattened > 0 && this.flattened-- > 0)) {
      if (!element) this.source.report.error('axml-stray-close-tag', span, { name });
      this.add({ type: 'comment', span });
      return;
    }
    this.abandon(index + 1, span.start);
    this.stack.pop();
    element.span.end = span.end;
    element.closing = { type: 'tag', span };
  }

  finish(end: number): void {
    this.abandon(0, end);
  }

  /** Ends every open element from `depth` on, innermost first, without a closing tag. */
  private abandon(depth: number, end: number): void {
    while (this.stack.length > depth) {
      const element = this.stack.pop();
      if (!element) return;
      this.source.report.error('axml-unclosed-tag', element.nameSpan, { name: element.name });
      if (contentless.has(element.name)) for (const child of element.children.splice(0)) this.add(child);
      else element.span.end = end;
    }
  }
}
