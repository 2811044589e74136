import { chmod, chown, link, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atomicWrite, nodeFileSystem, removeStaleTemporaries } from '#engine/files/index.ts';
import { faultyFileSystem } from '../support/faulty-file-system.ts';
import { failureOf, makeFolder, type TestFolder } from '../support/make-folder.ts';
import { canMount, mountReason, mountSmall } from '../support/mount.ts';

const original = 'the bytes from before';
const next = Buffer.from('the new bytes, which are longer than before');

async function leftovers(folder: TestFolder): Promise<string[]> {
  const names = await readdir(folder.path, { recursive: true });
  return names.filter((name) => name.endsWith('.minifoundry-tmp'));
}

async function countCalls(folder: TestFolder): Promise<number> {
  const { fileSystem, calls } = faultyFileSystem({ at: -1, errno: 'EIO' });
  await atomicWrite(folder.at('app.js'), next, { copiesDirectory: folder.at('copies'), fileSystem });
  return calls.length;
}

describe('atomic write', () => {
  it('replaces bytes, keeps the mode and leaves nothing behind', async () => {
    await using folder = await makeFolder({ 'app.js': original });
    await chmod(folder.at('app.js'), 0o751);
    expect(await atomicWrite(folder.at('app.js'), next, { copiesDirectory: folder.at('copies') })).toBe('renamed');
    expect(await readFile(folder.at('app.js'))).toEqual(next);
    expect((await stat(folder.at('app.js'))).mode & 0o777).toBe(0o751);
    expect(await readdir(folder.path)).toEqual(['app.js']);
  });

  it('makes the bytes durable before they take the place, and the place durable after', async () => {
    await using folder = await makeFolder({ 'app.js': original });
    const { fileSystem, calls } = faultyFileSystem({ at: -1, errno: '' });
    await atomicWrite(folder.at('app.js'), next, { copiesDirectory: folder.at('copies'), fileSystem });
    expect(calls.filter((name) => !/stat|chmod|chown/.test(name))).toEqual([
      ...['open', 'handle.writeFile', 'handle.sync', 'handle.close', 'rename'],
      ...['open', 'handle.sync', 'handle.close'],
    ]);
  });

  it('clears away what a killed process left, and nothing that may still be written', async () => {
    const names = ['.app.js.0a.minifoundry-tmp', '.app.js.0b.minifoundry-tmp', '.other.js.0a.minifoundry-tmp', '.app.js.txt'];
    await using folder = await makeFolder(Object.fromEntries(names.map((name) => [name, ''])));
    const old = new Date(Date.now() - 60 * 60 * 1000);
    for (const name of names) if (!name.includes('0b')) await utimes(folder.at(name), old, old);
    await removeStaleTemporaries(folder.at('app.js'));
    expect((await readdir(folder.path)).sort()).toEqual(names.slice(1).sort());
  });

  it.each(['EIO', 'ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'EXDEV', 'EROFS'])('keeps old or new bytes whole when any one step fails with %s', async (errno) => {
    await using sample = await makeFolder({ 'app.js': original });
    const steps = await countCalls(sample);
    expect(steps).toBeGreaterThan(8);
    for (let at = 1; at <= steps; at++) {
      await using folder = await makeFolder({ 'app.js': original });
      const { fileSystem, calls } = faultyFileSystem({ at, errno, torn: true });
      const outcome = await atomicWrite(folder.at('app.js'), next, { copiesDirectory: folder.at('copies'), fileSystem }).catch(() => 'failed');
      const bytes = await readFile(folder.at('app.js'));
      expect(bytes, `${outcome} at ${at}: ${calls[at - 1]}`).toEqual(outcome === 'failed' ? Buffer.from(original) : next);
      if (calls[at - 1] !== 'unlink') expect(await leftovers(folder)).toEqual([]);
    }
  });

  it.each(['EIO', 'ENOSPC'])('keeps the old bytes of a file written in place when any one step fails with %s', async (errno) => {
    await using sample = await makeFolder({ 'app.js': original });
    await link(sample.at('app.js'), sample.at('other.js'));
    const steps = await countCalls(sample);
    for (let at = 1; at <= steps; at++) {
      await using folder = await makeFolder({ 'app.js': original });
      await link(folder.at('app.js'), folder.at('other.js'));
      const { fileSystem, calls } = faultyFileSystem({ at, errno, torn: true });
      const outcome = await atomicWrite(folder.at('app.js'), next, { copiesDirectory: folder.at('copies'), fileSystem }).catch(() => 'failed');
      const bytes = await readFile(folder.at('other.js'));
      const step = `${outcome} at ${at}: ${calls[at - 1]}`;
      expect(bytes, step).toEqual(outcome === 'failed' ? Buffer.from(original) : next);
    }
  });

  it('keeps the copy of a file that could be written neither way', async () => {
    await using folder = await makeFolder({ 'app.js': original });
    await link(folder.at('app.js'), folder.at('other.js'));
    const fileSystem = { ...nodeFileSystem, open: brokenWrites(folder.at('app.js')) };
    await failureOf(atomicWrite(folder.at('app.js'), next, { copiesDirectory: folder.at('copies'), fileSystem }));
    const [copy] = await readdir(folder.at('copies'));
    expect(await readFile(join(folder.at('copies'), copy ?? ''), 'utf8')).toBe(original);
  });

  it('writes in place, with the copy gone afterwards, where another hard link would be cut off', async () => {
    await using folder = await makeFolder({ 'app.js': original });
    await link(folder.at('app.js'), folder.at('other.js'));
    const { ino } = await stat(folder.at('app.js'));
    expect(await atomicWrite(folder.at('app.js'), Buffer.from('short'), { copiesDirectory: folder.at('copies') })).toBe('in-place');
    expect(await readFile(folder.at('other.js'), 'utf8')).toBe('short');
    expect((await stat(folder.at('app.js'))).ino).toBe(ino);
    expect(await readdir(folder.at('copies'))).toEqual([]);
  });

  it.skipIf(process.getuid?.() !== 0)('keeps a foreign owner (skipped unless root: only root may give files away)', async () => {
    await using folder = await makeFolder({ 'app.js': original });
    await chown(folder.at('app.js'), 12_345, 54_321);
    expect(await atomicWrite(folder.at('app.js'), next, { copiesDirectory: folder.at('copies') })).toBe('renamed');
    expect(await stat(folder.at('app.js'))).toMatchObject({ uid: 12_345, gid: 54_321 });
  });

  it('writes in place when the owner cannot be kept', async () => {
    await using folder = await makeFolder({ 'app.js': original });
    await chownAside(folder);
    const fileSystem = { ...nodeFileSystem, open: refusingChown };
    const outcome = await atomicWrite(folder.at('app.js'), next, { copiesDirectory: folder.at('copies'), fileSystem });
    expect(outcome).toBe(process.getuid?.() === 0 ? 'in-place' : 'renamed');
    expect(await readFile(folder.at('app.js'))).toEqual(next);
    expect(await leftovers(folder)).toEqual([]);
  });

  it('does not replace what appeared meanwhile when the file must be new', async () => {
    await using folder = await makeFolder();
    const beforeReplace = () => writeFile(folder.at('app.js'), 'somebody else');
    const failure = await failureOf(atomicWrite(folder.at('app.js'), next, { copiesDirectory: folder.at('copies'), exclusive: true, beforeReplace }));
    expect(failure.code).toBe('EEXIST');
    expect(await readFile(folder.at('app.js'), 'utf8')).toBe('somebody else');
    expect(await leftovers(folder)).toEqual([]);
  });

  it.skipIf(!canMount)(`keeps the original on a full disk${mountReason}`, async () => {
    await using disk = await mountSmall('256k');
    const file = join(disk.path, 'app.js');
    await writeFile(file, original.repeat(300));
    for (const hardLinked of [false, true]) {
      if (hardLinked) await link(file, join(disk.path, 'other.js'));
      const failure = await failureOf(atomicWrite(file, Buffer.alloc(400_000, 'x'), { copiesDirectory: join(disk.path, 'copies') }));
      expect(failure.code).toBe('ENOSPC');
      expect(await readFile(file, 'utf8')).toBe(original.repeat(300));
      expect((await readdir(disk.path)).filter((name) => name.endsWith('tmp'))).toEqual([]);
    }
  });
});

async function chownAside(folder: TestFolder): Promise<void> {
  if (process.getuid?.() === 0) await chown(folder.at('app.js'), 12_345, 54_321);
}

const refusingChown: typeof nodeFileSystem.open = async (...parameters) => {
  const handle = await nodeFileSystem.open(...parameters);
  handle.chown = () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
  return handle;
};

/** A disk that takes no write to one file from its first write on. */
function brokenWrites(path: string): typeof nodeFileSystem.open {
  return async (...parameters) => {
    const handle = await nodeFileSystem.open(...parameters);
    if (parameters[0] === path) handle.write = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
    return handle;
  };
}
