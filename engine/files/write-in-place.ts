import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type FileSystem, nodeFileSystem } from './file-system.ts';

export interface WriteInPlaceOptions {
  copiesDirectory: string;
  fileSystem?: FileSystem;
}

async function keepCopy(target: string, { copiesDirectory, fileSystem = nodeFileSystem }: WriteInPlaceOptions): Promise<string> {
  await fileSystem.mkdir(copiesDirectory, { recursive: true, mode: 0o700 });
  const copy = join(copiesDirectory, `${randomBytes(8).toString('hex')}-${basename(target).slice(-100)}`);
  try {
    await fileSystem.copyFile(target, copy, constants.COPYFILE_EXCL);
    await fileSystem.chmod(copy, 0o600);
    await sync(fileSystem, copy);
  } catch (error) {
    await fileSystem.unlink(copy).catch(() => undefined);
    throw error;
  }
  return copy;
}

async function sync(fileSystem: FileSystem, path: string): Promise<void> {
  const handle = await fileSystem.open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
  await handle.truncate(bytes.length);
  await handle.sync();
}

/** Overwrites without truncating first, so that the old bytes still have their blocks when the disk turns out to be full. */
async function overwrite(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  const original = await handle.readFile();
  try {
    await writeAll(handle, bytes);
  } catch (error) {
    await writeAll(handle, original).catch((second: unknown) => {
      throw new AggregateError([error, second], 'A file written in place could not be put back; its copy is kept');
    });
    throw error;
  }
}

/**
 * Writes a file that a rename must not replace. A copy lies in `copiesDirectory` until the new bytes are on disk; it stays
 * there when neither the new nor the old bytes could be written. Any other failure leaves the original bytes. Throws Node's errors.
 */
export async function writeInPlace(target: string, bytes: Uint8Array, options: WriteInPlaceOptions): Promise<void> {
  const fileSystem = options.fileSystem ?? nodeFileSystem;
  const handle = await fileSystem.open(target, 'r+');
  try {
    const copy = await keepCopy(target, options);
    try {
      await overwrite(handle, bytes);
    } catch (error) {
      if (!(error instanceof AggregateError)) await fileSystem.unlink(copy).catch(() => undefined);
      throw error;
    }
    await fileSystem.unlink(copy).catch(() => undefined);
  } finally {
    // Everything that matters is on disk by now, or has been put back.
    await handle.close().catch(() => undefined);
  }
}
