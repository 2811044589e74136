import { rmSync } from 'node:fs';
import { findNode, runWithNode } from './lib/node24.mjs';
import { distDirectory } from './lib/paths.mjs';
import { ensureDependencies, fail } from './lib/setup.mjs';

async function build() {
  const { build: viteBuild } = await import('vite');
  const { buildConfigurations } = await import('./lib/build-configurations.mjs');
  rmSync(distDirectory, { recursive: true, force: true });
  for (const configuration of buildConfigurations) await viteBuild(configuration);
}

try {
  await ensureDependencies();
  if (findNode() === process.execPath) await build();
  else process.exitCode = await runWithNode(['scripts/build.mjs']);
} catch (error) {
  fail(error);
}
