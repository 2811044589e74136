import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AxmlNode, type ParsedAxml, parseAxml } from '#engine/compiler/axml/index.ts';
import type { Span } from '#shared/model/diagnostics.ts';

const root = path.join(import.meta.dirname, '../../../../..');

/** Checks that spans are in order, inside their parent's, and that those of the document cover the text. */
function checkSpans({ document }: ParsedAxml): void {
  const whole = { start: 0, end: document.text.length };
  checkOrder(document.children, whole);
  let at = 0;
  for (const { span } of document.children) {
    expect(span.start).toBe(at);
    at = span.end;
  }
  expect(at).toBe(whole.end);
}

function checkOrder(nodes: { span: Span }[], parent: Span): void {
  let at = parent.start;
  for (const node of nodes) {
    expect(node.span.start).toBeGreaterThanOrEqual(at);
    expect(node.span.end).toBeGreaterThanOrEqual(node.span.start);
    expect(node.span.end).toBeLessThanOrEqual(parent.end);
    at = node.span.end;
    checkInside(node as AxmlNode);
  }
}

function checkInside(node: AxmlNode): void {
  if (node.type === 'element') {
    checkOrder(node.attributes, node.openSpan);
    for (const { value, span } of node.attributes) if (value) checkParts(value.parts, value.span, span);
    checkOrder(node.children, { start: node.openSpan.end, end: node.span.end });
  } else if (node.type === 'text') {
    checkParts(node.value.parts, node.value.span, node.span);
  }
}

function checkParts(parts: { span: Span }[], value: Span, owner: Span): void {
  expect(value.start).toBeGreaterThanOrEqual(owner.start);
  expect(value.end).toBeLessThanOrEqual(owner.end);
  let at = value.start;
  for (const { span } of parts) {
    expect(span.start).toBeGreaterThanOrEqual(at);
    expect(span.end).toBeLessThanOrEqual(value.end);
    at = span.end;
  }
}

const fragment = fc.constantFrom(
  ...['<', '>', '/>', '</', '<view', '</view>', '<text>', '<!--', '-->', '<![CDATA[', '<?', '"', "'", '`', '${', '{{', '}}', '{', '}', '=', ' ', '\n', '\r\n'],
  ...[
    'a:for=',
    'a:if="x"',
    'class="',
    'data={{',
    'a',
    'b.c',
    '*this',
    '&amp;',
    '&lt;',
    '//',
    '/*',
    '*/',
    '\\',
    '...',
    ',',
    '你',
    '\u{1f600}',
    '\0',
    '<import src="a">',
  ],
);

describe('any text', () => {
  it('is parsed without an exception, with proper spans', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const parsed = parseAxml('/a.axml', text);
          checkSpans(parsed);
          for (const { range, message } of parsed.diagnostics) {
            expect(range.end.line > range.start.line || range.end.column >= range.start.column).toBe(true);
            expect(message).not.toMatch(/\{\{(?:name|reason|text|limit|open)\}\}/);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{{', 'open bindings'],
    ['{{{}}', 'bindings that only look closed'],
    ['<view a="{{', 'open values'],
    ['<a b=\'\n<c d="', 'quotes'],
    ['<view>', 'open tags'],
    ['</view>', 'stray tags'],
    ['<!--', 'open comments'],
    ['((((', 'brackets', '{{', '}}'],
    ['a+', 'sums', '{{', 'a}}'],
  ])('takes a long run of %s (%s)', (part, _, before = '', after = '') => {
    checkSpans(parseAxml('/a.axml', before + part.repeat(20_000) + after));
  });
});

function axmlFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.axml'))
    .map((name) => path.join(folder, name));
}

describe('real programs', () => {
  const files = ['node_modules/antd-mini', 'node_modules/mini-ali-ui', 'node_modules/mini-antui', 'templates'].flatMap(axmlFiles);

  /** Attributes like `onTap={{a}}`, which these packages really contain. */
  const unquoted = [
    ...['grid/index.axml:8', 'grid/index.axml:47', 'swipe-action/index.axml:1'].map((place) => `mini-ali-ui/es/${place}`),
    ...['grid/index.axml:7', 'swipe-action/index.axml:2'].map((place) => `mini-antui/es/${place}`),
    ...[7, 10, 15, 18].map((line) => `mini-antui/es/list/list-item/index.axml:${line}`),
  ];

  it('has something to read', () => expect(files.length).toBeGreaterThan(250));

  it('finds only what is really wrong', () => {
    const found = files.flatMap((file) => {
      const parsed = parseAxml(`/${file}`, readFileSync(path.join(root, file), 'utf8'));
      checkSpans(parsed);
      return parsed.diagnostics.map(({ file, code, range }) => `${code} ${file.replace('node_modules/', '')}:${range.start.line + 1}`);
    });
    expect(found).toEqual(unquoted.map((place) => `axml-unquoted-attribute ${place}`));
  });
});
