import { ensureTestTools } from './lib/browser.mjs';
import { findNode, runProcess } from './lib/node24.mjs';
import { fail, setUp } from './lib/setup.mjs';

async function main() {
  await setUp();
  const chromium = ensureTestTools();
  process.exitCode = await runProcess(findNode(), ['test/bench/main.ts', ...process.argv.slice(2)], {
    env: { ...process.env, ...(chromium ? { MINIFOUNDRY_CHROMIUM: chromium } : {}) },
  });
}

main().catch(fail);
