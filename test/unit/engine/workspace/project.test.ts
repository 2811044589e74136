import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { createComponent, createPage } from '../../../../engine/workspace/project/create-unit.ts';
import { linkProject } from '../../../../engine/workspace/project/link-project.ts';
import { readProjectInfo } from '../../../../engine/workspace/project/project-info.ts';
import { failureOf, makeFolder, type TestFolder } from '../support/make-folder.ts';
import { canMount, mountReason, mountSmall } from '../support/mount.ts';
import { startEngine } from '../support/start-engine.ts';

const newPage = (folder: TestFolder, route: string) => createPage(folder.root, route, folder.at('../data'));
const appJson = (folder: TestFolder) => readFile(folder.at('app.json'), 'utf8');

describe('new page', () => {
  it.each([
    ['two spaces', '{\n  "pages": [\n    "pages/a/a"\n  ]\n}\n', '{\n  "pages": [\n    "pages/a/a",\n    "pages/cart/cart"\n  ]\n}\n'],
    ['tabs and CRLF', '{\r\n\t"pages": [\r\n\t\t"pages/a/a"\r\n\t]\r\n}', '{\r\n\t"pages": [\r\n\t\t"pages/a/a",\r\n\t\t"pages/cart/cart"\r\n\t]\r\n}'],
    [
      'comments and odd spacing',
      '// app\n{ "x" :1,\n    /* routes */ "pages": [ // first\n        "pages/a/a" // home\n    ],\n    "window": {"a":  1 }}',
      '// app\n{ "x" :1,\n    /* routes */ "pages": [ // first\n        "pages/a/a",\n        "pages/cart/cart" // home\n    ],\n    "window": {"a":  1 }}',
    ],
    ['a BOM', '\uFEFF{\n  "pages": [\n    "pages/a/a"\n  ]\n}', '\uFEFF{\n  "pages": [\n    "pages/a/a",\n    "pages/cart/cart"\n  ]\n}'],
  ])('registers in an app.json with %s and changes nothing else', async (_, before, after) => {
    await using folder = await makeFolder({ 'app.json': before });
    expect(await newPage(folder, 'pages/cart/cart')).toEqual({ files: ['axml', 'acss', 'js', 'json'].map((suffix) => `pages/cart/cart.${suffix}`) });
    expect(await appJson(folder)).toBe(after);
    expect((await readdir(folder.at('pages/cart'))).sort()).toEqual(['cart.acss', 'cart.axml', 'cart.js', 'cart.json']);
  });

  it.each(['{}', '{ "pages": [] }', '{ "pages": ["pages/a/a",] }'])('registers in %s', async (before) => {
    await using folder = await makeFolder({ 'app.json': before });
    await newPage(folder, 'pages/cart/cart');
    expect(parse(await appJson(folder), [], { allowTrailingComma: true }).pages).toContain('pages/cart/cart');
  });

  it('loses none of many pages made at once', async () => {
    await using folder = await makeFolder({ 'app.json': '{ "pages": [] }' });
    const routes = Array.from({ length: 12 }, (_, index) => `pages/p${index}/index`);
    await Promise.all(routes.map((route) => newPage(folder, route)));
    expect(new Set(JSON.parse(await appJson(folder)).pages)).toEqual(new Set(routes));
  });

  it('goes where mini.project.json says the mini program is', async () => {
    await using folder = await makeFolder({ 'mini.project.json': '{ "miniprogramRoot": "./src/" }', 'src/app.json': '{"pages":[]}' });
    expect((await newPage(folder, 'pages/a/a')).files[0]).toBe('src/pages/a/a.axml');
    expect((await readProjectInfo(folder.root)).pages).toEqual(['pages/a/a']);
  });

  it('names the place where app.json is malformed and writes nothing', async () => {
    const broken = '{\n  "pages": [\n    "a" "b"\n  ]\n}';
    await using folder = await makeFolder({ 'app.json': broken });
    expect(await failureOf(newPage(folder, 'pages/cart/cart'))).toMatchObject({ code: 'JSON_INVALID', parameters: { path: 'app.json', line: 3, column: 9 } });
    expect(await appJson(folder)).toBe(broken);
    expect(await readdir(folder.path)).toEqual(['app.json']);
  });

  it('writes nothing when the page exists, is registered, or app.json is missing or a name is not allowed', async () => {
    await using folder = await makeFolder({
      'app.json': '{"pages":["pages/old/old"],"subPackages":[{"root":"sub","pages":["p/p"]}]}',
      'pages/half/half.js': 'mine',
    });
    expect(await failureOf(newPage(folder, 'pages/old/old'))).toMatchObject({ code: 'PAGE_EXISTS', parameters: { route: 'pages/old/old' } });
    expect((await failureOf(newPage(folder, 'sub/p/p'))).code).toBe('PAGE_EXISTS');
    expect((await failureOf(newPage(folder, 'pages/half/half'))).code).toBe('PAGE_EXISTS');
    expect((await failureOf(newPage(folder, 'pages/con/x'))).code).toBe('NAME_INVALID');
    expect((await failureOf(newPage(folder, '../x'))).code).toBe('OUTSIDE_WORKSPACE');
    expect(await readFile(folder.at('pages/half/half.js'), 'utf8')).toBe('mine');
    expect((await readdir(folder.path, { recursive: true })).sort()).toEqual(['app.json', 'pages', 'pages/half', 'pages/half/half.js']);
    await using empty = await makeFolder();
    expect((await failureOf(newPage(empty, 'pages/a/a'))).code).toBe('APP_JSON_MISSING');
  });

  it.skipIf(!canMount)(`takes its files back when app.json cannot be written${mountReason}`, async () => {
    // Room for the root, app.json, two folders and four files, not for the ninth: the new app.json.
    await using disk = await mountSmall('1m,nr_inodes=8');
    await writeFile(join(disk.path, 'app.json'), '{"pages":[]}');
    const root = { name: 'disk', realPath: disk.path };
    expect((await failureOf(createPage(root, 'pages/a/a', disk.path))).code).toBe('DISK_FULL');
    expect(await readdir(disk.path, { recursive: true })).toEqual(['app.json']);
    expect(await readFile(join(disk.path, 'app.json'), 'utf8')).toBe('{"pages":[]}');
  });

  it('leaves nothing behind where a file cannot be made', async () => {
    await using folder = await makeFolder({ 'app.json': '{"pages":[]}', blocker: '' });
    expect((await failureOf(newPage(folder, 'blocker/a/a'))).code).toBe('NOT_A_FOLDER');
    expect((await readdir(folder.path)).sort()).toEqual(['app.json', 'blocker']);
    expect(await appJson(folder)).toBe('{"pages":[]}');
  });
});

