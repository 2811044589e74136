import type { WorkspaceRoot } from '#engine/files/index.ts';
import { fileNameArguments } from './include-globs.ts';
import { ripgrepEnd, startRipgrep } from './ripgrep.ts';

/**
 * The files of a workspace that no ignore file leaves out, as workspace paths, in pieces as ripgrep finds them.
 * `globs` narrow them down by file name. Links are not followed. Ending the iteration ends ripgrep.
 */
export async function* listFiles(root: WorkspaceRoot, globs: readonly string[] = []): AsyncGenerator<string[]> {
  const options = ['--files', '--null', '--no-messages', ...fileNameArguments(globs)];
  const ripgrep = await startRipgrep(root, options, []);
  const ended = ripgrepEnd(ripgrep);
  ended.catch(() => undefined);
  try {
    let rest = '';
    for await (const text of ripgrep.stdout.setEncoding('utf8')) {
      const names = (rest + text).split('\0');
      rest = names.pop() ?? '';
      yield process.platform === 'win32' ? names.map((name) => name.replaceAll('\\', '/')) : names;
    }
    await ended;
  } finally {
    if (ripgrep.exitCode === null) ripgrep.kill('SIGKILL');
  }
}
