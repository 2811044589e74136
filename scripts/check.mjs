import { findNode, runProcess } from './lib/node24.mjs';
import { ensureDependencies, fail } from './lib/setup.mjs';

const steps = [
  ['Types', ['node_modules/typescript/bin/tsc', '-b']],
  ['Lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['Type-aware lint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
  ['Architecture', ['node_modules/vitest/vitest.mjs', 'run', 'test/unit/architecture']],
];

async function main() {
  await ensureDependencies();
  for (const [name, args] of steps) {
    process.stderr.write(`${name}…\n`);
    const code = await runProcess(findNode(), args);
    if (code !== 0) throw new Error(`${name} found problems: see the lines above.`);
  }
}

main().catch(fail);
