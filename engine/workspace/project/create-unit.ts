import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { atomicWrite, fileError, KeyedQueue, resolveEntry, validateName, type WorkspaceRoot, workspaceSegments } from '#engine/files/index.ts';
import { AppError, isAppError } from '#shared/model/errors.ts';
import { type JsonDocument, readJsonDocument, withValue } from './json-document.ts';
import { below, miniProgramRoot } from './project-root.ts';
import { routesOf } from './routes.ts';
import { componentFiles, pageFiles, type StarterFiles } from './starter-files.ts';
import { type NewFile, writeNewFiles } from './write-new-files.ts';

/** Two pages made at once must not lose each other's entry in `app.json`. */
const queue = new KeyedQueue();

async function newFilesAt(root: WorkspaceRoot, base: string, files: StarterFiles): Promise<NewFile[]> {
  for (const name of workspaceSegments(base)) validateName(name);
  return Promise.all(files.map(async ([suffix, content]) => ({ path: base + suffix, absolute: await resolveEntry(root, base + suffix), content })));
}

async function anyExists(files: readonly NewFile[]): Promise<NewFile | undefined> {
  for (const file of files) {
    const found = await lstat(file.absolute).catch(() => null);
    if (found) return file;
  }
  return undefined;
}

async function readAppJson(root: WorkspaceRoot, folder: string): Promise<JsonDocument> {
  try {
    return await readJsonDocument(root, below(folder, 'app.json'));
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND')) throw new AppError('APP_JSON_MISSING', {}, { cause: error });
    throw error;
  }
}

function registered(appJson: JsonDocument, route: string): Buffer {
  if (!Array.isArray(appJson.value.pages)) return withValue(appJson, ['pages'], [route]);
  return withValue(appJson, ['pages', appJson.value.pages.length], route, true);
}

/**
 * Makes the four files of a page at a route (relative to the mini program's root, without a suffix) and registers it in
 * `app.json`. `PAGE_EXISTS`, `APP_JSON_MISSING`, `JSON_INVALID`; nothing is written then.
 */
export async function createPage(root: WorkspaceRoot, route: string, dataDirectory: string): Promise<{ files: string[] }> {
  return queue.run(root.realPath, async () => {
    const folder = await miniProgramRoot(root);
    const appJson = await readAppJson(root, folder);
    const name = workspaceSegments(route).at(-1);
    if (name === undefined) throw new AppError('NAME_INVALID', { name: route, rule: 'empty' });
    const title = name === 'index' ? (workspaceSegments(route).at(-2) ?? name) : name;
    const files = await newFilesAt(root, below(folder, route), pageFiles(title));
    if (routesOf(appJson.value).includes(route) || (await anyExists(files))) throw new AppError('PAGE_EXISTS', { route });
    const bytes = registered(appJson, route);
    await writeNewFiles(files, async () => {
      await atomicWrite(appJson.absolute, bytes, { copiesDirectory: join(dataDirectory, 'copies') }).catch((error: unknown) => {
        throw fileError(error, appJson.path);
      });
    });
    return { files: files.map(({ path }) => path) };
  });
}

/** Makes the four files of a component at a workspace path without a suffix. `ALREADY_EXISTS`; nothing is written then. */
export async function createComponent(root: WorkspaceRoot, path: string): Promise<{ files: string[] }> {
  if (workspaceSegments(path).length === 0) throw new AppError('NAME_INVALID', { name: path, rule: 'empty' });
  const files = await newFilesAt(root, path, componentFiles());
  const existing = await anyExists(files);
  if (existing) throw new AppError('ALREADY_EXISTS', { path: existing.path });
  await writeNewFiles(files);
  return { files: files.map((file) => file.path) };
}
