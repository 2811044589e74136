import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { WorkspaceRoot } from '#engine/files/index.ts';

export interface TestFolder extends AsyncDisposable {
  path: string;
  root: WorkspaceRoot;
  /** The absolute path of something in it. */
  at(path: string): string;
}

/** A folder of its own with the given files, removed at the end of the test. */
export async function makeFolder(files: Record<string, string | Uint8Array> = {}): Promise<TestFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'minifoundry-test-')));
  const at = (relative: string): string => join(path, ...relative.split('/'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(at(name)), { recursive: true });
    await writeFile(at(name), content);
  }
  return { path, at, root: { name: 'test', realPath: path }, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** What a failing promise threw; fails when it does not fail. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code: unknown; data?: unknown; parameters?: unknown }> {
  try {
    await promise;
  } catch (error) {
    return error as { code: unknown };
  }
  throw new Error('It was expected to fail');
}

/** Waits until something holds, looking again after every turn of the event loop's timers. */
export async function until(holds: () => boolean | Promise<boolean>, deadline = 15_000): Promise<void> {
  const end = Date.now() + deadline;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come to hold in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
