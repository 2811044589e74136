import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type * as z from 'zod';
import { atomicWrite } from './atomic-write.ts';
import { errnoOf } from './errno.ts';

export type JsonFile<T> = { kind: 'missing' } | { kind: 'valid'; value: T } | { kind: 'corrupt'; copy: string };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Moves an unreadable file of ours aside, so that nothing is lost and the next write does not meet it. Resolves to the new place. */
async function setAside(path: string): Promise<string> {
  const copy = `${path}.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  await rename(path, copy);
  return copy;
}

/** Reads one of our own JSON files. What does not match the schema is set aside, never thrown. */
export async function readJsonFile<S extends z.ZodType>(path: string, schema: S): Promise<JsonFile<z.output<S>>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { kind: 'missing' };
    throw error;
  }
  const result = schema.safeParse(parse(text));
  return result.success ? { kind: 'valid', value: result.data } : { kind: 'corrupt', copy: await setAside(path) };
}

/** Writes one of our own JSON files atomically, readable by its owner only. */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await atomicWrite(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`), { copiesDirectory: join(dirname(path), 'copies'), mode: 0o600 });
}
