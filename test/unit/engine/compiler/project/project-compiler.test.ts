import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type CompiledProject, ProjectCompiler } from '#engine/compiler/index.ts';
import { brief, component, createProject, page, type TestProject } from './project.ts';

const projects: TestProject[] = [];
afterEach(async () => {
  for (const project of projects.splice(0)) await project.dispose();
});

async function project(texts: Record<string, string | object>): Promise<TestProject> {
  const created = await createProject(texts);
  projects.push(created);
  return created;
}

const compile = async (texts: Record<string, string | object>): Promise<CompiledProject> => (await project(texts)).compiler.compile();

describe('a project', () => {
  it('has pages, the components they reach, views, styles and modules', async () => {
    const compiled = await compile({
      'mini.project.json': { format: 2, compileOptions: { component2: true } },
      'app.json': '{ "pages": ["pages/a/a"], // the only one\n "usingComponents": { "everywhere": "/components/every/every" } }',
      'app.js': "require('./utils/x')",
      'app.acss': '@import "./styles/base.acss";',
      'styles/base.acss': 'page{color:red}',
      'utils/x.js': 'module.exports = 1',
      ...page('pages/a/a', '<import-sjs name="m" from="../../utils/m.sjs"/><card title="{{m.x}}"/>', {
        usingComponents: { card: '../../components/card/card' },
        defaultTitle: 'A',
      }),
      'pages/a/a.acss': '.a{width:75rpx}',
      'utils/m.sjs': 'import { x } from "./n.sjs"; export default { x }',
      'utils/n.sjs': 'export const x = 1',
      ...component('components/card/card', '<view class="in"><leaf/></view>', { usingComponents: { leaf: 'lib/leaf' }, styleIsolation: 'apply-shared' }),
      'components/card/card.acss': '.in{x:y}',
      ...component('components/every/every'),
      ...component('node_modules/lib/leaf/index'),
    });
    expect(brief(compiled.diagnostics)).toEqual([]);
    expect([...compiled.units.keys()]).toEqual(['/pages/a/a', '/components/every/every', '/components/card/card', '/node_modules/lib/leaf/index']);
    expect(compiled.units.get('/pages/a/a')).toEqual({
      path: '/pages/a/a',
      kind: 'page',
      template: '/pages/a/a.axml',
      styles: ['/pages/a/a.acss'],
      components: { everywhere: '/components/every/every', card: '/components/card/card' },
      virtualHost: true,
      styleIsolation: 'shared',
      window: { defaultTitle: 'A' },
    });
    expect([...compiled.views.keys()].sort()).toEqual(
      [
        '/components/card/card.axml',
        '/components/every/every.axml',
        '/node_modules/lib/leaf/index.axml',
        '/pages/a/a.axml',
        '/utils/m.sjs',
        '/utils/n.sjs',
      ].sort(),
    );
    expect(compiled.views.get('/pages/a/a.axml')?.dependencies).toEqual(['/utils/m.sjs']);
    expect(compiled.views.get('/utils/m.sjs')?.dependencies).toEqual(['/utils/n.sjs']);
    expect(compiled.styles.get('/app.acss')?.css).toContain('a-page{color:red}');
    expect(compiled.styles.get('/pages/a/a.acss')?.css).toContain('width:10vw');
    expect(compiled.styles.get('/components/card/card.acss')?.css).toMatch(/\.in\.s-\w+\{x:y\}/);
    expect(compiled.appStyles).toEqual(['/app.acss']);
    expect([...compiled.logic.keys()]).toEqual([
      '/app.js',
      '/components/card/card.js',
      '/components/every/every.js',
      '/node_modules/lib/leaf/index.js',
      '/pages/a/a.js',
      '/utils/x.js',
    ]);
    expect(compiled.logic.get('/app.js')?.dependencies).toEqual(['/utils/x.js']);
  });

  it('can be in a folder of the project, with packages beside it', async () => {
    const compiled = await compile({
      'mini.project.json': { miniprogramRoot: './src/' },
      'src/app.json': { pages: ['pages/a/a'] },
      'src/app.js': '',
      'src/pages/a/a.json': { usingComponents: { x: 'lib/x' } },
      'src/pages/a/a.axml': '<x/>\n<view>',
      'src/pages/a/a.js': 'import "lib/util"',
      'node_modules/lib/util.js': '',
      ...component('node_modules/lib/x', '</view>'),
    });
    expect(compiled.programRoot).toBe('src');
    expect([...compiled.units.keys()]).toEqual(['/pages/a/a', '/node_modules/lib/x']);
    expect(compiled.logic.get('/pages/a/a.js')?.dependencies).toEqual(['/node_modules/lib/util.js']);
    expect(brief(compiled.diagnostics)).toEqual(['node_modules/lib/x.axml:1 error axml-stray-close-tag', 'src/pages/a/a.axml:2 error axml-unclosed-tag']);
  });

  it('may have components that use each other', async () => {
    const compiled = await compile({
      'app.json': { pages: ['pages/a/a'] },
      'app.js': '',
      ...page('pages/a/a', '<b/>', { usingComponents: { b: '/b/b' } }),
      ...component('b/b', '<c/><b/>', { usingComponents: { c: '/c/c', b: '/b/b' } }),
      ...component('c/c', '<b/>', { usingComponents: { b: '/b/b' } }),
    });
    expect(brief(compiled.diagnostics)).toEqual([]);
    expect([...compiled.units.keys()]).toEqual(['/pages/a/a', '/b/b', '/c/c']);
  });

  it('has sub-packages with their sizes, without what is not uploaded', async () => {
    const compiled = await compile({
      'mini.project.json': { format: 2, uploadExclude: ['docs/**', '*.md'] },
      'app.json': { pages: ['pages/a/a'], subPackages: [{ root: 'more', pages: ['pages/b/b'] }] },
      'app.js': '',
      ...page('pages/a/a'),
      ...page('more/pages/b/b'),
      'more/picture.png': '0123456789',
      'docs/guide.txt': 'never',
      'README.md': 'never',
      '.minifoundry/mocks/a.json': '{}',
      'node_modules/unused/index.js': 'never',
    });
    expect(brief(compiled.diagnostics)).toEqual([]);
    expect([...compiled.units.keys()]).toEqual(['/pages/a/a', '/more/pages/b/b']);
    const perPage = '<view/>'.length + 'Page({})'.length + '{}'.length;
    expect(compiled.packages).toEqual([
      { root: '', files: 5, bytes: JSON.stringify(compiled.config).length + perPage },
      { root: 'more', files: 4, bytes: perPage + 10 },
    ]);
  });

  it('compiles TypeScript and LESS', async () => {
    const compiled = await compile({
      'app.json': { pages: ['pages/a/a'] },
      'app.ts': 'const a: number = 1; App({ a } as object)',
      'app.less': '@import "./vars"; @c: blue; page { color: @b; .x { color: @c } }',
      'vars.less': '@b: red;',
      'pages/a/a.ts': 'Page({} as object)',
      'pages/a/a.axml': '<view/>',
      'pages/a/a.less': '.a { .b { width: 75rpx } }',
    });
    expect(brief(compiled.diagnostics)).toEqual([]);
    expect(compiled.appStyles).toEqual(['/app.less']);
    expect(compiled.styles.get('/app.less')?.css.replace(/\s+/g, '')).toBe('a-page{color:red;}a-page.x{color:blue;}');
    expect(compiled.styles.get('/pages/a/a.less')?.css.replace(/\s+/g, '')).toBe('.a.b{width:10vw;}');
  });

  it('reads nothing outside of its folder', async () => {
    const outside = await project({ 'secret.js': 'module.exports = "secret"', 'more/index.js': '"secret"' });
    const one = await project({
      'app.json': { pages: ['pages/a/a'] },
      'app.js': "require('./link'); require('../secret'); require('/../secret'); require('lib')",
      ...page('pages/a/a'),
    });
    await symlink(path.join(outside.root, 'secret.js'), path.join(one.root, 'link.js'));
    await mkdir(path.join(one.root, 'node_modules'));
    await symlink(path.join(outside.root, 'more'), path.join(one.root, 'node_modules/lib'));
    const compiled = await one.compiler.compile();
    expect(brief(compiled.diagnostics)).toEqual(Array.from({ length: 4 }, () => 'app.js:1 error script-missing-module'));
    expect([...compiled.logic.values()].map(({ code }) => code).join()).not.toContain('"secret"');
  });
});

