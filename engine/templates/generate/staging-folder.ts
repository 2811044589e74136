import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errnoOf } from '#engine/files/index.ts';

const prefix = '.minifoundry-staging-';
const namePattern = /^\.minifoundry-staging-(\d+)-[0-9a-f]{16}-(.+)$/;

function hostLabel(): string {
  return (
    hostname()
      .replace(/[^A-Za-z0-9-]/g, '_')
      .slice(0, 64) || 'host'
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) !== 'ESRCH';
  }
}

const own = new Set<string>();

/** Where the projects of one run are put together before they are moved into place: a folder inside the output folder. */
export interface StagingFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes the staging folder of a run. The name says whose it is, so that what a dead process left can be removed. */
export async function createStagingFolder(outDirectory: string): Promise<StagingFolder> {
  const name = `${prefix}${process.pid}-${randomBytes(8).toString('hex')}-${hostLabel()}`;
  const path = join(outDirectory, name);
  // Before the folder is there: another run of this process may look for what dead ones left at any time.
  own.add(name);
  try {
    await mkdir(path);
  } catch (error) {
    own.delete(name);
    throw error;
  }
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      own.delete(name);
    },
  };
}

/** Removes what runs of this machine left behind that are not running any more. */
export async function removeDeadStaging(outDirectory: string): Promise<void> {
  for (const name of await readdir(outDirectory)) {
    const [, pid, host] = namePattern.exec(name) ?? [];
    if (pid === undefined || host !== hostLabel() || own.has(name)) continue;
    if (Number(pid) !== process.pid && isRunning(Number(pid))) continue;
    await rm(join(outDirectory, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** True when the disk takes `A` and `a` for the same name. */
export async function isCaseInsensitive(staging: StagingFolder): Promise<boolean> {
  await mkdir(join(staging.path, '.CASE'));
  return lstat(join(staging.path, '.case')).then(
    () => true,
    () => false,
  );
}
