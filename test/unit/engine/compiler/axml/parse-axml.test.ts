import { describe, expect, it } from 'vitest';
import type { AxmlAttribute, AxmlElement, AxmlNode } from '#engine/compiler/axml/index.ts';
import { parseAxml } from '#engine/compiler/axml/index.ts';

const codes = (text: string): string[] => parseAxml('/a.axml', text).diagnostics.map(({ code }) => code);
const children = (text: string): AxmlNode[] => parseAxml('/a.axml', text).document.children;

function elementOf(text: string): AxmlElement {
  const element = children(text).find((node) => node.type === 'element');
  if (!element) throw new Error(`no element in ${text}`);
  return element;
}

function attributeOf(text: string, name: string): AxmlAttribute {
  const attribute = elementOf(text).attributes.find((candidate) => candidate.name === name);
  if (!attribute) throw new Error(`no ${name} in ${text}`);
  return attribute;
}

/** The parts of an attribute: literal text as it is, bindings as kind and source. */
function partsOf(text: string, name: string): unknown[] {
  return (attributeOf(text, name).value?.parts ?? []).map((part) =>
    part.type === 'literal' ? part.text : { [part.expression.type]: text.slice(part.expression.span.start, part.expression.span.end) },
  );
}

function outline(nodes: AxmlNode[]): unknown[] {
  return nodes.map((node) => {
    if (node.type === 'element') return node.children.length === 0 ? node.name : [node.name, ...outline(node.children)];
    return node.type === 'comment' ? '#' : node.value.parts.map((part) => (part.type === 'literal' ? part.text : '{}')).join('');
  });
}

describe('elements', () => {
  it('are not inside elements of HTML that have no content', () => {
    expect(outline(children('<view>a<br>b<hr><text>c</text></view>'))).toEqual([['view', 'a', 'br', 'b', 'hr', ['text', 'c']]]);
  });

  it('nests elements, text and comments', () => {
    expect(outline(children('<view><!-- c --><text>a</text><image src="x" /></view>'))).toEqual([['view', '#', ['text', 'a'], 'image']]);
    expect(codes('<view><!-- c --><text>a</text><image src="x" /></view>')).toEqual([]);
  });

  it('has spans of names, tags, attributes and values', () => {
    const text = '<view class="a" hidden>b</view>';
    const element = elementOf(text);
    const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect(at(element.span)).toBe(text);
    expect(at(element.nameSpan)).toBe('view');
    expect(at(element.openSpan)).toBe('<view class="a" hidden>');
    expect(element.attributes.map(({ span }) => at(span))).toEqual(['class="a"', 'hidden']);
    expect(at(element.attributes[0]?.value?.span ?? element.span)).toBe('a');
    expect(element.closing).toEqual({ type: 'tag', span: { start: 24, end: 31 } });
  });

  it('goes on after a tag that is not closed', () => {
    const text = '<view><text>a</view><button/>';
    expect(outline(children(text))).toEqual([['view', ['text', 'a']], 'button']);
    expect(codes(text)).toEqual(['axml-unclosed-tag']);
  });

  it('lets elements without content swallow nothing', () => {
    const text = '<import src="./a.axml"><view><image src="a"><text>b</text></view>';
    expect(outline(children(text))).toEqual(['import', ['view', 'image', ['text', 'b']]]);
    expect(codes(text)).toEqual(['axml-unclosed-tag', 'axml-unclosed-tag']);
  });

  it('keeps a stray closing tag out of the tree', () => {
    expect(outline(children('<view>a</text>b</view></view>'))).toEqual([['view', 'a', '#', 'b'], '#']);
    expect(codes('<view>a</text>b</view></view>')).toEqual(['axml-stray-close-tag', 'axml-stray-close-tag']);
  });

  it('ends a tag at the next one', () => {
    expect(outline(children('<view class="a" <text>b</text></view>'))).toEqual([['view', ['text', 'b']]]);
    expect(codes('<view class="a" <text>b</text></view>')).toEqual(['axml-unfinished-tag']);
    expect(codes('<view>a</view <text/>')).toEqual(['axml-unfinished-close-tag']);
  });

  it('leaves a comment at its first end', () => {
    expect(outline(children('<!-- a <!-- b -->c-->'))).toEqual(['#', 'c-->']);
    expect(codes('<!-- a <!-- b -->c')).toEqual(['axml-nested-comment']);
    expect(codes('a<!-- b')).toEqual(['axml-unclosed-comment']);
    expect(codes('<?xml version="1.0"?><!DOCTYPE x>')).toEqual(['axml-declaration', 'axml-declaration']);
  });

  it('limits how deep elements nest, without calling the closing tags stray', () => {
    const text = '<view>'.repeat(1000) + '</view>'.repeat(1000);
    expect(codes(text)).toEqual(['axml-too-deep']);
  });
});