describe('problems', () => {
  it('are said for every file, and stop none', async () => {
    const compiled = await compile({
      'app.json': { pages: ['pages/a/a', 'pages/gone/gone', 'pages/a/a'], tabBar: { items: [{ pagePath: 'pages/x/x', name: 'X' }] }, window: {} },
      'app.js': 'let a = ;',
      'app.acss': '@import "./none.acss"; .a{x:y',
      ...page('pages/a/a', '<view a:for="items">\n<block key="a"/><span/><odd/><view wx:if="{{a}}"/></view>\n<import-sjs name="m" from="./m.sjs"/>{{m.x}}', {
        usingComponents: { one: './none', two: 'package/none', three: 'plugin://p/q', broken: '/broken/broken' },
      }),
      'pages/a/m.sjs': 'export default window;\nimport y from "./y.sjs"',
      'broken/broken.json': '{ "component": true, }, "x" ',
      'ext.json': '{ "extEnable": true',
    });
    expect(brief(compiled.diagnostics)).toEqual([
      'app.acss:1 error acss-missing-import',
      'app.acss:1 error acss-syntax',
      'app.js:1 error script-syntax',
      'app.json:1 error page-missing-file',
      'app.json:1 error page-missing-file',
      'app.json:1 warning app-duplicate-page',
      'app.json:1 error app-unknown-page',
      'broken/broken.json:1 warning component-missing-file',
      'broken/broken.json:1 warning component-missing-file',
      'broken/broken.json:1 error json-syntax',
      'ext.json:1 error json-syntax',
      'pages/a/a.axml:1 warning axml-missing-key',
      'pages/a/a.axml:1 warning axml-missing-braces',
      'pages/a/a.axml:2 warning axml-key-on-block',
      'pages/a/a.axml:2 warning axml-html-element',
      'pages/a/a.axml:2 warning axml-unknown-element',
      'pages/a/a.axml:2 warning axml-foreign-attribute',
      'pages/a/a.json:1 error component-missing',
      'pages/a/a.json:1 error component-missing',
      'pages/a/a.json:1 warning component-of-plugin',
      'pages/a/m.sjs:1 error sjs-unknown-name',
      'pages/a/m.sjs:2 error sjs-missing-module',
    ]);
    expect(compiled.views.has('/pages/a/a.axml')).toBe(true);
    expect([...compiled.units.keys()]).toEqual(['/pages/a/a', '/pages/gone/gone', '/broken/broken']);
  });

  it('name attributes that AXML does not have, and what is meant', async () => {
    const foreign = ['wx:if', 'a:elseif', 'bindtap', 'catch:touchmove', 'capture-bind:tap', 'ontap', 'onclick', '@longpress'];
    const axml = `<view ${foreign.map((name) => `${name}="t"`).join(' ')} a:form="1" only="2" onTap="t"/><card ontap="t" bindtap="t"/>`;
    const texts = { ...page('pages/a/a', axml, { usingComponents: { card: '/card/card' } }), 'pages/a/a.js': 'Page({ t() {} })', ...component('card/card') };
    const { diagnostics } = await compile({ 'app.json': { pages: ['pages/a/a'] }, 'app.js': '', ...texts });
    expect(diagnostics.map(({ code, parameters }) => [code, parameters?.name, parameters?.meant])).toEqual([
      ...['a:if', 'a:elif', 'onTap', 'catchTouchMove', 'capture-onTap', 'onTap', 'onTap', 'onLongTap'].map((meant, at) => [
        'axml-foreign-attribute',
        foreign[at],
        meant,
      ]),
      ['axml-unknown-directive', 'a:form', undefined],
    ]);
  });

  it('name a project without app.json', async () => {
    const compiled = await compile({ 'readme.txt': '' });
    expect(brief(compiled.diagnostics)).toEqual(['app.json:1 error project-no-app']);
    expect((await compile({ 'app.json': '{', 'app.js': '' })).diagnostics[0]).toMatchObject({ file: 'app.json', code: 'json-syntax' });
    expect(brief((await compile({ 'app.json': {}, 'app.js': '' })).diagnostics)).toEqual(['app.json:1 error app-no-pages']);
  });

  it('name entries of app.json that are none', async () => {
    const json = '{\n"pages": ["pages/a/a",\n3],\n"subPackages": [{ "root": "more", "pages": [\nnull, "b"] },\n{ "pages": ["x"] },\n"text"]\n}';
    const compiled = await compile({ 'app.json': json, 'app.js': '', ...page('pages/a/a'), ...page('more/b') });
    expect(brief(compiled.diagnostics)).toEqual([
      'app.json:3 error app-page-no-text',
      'app.json:5 error app-page-no-text',
      'app.json:6 error app-sub-package-no-root',
      'app.json:7 error app-sub-package-no-root',
    ]);
    expect([...compiled.units.keys()]).toEqual(['/pages/a/a', '/more/b']);
  });

  it('name a project without app.js', async () => {
    const compiled = await compile({ 'app.json': { pages: ['pages/a/a'] }, ...page('pages/a/a') });
    expect(brief(compiled.diagnostics)).toEqual(['app.json:1 error project-no-app-script']);
  });

  it('name what in ext.json comes to nothing', async () => {
    const texts = {
      'app.json': { pages: ['pages/a/a'], subPackages: [{ root: 'more', pages: ['b'] }] },
      'app.js': '',
      ...page('pages/a/a'),
      ...page('more/b'),
    };
    const tabBar = { items: [{ pagePath: 'pages/a/a' }, { pagePath: 'more/b' }, { pagePath: 'pages/none' }] };
    const ext = { extEnable: true, ext: 'text', extPages: { 'pages/a/a': {}, '/more/b': {}, 'pages/gone': {} }, tabBar };
    expect((await compile({ ...texts, 'ext.json': ext })).diagnostics.map(({ file, code, parameters }) => [file, code, parameters?.page])).toEqual([
      ['ext.json', 'ext-no-object', undefined],
      ['ext.json', 'app-unknown-page', 'pages/gone'],
      ['ext.json', 'app-page-in-sub-package', 'more/b'],
      ['ext.json', 'app-unknown-page', 'pages/none'],
    ]);
    expect(brief((await compile({ ...texts, 'ext.json': { ext: {} } })).diagnostics)).toEqual(['ext.json:1 warning ext-not-enabled']);
    expect((await compile({ ...texts, 'ext.json': { ...ext, extEnable: false } })).diagnostics).toEqual([]);
  });

  it('keep tab pages out of sub-packages', async () => {
    const compiled = await compile({
      'app.json': {
        pages: ['pages/a/a'],
        subPackages: [{ root: 'more', pages: ['b'] }],
        entryPagePath: 'more/b',
        tabBar: { items: [{ pagePath: 'more/b', name: 'B' }] },
      },
      'app.js': '',
      ...page('pages/a/a'),
      ...page('more/b'),
    });
    expect(brief(compiled.diagnostics)).toEqual(['app.json:1 error app-page-in-sub-package', 'app.json:1 error app-page-in-sub-package']);
  });
});

