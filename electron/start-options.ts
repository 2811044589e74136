import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  /** The folder to open, absolute; null when none was given or it is not one. */
  folder: string | null;
  /** Where data is kept, when the command line says so. */
  dataDirectory: string | null;
}

function folderAt(path: string | undefined, workingDirectory: string): string | null {
  if (path === undefined) return null;
  const absolute = resolve(workingDirectory, path);
  return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ? absolute : null;
}

/** Reads `[folder] [--user-data-dir DIR]` among whatever switches Chromium takes. `arguments_` are those after the executable. */
export function readStartOptions(arguments_: readonly string[], { packaged, workingDirectory }: { packaged: boolean; workingDirectory: string }): StartOptions {
  const { values, positionals } = parseArgs({
    args: [...arguments_],
    options: { 'user-data-dir': { type: 'string' }, data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  // A build that runs from its sources is started as `electron <folder of the app> …`.
  const [folder] = packaged ? positionals : positionals.slice(1);
  const data = values['user-data-dir'] ?? values.data;
  return { folder: folderAt(folder, workingDirectory), dataDirectory: typeof data === 'string' ? resolve(workingDirectory, data) : null };
}
