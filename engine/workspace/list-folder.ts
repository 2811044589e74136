import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf, fileError, isContained, resolveInside, temporarySuffix, type WorkspaceRoot } from '#engine/files/index.ts';
import type { Entry, FolderListing } from '#shared/model/workspace.ts';
import { forEachLimited } from './for-each-limited.ts';
import { ignoreRulesFor } from './ignore-rules.ts';
import { findSoleUnit, findUnits } from './units.ts';

/** Above this many sub-folders none is looked into for a page or component. */
const maximumPeeks = 1000;

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareEntries(a: Entry, b: Entry): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return byName.compare(a.name, b.name) || (a.name < b.name ? -1 : 1);
}

async function linkEntry(root: WorkspaceRoot, folder: string, name: string): Promise<Pick<Entry, 'kind' | 'link'>> {
  try {
    const target = await realpath(join(folder, name));
    if (!isContained(root.realPath, target)) return { kind: 'file', link: 'outside' };
    if (isContained(target, folder)) return { kind: 'file', link: 'loop' };
    return { kind: (await stat(target)).isDirectory() ? 'folder' : 'file', link: 'inside' };
  } catch (error) {
    return { kind: 'file', link: errnoOf(error) === 'ELOOP' ? 'loop' : 'broken' };
  }
}

function plainEntry(found: Dirent): Entry {
  return { name: found.name, kind: found.isDirectory() ? 'folder' : 'file' };
}

async function readEntries(root: WorkspaceRoot, folder: string, path: string): Promise<Entry[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw fileError(error, path);
  });
  const shown = found.filter(({ name }) => !name.endsWith(temporarySuffix));
  const entries = shown.filter((entry) => !entry.isSymbolicLink()).map(plainEntry);
  await forEachLimited(
    shown.filter((entry) => entry.isSymbolicLink()),
    32,
    async (link) => {
      entries.push({ name: link.name, ...(await linkEntry(root, folder, link.name)) });
    },
  );
  return entries;
}

async function markSoleUnits(folder: string, entries: readonly Entry[]): Promise<void> {
  const candidates = entries.filter((entry) => entry.kind === 'folder' && !entry.ignored && entry.link === undefined && !entry.name.startsWith('.'));
  if (candidates.length > maximumPeeks) return;
  await forEachLimited(candidates, 32, async (entry) => {
    const unit = await findSoleUnit(join(folder, entry.name));
    if (unit) entry.unit = unit;
  });
}

/**
 * One level of a workspace: folders first, names in natural order, with what the ignore files leave out, where links lead,
 * and which files belong together as a page or component. Errors as {@link resolveInside}, and `NOT_A_FOLDER`.
 */
export async function listFolder(root: WorkspaceRoot, path: string): Promise<FolderListing> {
  const folder = await resolveInside(root, path);
  const [entries, isIgnored] = await Promise.all([readEntries(root, folder, path), ignoreRulesFor(root, path)]);
  for (const entry of entries) if (isIgnored(entry.name, entry.kind === 'folder')) entry.ignored = true;
  entries.sort(compareEntries);
  const files = entries.filter((entry) => entry.kind === 'file' && (entry.link === undefined || entry.link === 'inside'));
  const [units] = await Promise.all([
    findUnits(
      folder,
      files.map(({ name }) => name),
    ),
    markSoleUnits(folder, entries),
  ]);
  return { path, entries, units };
}
