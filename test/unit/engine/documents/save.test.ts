import { execFileSync } from 'node:child_process';
import { chmod, link, lstat, mkdir, readdir, readFile, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '#engine/files/index.ts';
import { documentLimits, type TextFormat } from '#shared/model/documents.ts';
import { type SaveBase, saveDocument } from '../../../../engine/documents/save-document.ts';
import { failureOf, makeFolder, type TestFolder } from '../support/make-folder.ts';
import { canMount, mountReason, mountSmall } from '../support/mount.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';

const format: TextFormat = { encoding: 'utf8', bom: false, lineEnding: 'lf' };

function save(folder: TestFolder, path: string, text: string, base: SaveBase, fileSystem?: typeof nodeFileSystem) {
  return saveDocument(folder.root, { path, text, format, base }, { copiesDirectory: folder.at('../copies'), ...(fileSystem ? { fileSystem } : {}) });
}

async function opened(test: TestEngine, workspaceId: string, path: string) {
  const document = await test.client.documents.open({ workspaceId, path });
  if (document.kind !== 'text') throw new Error(`opened as ${document.kind}`);
  return document;
}

describe('saving over what somebody else wrote', () => {
  it('refuses when the disk moved on, even to bytes of the same size and time', async () => {
    await using test = await startEngine();
    const file = join(test.folder, 'app.js');
    await writeFile(file, 'one');
    const { workspaceId } = await test.open();
    const { etag } = await opened(test, workspaceId, 'app.js');
    const { atime, mtime } = await stat(file);
    await writeFile(file, 'two');
    await utimes(file, atime, mtime);
    const failure = await failureOf(test.client.documents.save({ workspaceId, path: 'app.js', text: 'mine', format, base: { kind: 'etag', etag } }));
    expect(failure).toMatchObject({ code: 'CONFLICT', data: { path: 'app.js' } });
    expect(await readFile(file, 'utf8')).toBe('two');
    await test.client.documents.save({ workspaceId, path: 'app.js', text: 'mine', format, base: { kind: 'overwrite' } });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('looks again just before it replaces', async () => {
    await using folder = await makeFolder({ 'app.js': 'one' });
    const open: typeof nodeFileSystem.open = async (path, ...rest) => {
      if (String(path).endsWith('.minifoundry-tmp')) await writeFile(folder.at('app.js'), 'somebody else');
      return nodeFileSystem.open(path, ...rest);
    };
    const failure = await failureOf(save(folder, 'app.js', 'mine', { kind: 'etag', etag: await etagOf(folder, 'app.js') }, { ...nodeFileSystem, open }));
    expect(failure.code).toBe('CONFLICT');
    expect(await readFile(folder.at('app.js'), 'utf8')).toBe('somebody else');
    expect(await readdir(folder.path)).toEqual(['app.js']);
  });

  it('does not take an existing file for a new one, nor a deleted one for an edited one', async () => {
    await using folder = await makeFolder({ 'app.js': 'one', 'deep/gone.js': 'x' });
    expect((await failureOf(save(folder, 'app.js', 'mine', { kind: 'new' }))).code).toBe('CONFLICT');
    const etag = await etagOf(folder, 'deep/gone.js');
    await rm(folder.at('deep'), { recursive: true });
    expect((await failureOf(save(folder, 'deep/gone.js', 'mine', { kind: 'etag', etag }))).code).toBe('CONFLICT');
    await save(folder, 'deep/gone.js', 'mine', { kind: 'new' });
    expect(await readFile(folder.at('deep/gone.js'), 'utf8')).toBe('mine');
  });

  it('runs saves of one file one after another', async () => {
    await using folder = await makeFolder({ 'app.js': '' });
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`);
    await Promise.all(texts.map((text) => save(folder, 'app.js', text, { kind: 'overwrite' })));
    expect(await readFile(folder.at('app.js'), 'utf8')).toBe('19');
  });
});

async function etagOf(folder: TestFolder, path: string): Promise<string> {
  const { openDocument } = await import('../../../../engine/documents/open-document.ts');
  return (await openDocument(folder.root, path)).etag;
}

describe('saving through links', () => {
  it('writes the target of a link inside and keeps the link', async () => {
    await using folder = await makeFolder({ 'real/app.js': 'one' });
    await symlink('real/app.js', folder.at('app.js'));
    await save(folder, 'app.js', 'two', { kind: 'overwrite' });
    expect((await lstat(folder.at('app.js'))).isSymbolicLink()).toBe(true);
    expect(await readFile(folder.at('real/app.js'), 'utf8')).toBe('two');
  });

  it('refuses to read or write through a link that leaves the workspace', async () => {
    await using test = await startEngine();
    await mkdir(join(test.directory, 'outside'));
    await writeFile(join(test.directory, 'outside', 'secret'), 'secret');
    await symlink(join(test.directory, 'outside'), join(test.folder, 'out'));
    await symlink(join(test.directory, 'outside', 'new'), join(test.folder, 'dangling'));
    const { workspaceId } = await test.open();
    expect((await failureOf(test.client.documents.open({ workspaceId, path: 'out/secret' }))).code).toBe('OUTSIDE_WORKSPACE');
    const request = { workspaceId, text: 'x', format, base: { kind: 'overwrite' as const } };
    expect((await failureOf(test.client.documents.save({ ...request, path: 'out/secret' }))).code).toBe('OUTSIDE_WORKSPACE');
    expect((await failureOf(test.client.documents.save({ ...request, path: 'dangling' }))).code).toBe('NOT_FOUND');
    expect(await readdir(join(test.directory, 'outside'))).toEqual(['secret']);
  });

  it('keeps hard links together', async () => {
    await using folder = await makeFolder({ 'app.js': 'one' });
    await link(folder.at('app.js'), folder.at('same.js'));
    expect(await save(folder, 'app.js', 'two', { kind: 'overwrite' })).toMatchObject({ method: 'in-place' });
    expect(await readFile(folder.at('same.js'), 'utf8')).toBe('two');
  });
});

describe('opening', () => {
  it('asks above one limit and refuses above the other, without reading', async () => {
    await using test = await startEngine();
    const file = join(test.folder, 'big.txt');
    await writeFile(file, 'x');
    const { workspaceId } = await test.open();
    await truncate(file, 300 * 1024 * 1024);
    expect(await failureOf(test.client.documents.open({ workspaceId, path: 'big.txt' }))).toMatchObject({
      code: 'TOO_LARGE',
      data: { path: 'big.txt', size: 300 * 1024 * 1024, limit: documentLimits.refuseAbove },
    });
    await writeFile(file, Buffer.alloc(documentLimits.askAbove + 1, 'x'));
    expect(await test.client.documents.open({ workspaceId, path: 'big.txt' })).toMatchObject({ kind: 'large', size: documentLimits.askAbove + 1 });
    const large = await test.client.documents.open({ workspaceId, path: 'big.txt', large: true });
    expect(large.kind === 'text' && large.text.length).toBe(documentLimits.askAbove + 1);
    await truncate(file, documentLimits.askAbove);
    expect((await test.client.documents.open({ workspaceId, path: 'big.txt' })).kind).toBe('text');
  });

  it('gives images as data and leaves binary files closed', async () => {
    await using test = await startEngine();
    await writeFile(join(test.folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(test.folder, 'data.bin'), Buffer.from([0, 1, 2, 0, 0, 3]));
    const { workspaceId } = await test.open();
    const image = await test.client.documents.open({ workspaceId, path: 'logo.svg' });
    expect(image).toMatchObject({ kind: 'image', mime: 'image/svg+xml', dataUrl: expect.stringMatching(/^data:image\/svg\+xml;base64,PHN2Zy/) });
    expect((await test.client.documents.open({ workspaceId, path: 'logo.svg', encoding: 'utf8' })).kind).toBe('text');
    expect(await test.client.documents.open({ workspaceId, path: 'data.bin' })).toMatchObject({ kind: 'binary', size: 6 });
  });

  it('says what is wrong with what cannot be opened', async () => {
    await using test = await startEngine();
    await mkdir(join(test.folder, 'folder'));
    execFileSync('mkfifo', [join(test.folder, 'pipe')]);
    const { workspaceId } = await test.open();
    const open = (path: string) => failureOf(test.client.documents.open({ workspaceId, path }));
    expect((await open('missing.js')).code).toBe('NOT_FOUND');
    expect((await open('folder')).code).toBe('IS_A_FOLDER');
    expect((await open('pipe')).code).toBe('FILE_FAILED');
    expect((await failureOf(test.client.documents.open({ workspaceId: 'unknown', path: 'a' }))).code).toBe('WORKSPACE_NOT_OPEN');
    expect(await test.client.documents.stat({ workspaceId, path: 'missing.js' })).toEqual({ state: 'missing' });
    await rm(test.folder, { recursive: true });
    expect((await open('a.js')).code).toBe('WORKSPACE_GONE');
    const lost = { workspaceId, path: 'a.js', text: 'kept', format, base: { kind: 'new' as const } };
    expect((await failureOf(test.client.documents.save(lost))).code).toBe('WORKSPACE_GONE');
  });

  it.skipIf(process.getuid?.() === 0)('says when a file may not be read (skipped as root: root reads everything)', async () => {
    await using test = await startEngine();
    await writeFile(join(test.folder, 'private.js'), 'x', { mode: 0o000 });
    const { workspaceId } = await test.open();
    expect((await failureOf(test.client.documents.open({ workspaceId, path: 'private.js' }))).code).toBe('ACCESS_DENIED');
  });
});

describe('disks that refuse', () => {
  it.skipIf(!canMount)(`says so on a read-only file system and when it is full${mountReason}`, async () => {
    await using disk = await mountSmall('256k');
    const file = join(disk.path, 'app.js');
    await writeFile(file, 'before');
    await using test = await startEngine();
    const { workspaceId } = await test.open(disk.path);
    const document = await opened(test, workspaceId, 'app.js');
    expect(document.readOnly).toBe(false);
    const request = { workspaceId, path: 'app.js', format, base: { kind: 'etag' as const, etag: document.etag } };
    expect((await failureOf(test.client.documents.save({ ...request, text: 'x'.repeat(400_000) }))).code).toBe('DISK_FULL');
    disk.makeReadOnly();
    expect((await failureOf(test.client.documents.save({ ...request, text: 'after' }))).code).toBe('READ_ONLY');
    expect((await opened(test, workspaceId, 'app.js')).readOnly).toBe(true);
    expect((await test.open(disk.path)).readOnly).toBe(true);
    expect(await readFile(file, 'utf8')).toBe('before');
    expect(await readdir(disk.path)).toEqual(['app.js']);
  });

  it('keeps the mode of a script that runs', async () => {
    await using folder = await makeFolder({ 'run.sh': '#!/bin/sh\n' });
    await chmod(folder.at('run.sh'), 0o755);
    await save(folder, 'run.sh', '#!/bin/sh\necho\n', { kind: 'overwrite' });
    expect((await stat(folder.at('run.sh'))).mode & 0o777).toBe(0o755);
  });
});
