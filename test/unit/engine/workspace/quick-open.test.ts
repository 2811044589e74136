import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { until } from '../support/make-folder.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';

async function openWith(test: TestEngine, files: readonly string[]): Promise<(query: string) => Promise<string[]>> {
  for (const file of files) {
    await mkdir(join(test.folder, file, '..'), { recursive: true });
    await writeFile(join(test.folder, file), '');
  }
  const { workspaceId } = await test.open();
  await test.client.workspace.watch({ workspaceId });
  return async (query) => {
    let paths: string[] = [];
    await until(async () => {
      const result = await test.client.workspace.quickOpen({ workspaceId, query, limit: 50 });
      paths = result.items.map(({ path }) => path);
      return result.complete;
    });
    return paths;
  };
}

describe('quick open', () => {
  it('finds files by letters in order, a name before a folder, hidden ones too, ignored ones never', async () => {
    await using test = await startEngine();
    await writeFile(join(test.folder, '.gitignore'), 'dist/\n');
    const find = await openWith(test, [
      'pages/cart/index.js',
      'cart-notes/readme.md',
      'pages/menu/cart.js',
      'dist/cart.js',
      '.config/cart.json',
      'node_modules/cart/index.js',
    ]);
    const found = await find('cart');
    expect(found.slice(0, 2).sort()).toEqual(['.config/cart.json', 'pages/menu/cart.js']);
    expect([...found].sort()).toEqual(['.config/cart.json', 'cart-notes/readme.md', 'pages/cart/index.js', 'pages/menu/cart.js']);
    expect((await find('pgcrtjs'))[0]).toBe('pages/cart/index.js');
    expect(await find('')).toHaveLength(5);
    expect(await find('nothing like it')).toEqual([]);
  });

  it('says which letters matched', async () => {
    await using test = await startEngine();
    await openWith(test, ['pages/cart.js']);
    const { workspaceId } = await test.open();
    const { items } = await test.client.workspace.quickOpen({ workspaceId, query: 'cart', limit: 1 });
    expect(items).toEqual([{ path: 'pages/cart.js', matches: [6, 7, 8, 9] }]);
  });

  it('follows the disk: created, renamed, deleted, whole folders', async () => {
    await using test = await startEngine();
    const find = await openWith(test, ['a/one.js', 'b/two.js']);
    const at = (path: string) => join(test.folder, path);
    expect(await find('js')).toHaveLength(2);
    await writeFile(at('a/three.js'), '');
    await until(async () => (await find('three')).includes('a/three.js'));
    await rename(at('a/three.js'), at('a/four.js'));
    await until(async () => (await find('three')).length === 0 && (await find('four')).length === 1);
    await rm(at('b'), { recursive: true });
    await until(async () => (await find('two')).length === 0);
    await rename(at('a'), at('moved'));
    await until(async () => (await find('one')).join() === 'moved/one.js');
    await writeFile(at('.gitignore'), 'moved/\n');
    await until(async () => (await find('one')).length === 0);
  });

  it('does not take in a new file that an ignore file leaves out', async () => {
    await using test = await startEngine();
    await writeFile(join(test.folder, '.gitignore'), 'dist/\n*.log\n');
    const find = await openWith(test, ['a/one.js', 'dist/two.js']);
    expect(await find('js')).toHaveLength(1);
    await writeFile(join(test.folder, 'dist/ignored-three.js'), '');
    await writeFile(join(test.folder, 'a/ignored.log'), '');
    await writeFile(join(test.folder, 'a/marker.js'), '');
    await until(async () => (await find('marker')).length === 1);
    expect(await find('ignored')).toEqual([]);
  });

  it('is right without anybody watching', async () => {
    await using test = await startEngine();
    await writeFile(join(test.folder, 'one.js'), '');
    const { workspaceId } = await test.open();
    const ask = async () => (await test.client.workspace.quickOpen({ workspaceId, query: 'js', limit: 5 })).items.map(({ path }) => path);
    await until(async () => (await ask()).length === 1);
    await writeFile(join(test.folder, 'two.js'), '');
    await until(async () => (await ask()).length === 2);
  });
});
