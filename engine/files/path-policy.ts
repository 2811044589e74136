import { lstat, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { AppError } from '#shared/model/errors.ts';
import { errnoOf } from './errno.ts';
import { fileError } from './file-error.ts';

/** A folder that is open: nothing outside its real path is ever read or written through a workspace path. */
export interface WorkspaceRoot {
  /** Shown when the folder is gone. */
  readonly name: string;
  /** Absolute, with every link resolved. */
  readonly realPath: string;
}

const windowsReserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\..*)?$|[<>:"|?*]|[. ]$/i;

/**
 * The segments of a workspace path (`''` gives none). Refuses with `OUTSIDE_WORKSPACE` whatever is not a plain relative
 * POSIX path: absolute, `.` and `..`, empty segments, NUL, backslash; on Windows also devices, streams and trailing dots.
 */
export function workspaceSegments(path: string, platform: NodeJS.Platform = process.platform): string[] {
  if (path === '') return [];
  const segments = path.split('/');
  const refused =
    /[\0\\]/.test(path) ||
    segments.some((segment) => segment === '' || segment === '.' || segment === '..') ||
    (platform === 'win32' && segments.some((segment) => windowsReserved.test(segment)));
  if (refused) throw new AppError('OUTSIDE_WORKSPACE', { path });
  return segments;
}

/** True when `path` is `folder` or below it. Both absolute and real. */
export function isContained(folder: string, path: string): boolean {
  const rest = relative(folder, path);
  return rest === '' || (rest !== '..' && !rest.startsWith(`..${sep}`) && !isAbsolute(rest));
}

/** The workspace path of an absolute path below the root, or null. */
export function toWorkspacePath(root: WorkspaceRoot, absolute: string): string | null {
  if (!isContained(root.realPath, absolute)) return null;
  return relative(root.realPath, absolute).split(sep).join('/');
}

async function realPathOrNull(absolute: string, path: string): Promise<string | null> {
  try {
    return await realpath(absolute);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw fileError(error, path);
  }
  // A link whose target is missing also says ENOENT; writing through it would create a file wherever it points.
  const isLink = await lstat(absolute).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  if (isLink) throw new AppError('NOT_FOUND', { path });
  return null;
}

/** The real path of what exists of `segments`, with the missing rest appended. */
async function resolveExisting(root: WorkspaceRoot, segments: readonly string[], path: string): Promise<string> {
  for (let existing = segments.length; existing >= 0; existing--) {
    const real = await realPathOrNull(join(root.realPath, ...segments.slice(0, existing)), path);
    if (real === null) continue;
    if (!isContained(root.realPath, real)) throw new AppError('OUTSIDE_WORKSPACE', { path });
    return join(real, ...segments.slice(existing));
  }
  throw new AppError('WORKSPACE_GONE', { name: root.name });
}

/**
 * The absolute real path behind a workspace path, links followed. The file itself and its last folders may be missing.
 * `OUTSIDE_WORKSPACE` when any link on the way leaves the workspace, `LINK_LOOP`, `NOT_FOUND` for a dangling link,
 * `WORKSPACE_GONE` when the root is missing.
 */
export async function resolveInside(root: WorkspaceRoot, path: string): Promise<string> {
  return resolveExisting(root, workspaceSegments(path), path);
}

/** Like {@link resolveInside}, but names the entry itself: a link in the last place is not followed. For renaming and deleting. */
export async function resolveEntry(root: WorkspaceRoot, path: string): Promise<string> {
  const segments = workspaceSegments(path);
  const last = segments.pop();
  if (last === undefined) return resolveExisting(root, [], path);
  return join(await resolveExisting(root, segments, path), last);
}

/** Re-checks, after opening or before replacing, that no folder on the way has become a link: `OUTSIDE_WORKSPACE`. */
export async function assertUnmoved(realFile: string, path: string): Promise<void> {
  const folder = dirname(realFile);
  const real = await realpath(folder).catch((error: unknown) => {
    throw fileError(error, path);
  });
  if (real !== folder) throw new AppError('OUTSIDE_WORKSPACE', { path });
}
