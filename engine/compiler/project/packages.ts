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

/** Paths of keys and certificates, environment and settings of tools, and notes: nothing of it has a use on a phone. */
const uselessOnPhone = /\/\.|\.(?:pem|key|p12|pfx|jks|keystore|md|log|map|d\.ts)$/i;

export interface PackageContent {
  /** Roots of the sub-packages. */
  roots: readonly string[];
  /** Globs of files that are not uploaded. */
  exclude: readonly string[];
  /** Globs of files that are uploaded all the same. */
  include: readonly string[];
  /** Folder in the project, such as `dist`, of what is made of it; null when there is none. */
  output: string | null;
  /** Files that the program uses. */
  used: Iterable<string>;
}

/**
 * What each package contains: the program's files except those that are excluded, and the files of npm packages that the
 * program uses, which go into the main package.
 */
export async function measurePackages(files: ProgramFiles, { roots, exclude, include, output, used }: PackageContent): Promise<PackageSize[]> {
  const excluded = exclude.map(compileGlob);
  const included = include.map(compileGlob);
  const own = (await listFiles('/', files)).filter((path) => {
    // Projects whose program is in a folder count from either.
    const inProject = files.ownPath(path).slice(1);
    if (output !== null && inProject.startsWith(`${output}/`)) return false;
    const names = [path.slice(1), inProject];
    const isNamed = (matches: (path: string) => boolean): boolean => names.some(matches);
    return included.some(isNamed) || !(uselessOnPhone.test(path) || excluded.some(isNamed));
  });
  const fromPackages = [...used].filter((path) => path.includes('/node_modules/'));
  const packages = new Map(['', ...roots].map((root): [string, PackageSize] => [root, { root, files: 0, bytes: 0 }]));
  await Promise.all(
    [...own, ...fromPackages].map(async (path) => {
      const size = await files.size(path);
      const one = packages.get(packageOf(path, roots));
      if (!one) return;
      one.files++;
      one.bytes += size;
    }),
  );
  return [...packages.values()];
}

/** Root of the package that a file of the program is in: `''` is the main one. */
export function packageOf(path: string, roots: readonly string[]): string {
  const around = roots.filter((root) => path.startsWith(`/${root}/`));
  return around.reduce((longest, root) => (root.length > longest.length ? root : longest), '');
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
