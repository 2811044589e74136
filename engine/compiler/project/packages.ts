import type { PackageSize } from './compiled-project.ts';
import { compileGlob } from './glob.ts';
import type { ProgramFiles } from './program-files.ts';

/** Folders and files that are never uploaded. */
const neverPackaged = new Set([
  ...['.tea', '.svn', '.idea', '.vscode', '.entry', '.git', '.miniu', 'miniu_dist', '.bin', '.node', '.mini-ide', '.minidev', '.minifoundry', 'node_modules'],
  ...[
    'mini.project.json',
    'mini.built.json',
    'project.config.json',
    'package.json',
    'package-lock.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    '.gitignore',
    '.DS_Store',
  ],
]);

/**
 * What each package contains: the program's files except those that are excluded, and the files of npm packages that the
 * program uses, which go into the main package.
 */
export async function measurePackages(
  files: ProgramFiles,
  roots: readonly string[],
  exclude: readonly string[],
  used: Iterable<string>,
): Promise<PackageSize[]> {
  const excluded = exclude.map(compileGlob);
  const own = (await listFiles('/', files)).filter((path) => !excluded.some((matches) => matches(path.slice(1))));
  const fromPackages = [...used].filter((path) => path.includes('/node_modules/'));
  const packages = new Map(['', ...roots].map((root): [string, PackageSize] => [root, { root, files: 0, bytes: 0 }]));
  const longestFirst = [...roots].sort((a, b) => b.length - a.length);
  await Promise.all(
    [...own, ...fromPackages].map(async (path) => {
      const root = longestFirst.find((candidate) => path.startsWith(`/${candidate}/`)) ?? '';
      const size = await files.size(path);
      const one = packages.get(root);
      if (!one) return;
      one.files++;
      one.bytes += size;
    }),
  );
  return [...packages.values()];
}

async function listFiles(folder: string, files: ProgramFiles): Promise<string[]> {
  const entries = await files.list(folder);
  const nested = await Promise.all(
    entries
      .filter(([name]) => !neverPackaged.has(name))
      .map(async ([name, kind]) => {
        const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
        return kind === 'file' ? [path] : listFiles(path, files);
      }),
  );
  return nested.flat();
}
