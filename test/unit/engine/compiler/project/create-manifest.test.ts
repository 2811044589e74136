import { afterAll, describe, expect, it } from 'vitest';
import { type CompiledProject, createManifest } from '#engine/compiler/index.ts';
import { createProject, page, type TestProject } from './project.ts';

const projects: TestProject[] = [];
afterAll(async () => {
  for (const project of projects) await project.dispose();
});

async function compile(app: object, ext?: object): Promise<CompiledProject> {
  const project = await createProject({
    'app.json': { pages: ['pages/a/a', 'pages/b/b'], ...app },
    'app.js': '',
    ...page('pages/a/a', '<view/>', { defaultTitle: 'A', usingComponents: {}, optionMenu: { icon: 'x' } }),
    ...page('pages/b/b'),
    ...(ext ? { 'ext.json': ext } : {}),
  });
  projects.push(project);
  return project.compiler.compile();
}

const window = { defaultTitle: 'App', titleBarColor: '#111111' };
const tabBar = {
  textColor: '#222222',
  items: [
    { pagePath: 'pages/a/a', name: 'A' },
    { pagePath: '/pages/b/b', name: 'B', icon: 'b.png' },
    { pagePath: 'pages/none', name: 'N' },
  ],
};

describe('createManifest', () => {
  it('merges windows: the app’s, then the page’s', async () => {
    const manifest = createManifest(await compile({ window, tabBar, networkTimeout: { request: 5 } }), null);
    expect(manifest).toMatchObject({
      entryPagePath: 'pages/a/a',
      pages: ['pages/a/a', 'pages/b/b'],
      window,
      networkTimeout: { request: 5, connectSocket: 30_000, uploadFile: 60_000, downloadFile: 60_000 },
      decodeQuery: true,
      ext: {},
      component2: true,
      tabBar: {
        textColor: '#222222',
        items: [
          { pagePath: 'pages/a/a', name: 'A' },
          { pagePath: 'pages/b/b', name: 'B', icon: 'b.png' },
        ],
      },
    });
    expect(manifest.units['/pages/a/a']?.window).toEqual({ defaultTitle: 'A', titleBarColor: '#111111', optionMenu: { icon: 'x' } });
    expect(manifest.units['/pages/b/b']?.window).toEqual(window);
  });

  it('takes the entry page that is named', async () => {
    expect(createManifest(await compile({ entryPagePath: 'pages/b/b' }), null).entryPagePath).toBe('pages/b/b');
    expect(createManifest(await compile({ entryPagePath: 'pages/none' }), null).entryPagePath).toBe('pages/a/a');
  });

  it('replaces whole keys by those of ext.json', async () => {
    const compiled = await compile(
      { window, tabBar },
      { extEnable: true, ext: { merchant: 'one' }, window: { defaultTitle: 'One' }, extPages: { 'pages/b/b': { defaultTitle: 'B of One' } }, extAppid: 'x' },
    );
    const manifest = createManifest(compiled, null);
    expect(manifest.window).toEqual({ defaultTitle: 'One' });
    expect(manifest.tabBar?.items).toHaveLength(2);
    expect(manifest.ext).toEqual({ merchant: 'one' });
    expect(manifest.units['/pages/a/a']?.window).toEqual({ defaultTitle: 'A', optionMenu: { icon: 'x' } });
    expect(manifest.units['/pages/b/b']?.window).toEqual({ defaultTitle: 'B of One' });
  });

  it('takes an instance’s document in place of the project’s own', async () => {
    const compiled = await compile({ window }, { extEnable: true, ext: { merchant: 'one' }, window: {} });
    const manifest = createManifest(compiled, { extEnable: true, ext: { merchant: 'two', deep: { a: 1 } } });
    expect(manifest.ext).toEqual({ merchant: 'two', deep: { a: 1 } });
    expect(manifest.window).toEqual(window);
    expect(manifest.version).not.toBe(createManifest(compiled, null).version);
    expect(createManifest(compiled, { extEnable: true, ext: { merchant: 'two', deep: { a: 1 } } }).version).toBe(manifest.version);
  });

  it('ignores a document that is switched off', async () => {
    const compiled = await compile(
      { window, ext: { fromApp: 1 } },
      { extEnable: false, ext: { merchant: 'one' }, window: {}, extPages: { 'pages/a/a': { defaultTitle: 'no' } } },
    );
    const manifest = createManifest(compiled, null);
    expect(manifest.window).toEqual(window);
    expect(manifest.ext).toEqual({ fromApp: 1 });
    expect(manifest.units['/pages/a/a']?.window.defaultTitle).toBe('A');
  });
});