describe('new component', () => {
  it('makes four files that say they are one, and replaces none', async () => {
    await using folder = await makeFolder();
    await createComponent(folder.root, 'components/card/card');
    expect(JSON.parse(await readFile(folder.at('components/card/card.json'), 'utf8'))).toEqual({ component: true });
    expect((await failureOf(createComponent(folder.root, 'components/card/card'))).code).toBe('ALREADY_EXISTS');
  });
});

describe('new project', () => {
  it('is a mini program that has its page', async () => {
    await using test = await startEngine();
    const parentFolderId = test.engine.grants.grant(test.folder).folderId;
    const { folderId } = await test.client.workspace.createBlank({ parentFolderId, name: 'Harbour Coffee' });
    const { workspaceId, name } = await test.client.workspace.open({ folderId });
    expect(name).toBe('Harbour Coffee');
    expect(await test.client.workspace.project({ workspaceId })).toEqual({ kind: 'mini-program', pages: ['pages/index/index'], problems: [], binding: null });
    const page = await test.client.workspace.list({ workspaceId, path: 'pages' });
    expect(page.entries[0]?.unit).toMatchObject({ kind: 'page', base: 'index' });
    const scripts = await test.client.workspace.scripts({ workspaceId });
    expect(scripts.map(({ path }) => path).sort()).toEqual(['app.js', 'pages/index/index.js']);
    expect((await failureOf(test.client.workspace.createBlank({ parentFolderId, name: 'Harbour Coffee' }))).code).toBe('ALREADY_EXISTS');
    expect((await failureOf(test.client.workspace.createBlank({ parentFolderId, name: '../x' }))).code).toBe('NAME_INVALID');
    expect((await failureOf(test.client.workspace.createBlank({ parentFolderId: 'made up', name: 'x' }))).code).toBe('FOLDER_NOT_GRANTED');
  });
});

