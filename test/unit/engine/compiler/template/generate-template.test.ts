import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { parseAxml } from '#engine/compiler/axml/index.ts';
import { generateTemplate } from '#engine/compiler/template/index.ts';
import { compile } from '#test/support/test-phone.ts';

function codes(axml: string, files: Record<string, string> = {}): string[] {
  return compile({ units: {}, files }, '/pages/test/test', axml).diagnostics.map(({ code }) => code);
}

describe('problems', () => {
  it.each([
    ['<view>{{a = 1}}</view>', 'template-unsupported-expression'],
    ['<view>{{() => { a }}}</view>', 'template-unsupported-expression'],
    ['<view>{{list.map(function (x) { return x })}}</view>', 'template-unsupported-expression'],
    [`<view>{{${'!'.repeat(3000)}a}}</view>`, 'template-expression-too-deep'],
    ['<view>{{new Date()}}</view>', 'template-unsupported-expression'],
    ['<view a:else/>', 'template-else-without-if'],
    ['<template is="none"/>', 'template-unknown-template'],
    ['<import src="./none.axml"/>', 'template-missing-file'],
    ['<include/>', 'template-missing-path'],
    ['<import-sjs name="{a, b: a}" from="./x.sjs"/>', 'template-sjs-name-taken'],
    ['<view x="{{*this}}"/>', 'template-this-outside-key'],
  ])('of %s are told', (axml, code) => {
    expect(codes(axml)).toContain(code);
  });

  it('do not include what real programs contain', () => {
    const fine = [
      '<view a:for="{{list}}" a:key="*this">{{*this}}</view>'.replace('{{*this}}', '{{item}}'),
      '<view a:for="{{list}}" key="{{item.id}}">{{`n${index}`}}{{list.indexOf(item)}}{{n.toFixed(2)}}{{list.some((x, i) => x.y > i + n)}}</view>',
      '<template name="t">x</template><template is="t" data="{{a, b: 1, ...c}}"/>',
      '<span onTap="{{fn}}" catchTap="{{fn ? \'a\' : \'\'}}">{{a ?? b?.c}}</span>',
    ];
    for (const axml of fine) expect(codes(axml), axml).toEqual([]);
  });

  it('of an include that includes itself are told once', () => {
    expect(codes('<include src="./a.axml"/>', { '/pages/test/a.axml': '<view/><include src="./a.axml"/>' })).toEqual(['template-include-cycle']);
  });

  it('of files that include each other twice end', () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`/pages/test/f${at}.axml`, `<include src="./f${at + 1}.axml"/>`.repeat(2)]));
    expect(codes('<include src="./f0.axml"/>', { ...files, '/pages/test/f30.axml': '<view/>' })).toContain('template-too-many-includes');
  });

  it('of files that import each other are none', () => {
    const files = {
      '/pages/test/a.axml': '<import src="./b.axml"/><template name="a"><template is="b"/></template>',
      '/pages/test/b.axml': '<import src="./a.axml"/><template name="b">b</template>',
    };
    expect(codes('<import src="./a.axml"/><template is="a"/>', files)).toEqual([]);
  });
});

describe('the module', () => {
  it('names the files and modules it came from, and changes its hash with them', () => {
    const files = { '/pages/test/a.axml': '<import-sjs name="m" from="./m.sjs"/><template name="a">{{m.x}}</template>' };
    const first = compile({ units: {}, files }, '/pages/test/test', '<import src="./a.axml"/><template is="a"/>');
    expect(first.dependencies).toEqual(['/pages/test/m.sjs']);
    expect(first.sources).toEqual(['/pages/test/a.axml']);
    const second = compile(
      { units: {}, files: { '/pages/test/a.axml': '<template name="a">other</template>' } },
      '/pages/test/test',
      '<import src="./a.axml"/><template is="a"/>',
    );
    expect(second.hash).not.toBe(first.hash);
  });

  it('gives elements the scope class of their unit', () => {
    const { code } = compile({ units: {}, scopeClasses: { '/pages/test/test': 's-abc' } }, '/pages/test/test', '<view/><view class="a"/><view class="{{b}}"/>');
    expect(code).toContain('$.class(n1, "s-abc")');
    expect(code).toContain('"s-abc a"');
    expect(code).toContain('"s-abc " + $.classText');
  });

  it('of a sum of thousands of terms is still a script', () => {
    const { code } = compile({ units: {} }, '/pages/test/test', `<view>{{${Array.from({ length: 3000 }, (_, at) => `a${at}`).join('+')}}}</view>`);
    expect(() => parse(code, { ecmaVersion: 2022 })).not.toThrow();
  });
});

const modules = resolve('node_modules');
const libraries = ['antd-mini', 'mini-ali-ui', 'mini-antui'];

function axmlFiles(): string[] {
  return libraries.flatMap((library) =>
    readdirSync(join(modules, library), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.axml'))
      .map((path) => join(modules, library, path)),
  );
}

describe('published component libraries', () => {
  it.each(axmlFiles().map((path) => relative(modules, path)))('%s becomes a script without errors', (path) => {
    const load = (file: string) => parseAxml(file, readFileSync(join(modules, file), 'utf8')).document;
    const { code, diagnostics } = generateTemplate({
      document: load(`/${path}`),
      unit: { kind: 'component', scopeClass: null, components: {} },
      resolve: (specifier, from) => (specifier.startsWith('.') ? join(dirname(from), specifier) : `/${specifier}`),
      load,
    });
    expect(() => parse(code, { ecmaVersion: 2022 })).not.toThrow();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
