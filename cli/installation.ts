import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the parts of this installation are, whether it runs from sources or from `dist/`. */
export interface Installation {
  version: string;
  templates: string;
  renderer: string;
  runtime: string;
  localPlatformEntry: string;
}

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

export function locateInstallation(): Installation {
  const root = findRoot();
  const fromSources = extname(fileURLToPath(import.meta.url)) === '.ts';
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    version,
    templates: join(root, 'templates'),
    renderer: join(root, 'dist', 'renderer'),
    runtime: join(root, 'dist', 'runtime'),
    localPlatformEntry: fromSources ? join(root, 'local-platform', 'main.ts') : join(root, 'dist', 'local-platform', 'main.js'),
  };
}
