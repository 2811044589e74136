#!/usr/bin/env node
// Plain JavaScript for any Node since 20: sets up a tree that was never built, then hands over to Node 24.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, runWithNode } from '../scripts/lib/node24.mjs';
import { distDirectory } from '../scripts/lib/paths.mjs';
import { fail, setUp } from '../scripts/lib/setup.mjs';

const main = join(distDirectory, 'cli', 'main.js');

try {
  if (!existsSync(main)) await setUp();
  if (findNode() === process.execPath) await import(main);
  else process.exitCode = await runWithNode([main, ...process.argv.slice(2)], { cwd: process.cwd() });
} catch (error) {
  fail(error);
}
