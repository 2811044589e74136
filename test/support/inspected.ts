import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createLogger, type InspectAction, type InspectAnswer, inspect, openGallery, Simulator } from '#engine/index.ts';

const root = join(import.meta.dirname, '..', '..');

/** Files of a program by path; `app.json` and `app.js` are filled in for the one page `pages/index/index`. */
export type ProgramFiles = Record<string, string>;

const defaults: ProgramFiles = {
  'app.json': '{"pages":["pages/index/index"]}',
  'app.js': 'App({});',
  'pages/index/index.js': 'Page({});',
  'pages/index/index.axml': '<view/>',
};

/** Writes a program into a folder of its own, which is removed afterwards. */
export async function withProgram<T>(files: ProgramFiles, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'minifoundry-program-')));
  try {
    for (const [path, text] of Object.entries({ ...defaults, ...files })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program in the system's Chromium, as `inspect` does. */
export async function inspectProgram(files: ProgramFiles, actions: readonly InspectAction[] = []): Promise<InspectAnswer> {
  return withProgram(files, async (folder) => {
    const simulator = new Simulator({
      runtimeDirectory: join(root, 'dist', 'runtime'),
      dataDirectory: join(folder, '..'),
      gallery: openGallery({ directory: join(root, 'templates'), onInvalid: () => undefined }),
      policy: { allowPrivate: async () => false },
      log: createLogger('test', () => undefined),
    });
    try {
      return (await inspect({ simulator, start: { root: folder }, actions, screenshot: false, environment: process.env })).answer;
    } finally {
      await simulator.dispose();
    }
  });
}
