import { Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTextTemplate } from '#engine/templates/render/text-template.ts';

const hostile = [
  '',
  ' ',
  '  two  spaces  ',
  '"quotes" and \'more\' and `ticks`',
  'back\\slash\\',
  '</view><script>alert(1)</script>',
  '{{x}}',
  '}}{{',
  '{',
  '}',
  '${1 + 1}',
  '[[= merchant.name =]] [[% if x %]]',
  '=1+1',
  '-1',
  '--',
  '-',
  '5px',
  '#fff',
  '*/ body { display: none } /*',
  '// comment',
  '-->',
  ']]>',
  '&amp; &lt; &#60; &',
  'line\nline\r\nline\rline\ttab',
  '\u2028\u2029\u0085\u00a0\ufeff',
  'فرع الرياض \u202e bidi',
  '咖啡馆 한국어 😀👨‍👩‍👧',
  '__proto__',
  '\u0001\u007f',
  '# heading\n\n- list\n1. list\n> quote',
  '`code` *bold* _it_ [a](b) ![c](d) <b> |x| ~~y~~ https://example.com',
];

const anyText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }));
const wellFormed = anyText.filter((text) => text.isWellFormed() && !text.includes('\0'));
const anyCodeUnits = fc.oneof(
  anyText,
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

function render(path: string, source: string, x: unknown): string {
  return compileTextTemplate(path, source).render({ x });
}

function evaluate(code: string): unknown {
  return new Script(code).runInNewContext({}) as unknown;
}

/** Reads AXML text or an attribute value as a mini program does: literal text and `{{ }}` expressions, entities decoded. */
function readAxml(text: string): string {
  const parts = /\{\{([\s\S]*?)\}\}|([^{]+|\{)/g;
  let value = '';
  for (const [, expression, literal] of text.matchAll(parts)) value += expression === undefined ? literal : String(evaluate(expression));
  return value;
}

/** CSS Syntax Level 3, consume an escaped code point. */
function readStyle(text: string): string {
  return text.replace(/\\(?:([0-9a-fA-F]{1,6})\s?|([\s\S]))/g, (_, hex: string | undefined, other: string) =>
    hex === undefined ? other : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** CommonMark backslash escapes and numeric character references. */
function readMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])|&#(\d+);/g, (_, punctuation: string | undefined, code: string) => punctuation ?? String.fromCodePoint(Number(code)));
}

describe('a value in JavaScript', () => {
  it.each([
    ["'[[= x =]]'", 'single quotes'],
    ['"[[= x =]]"', 'double quotes'],
    ['`[[= x =]]`', 'a template literal'],
    ['[[= x =]]', 'code'],
    ['({ a: `${[[= x =]]}` }).a', 'an expression of a template literal'],
  ])('arrives in %s (%s)', (source) => {
    fc.assert(
      fc.property(anyCodeUnits, (text) => {
        for (const path of ['a.js', 'a.sjs']) expect(evaluate(`(${render(path, source, text)})`)).toBe(text);
      }),
    );
  });

  it('arrives as itself when it is not text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const found = evaluate(`JSON.stringify(${render('a.js', '[[= x =]]', value)})`);
        expect(JSON.parse(String(found))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is found after regular expressions, comments and divisions', () => {
    const source = "const r = /[/'\"]/g; const d = 4 / 2 / 1; // don't\n/* it's */ r.flags + d + '[[= x =]]'";
    expect(evaluate(render('a.js', source, "it's"))).toBe("g2it's");
  });

  it('is refused in comments and regular expressions', () => {
    for (const source of ['// [[= x =]]', '/* [[= x =]] */', 'x = /[[= x =]]/']) expect(() => render('a.js', source, 'a')).toThrow('cannot stand in');
  });

  it('is refused behind a backslash', () => {
    for (const [path, source] of [
      ['a.js', "'\\[[= x =]]'"],
      ['a.js', '/\\[[= x =]]/'],
      ['a.acss', 'a{b:"\\[[= x =]]"}'],
      ['a.acss', '.a\\[[= x =]]{}'],
      ['a.md', '\\[[= x =]]'],
    ] as const) {
      expect(() => render(path, source, 'a'), source).toThrow('cannot stand in');
    }
  });

  it('keeps its place whichever branch of the template was taken', () => {
    const source = "const a = [[% if x == 'q' %]]'[[% else %]]\"[[% endif %]][[= x =]][[% if x == 'q' %]]'[[% else %]]\"[[% endif %]]; a";
    for (const text of ['q', 'it\'s "it"']) expect(evaluate(render('a.js', source, text))).toBe(text);
  });
});

describe('a value in AXML', () => {
  it.each(['<view>[[= x =]]</view>', '<text>a [[= x =]] b</text>'])('arrives as text in %s', (source) => {
    fc.assert(
      fc.property(anyCodeUnits, (text) => {
        const [before, after] = source.split('[[= x =]]').map((part) => part.replace(/<[^>]*>/g, ''));
        const inside = />([\s\S]*)</.exec(render('a.axml', source, text))?.[1] ?? '';
        expect(inside).not.toMatch(/[<>&\n\r]/);
        expect(readAxml(inside)).toBe(`${before}${text}${after}`);
      }),
    );
  });

  it.each(['"', "'"])('arrives in an attribute in %s', (quote) => {
    fc.assert(
      fc.property(anyCodeUnits, (text) => {
        const rendered = render('a.axml', `<view a=${quote}[[= x =]]${quote} b="1" />`, text);
        const inside = new RegExp(`^<view a=${quote}([^${quote}<>&]*)${quote} b="1" />$`).exec(rendered)?.[1];
        expect(readAxml(inside ?? '(broken)')).toBe(text);
      }),
    );
  });

  it.each([
    ['"', "'[[= x =]]'"],
    ['"', '[[= x =]]'],
    ["'", '"[[= x =]]"'],
    ["'", '[[= x =]]'],
  ])('arrives in an expression in %s: {{%s}}', (quote, expression) => {
    fc.assert(
      fc.property(anyCodeUnits, (text) => {
        const rendered = render('a.axml', `<view a=${quote}{{${expression} + 1}}${quote} />`, text);
        const inside = new RegExp(`^<view a=${quote}\\{\\{([^${quote}<>&{}]*)\\}\\}${quote} />$`).exec(rendered)?.[1];
        expect(evaluate(inside ?? '"broken"')).toBe(`${text}1`);
      }),
    );
  });

  it('stays readable where nothing needs escaping', () => {
    expect(render('a.axml', '<view title="[[= x =]]">[[= x =]]</view>', 'Kopi 咖啡 😀')).toBe('<view title="Kopi 咖啡 😀">Kopi 咖啡 😀</view>');
  });

  it('is refused where a value cannot stand', () => {
    for (const source of [
      '<!-- [[= x =]] -->',
      '<[[= x =]]>',
      '<view a=[[= x =]]>',
      '<view [[= x =]]="1">',
      '<![CDATA[ [[= x =]] ]]>',
      '{[[= x =]]',
      '[[= x =]]}',
      '&[[= x =]];',
      '<view a="&#[[= x =]];" />',
    ]) {
      expect(() => render('a.axml', source, 'a'), source).toThrow('cannot stand in');
    }
  });
});

describe('a value in ACSS', () => {
  it.each(['"', "'"])('arrives in a string in %s', (quote) => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const inside = new RegExp(`^a\\{content:${quote}([^${quote}\\n\\r<>]*)${quote}\\}$`).exec(
          render('a.acss', `a{content:${quote}[[= x =]]${quote}}`, text),
        )?.[1];
        expect(readStyle(inside ?? '(broken)')).toBe(text);
      }),
    );
  });

  it('arrives as one identifier, or as a colour or dimension', () => {
    fc.assert(
      fc.property(
        wellFormed.filter((text) => text !== ''),
        (text) => {
          const inside = /^a\{animation-name:(.*)\}$/s.exec(render('a.acss', 'a{animation-name:[[= x =]]}', text))?.[1] ?? '';
          expect(inside.replace(/\\[0-9a-f]+ /g, '')).toMatch(/^[#%.\p{L}\p{N}_-]*$/u);
          expect(readStyle(inside)).toBe(text);
        },
      ),
    );
    for (const plain of ['#0B5A63', '12rpx', '1.5', '50%']) expect(render('a.acss', 'a{b:[[= x =]]}', plain)).toBe(`a{b:${plain}}`);
  });

  it('is refused in comments and unquoted addresses, and when CSS has no way to write it', () => {
    for (const source of ['/* [[= x =]] */', 'a{b:url(/a/[[= x =]].png)}']) expect(() => render('a.acss', source, 'a')).toThrow('cannot stand in');
    for (const text of ['a\0b', '\ud800']) expect(() => render('a.acss', 'a{b:"[[= x =]]"}', text)).toThrow('cannot hold');
  });
});

