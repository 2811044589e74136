import { afterEach, describe, expect, it } from 'vitest';
import { type CompiledProject, ProjectCompiler } from '#engine/compiler/index.ts';
import { brief, component, createProject, page, type TestProject } from './project.ts';

const projects: TestProject[] = [];
afterEach(async () => {
  for (const project of projects.splice(0)) await project.dispose();
});

async function compile(texts: Record<string, string | object>, limits?: { one: number; all: number }): Promise<CompiledProject> {
  const created = await createProject(texts);
  projects.push(created);
  return limits ? new ProjectCompiler({ root: created.root, limits }).compile() : created.compiler.compile();
}

const app = (subPackages: object[]) => ({ 'app.json': { pages: ['pages/a/a'], subPackages }, 'app.js': '', ...page('pages/a/a') });

describe('what is packaged', () => {
  const plain = { 'app.json': { pages: ['pages/a/a'] }, 'app.js': '', ...page('pages/a/a') };
  const filesOf = async (more: Record<string, string | object>) => (await compile({ ...plain, ...more })).packages[0]?.files;

  it('has code and pictures, and no keys, notes or files of tools', async () => {
    const own = (await filesOf({})) ?? 0;
    const left = {
      'private.pem': 'x',
      'certs/app.p12': 'x',
      '.env': 'x',
      '.eslintrc.js': 'x',
      '.husky/pre-commit': 'x',
      'lib/.tool/deep/a.js': '',
      '.minidev/config.json': '{}',
      '.mini-ide/compileMode.json': '{}',
    };
    expect(await filesOf({ ...left, 'mini.built.json': '{}', 'README.md': 'x', 'mini.project.json': {} })).toBe(own);
    expect(await filesOf({ 'images/a.png': 'x', 'data/list.json': '[]', 'lib/unused.js': '', 'fonts/a.ttf': 'x' })).toBe(own + 4);
  });

  it('leaves out what either edition of mini.project.json excludes, except what it includes', async () => {
    const own = (await filesOf({})) ?? 0;
    const docs = { 'docs/a.js': '', 'docs/deep/b.js': '', 'docs/keep.js': '', 'x/a.psd': '' };
    expect(await filesOf({ ...docs, 'mini.project.json': { exclude: ['docs/**', '*.psd'] } })).toBe(own);
    expect(await filesOf({ ...docs, 'mini.project.json': { exclude: ['docs', '*.psd'], include: ['docs/keep.js'] } })).toBe(own + 1);
    expect(await filesOf({ '.made/a.js': '', '.made/b.js': '', 'mini.project.json': { include: ['.made/a.js'] } })).toBe(own + 1);
    expect(await filesOf({ ...docs, 'mini.project.json': { format: 2, uploadExclude: ['docs/*'], assetsInclude: ['docs/keep.js'] } })).toBe(own + 2);
  });

  it('counts globs from the project and from the folder of the program', async () => {
    const inFolder = Object.fromEntries(Object.entries({ ...plain, 'docs/a.js': '', 'notes/b.js': '' }).map(([name, text]) => [`src/${name}`, text]));
    const { packages } = await compile({ ...inFolder, 'mini.project.json': { miniprogramRoot: './src', exclude: ['src/docs/**', 'notes/**'] } });
    expect(packages.map(({ files }) => files)).toEqual([5]);
  });

  it('leaves out what was made of the project before, and no folder of the program that is called the same', async () => {
    const inFolder = Object.fromEntries(Object.entries(plain).map(([name, text]) => [`src/${name}`, text]));
    const texts = { ...inFolder, 'src/dist/a.js': '', 'src/made/b.js': '', 'mini.project.json': { miniprogramRoot: 'src' } };
    const created = await createProject(texts);
    projects.push(created);
    const filesWith = async (output: string) => (await new ProjectCompiler({ root: created.root, output }).compile()).packages[0]?.files;
    expect(await filesWith('dist')).toBe(7);
    expect(await filesWith('src/made')).toBe(6);
  });
});

