import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { WorkspaceRoot } from '#engine/files/index.ts';

/** Read in this order in every folder; the later one wins. */
export const ignoreFileNames = ['.gitignore', '.minifoundryignore'] as const;

/** Never part of a project's own sources, whatever its ignore files say. */
const always = ['.git/', '.hg/', '.svn/', 'node_modules/'];

interface Level {
  /** Workspace path of the folder the rules are in, with a trailing slash, or `''`. */
  prefix: string;
  rules: Ignore;
}

async function readRules(root: WorkspaceRoot, folder: string): Promise<Ignore | null> {
  const texts = await Promise.all(ignoreFileNames.map((name) => readFile(join(root.realPath, ...folder.split('/'), name), 'utf8').catch(() => '')));
  const text = texts.join('\n').replaceAll('\uFEFF', '');
  return text.trim() === '' ? null : ignore().add(text);
}

/** Every folder from the root down to `folder`, as workspace paths. */
function chain(folder: string): string[] {
  const segments = folder === '' ? [] : folder.split('/');
  return ['', ...segments.map((_, index) => segments.slice(0, index + 1).join('/'))];
}

function verdict(levels: readonly Level[], path: string): boolean {
  let ignored = false;
  for (const { prefix, rules } of levels) {
    const result = rules.test(path.slice(prefix.length));
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}

/**
 * Says which entries of one folder the ignore files leave out, git being run by nobody: the files are parsed.
 * Everything below an ignored folder is ignored.
 */
export async function ignoreRulesFor(root: WorkspaceRoot, folder: string): Promise<(name: string, isFolder: boolean) => boolean> {
  const levels: Level[] = [{ prefix: '', rules: ignore().add(always) }];
  for (const ancestor of chain(folder)) {
    if (ancestor !== '' && verdict(levels, `${ancestor}/`)) return () => true;
    const rules = await readRules(root, ancestor);
    if (rules) levels.push({ prefix: ancestor === '' ? '' : `${ancestor}/`, rules });
  }
  const prefix = folder === '' ? '' : `${folder}/`;
  return (name, isFolder) => verdict(levels, `${prefix}${name}${isFolder ? '/' : ''}`);
}
