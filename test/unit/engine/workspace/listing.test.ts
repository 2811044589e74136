import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFolder } from '../../../../engine/workspace/list-folder.ts';
import { failureOf, makeFolder } from '../support/make-folder.ts';

describe('listing', () => {
  it('gives folders first and names in natural order', async () => {
    await using folder = await makeFolder({ 'page10.js': '', 'page9.js': '', 'b/x': '', 'A/x': '', '.hidden': '' });
    const { entries } = await listFolder(folder.root, '');
    expect(entries.map(({ name, kind }) => `${kind} ${name}`)).toEqual(['folder A', 'folder b', 'file .hidden', 'file page9.js', 'file page10.js']);
  });

  it('shows names with line breaks and bidirectional marks as they are', async () => {
    const name = 'two\nlines \u202Ecba\u202C.txt';
    await using folder = await makeFolder();
    await writeFile(join(folder.path, name), '');
    expect((await listFolder(folder.root, '')).entries.map((entry) => entry.name)).toEqual([name]);
  });

  it('says where links lead and never follows one out', async () => {
    await using folder = await makeFolder({ 'workspace/a/b/file': '', 'outside/secret': '' });
    const at = (path: string) => folder.at(`workspace/${path}`);
    await symlink(folder.at('outside'), at('out'));
    await symlink('a', at('in'));
    await symlink('self', at('self'));
    await symlink('nowhere', at('broken'));
    await symlink('..', at('a/up'));
    const root = { name: 'workspace', realPath: folder.at('workspace') };
    const { entries } = await listFolder(root, '');
    expect(Object.fromEntries(entries.map(({ name, kind, link }) => [name, [kind, link]]))).toEqual({
      a: ['folder', undefined],
      in: ['folder', 'inside'],
      out: ['file', 'outside'],
      self: ['file', 'loop'],
      broken: ['file', 'broken'],
    });
    expect((await listFolder(root, 'a')).entries).toContainEqual({ name: 'up', kind: 'file', link: 'loop' });
    expect((await listFolder(root, 'in')).entries.map(({ name }) => name)).toEqual(['b', 'up']);
    expect((await failureOf(listFolder(root, 'out'))).code).toBe('OUTSIDE_WORKSPACE');
    expect((await failureOf(listFolder(root, 'self'))).code).toBe('LINK_LOOP');
  });

  it('dims what nested ignore files leave out', async () => {
    await using folder = await makeFolder({
      '.gitignore': 'dist/\n*.log\n/only-root.txt\n',
      '.minifoundryignore': 'secret.txt\n',
      'dist/a/file': '',
      'node_modules/x/index.js': '',
      'only-root.txt': '',
      'secret.txt': '',
      'src/.gitignore': '!keep.log\ngenerated\n',
      'src/keep.log': '',
      'src/other.log': '',
      'src/only-root.txt': '',
      'src/generated/x': '',
    });
    const ignored = async (path: string) => (await listFolder(folder.root, path)).entries.filter((entry) => entry.ignored).map(({ name }) => name);
    expect(await ignored('')).toEqual(['dist', 'node_modules', 'only-root.txt', 'secret.txt']);
    expect(await ignored('src')).toEqual(['generated', 'other.log']);
    expect(await ignored('dist')).toEqual(['a']);
    expect(await ignored('dist/a')).toEqual(['file']);
  });

  it('finds pages and components among the files, and folders that are one of them', async () => {
    await using folder = await makeFolder({
      'pages/cart/cart.axml': '',
      'pages/cart/cart.js': '',
      'pages/cart/cart.json': '{}',
      'pages/cart/cart.acss': '',
      'pages/two/one.axml': '',
      'pages/two/one.js': '',
      'pages/two/two.axml': '',
      'pages/two/two.json': '{ // a comment\n "component": true, }',
      'pages/fragment/list.axml': '',
      'pages/fragment/list.acss': '',
    });
    const pages = await listFolder(folder.root, 'pages');
    expect(pages.units).toEqual([]);
    expect(pages.entries.map(({ name, unit }) => [name, unit?.kind, unit?.files.map((file) => file.name)])).toEqual([
      ['cart', 'page', ['cart.axml', 'cart.acss', 'cart.js', 'cart.json']],
      ['fragment', undefined, undefined],
      ['two', undefined, undefined],
    ]);
    const { units } = await listFolder(folder.root, 'pages/two');
    expect(units.map(({ base, kind }) => [base, kind])).toEqual([
      ['one', 'page'],
      ['two', 'component'],
    ]);
  });

  it('says what is wrong with what cannot be listed', async () => {
    await using folder = await makeFolder({ file: '' });
    expect((await failureOf(listFolder(folder.root, 'missing'))).code).toBe('NOT_FOUND');
    expect((await failureOf(listFolder(folder.root, 'file'))).code).toBe('NOT_A_FOLDER');
    await rm(folder.path, { recursive: true });
    expect((await failureOf(listFolder(folder.root, ''))).code).toBe('WORKSPACE_GONE');
  });

  it('lists ten thousand entries', async () => {
    await using folder = await makeFolder();
    await mkdir(folder.at('flat'));
    const names = Array.from({ length: 10_000 }, (_, index) => `file-${index}.js`);
    await Promise.all(names.map((name) => writeFile(folder.at(`flat/${name}`), '')));
    const { entries } = await listFolder(folder.root, 'flat');
    expect(entries.map(({ name }) => name)).toEqual(names);
  });
});