describe('limits of packages', () => {
  const texts = { ...app([{ root: 'more', pages: ['b'] }]), ...page('more/b'), 'more/picture.png': 'x'.repeat(5000) };

  it('are told with the package and the size', async () => {
    const { diagnostics } = await compile(texts, { one: 4000, all: 5000 });
    expect(diagnostics.map(({ file, severity, code }) => [file, severity, code])).toEqual([
      ['app.json', 'warning', 'packages-too-large'],
      ['app.json', 'warning', 'package-too-large'],
    ]);
    expect(diagnostics[1]).toMatchObject({ range: { start: { column: 46 }, end: { column: 52 } }, parameters: { root: 'more', size: '0.01 MB' } });
    expect(brief((await compile(texts, { one: 50, all: 10_000 })).diagnostics)).toContain('app.json:1 warning package-main-too-large');
  });

  it('are told as they were given', async () => {
    const megabytes = 1.1 * 1024 * 1024;
    const { diagnostics } = await compile({ ...texts, 'a.png': 'x'.repeat(megabytes) }, { one: megabytes, all: 10 * megabytes });
    expect(diagnostics[0]).toMatchObject({ code: 'package-main-too-large', parameters: { size: '1.11 MB', limit: '1.1 MB' } });
  });

  it('are two and eight megabytes', async () => {
    expect(brief((await compile(texts)).diagnostics)).toEqual([]);
    const large = await compile({ ...texts, 'a.png': 'x'.repeat(2 * 1024 * 1024 + 1) });
    expect(brief(large.diagnostics)).toEqual(['app.json:1 warning package-main-too-large']);
  });
});

describe('sub-packages', () => {
  it('may not lie in each other', async () => {
    const compiled = await compile({
      ...app([
        { root: 'a', pages: ['x'] },
        { root: 'a/b/', pages: ['y'] },
      ]),
      ...page('a/x'),
      ...page('a/b/y'),
    });
    expect(brief(compiled.diagnostics)).toEqual(['app.json:1 error app-nested-sub-package']);
  });

  it('do not hold the page that the program starts with, nor tab pages', async () => {
    expect(brief((await compile({ ...app([{ root: 'pages', pages: [] }]) })).diagnostics)).toEqual(['app.json:1 error app-page-in-sub-package']);
    const only = { 'app.json': { pages: [], subPackages: [{ root: 'a', pages: ['x'] }] }, 'app.js': '', ...page('a/x') };
    expect(brief((await compile(only)).diagnostics)).toEqual(['app.json:1 error app-page-in-sub-package']);
  });

  it('name nothing of each other, whatever the kind of file', async () => {
    const compiled = await compile({
      ...app([
        { root: 'a', pages: ['x'] },
        { root: 'b', pages: ['y'] },
      ]),
      ...page('a/x', '<import src="/b/t.axml"/>\n<include src="/shared/t"/>\n<import-sjs name="m" from="../b/m.sjs"/>', { usingComponents: { c: '/b/c' } }),
      'a/x.js': "require('./own'); require('/shared/s');\nrequire('../b/u');",
      'a/own.js': '',
      'a/x.acss': "@import '/b/z.acss';",
      ...page('b/y', '<import src="./t.axml"/>'),
      ...component('b/c'),
      'b/t.axml': '',
      'b/m.sjs': "import n from '/shared/n.sjs'; export default n",
      'b/u.js': '',
      'b/z.acss': '',
      'shared/t.axml': '',
      'shared/n.sjs': 'export default 1',
      'shared/s.js': '',
    });
    expect(compiled.diagnostics.map(({ file, range: { start, end }, severity, code }) => [file, start.line, start.column, end.column, severity, code])).toEqual(
      [
        ['a/x.acss', 0, 9, 18, 'error', 'package-foreign-reference'],
        ['a/x.axml', 0, 13, 22, 'error', 'package-foreign-reference'],
        ['a/x.axml', 2, 27, 37, 'error', 'package-foreign-reference'],
        ['a/x.js', 1, 9, 15, 'error', 'package-foreign-reference'],
        ['a/x.json', 0, 25, 29, 'error', 'package-foreign-reference'],
      ],
    );
  });

  it('are nothing that the main package can count on', async () => {
    const compiled = await compile({ ...app([{ root: 'more', pages: ['b'] }]), ...page('more/b'), 'more/u.js': '', 'app.js': "require('./more/u')" });
    expect(brief(compiled.diagnostics)).toEqual(['app.js:1 warning package-main-reference']);
  });
});
