import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, runWithNode } from './lib/node24.mjs';
import { cacheDirectory, distDirectory } from './lib/paths.mjs';
import { ensureDependencies, fail } from './lib/setup.mjs';

/** Swaps the finished build in, so that an interrupted one leaves the last good one in place. */
function replaceFolder(folder, by) {
  const old = `${by}-old`;
  mkdirSync(cacheDirectory, { recursive: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(by, folder);
  rmSync(old, { recursive: true, force: true });
}

async function build() {
  const { build: viteBuild } = await import('vite');
  const { buildConfigurations } = await import('./lib/build-configurations.mjs');
  const staging = join(cacheDirectory, `build-${process.pid}`);
  for (const configuration of buildConfigurations(staging)) await viteBuild(configuration);
  replaceFolder(distDirectory, staging);
}

try {
  await ensureDependencies();
  if (findNode() === process.execPath) await build();
  else process.exitCode = await runWithNode(['scripts/build.mjs']);
} catch (error) {
  fail(error);
}
