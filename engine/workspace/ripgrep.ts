import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { rgPath } from '@vscode/ripgrep';
import type { WorkspaceRoot } from '#engine/files/index.ts';

export type RipgrepProcess = ChildProcessByStdio<null, Readable, Readable>;

/** The same files as the tree shows undimmed: ignore files of the workspace count whether or not it is a git repository, those outside it never. */
async function ignoreArguments(root: WorkspaceRoot): Promise<string[]> {
  const own = join(root.realPath, '.minifoundryignore');
  const ownRules = await access(own).then(
    () => [`--ignore-file=${own}`],
    () => [],
  );
  return ['--no-config', '--hidden', '--no-require-git', '--no-ignore-global', '--no-ignore-parent', '--no-ignore-dot', '--no-ignore-exclude', ...ownRules];
}

/** Left out wherever they are, after every other glob so that none brings them back. */
const excluded = ['.git', '.hg', '.svn', 'node_modules'].map((name) => `--glob=!**/${name}/**`);

/** Inside a packaged app the program lies beside the archive, because the operating system cannot start it from within. */
const executable = rgPath.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked');

/** Starts ripgrep in a workspace; `targets` (a pattern, paths) can not be taken for options. */
export async function startRipgrep(root: WorkspaceRoot, options: readonly string[], targets: readonly string[]): Promise<RipgrepProcess> {
  const ignoring = await ignoreArguments(root);
  return spawn(executable, [...ignoring, ...options, ...excluded, '--', ...targets], { cwd: root.realPath, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits for the end; `code` is null when it was killed. Rejects when it could not be started. */
export function ripgrepEnd(process: RipgrepProcess): Promise<{ code: number | null; detail: string }> {
  let detail = '';
  process.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (detail.length < 4000) detail += text;
  });
  return new Promise((resolve, reject) => {
    process.once('error', reject);
    process.once('close', (code) => resolve({ code, detail }));
  });
}
