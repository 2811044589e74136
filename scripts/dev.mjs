import { findNode, runProcess } from './lib/node24.mjs';
import { fail, setUp } from './lib/setup.mjs';

// The engine restarts when its sources change; the workbench is replaced in place by Vite.
async function main() {
  await setUp();
  process.exitCode = await runProcess(
    findNode(),
    ['--watch-path=cli', '--watch-path=engine', '--watch-path=shared', '--watch-preserve-output', 'cli/main.ts', 'serve', '--dev', ...process.argv.slice(2)],
    { cwd: process.cwd() },
  );
}

main().catch(fail);