describe('text', () => {
  it('takes a lone “<” for text', () => {
    expect(outline(children('<text>1 < 2 <3</text>'))).toEqual([['text', '1 < 2 <3']]);
    expect(codes('<text>1 < 2</text>')).toEqual(['axml-stray-less-than']);
  });

  it('allows “<” and “>” in a binding', () => {
    expect(outline(children('<text>{{a <b && c > d}}</text>'))).toEqual([['text', '{}']]);
    expect(codes('<text>{{a <b && c > d}}</text>')).toEqual([]);
  });

  it('decodes entities', () => {
    expect(outline(children('&lt;a&gt;&amp;&nbsp;&#20320;&#x597d;&unknown;&constructor;'))).toEqual(['<a>&\u00a0你好&unknown;&constructor;']);
  });

  it('gives up a binding that does not end before the next tag', () => {
    expect(outline(children('<view>{{ a </view><text>{{b}}</text>'))).toEqual([
      ['view', '{{ a '],
      ['text', '{}'],
    ]);
    expect(codes('<view>{{ a </view><text>{{b}}</text>')).toEqual(['axml-unclosed-binding']);
  });

  it('says that an apostrophe makes no expression and goes on', () => {
    expect(outline(children("<text>{{it's}} {{b}}</text>"))).toEqual([['text', '{} {}']]);
    expect(codes("<text>{{it's}} {{b}}</text>")).toEqual(['axml-invalid-expression']);
  });
});

