import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function run(command: string, ...parameters: string[]): void {
  execFileSync(command, parameters, { stdio: 'ignore' });
}

function probe(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'minifoundry-mount-'));
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
    run('umount', folder);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** Whether this process may mount file systems: root on Linux, outside a locked-down container. */
export const canMount = probe();
/** To be put in the names of tests that need it. */
export const mountReason = canMount ? '' : ' (skipped: mounting a file system needs root)';

export interface TestMount extends AsyncDisposable {
  path: string;
  makeReadOnly(): void;
}

/** A small file system of its own. `size` as mount takes it. */
export async function mountSmall(size: string): Promise<TestMount> {
  const path = await mkdtemp(join(tmpdir(), 'minifoundry-mount-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path);
  return {
    path,
    makeReadOnly: () => run('mount', '-o', 'remount,ro', path),
    async [Symbol.asyncDispose](): Promise<void> {
      run('umount', '-l', path);
      await rm(path, { recursive: true, force: true });
    },
  };
}