describe('a value in Markdown and plain text', () => {
  it('arrives as text, without becoming structure', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const rendered = render('a.md', 'x[[= x =]]x', text);
        expect(rendered).not.toContain('\n');
        expect(readMarkdown(rendered)).toBe(`x${text}x`);
      }),
    );
  });

  it('is refused in Markdown code', () => {
    for (const source of ['`[[= x =]]`', '```\n[[= x =]]\n```', '    [[= x =]]']) expect(() => render('a.md', source, 'a')).toThrow('cannot stand in');
  });

  it('arrives as it is in a text file', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(render('a.txt', '[[= x =]]', text)).toBe(text);
      }),
    );
  });
});

describe('the template engine', () => {
  it('leaves the braces of AXML alone', () => {
    expect(render('a.axml', '<view a:if="{{a && b}}">{{c}}</view>', '')).toBe('<view a:if="{{a && b}}">{{c}}</view>');
  });

  it.each([
    "[[% include 'a' %]]",
    "[[% render 'a' %]]",
    "[[% layout 'a' %]]",
    '[[% raw %]][[= x =]][[% endraw %]]',
    '[[% capture y %]]a[[% endcapture %]]',
    '[[% echo x %]]',
    "[[% cycle 'a', 'b' %]]",
    '[[% liquid echo x %]]',
    '[[= x | raw =]]',
    '[[= x | json =]]',
    '[[= x | unheard_of =]]',
  ])('does not know %s', (source) => {
    expect(() => render('a.txt', source, 'a')).toThrow();
  });

  it('refuses unknown variables and inherited properties', () => {
    expect(() => render('a.txt', '[[= y =]]', 'a')).toThrow(/undefined variable/);
    expect(() => render('a.txt', '[[= x.constructor =]]', {})).toThrow(/undefined variable/);
  });

  it('refuses kinds of files that it cannot escape for, and NUL in a template', () => {
    expect(() => compileTextTemplate('a.json', '')).toThrow();
    expect(() => compileTextTemplate('a.txt', 'a\0b')).toThrow('U+0000');
  });

  it('stops a template that renders without end', () => {
    expect(() => render('a.txt', '[[% for a in (1..100000) %]][[% for b in (1..100000) %]]x[[% endfor %]][[% endfor %]]', '')).toThrow();
  });
});