describe('attributes', () => {
  it('keeps literal text and bindings apart', () => {
    expect(partsOf('<view class="a {{b}}-c"/>', 'class')).toEqual(['a ', { expression: 'b' }, '-c']);
    expect(partsOf('<view x="&quot;{{a}}&amp;"/>', 'x')).toEqual(['"', { expression: 'a' }, '&']);
  });

  it('tells an attribute without value from an empty one', () => {
    expect(attributeOf('<view hidden />', 'hidden').value).toBeNull();
    expect(attributeOf('<view hidden="" />', 'hidden').value?.parts).toEqual([]);
  });

  it('reads every kind of name', () => {
    const names = ['a:for', 'onTap', 'capture-onTap', 'mark:x', 'change:prop', 'data-id', 'slot-scope'];
    expect(elementOf(`<view ${names.map((name) => `${name}="v"`).join(' ')}/>`).attributes.map(({ name }) => name)).toEqual(names);
  });

  it('accepts values without quotes, with a warning', () => {
    expect(partsOf('<view class=a id={{b + 1}}/>', 'class')).toEqual(['a']);
    expect(partsOf('<view class=a id={{b + 1}}/>', 'id')).toEqual([{ expression: 'b + 1' }]);
    expect(codes('<view class=a id={{b}}/>')).toEqual(['axml-unquoted-attribute', 'axml-unquoted-attribute']);
    expect(codes('<view class= />')).toEqual(['axml-missing-value']);
  });

  it('warns of a second attribute of the same name', () => {
    expect(codes('<view a="1" a="2"/>')).toEqual(['axml-duplicate-attribute']);
  });

  it('skips what is no attribute', () => {
    expect(elementOf('<view {{a}} "b" / c="1">x</view>').attributes.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(codes('<view {{a}} c="1"/>')).toEqual(['axml-stray-character']);
  });

  it('accepts its own quote in a binding, with a warning', () => {
    const text = '<view class="{{a ? "x" : "y"}} z" id="b"/>';
    expect(partsOf(text, 'class')).toEqual([{ expression: 'a ? "x" : "y"' }, ' z']);
    expect(partsOf(text, 'id')).toEqual(['b']);
    expect(codes(text)).toEqual(['axml-quote-in-binding']);
  });

  it('ends a value without closing quote at the end of its tag', () => {
    const text = '<view class="a>\n  <text class="b">c</text>\n</view>';
    expect(outline(children(text))).toEqual([['view', '\n  ', ['text', 'c'], '\n']]);
    expect(codes(text)).toEqual(['axml-unclosed-quote']);
    expect(codes('<view class="a')).toEqual(['axml-unclosed-quote', 'axml-unfinished-tag', 'axml-unclosed-tag']);
  });

  it('leaves an unclosed binding of a value as text', () => {
    expect(partsOf('<view a="{{b" c="{{d}}"/>', 'a')).toEqual(['{{b']);
    expect(partsOf('<view a="{{b" c="{{d}}"/>', 'c')).toEqual([{ expression: 'd' }]);
    expect(codes('<view a="{{b" c="{{d}}"/>')).toEqual(['axml-unclosed-binding']);
  });
});

describe('expressions', () => {
  it.each([
    ['{{a}}', 'expression'],
    ['{{ a ? b : c.d[0] }}', 'expression'],
    ['{{[zero, 1, 2]}}', 'expression'],
    ["{{'}}' + `${b + `}}${c}`}`}}", 'expression'],
    ['{{{step: 1}}}', 'expression'],
    ['{{ {a: {b: 1}} }}', 'expression'],
    ['{{ /* }} */ a }}', 'expression'],
    ['{{ (a) }}', 'expression'],
    ['{{foo: a, ...obj, bar}}', 'object'],
    ['{{foo: {a: 1}}}', 'object'],
    ['{{...obj}}', 'object'],
    ['{{*this}}', 'this-item'],
    ['{{ }}', 'empty'],
    ['{{a +}}', 'invalid'],
    ['{{a b}}', 'invalid'],
    ['{{a}, {b}}', 'invalid'],
  ])('%s is %s', (binding, type) => {
    const parts = attributeOf(`<view x='${binding.replaceAll("'", '"')}'/>`, 'x').value?.parts;
    expect(parts?.map((part) => part.type === 'binding' && part.expression.type)).toEqual([type]);
  });

  it.each([
    ['{{a.b.}}', '.', 'Unexpected end'],
    ['{{a ? b}}', 'b', 'Unexpected end'],
    ['{{a b}}', 'b', 'Unexpected token'],
    ['😀{{a +}}', '+', 'Unexpected end'],
  ])('marks a character of %s', (text, marked, reason) => {
    const [diagnostic] = parseAxml('/a.axml', text).diagnostics;
    expect(diagnostic).toMatchObject({ code: 'axml-invalid-expression', parameters: { reason } });
    expect(text.slice(diagnostic?.range.start.column, diagnostic?.range.end.column)).toBe(marked);
  });

  it('prefers the object form in the data of a template', () => {
    expect(partsOf('<template is="a" data="{{item}}"/>', 'data')).toEqual([{ object: 'item' }]);
    expect(partsOf('<template is="a" data="{{a, b}}"/>', 'data')).toEqual([{ object: 'a, b' }]);
    expect(partsOf('<template is="a" data="{{ {a: 1} }}"/>', 'data')).toEqual([{ expression: ' {a: 1} ' }]);
    expect(partsOf('<view data="{{item}}"/>', 'data')).toEqual([{ expression: 'item' }]);
  });

  it('gives offsets in the file', () => {
    const text = '<view>\n{{ a + bc.d }}</view><template is="t" data="{{x: y, z}}"/>';
    const found: string[] = [];
    for (const node of children(text)) {
      const parts =
        node.type === 'element'
          ? [
              ...node.attributes.flatMap(({ value }) => value?.parts ?? []),
              ...node.children.flatMap((child) => (child.type === 'text' ? child.value.parts : [])),
            ]
          : [];
      for (const part of parts) {
        if (part.type !== 'binding' || !('node' in part.expression)) continue;
        JSON.stringify(part.expression.node, (_, value) => {
          if (value?.type === 'Identifier') found.push(`${value.name}=${text.slice(value.start, value.end)}`);
          return value;
        });
      }
    }
    expect(found).toEqual(['a=a', 'bc=bc', 'd=d', 'x=x', 'y=y', 'z=z', 'z=z']);
  });

  it('decodes operators written as entities', () => {
    expect(codes('<view a="{{a &amp;&amp; b &lt; 1 ? &quot;x&quot; : 0}}"/>')).toEqual([]);
  });

  it('says where and why a binding is no expression', () => {
    const [diagnostic] = parseAxml('/pages/a.axml', '<view>\n  {{a b}}</view>').diagnostics;
    expect(diagnostic).toMatchObject({
      file: 'pages/a.axml',
      code: 'axml-invalid-expression',
      severity: 'error',
      range: { start: { line: 1, column: 6 }, end: { line: 1, column: 7 } },
      message: 'This is not a JavaScript expression: Unexpected token.',
    });
  });
});

describe('control attributes', () => {
  it.each([
    ['items', 'items'],
    ['(items', 'items'],
    ['  list.rows ', 'list.rows'],
    ['item in shop.items', 'shop.items'],
    ['(item, index) in items', 'items'],
    ['{items}}', 'items'],
  ])('a:for="%s" is taken for %s', (value, meant) => {
    const text = `<view a:for="${value}"/>`;
    expect(partsOf(text, 'a:for')).toEqual([{ expression: meant }]);
    expect(codes(text)).toEqual(['axml-missing-braces']);
  });

  it('leaves out spaces around the binding', () => {
    expect(partsOf('<view a:if=" {{a}} "/>', 'a:if')).toEqual([{ expression: 'a' }]);
  });

  it('does not touch others', () => {
    expect(partsOf('<view a:key="id" a:for-item="x"/>', 'a:key')).toEqual(['id']);
    expect(codes('<view a:key="id" a:for-item="x"/>')).toEqual([]);
  });
});
