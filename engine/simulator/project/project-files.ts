import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import type * as z from 'zod';
import { atomicWrite } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { type ApiMock, apiMock } from '#shared/model/phone.ts';
import { type CompileMode, compileModes } from '#shared/model/simulator.ts';

const folder = '.minifoundry';
const modesFile = 'compile-modes.json';
const mocksFolder = 'mocks';
const mockName = /^[A-Za-z][\w.]{0,99}\.json$/;

async function read<S extends z.ZodType>(path: string, schema: S, log: Logger): Promise<z.output<S> | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const errors: ParseError[] = [];
  const result = schema.safeParse(parse(text, errors, { allowTrailingComma: true }));
  if (result.success) return result.data;
  log.warn('A file of the project cannot be used', { path, detail: result.error.message.slice(0, 500) });
  return null;
}

async function write(root: string, segments: string[], value: unknown): Promise<void> {
  const path = join(root, folder, ...segments);
  await mkdir(join(path, '..'), { recursive: true });
  await atomicWrite(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`), { copiesDirectory: join(root, folder) });
}

/** The ways to start a program that its project keeps; none when the file is missing or unusable. */
export async function readCompileModes(root: string, log: Logger): Promise<CompileMode[]> {
  return (await read(join(root, folder, modesFile), compileModes, log)) ?? [];
}

export function writeCompileModes(root: string, modes: readonly CompileMode[]): Promise<void> {
  return write(root, [modesFile], modes);
}

/** `.minifoundry/mocks/<api>.json`, one per API. */
export async function readMocks(root: string, log: Logger): Promise<ApiMock[]> {
  const names = await readdir(join(root, folder, mocksFolder)).catch(() => []);
  const mocks = await Promise.all(names.filter((name) => mockName.test(name)).map((name) => read(join(root, folder, mocksFolder, name), apiMock, log)));
  return mocks.filter((mock) => mock !== null);
}

/** Keeps a mock; one that leaves the API as it is removes the file. */
export async function writeMock(root: string, mock: ApiMock): Promise<void> {
  const name = `${mock.api}.json`;
  if (!mockName.test(name)) throw new Error(`No file can be named after ${mock.api}`);
  if (mock.outcome === 'default') await rm(join(root, folder, mocksFolder, name), { force: true });
  else await write(root, [mocksFolder, name], mock);
}
