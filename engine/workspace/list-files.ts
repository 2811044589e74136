import type { WorkspaceRoot } from '#engine/files/index.ts';
import { ripgrepEnd, startRipgrep } from './ripgrep.ts';

/**
 * The files of a workspace that no ignore file leaves out, as workspace paths, in pieces as ripgrep finds them.
 * `globs` narrow them down. Links are not followed. Ending the iteration ends ripgrep.
 */
export async function* listFiles(root: WorkspaceRoot, globs: readonly string[] = []): AsyncGenerator<string[]> {
  const options = ['--files', '--null', '--no-messages', ...globs.map((glob) => `--glob=${glob}`)];
  const process = await startRipgrep(root, options, []);
  const ended = ripgrepEnd(process);
  ended.catch(() => undefined);
  try {
    let rest = '';
    for await (const text of process.stdout.setEncoding('utf8')) {
      const names = (rest + text).split('\0');
      rest = names.pop() ?? '';
      yield globalThis.process.platform === 'win32' ? names.map((name) => name.replaceAll('\\', '/')) : names;
    }
    await ended;
  } finally {
    if (process.exitCode === null) process.kill('SIGKILL');
  }
}
