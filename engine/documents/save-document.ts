import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  assertUnmoved,
  atomicWrite,
  errnoOf,
  type FileSystem,
  fileError,
  KeyedQueue,
  removeStaleTemporaries,
  resolveInside,
  type WorkspaceRoot,
} from '#engine/files/index.ts';
import { documentLimits, type SaveOutcome, type TextFormat } from '#shared/model/documents.ts';
import { AppError, isAppError } from '#shared/model/errors.ts';
import { decodeDocument } from './decode.ts';
import { encodeDocument } from './encode.ts';
import { etagOf } from './etag.ts';
import { type FileBytes, readFileBytes } from './read-file.ts';

export type SaveBase = { kind: 'etag'; etag: string } | { kind: 'new' } | { kind: 'overwrite' };

export interface SaveRequest {
  path: string;
  text: string;
  format: TextFormat;
  base: SaveBase;
}

export interface SaveOptions {
  /** Where a copy is kept while a file is written in place. */
  copiesDirectory: string;
  fileSystem?: FileSystem;
}

/** Saves of one path in the order they were asked for; then those of one file, which may have several paths. */
const byPath = new KeyedQueue();
const byFile = new KeyedQueue();

async function readCurrent(absolute: string, path: string): Promise<FileBytes | null> {
  try {
    return await readFileBytes(absolute, path, documentLimits.refuseAbove);
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

function assertBase(base: SaveBase, current: FileBytes | null, path: string): void {
  const holds = base.kind === 'overwrite' || (base.kind === 'new' ? current === null : current?.etag === base.etag);
  if (!holds) throw new AppError('CONFLICT', { path });
}

function baseText(current: FileBytes | null, format: TextFormat): string | null {
  return current?.bytes ? (decodeDocument(current.bytes, format.encoding)?.text ?? null) : null;
}

/** The tag of what was written, not of what the disk holds a moment later: somebody else's write must show as a conflict. */
async function etagOfWritten(absolute: string, bytes: Buffer): Promise<string> {
  return etagOf(bytes, await stat(absolute, { bigint: true }));
}

async function write(absolute: string, bytes: Buffer, current: FileBytes | null, request: SaveRequest, options: SaveOptions): Promise<SaveOutcome> {
  const { path } = request;
  const seen: SaveBase = current === null ? { kind: 'new' } : request.base.kind === 'overwrite' ? request.base : { kind: 'etag', etag: current.etag };
  await mkdir(dirname(absolute), { recursive: true });
  const method = await atomicWrite(absolute, bytes, {
    ...options,
    exclusive: current === null,
    beforeReplace: async () => {
      await assertUnmoved(absolute, path);
      assertBase(seen, await readCurrent(absolute, path), path);
    },
  });
  await removeStaleTemporaries(absolute);
  return { etag: await etagOfWritten(absolute, bytes), size: bytes.length, method };
}

async function saveAt(absolute: string, request: SaveRequest, options: SaveOptions): Promise<SaveOutcome> {
  const { path, text, format, base } = request;
  try {
    const current = await readCurrent(absolute, path);
    assertBase(base, current, path);
    const bytes = encodeDocument(text, format, baseText(current, format), path);
    if (current?.bytes?.equals(bytes)) return { etag: current.etag, size: current.size, method: 'unchanged' };
    return await write(absolute, bytes, current, request, options);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') throw new AppError('CONFLICT', { path }, { cause: error });
    throw fileError(error, path);
  }
}

/**
 * Saves an edited text with the format it was opened with. Saves of one file run one after another.
 * `CONFLICT` when the disk is not what `base` says, checked again just before the replacement; `ENCODING_CANNOT_HOLD`
 * before anything is written; every failure leaves the file as it was. Missing folders of a deleted file are made again.
 */
export function saveDocument(root: WorkspaceRoot, request: SaveRequest, options: SaveOptions): Promise<SaveOutcome> {
  const { path } = request;
  return byPath.run(`${root.realPath}\0${path}`, async () => {
    const absolute = await resolveInside(root, path);
    if (absolute === root.realPath) throw new AppError('IS_A_FOLDER', { path });
    return byFile.run(absolute, () => saveAt(absolute, request, options));
  });
}