describe('binding to a merchant', () => {
  const link = { merchantId: 'M-1', merchantName: 'Harbour Coffee', environment: 'local' };
  const instancePath = '.minifoundry/instance.json';

  it('is written, read back, and changed without losing what a template wrote', async () => {
    await using folder = await makeFolder({ 'app.json': '{"pages":["a"]}' });
    await linkProject(folder.root, link, folder.at('../data'));
    expect((await readProjectInfo(folder.root)).binding).toEqual({ merchantId: 'M-1', merchantName: 'Harbour Coffee', environment: 'local' });
    const generated = {
      schemaVersion: 1,
      merchant: { merchantId: 'M-1', name: 'Harbour Coffee' },
      template: { id: 'coffee', version: '1.0.0' },
      answers: { colour: '#fff' },
      files: { 'app.json': { class: 'managed', sha256: 'a'.repeat(64) } },
      fromLater: true,
    };
    await writeFile(folder.at(instancePath), JSON.stringify(generated));
    await linkProject(folder.root, { ...link, merchantId: 'M-2' }, folder.at('../data'));
    expect(JSON.parse(await readFile(folder.at(instancePath), 'utf8'))).toEqual({
      ...generated,
      merchant: { merchantId: 'M-2', name: 'Harbour Coffee' },
      environment: 'local',
    });
  });

  it('is refused for an id no merchant has, and never replaces a file it cannot read', async () => {
    await using folder = await makeFolder();
    expect((await failureOf(linkProject(folder.root, { ...link, merchantId: '../x' }, folder.at('../data')))).code).toBe('BAD_INPUT');
    await mkdir(folder.at('.minifoundry'));
    await writeFile(folder.at(instancePath), '{ "schemaVersion": 1,\n oops');
    expect((await failureOf(linkProject(folder.root, link, folder.at('../data')))).code).toBe('JSON_INVALID');
    expect(await readFile(folder.at(instancePath), 'utf8')).toBe('{ "schemaVersion": 1,\n oops');
    const { problems, binding } = await readProjectInfo(folder.root);
    expect(binding).toBeNull();
    expect(problems).toEqual([{ path: instancePath, code: 'INSTANCE_INVALID', line: 2, column: expect.any(Number) }]);
  });
});

describe('recent folders', () => {
  it('are kept newest first across runs, can be opened and forgotten, and show their merchant', async () => {
    await using test = await startEngine();
    const second = join(test.directory, 'second');
    await mkdir(second);
    const { workspaceId } = await test.open();
    await test.client.workspace.link({ workspaceId, merchantId: 'M-1', merchantName: 'Harbour Coffee', environment: 'local' });
    await test.open(second);
    await test.restart();
    expect(await test.client.workspace.reopen({ workspaceId })).toBeNull();
    const recents = await test.client.workspace.recents();
    expect(recents.map(({ name, exists, binding }) => [name, exists, binding?.merchantId])).toEqual([
      ['second', true, undefined],
      ['project', true, 'M-1'],
    ]);
    expect(await test.client.workspace.openRecent({ id: recents[1]?.id ?? '' })).toMatchObject({ workspaceId, name: 'project' });
    expect(await test.client.workspace.reopen({ workspaceId })).toMatchObject({ workspaceId });
    await test.client.workspace.forgetRecent({ id: workspaceId });
    expect((await test.client.workspace.recents()).map(({ name }) => name)).toEqual(['second']);
    expect((await failureOf(test.client.workspace.openRecent({ id: workspaceId }))).code).toBe('NOT_FOUND');
  });

  it('survive a corrupt list, which is kept aside', async () => {
    await using test = await startEngine();
    await mkdir(test.dataDirectory, { recursive: true });
    await writeFile(join(test.dataDirectory, 'recents.json'), '{"schemaVersion":1,"recents":[{');
    expect(await test.client.workspace.recents()).toEqual([]);
    await test.open();
    expect(await test.client.workspace.recents()).toHaveLength(1);
    expect((await readdir(test.dataDirectory)).some((name) => name.startsWith('recents.json.unreadable'))).toBe(true);
  });

  it('cannot open what is missing or not a folder', async () => {
    await using test = await startEngine();
    await writeFile(join(test.folder, 'file'), '');
    expect((await failureOf(test.open(join(test.folder, 'missing')))).code).toBe('NOT_FOUND');
    expect((await failureOf(test.open(join(test.folder, 'file')))).code).toBe('NOT_A_FOLDER');
    expect((await failureOf(test.client.workspace.open({ folderId: test.folder }))).code).toBe('FOLDER_NOT_GRANTED');
  });
});
