import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureTestTools } from './lib/browser.mjs';
import { findNode, runProcess } from './lib/node24.mjs';
import { cacheDirectory } from './lib/paths.mjs';
import { createReport } from './lib/report.mjs';
import { fail, setUp } from './lib/setup.mjs';

const resultsDirectory = join(cacheDirectory, 'test-results');

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** Vitest writes the same shape as Jest. A runner that wrote nothing counts as one failure. */
function readVitest(path, exitCode) {
  const result = readJson(path);
  if (result === null) return { passed: 0, failed: 1, skipped: [] };
  const skipped = result.testResults.flatMap((file) =>
    file.assertionResults.filter((test) => ['pending', 'skipped', 'todo'].includes(test.status)).map((test) => test.fullName),
  );
  const failedFiles = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = result.numFailedTests + failedFiles;
  return { passed: result.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped };
}

function* playwrightTests(suite) {
  for (const spec of suite.specs ?? []) yield spec;
  for (const inner of suite.suites ?? []) yield* playwrightTests(inner);
}

function readPlaywright(path, exitCode) {
  const result = readJson(path);
  if (result === null) return { passed: 0, failed: 1, skipped: [] };
  const specs = result.suites.flatMap((suite) => [...playwrightTests(suite)]);
  const skipped = specs.filter((spec) => spec.tests.every((test) => test.status === 'skipped')).map((spec) => `${spec.title}${reasonOf(spec)}`);
  const failed = result.stats.unexpected + result.stats.flaky + result.errors.length;
  return { passed: result.stats.expected, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped };
}

function reasonOf(spec) {
  const reason = spec.tests.flatMap((test) => test.annotations ?? []).find((annotation) => annotation.type === 'skip')?.description;
  return reason ? ` (${reason})` : '';
}

async function runRunner(name, args, environment, read) {
  const output = join(resultsDirectory, `${name}.json`);
  const code = await runProcess(findNode(), args(output), { env: { ...process.env, ...environment(output) }, stdio: ['ignore', 'inherit', 'inherit'] });
  return read(output, code);
}

async function main(filters) {
  await setUp();
  const chromium = ensureTestTools();
  rmSync(resultsDirectory, { recursive: true, force: true });
  mkdirSync(resultsDirectory, { recursive: true });
  const common = {
    ...(chromium === null ? {} : { MINIFOUNDRY_CHROMIUM: chromium }),
    PATH: `${dirname(findNode())}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  };
  const report = createReport();
  report.add(
    await runRunner(
      'vitest',
      (output) => ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`, ...filters],
      () => common,
      readVitest,
    ),
  );
  report.add(
    await runRunner(
      'playwright',
      () => ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...filters],
      (output) => ({ ...common, PLAYWRIGHT_JSON_OUTPUT_NAME: output }),
      readPlaywright,
    ),
  );
  process.exitCode = report.close();
}

main(process.argv.slice(2)).catch(fail);
