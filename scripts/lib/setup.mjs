import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, runProcess } from './node24.mjs';
import { distDirectory, root } from './paths.mjs';

const installStamp = join(root, 'node_modules', '.minifoundry-installed');
const buildStamp = join(distDirectory, '.built-from');
const sourceFolders = ['shared', 'engine', 'runtime', 'renderer', 'electron', 'cli', 'local-platform', 'scripts'];

function readOrNull(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Progress goes to stderr, so that stdout stays what a command prints. */
function say(text) {
  process.stderr.write(`${text}\n`);
}

async function run(program, args) {
  const code = await runProcess(program, args, { stdio: ['ignore', process.stderr, process.stderr], shell: process.platform === 'win32' && program === 'npm' });
  if (code !== 0) throw new Error(`"${[program, ...args].join(' ')}" ended with code ${code}: see the lines above.`);
}

/**
 * Installs what `package-lock.json` says, unless that has been done. Not with `npm ci`: it refuses a lockfile that
 * lacks an optional build for some other platform, which is all that a registry may have to offer. Nothing is saved.
 */
export async function ensureDependencies() {
  const wanted = lockHash();
  if (readOrNull(installStamp) === wanted) return;
  say('Installing dependencies (once, about a minute)…');
  await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installStamp, wanted);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

function sourceHash() {
  const hash = createHash('sha256').update(lockHash());
  for (const folder of sourceFolders) {
    if (!existsSync(join(root, folder))) continue;
    for (const path of [...filesBelow(join(root, folder))].sort()) {
      hash
        .update(path.slice(root.length))
        .update(String(statSync(path).size))
        .update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

/** Builds `dist/` unless it was built from exactly these sources. */
export async function ensureBuilt() {
  const wanted = sourceHash();
  if (readOrNull(buildStamp) === wanted) return;
  say('Building Minifoundry (once, about half a minute)…');
  await run(findNode(), ['scripts/build.mjs']);
  mkdirSync(distDirectory, { recursive: true });
  writeFileSync(buildStamp, wanted);
}

/** Everything a fresh clone needs before it can run. */
export async function setUp() {
  await ensureDependencies();
  await ensureBuilt();
}

/** Prints a failure as one line and ends with code 1. */
export function fail(error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
