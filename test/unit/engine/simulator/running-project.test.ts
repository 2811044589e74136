import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '#engine/log/index.ts';
import { ProjectApp } from '#engine/simulator/project/project-app.ts';
import { readCompileModes, readMocks, writeCompileModes, writeMock } from '#engine/simulator/project/project-files.ts';
import { type ProjectUpdate, RunningProject } from '#engine/simulator/project/running-project.ts';
import { compileModes } from '#shared/model/simulator.ts';

const log = createLogger('test', () => undefined);
let root: string;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'minifoundry-running-')));
  await write('app.json', '{"pages":["pages/home/home"],"window":{"defaultTitle":"Sample"}}');
  await write('app.js', 'App({});');
  await write('pages/home/home.js', "import { sum } from '../../sum';\nPage({\n  onLoad() {\n    throw new Error(String(sum(1, 2)));\n  },\n});");
  await write('sum.js', 'export function sum(a, b) {\n  return a + b;\n}');
  await write('pages/home/home.axml', '<view>home</view>');
  await write('pages/home/home.acss', 'view { color: red; }');
  await write('ext.json', '{"extEnable":true,"ext":{"shop":"Sample"}}');
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** What a running phone would be told after a change of some files. */
async function messagesAfter(change: () => Promise<void>, paths: string[]): Promise<{ kind: string }[]> {
  const project = new RunningProject(root, log);
  const app = new ProjectApp(root, await project.compiled(), null);
  const updates: ProjectUpdate[] = [];
  project.listen({ updated: (update) => updates.push(update) });
  await change();
  await project.changed(paths);
  const compiled = await project.compiled();
  return updates.flatMap((update) => app.update(compiled, update));
}

describe('a save', () => {
  it('swaps styles, re-renders templates and starts pages again, each for its own kind of file', async () => {
    const style = await messagesAfter(() => write('pages/home/home.acss', 'view { color: blue; }'), ['pages/home/home.acss']);
    expect(style).toMatchObject([{ kind: 'style', why: ['pages/home/home.acss'] }]);
    const template = await messagesAfter(() => write('pages/home/home.axml', '<view>new</view>'), ['pages/home/home.axml']);
    expect(template).toMatchObject([{ kind: 'template', views: ['/pages/home/home.axml'] }]);
    const script = await messagesAfter(() => write('sum.js', 'export function sum() { return 0; }'), ['sum.js']);
    expect(script).toMatchObject([{ kind: 'logic', modules: ['/sum.js'], logicUrl: expect.stringMatching(/^\/app\/logic\.js\?v=\d+$/) }]);
  });

  it('lets what ran before go on while a script does not compile, with what only that one requires', async () => {
    const project = new RunningProject(root, log);
    const app = new ProjectApp(root, await project.compiled(), null);
    const [kept, updates]: [string[][], ProjectUpdate[]] = [[], []];
    project.listen({ kept: (paths) => kept.push(paths), updated: (update) => updates.push(update) });
    const good = await readFile(join(root, 'pages/home/home.js'), 'utf8');
    await write('pages/home/home.js', 'Page({ onLoad( {');
    await project.changed(['pages/home/home.js']);
    const broken = await project.compiled();
    expect([kept, updates]).toEqual([[['pages/home/home.js']], []]);
    expect(broken.diagnostics).toMatchObject([{ code: 'script-syntax', file: 'pages/home/home.js' }]);
    expect([...broken.logic.keys()]).toEqual(['/app.js', '/pages/home/home.js', '/sum.js']);
    await write('sum.js', 'export function sum() { return 0; }');
    await write('pages/home/home.js', good);
    await project.changed(['pages/home/home.js', 'sum.js']);
    expect(kept).toHaveLength(1);
    const messages = app.update(await project.compiled(), updates[0] as ProjectUpdate);
    expect(messages).toMatchObject([{ kind: 'logic', modules: ['/sum.js'] }]);
  });

  it('restarts the program for its app.json, app.js and ext.json', async () => {
    expect(await messagesAfter(() => write('app.js', 'App({ globalData: {} });'), ['app.js'])).toMatchObject([{ kind: 'app' }]);
    expect(await messagesAfter(() => write('app.json', '{"pages":["pages/home/home"],"window":{"defaultTitle":"New"}}'), ['app.json'])).toMatchObject([
      { kind: 'app' },
    ]);
    expect(await messagesAfter(() => write('ext.json', '{"extEnable":true,"ext":{"shop":"New"}}'), ['ext.json'])).toMatchObject([{ kind: 'app' }]);
  });

  it('that changes nothing does nothing, and several files are one batch', async () => {
    expect(await messagesAfter(() => write('pages/home/home.acss', 'view { color: red; }'), ['pages/home/home.acss'])).toEqual([]);
    const both = await messagesAfter(async () => {
      await write('pages/home/home.acss', 'view { color: green; }');
      await write('pages/home/home.axml', '<view>both</view>');
    }, ['pages/home/home.acss', 'pages/home/home.axml']);
    expect(both.map(({ kind }) => kind)).toEqual(['style', 'template']);
  });
});

