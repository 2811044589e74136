import { link, lstat, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '#engine/log/index.ts';
import { createFile, createFolder, duplicateEntry, renameEntry } from '../../../../engine/workspace/operations/file-operations.ts';
import { Trash } from '../../../../engine/workspace/operations/trash.ts';
import { failureOf, makeFolder, type TestFolder } from '../support/make-folder.ts';
import { canMount, mountReason, mountSmall } from '../support/mount.ts';
import { startEngine, testHost } from '../support/start-engine.ts';

const log = createLogger('test', () => undefined);

describe('creating, renaming, duplicating', () => {
  it('creates files and folders with the folders they need, and overwrites nothing', async () => {
    await using folder = await makeFolder({ 'a.js': 'kept' });
    await createFile(folder.root, 'new/deep/file.js');
    await createFolder(folder.root, 'new/other');
    expect(await readdir(folder.at('new'))).toEqual(['deep', 'other']);
    expect((await failureOf(createFile(folder.root, 'a.js'))).code).toBe('ALREADY_EXISTS');
    expect((await failureOf(createFolder(folder.root, 'new'))).code).toBe('ALREADY_EXISTS');
    expect(await readFile(folder.at('a.js'), 'utf8')).toBe('kept');
  });

  it.each(['con', 'a:b', 'x ', 'dot.', 'two\nlines', 'new<folder/file.js', '..', 'a/../b', '/a'])('refuses the new name %j', async (name) => {
    await using folder = await makeFolder({ 'a.js': '' });
    const codes = ['NAME_INVALID', 'OUTSIDE_WORKSPACE'];
    expect(codes).toContain((await failureOf(createFile(folder.root, name))).code);
    expect(codes).toContain((await failureOf(renameEntry(folder.root, 'a.js', name))).code);
    expect(await readdir(folder.path)).toEqual(['a.js']);
  });

  it('still renames and duplicates an existing entry whose name it would not create', async () => {
    await using folder = await makeFolder();
    await writeFile(join(folder.path, 'two\nlines'), 'x');
    await renameEntry(folder.root, 'two\nlines', 'one line');
    expect(await readdir(folder.path)).toEqual(['one line']);
  });

  it('renames files, folders and links, keeps what is in them and never overwrites', async () => {
    await using folder = await makeFolder({ 'a.js': 'a', 'b.js': 'b', 'dir/x': 'x', 'empty/.keep': '' });
    await rm(folder.at('empty/.keep'));
    await symlink('a.js', folder.at('link'));
    expect((await failureOf(renameEntry(folder.root, 'a.js', 'b.js'))).code).toBe('ALREADY_EXISTS');
    expect((await failureOf(renameEntry(folder.root, 'dir', 'empty'))).code).toBe('ALREADY_EXISTS');
    expect((await failureOf(renameEntry(folder.root, 'missing', 'm'))).code).toBe('NOT_FOUND');
    await renameEntry(folder.root, 'a.js', 'sub/new.js');
    await renameEntry(folder.root, 'dir', 'Dir');
    await renameEntry(folder.root, 'link', 'link2');
    expect(await readFile(folder.at('sub/new.js'), 'utf8')).toBe('a');
    expect(await readFile(folder.at('Dir/x'), 'utf8')).toBe('x');
    expect(await readlink(folder.at('link2'))).toBe('a.js');
    expect(await readFile(folder.at('b.js'), 'utf8')).toBe('b');
    expect((await failureOf(renameEntry(folder.root, 'Dir', 'Dir/inner'))).code).toBe('FILE_FAILED');
  });

  it('does not take two names of one file for a change of case', async () => {
    await using folder = await makeFolder({ 'a.js': 'a' });
    await link(folder.at('a.js'), folder.at('A.js'));
    expect((await failureOf(renameEntry(folder.root, 'a.js', 'A.js'))).code).toBe('ALREADY_EXISTS');
    expect((await readdir(folder.path)).sort()).toEqual(['A.js', 'a.js']);
  });

  it('duplicates beside the original under the next free name', async () => {
    await using folder = await makeFolder({ 'pages/cart.page.js': 'x', 'pages/dir.v2/y': 'y' });
    expect(await duplicateEntry(folder.root, 'pages/cart.page.js')).toEqual({ path: 'pages/cart.page copy.js' });
    expect(await duplicateEntry(folder.root, 'pages/cart.page.js')).toEqual({ path: 'pages/cart.page copy 2.js' });
    expect(await duplicateEntry(folder.root, 'pages/dir.v2')).toEqual({ path: 'pages/dir.v2 copy' });
    expect(await readFile(folder.at('pages/dir.v2 copy/y'), 'utf8')).toBe('y');
  });

  it('keeps links out of the workspace as links when it duplicates', async () => {
    await using folder = await makeFolder({ 'w/dir/a': '', 'outside/secret': 'secret' });
    await symlink(folder.at('outside'), folder.at('w/dir/out'));
    const root = { name: 'w', realPath: folder.at('w') };
    await symlink('a', folder.at('w/dir/relative'));
    await duplicateEntry(root, 'dir');
    expect(await readlink(folder.at('w/dir copy/relative'))).toBe('a');
    expect((await lstat(folder.at('w/dir copy/out'))).isSymbolicLink()).toBe(true);
    expect((await failureOf(createFile(root, 'dir/out/new.js'))).code).toBe('OUTSIDE_WORKSPACE');
    expect(await readdir(folder.at('outside'))).toEqual(['secret']);
  });
});

async function makeTrash(folder: TestFolder, systemTrash: string | null) {
  await mkdir(folder.at('w'), { recursive: true });
  return { trash: new Trash(folder.at('data'), log, systemTrash), root: { name: 'w', realPath: folder.at('w') } };
}

describe('trash', () => {
  it('puts entries into the desktop trash with a note, and back', async () => {
    await using folder = await makeFolder({ 'w/a b.js': 'a', 'w/dir/x': 'x' });
    const { trash, root } = await makeTrash(folder, folder.at('Trash'));
    const { trashId } = await trash.trash(root, ['a b.js', 'dir', 'dir/x']);
    expect(await readdir(folder.at('w'))).toEqual([]);
    expect((await readdir(folder.at('Trash/files'))).sort()).toEqual(['a b.js', 'dir']);
    const note = await readFile(folder.at('Trash/info/a b.js.trashinfo'), 'utf8');
    expect(note).toMatch(/^\[Trash Info\]\nPath=\/.*\/w\/a%20b\.js\nDeletionDate=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\n$/);
    expect(await trash.restore(root, trashId)).toEqual({ paths: ['a b.js', 'dir'] });
    expect(await readFile(folder.at('w/dir/x'), 'utf8')).toBe('x');
    expect([...(await readdir(folder.at('Trash/files'))), ...(await readdir(folder.at('Trash/info')))]).toEqual([]);
    expect((await failureOf(trash.restore(root, trashId))).code).toBe('TRASH_ENTRY_GONE');
  });

  it('keeps entries of one name apart', async () => {
    await using folder = await makeFolder({ 'w/a': 'first', 'w/d/a': 'second', 'Trash/files/a': 'older, without a note' });
    const { trash, root } = await makeTrash(folder, folder.at('Trash'));
    const { trashId } = await trash.trash(root, ['a', 'd/a']);
    expect(await readFile(folder.at('Trash/files/a'), 'utf8')).toBe('older, without a note');
    await trash.restore(root, trashId);
    expect(await readFile(folder.at('w/a'), 'utf8')).toBe('first');
    expect(await readFile(folder.at('w/d/a'), 'utf8')).toBe('second');
  });

  it('overwrites nothing when it puts back, and says when there is nothing left', async () => {
    await using folder = await makeFolder({ 'w/a': 'old' });
    const { trash, root } = await makeTrash(folder, null);
    const first = await trash.trash(root, ['a']);
    await writeFile(folder.at('w/a'), 'new');
    expect((await failureOf(trash.restore(root, first.trashId))).code).toBe('ALREADY_EXISTS');
    expect(await readFile(folder.at('w/a'), 'utf8')).toBe('new');
    await rm(folder.at('w/a'));
    await trash.restore(root, first.trashId);
    const second = await trash.trash(root, ['a']);
    await rm(folder.at(`data/trash/${second.trashId}`), { recursive: true });
    expect((await failureOf(trash.restore(root, second.trashId))).code).toBe('TRASH_ENTRY_GONE');
    expect((await failureOf(trash.restore(root, '../../etc/passwd'))).code).toBe('TRASH_ENTRY_GONE');
  });

  it('moves all or nothing', async () => {
    await using folder = await makeFolder({ 'w/a': 'a' });
    const { trash, root } = await makeTrash(folder, folder.at('Trash'));
    expect((await failureOf(trash.trash(root, ['a', 'missing']))).code).toBe('NOT_FOUND');
    expect((await failureOf(trash.trash(root, ['a', '']))).code).toBe('NAME_INVALID');
    expect(await readFile(folder.at('w/a'), 'utf8')).toBe('a');
    expect(await readdir(folder.at('Trash/info'))).toEqual([]);
  });

  it('trashes a link and not what it points at', async () => {
    await using folder = await makeFolder({ 'outside/secret': 'secret' });
    const { trash, root } = await makeTrash(folder, folder.at('Trash'));
    await symlink(folder.at('outside'), folder.at('w/out'));
    await trash.trash(root, ['out']);
    expect(await readdir(folder.at('outside'))).toEqual(['secret']);
    expect(await readdir(folder.at('w'))).toEqual([]);
  });

  it.skipIf(!canMount)(`goes across devices and back${mountReason}`, async () => {
    await using disk = await mountSmall('1m');
    await using folder = await makeFolder();
    await mkdir(join(disk.path, 'dir'));
    await writeFile(join(disk.path, 'dir', 'x'), 'x');
    const { trash } = await makeTrash(folder, folder.at('Trash'));
    const root = { name: 'disk', realPath: disk.path };
    const { trashId } = await trash.trash(root, ['dir']);
    expect(await readdir(disk.path)).toEqual([]);
    expect(await readdir(folder.at('Trash/info'))).toEqual([]);
    await trash.restore(root, trashId);
    expect(await readFile(join(disk.path, 'dir', 'x'), 'utf8')).toBe('x');
    disk.makeReadOnly();
    expect((await failureOf(trash.trash(root, ['dir']))).code).toBe('READ_ONLY');
    expect((await failureOf(createFile(root, 'new'))).code).toBe('READ_ONLY');
    expect((await failureOf(renameEntry(root, 'dir', 'other'))).code).toBe('READ_ONLY');
  });
});

describe('through the contract', () => {
  beforeEach(() => {
    vi.stubEnv('XDG_DATA_HOME', '/nonexistent/minifoundry-test');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('undoes a deletion after a restart, reveals only where the shell can, and gives the real path', async () => {
    const revealed: string[] = [];
    await using test = await startEngine({ ...testHost, reveal: async (path) => void revealed.push(path) });
    vi.stubEnv('XDG_DATA_HOME', join(test.directory, 'xdg'));
    await test.restart();
    await writeFile(join(test.folder, 'a.js'), 'a');
    const { workspaceId } = await test.open();
    expect(await test.client.workspace.reveal({ workspaceId, path: 'a.js' })).toEqual({ revealed: true });
    expect(revealed).toEqual([join(test.folder, 'a.js')]);
    expect(await test.client.workspace.absolutePath({ workspaceId, path: 'a.js' })).toEqual({ path: join(test.folder, 'a.js') });
    const { trashId } = await test.client.workspace.trash({ workspaceId, paths: ['a.js'] });
    await test.restart();
    await test.open();
    await test.client.workspace.restore({ workspaceId, trashId });
    expect(await readFile(join(test.folder, 'a.js'), 'utf8')).toBe('a');
  });
});
