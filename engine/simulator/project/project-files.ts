import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import * as z from 'zod';
import { atomicWrite } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { type ApiMock, apiMock } from '#shared/model/phone.ts';
import { type CompileMode, compileMode, compileModes, maximumModes } from '#shared/model/simulator.ts';

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

/** Compile modes as the platform's own IDE keeps them in `.mini-ide/compileMode.json`, where we decide nothing. */
const foreignModes = z.object({ modes: z.array(z.unknown()) });
const foreignMode = z.object({
  title: z.string().nullish(),
  page: z.string(),
  pageQuery: z.string().nullish(),
  scene: z.union([z.string(), z.number().transform(String)]).nullish(),
});

/** A mode as ours; null when it cannot be one. */
function toOwnMode(value: unknown): CompileMode | null {
  const { data } = foreignMode.safeParse(value);
  if (!data) return null;
  const { title, page, pageQuery, scene } = data;
  return compileMode.safeParse({ name: title || page, page, query: pageQuery ?? '', scene: scene || '1000' }).data ?? null;
}

async function readForeignModes(root: string, log: Logger): Promise<CompileMode[]> {
  const found = await read(join(root, '.mini-ide', 'compileMode.json'), foreignModes, log);
  const modes = (found?.modes ?? []).map(toOwnMode).filter((mode) => mode !== null);
  return [...new Map(modes.map((mode) => [mode.name, mode])).values()].slice(0, maximumModes);
}

/** The ways to start a program that its project keeps: ours, or until there are any those of the platform's own IDE. */
export async function readCompileModes(root: string, log: Logger): Promise<CompileMode[]> {
  return (await read(join(root, folder, modesFile), compileModes, log)) ?? readForeignModes(root, log);
}

export function writeCompileModes(root: string, modes: readonly CompileMode[]): Promise<void> {
  return write(root, [modesFile], modes);
}

/** Whether a path below the project names a mock. */
export function isMockFile(path: string): boolean {
  return path.startsWith(`${folder}/${mocksFolder}/`);
}

/** `.minifoundry/mocks/<api>.json`, one per API. What another file says of an API could be neither changed nor removed, and is left out. */
export async function readMocks(root: string, log: Logger): Promise<ApiMock[]> {
  const names = await readdir(join(root, folder, mocksFolder)).catch(() => []);
  const mocks = await Promise.all(
    names
      .filter((name) => mockName.test(name))
      .map(async (name) => {
        const mock = await read(join(root, folder, mocksFolder, name), apiMock, log);
        if (mock === null || `${mock.api}.json` === name) return mock;
        log.warn('A mock is for another API than its file is named after', { name, api: mock.api });
        return null;
      }),
  );
  return mocks.filter((mock) => mock !== null);
}

/** Keeps a mock; one that leaves the API as it is removes the file. */
export async function writeMock(root: string, mock: ApiMock): Promise<void> {
  const name = `${mock.api}.json`;
  if (!mockName.test(name)) throw new Error(`No file can be named after ${mock.api}`);
  if (mock.outcome === 'default') await rm(join(root, folder, mocksFolder, name), { force: true });
  else await write(root, [mocksFolder, name], mock);
}