describe('the program of a phone', () => {
  it('finds the source of a stack', async () => {
    const app = new ProjectApp(root, await new RunningProject(root, log).compiled(), null);
    const version = Number(app.logicUrl().split('=')[1]);
    const lines = (app.logicScript(version) ?? '').split('\n');
    const at = lines.findIndex((line) => line.includes('throw new Error'));
    const column = (lines[at] ?? '').indexOf('new Error') + 1;
    const stack = `Error: 3\n    at onLoad (http://x.localhost:1/app/logic.js?v=${version}:${at + 1}:${column})`;
    expect(app.placeOf(stack)).toMatchObject({ file: 'pages/home/home.js', line: 4 });
    expect(app.placeOf('Error\n    at http://x.localhost:1/runtime/logic.js:1:1')).toBeUndefined();
    expect(app.logicScript(version + 1)).toBeNull();
  });

  it('has the ext of its merchant, whole', async () => {
    const compiled = await new RunningProject(root, log).compiled();
    expect(new ProjectApp(root, compiled, null).manifest().ext).toEqual({ shop: 'Sample' });
    const own = new ProjectApp(root, compiled, { extEnable: true, ext: { shop: 'Kedai' }, window: { defaultTitle: 'Kedai' } }).manifest();
    expect(own.ext).toEqual({ shop: 'Kedai' });
    expect(own.window).toEqual({ defaultTitle: 'Kedai' });
    expect(new ProjectApp(root, compiled, { extEnable: false, ext: { shop: 'Never' } }).manifest().ext).not.toMatchObject({ shop: 'Never' });
  });
});

describe('what a project keeps for its phones', () => {
  it('comes back, and a mock that leaves an API alone goes away', async () => {
    const modes = [{ name: 'Cart', page: 'pages/home/home', query: 'a=1', scene: '1011' }];
    await writeCompileModes(root, modes);
    expect(await readCompileModes(root, log)).toEqual(modes);
    const mock = { api: 'getLocation', outcome: 'success' as const, result: { latitude: '1' }, delayMs: 20 };
    await writeMock(root, mock);
    await writeMock(root, { ...mock, api: 'scan', outcome: 'fail', result: { error: 10 } });
    expect((await readMocks(root, log)).map(({ api }) => api).sort()).toEqual(['getLocation', 'scan']);
    await writeMock(root, { ...mock, outcome: 'default' });
    expect((await readMocks(root, log)).map(({ api }) => api)).toEqual(['scan']);
  });

  it('begins with the compile modes of the platform’s own IDE', async () => {
    await write(
      '.mini-ide/compileMode.json',
      '{ "modes": [{ "title": "Cart", "page": "pages/cart/cart", "launchMode": "common", "pageQuery": "a=1" }, { "page": "pages/me/me" }] }',
    );
    expect(await readCompileModes(root, log)).toEqual([
      { name: 'Cart', page: 'pages/cart/cart', query: 'a=1', scene: '1000' },
      { name: 'pages/me/me', page: 'pages/me/me', query: '', scene: '1000' },
    ]);
    await writeCompileModes(root, []);
    expect(await readCompileModes(root, log)).toEqual([]);
  });

  it('takes of another IDE’s compile modes those that can be ours', async () => {
    const modes = [
      { page: '' },
      { title: 'x'.repeat(101), page: 'pages/a/a' },
      { page: 'pages/b/b', pageQuery: 'x'.repeat(5001) },
      { page: 'pages/c/c', scene: {} },
      'odd',
      { title: null, page: 'pages/d/d', pageQuery: null, scene: null },
      { title: 'Scan', page: '', scene: 1011 },
      ...Array.from({ length: 100 }, (_, index) => ({ page: `pages/${index}` })),
    ];
    await write('.mini-ide/compileMode.json', JSON.stringify({ modes }));
    const read = await readCompileModes(root, log);
    expect(read.slice(0, 3)).toEqual([
      { name: 'pages/d/d', page: 'pages/d/d', query: '', scene: '1000' },
      { name: 'Scan', page: '', query: '', scene: '1011' },
      { name: 'pages/0', page: 'pages/0', query: '', scene: '1000' },
    ]);
    expect(compileModes.safeParse(read).success).toBe(true);
  });

  it('has no mock that its file is not named after', async () => {
    await write('.minifoundry/mocks/foo.json', '{"api":"request","outcome":"success"}');
    await write('.minifoundry/mocks/request.json', '{"api":"request","outcome":"fail"}');
    expect(await readMocks(root, log)).toEqual([{ api: 'request', outcome: 'fail', delayMs: 0 }]);
  });

  it('is ignored when it is damaged, and never written outside', async () => {
    await write('.minifoundry/compile-modes.json', '{"not":"a list"}');
    await write('.minifoundry/mocks/scan.json', '{"api":1}');
    expect(await readCompileModes(root, log)).toEqual([]);
    expect(await readMocks(root, log)).toEqual([]);
    await expect(writeMock(root, { api: '../../evil', outcome: 'success', result: {}, delayMs: 0 })).rejects.toThrow();
  });
});