describe('compiling again', () => {
  const texts = {
    'app.json': { pages: ['pages/a/a', 'pages/b/b'] },
    'app.js': '',
    ...page('pages/a/a', '<include src="/parts/part.axml"/><import src="/parts/templates"/><template is="t"/>'),
    ...page('pages/b/b', '<card/>', { usingComponents: { card: '/card/card' } }),
    ...component('card/card'),
    'pages/a/a.acss': '@import "/parts/part.acss";',
    'parts/part.axml': '<view>one</view>',
    'parts/templates.axml': '<template name="t">one</template>',
    'parts/part.acss': '.one{x:y}',
  };

  /** Keys whose value is not the very same object. */
  function changed<T>(before: Map<string, T>, after: Map<string, T>): string[] {
    return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  }

  function changes(before: CompiledProject, after: CompiledProject): string[] {
    return [...changed(before.views, after.views), ...changed(before.styles, after.styles), ...changed(before.logic, after.logic)];
  }

  it('makes nothing anew when nothing changed', async () => {
    const one = await project(texts);
    const before = await one.compiler.compile();
    one.compiler.invalidate([...Object.keys(texts), '.']);
    const after = await one.compiler.compile();
    expect(changes(before, after)).toEqual([]);
    expect(after.diagnostics).toEqual(before.diagnostics);
  });

  it.each([
    ['parts/part.axml', '<view>two</view>', ['/pages/a/a.axml']],
    ['parts/templates.axml', '<template name="t">two</template>', ['/pages/a/a.axml']],
    ['parts/part.acss', '.two{x:y}', ['/pages/a/a.acss']],
    ['card/card.js', 'Component({ data: {} })', ['/card/card.js']],
    ['card/card.axml', '<view>two</view>', ['/card/card.axml']],
    ['app.js', 'App({})', ['/app.js']],
    ['card/card.acss', '.new{x:y}', ['/card/card.acss']],
  ])('%s touches only what it is in', async (file, text, expected) => {
    const one = await project(texts);
    const before = await one.compiler.compile();
    expect(brief(before.diagnostics)).toEqual([]);
    const after = await one.change({ [file]: text });
    expect(changes(before, after)).toEqual(expected);
  });

  it('does not look at files that nobody called changed', async () => {
    const one = await project(texts);
    const before = await one.compiler.compile();
    await one.write({ 'card/card.js': 'other' });
    expect(changes(before, await one.compiler.compile())).toEqual([]);
  });

  it('finds files that appear, and misses those that go away', async () => {
    const one = await project({ ...texts, 'pages/a/a.js': "require('./later'); require('lib')" });
    const before = await one.compiler.compile();
    expect(brief(before.diagnostics)).toEqual(['pages/a/a.js:1 error script-missing-module', 'pages/a/a.js:1 error script-missing-module']);
    const after = await one.change({ 'pages/a/later.js': '1', 'node_modules/lib/index.js': '2' });
    expect(brief(after.diagnostics)).toEqual([]);
    expect(after.logic.get('/pages/a/a.js')?.dependencies).toEqual(['/pages/a/later.js', '/node_modules/lib/index.js']);
    await one.remove('node_modules', 'parts/part.axml');
    const last = await one.compiler.compile();
    expect(brief(last.diagnostics)).toEqual(['pages/a/a.axml:1 error template-missing-file', 'pages/a/a.js:1 error script-missing-module']);
    expect(last.logic.has('/node_modules/lib/index.js')).toBe(false);
  });

  it('follows a program that moves', async () => {
    const one = await project({
      'app.json': { pages: ['a'] },
      'app.js': '',
      ...page('a'),
      'src/app.json': { pages: ['b'] },
      'src/app.js': '',
      ...page('src/b'),
    });
    expect([...(await one.compiler.compile()).units.keys()]).toEqual(['/a']);
    expect([...(await one.change({ 'mini.project.json': { miniprogramRoot: 'src' } })).units.keys()]).toEqual(['/b']);
  });

  it('compiles LESS again when what it imports changes', async () => {
    const one = await project({ ...texts, 'card/card.less': '@import "./v.less"; .a { color: @c }', 'card/v.less': '@c: red;' });
    const css = async (compiled: Promise<CompiledProject>): Promise<string> => (await compiled).styles.get('/card/card.less')?.css.replace(/\s+/g, '') ?? '';
    expect(await css(one.compiler.compile())).toBe('.a{color:red;}');
    expect(await css(one.change({ 'card/v.less': '@c: blue;' }))).toBe('.a{color:blue;}');
    expect(await css(one.change({ 'card/card.less': '@import "./v.less"; .b { color: @c }' }))).toBe('.b{color:blue;}');
  });

  it('gives the same as compiling afresh, whatever changes in whatever order', async () => {
    const one = await project(texts);
    await one.compiler.compile();
    const steps: Record<string, string | object>[] = [
      { 'app.json': { pages: ['pages/b/b'] } },
      { 'pages/b/b.axml': '<view a:for="x"/>' },
      { 'app.json': { pages: ['pages/b/b', 'pages/a/a'] }, 'parts/part.axml': '<view>{{</view>' },
      { 'card/card.json': { component: true, styleIsolation: 'isolated' }, 'card/card.acss': '.a{x:y}' },
      { 'card/card.json': '{' },
    ];
    for (const step of steps) {
      const incremental = await one.change(step);
      expect(incremental).toEqual(await new ProjectCompiler({ root: one.root }).compile());
    }
  });
});
