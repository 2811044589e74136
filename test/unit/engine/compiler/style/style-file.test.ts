import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileStyleFile, hostClass, type StyleOptions, scopeClass } from '#engine/compiler/style/index.ts';

const options: StyleOptions = { scopeClass: null, hostClass: null, responsive: true };

function compile(text: string, given: Partial<StyleOptions> = {}, path = '/pages/a/a.acss') {
  return compileStyleFile(path, text, { ...options, ...given });
}

/** CSS of the finished pieces, on one line. */
function css(text: string, given: Partial<StyleOptions> = {}, path?: string): string {
  const { pieces } = compile(text, given, path);
  return pieces
    .map((piece) => (piece.type === 'css' ? piece.css : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const codes = (text: string, given: Partial<StyleOptions> = {}): string[] => compile(text, given).diagnostics.map(({ code }) => code);

describe('selectors', () => {
  it.each([
    ['.a', '.a'],
    ['view', 'a-view'],
    ['my-card .title > text.b:active', 'a-my-card .title > a-text.b:active'],
    ['page', 'a-page'],
    [':root', 'a-page'],
    ['view,page .x', 'a-view,a-page .x'],
    ['*', '*'],
    ['.a::before', '.a::before'],
    [':not(view)', ':not(a-view)'],
    ['#id view + view', '#id a-view + a-view'],
    ['.a\\:b', '.a\\:b'],
  ])('%s becomes %s', (selector, expected) => {
    expect(css(`${selector}{color:red}`)).toBe(`${expected}{color:red}`);
    expect(codes(`${selector}{color:red}`)).toEqual([]);
  });

  it('limits an isolated component to its own elements', () => {
    const scope = scopeClass('/components/card/card');
    const given = { scopeClass: scope, hostClass: hostClass('/components/card/card') };
    expect(css('.a .b{x:y}', given)).toBe(`.a .b.${scope}{x:y}`);
    expect(css('view:hover::before, .c{x:y}', given)).toBe(`a-view.${scope}:hover::before, .c.${scope}{x:y}`);
    expect(css('@media (min-width:1px){.a{x:y}}', given)).toBe(`@media (min-width:1px){.a.${scope}{x:y}}`);
    expect(css('page{x:y}', given)).toBe('a-page{x:y}');
  });

  it('knows the wrapper of a component', () => {
    const host = hostClass('/components/card/card');
    expect(css(':host{x:y}:host .a{x:y}:host(.b) view{x:y}', { hostClass: host })).toBe(`.${host}{x:y} .${host} .a{x:y} .${host}.b a-view{x:y}`);
    expect(codes(':host{x:y}')).toEqual(['acss-host-selector']);
  });

  it('leaves the steps of an animation alone', () => {
    expect(css('@keyframes k{from{top:0}50%{top:1rpx}to{top:2rpx}}')).toBe('@keyframes k{from{top:0}50%{top:0.133333333vw}to{top:0.266666667vw}}');
  });

  it('warns of attribute selectors', () => expect(codes('view[data-x="1"]{x:y}')).toEqual(['acss-attribute-selector']));

  it('leaves out a rule whose selector cannot be read', () => {
    expect(css('.a[]{x:y}.b{x:y}')).toBe('.b{x:y}');
    expect(codes('.a[]{x:y}.b{x:y}')).toEqual(['acss-selector']);
  });
});

describe('values', () => {
  it.each([
    ['750rpx', '100vw'],
    ['-15rpx', '-2vw'],
    ['.5rpx 7.5RPX', '0.066666667vw 1vw'],
    ['calc(100vh - 75rpx)', 'calc(calc(var(--a-vh) * 100) - 10vw)'],
    ['"10rpx"', '"10rpx"'],
    ['w10rpx', 'w10rpx'],
    ['10px', '10px'],
    ['url(/a b.png)', 'url(/a b.png)'],
    ['url(/img/a.png) 75rpx', 'url("/app/files/img/a.png") 10vw'],
    ["url('https://example.com/a.png?x=1&y')", 'url("/remote?url=https%3A%2F%2Fexample.com%2Fa.png%3Fx%3D1%26y")'],
    ['url(//example.com/a.png)', 'url("/remote?url=https%3A%2F%2Fexample.com%2Fa.png")'],
    ['url(data:image/png;base64,AA==)', 'url("data:image/png;base64,AA==")'],
    ['url(file:///etc/passwd)', 'url("about:invalid")'],
  ])('%s becomes %s', (value, expected) => expect(css(`.a{x:${value}}`)).toBe(`.a{x:${expected}}`));

  it('counts in pixels when the window is not responsive', () => expect(css('.a{x:30rpx}', { responsive: false })).toBe('.a{x:15px}'));

  it('finds a relative file from the style file, with a warning', () => {
    expect(css('.a{x:url(../b.png)}')).toBe('.a{x:url("/app/files/pages/b.png")}');
    expect(codes('.a{x:url(../b.png)}')).toEqual(['acss-relative-url']);
  });

  it('keeps a relative file inside of the project', () => {
    expect(css('.a{x:url(../../../../etc/passwd)}')).toBe('.a{x:url("/app/files/etc/passwd")}');
  });

  it.each(['media', 'container', 'supports'])('converts conditions of @%s', (name) =>
    expect(css(`@${name} (min-width:75rpx){.a{x:y}}`)).toBe(`@${name} (min-width:10vw){.a{x:y}}`),
  );
});

describe('pieces', () => {
  it('takes imports out, wherever they stand', () => {
    const { pieces } = compile('.a{x:y}\n@import "./b.acss";\n@import url(/c.acss) screen;\n.d{x:y}');
    expect(pieces.map((piece) => (piece.type === 'css' ? piece.css.trim() : [piece.specifier, piece.media]))).toEqual([
      '.a{x:y}',
      ['./b.acss', ''],
      ['/c.acss', 'screen'],
      '.d{x:y}',
    ]);
  });

  it('refuses remote imports', () => expect(codes('@import "https://example.com/a.css";@import "";')).toEqual(['acss-remote-import', 'acss-empty-import']));

  it('takes fonts out', () => {
    const file = compile('.a{x:y}@font-face{font-family:F;src:url(/f.woff2)}');
    expect(file.fontFaces).toBe('@font-face{font-family:F;src:url("/app/files/f.woff2")}');
    expect(css('.a{x:y}@font-face{font-family:F}')).toBe('.a{x:y}');
  });

  it('mends what is no CSS and says where', () => {
    const { diagnostics } = compile('.a{color:red\n.b{x:y}');
    expect(diagnostics[0]).toMatchObject({ file: 'pages/a/a.acss', code: 'acss-syntax', severity: 'error', range: { start: { line: 0, column: 0 } } });
    expect(css('.a{color:red} .b{')).toContain('.a{color:red}');
  });
});

it('takes any text', () => {
  const part = fc.constantFrom(
    '{',
    '}',
    ':',
    ';',
    '.a',
    'view',
    '@import ',
    '@media ',
    '"',
    "'",
    '/*',
    '*/',
    '(',
    ')',
    'url(',
    '10rpx',
    ':host',
    ':not(',
    '[',
    '\\',
    ',',
    '@font-face',
    '\n',
    '>',
    '--x',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
      ),
      (text) => {
        compile(text);
        compile(text, { scopeClass: 's-1', hostClass: 'h-1' });
      },
    ),
    { numRuns: 1500 },
  );
});
