import { attempt, client, notify, translate } from '#renderer/client/index.ts';
import { assertReplaceable, documentId, moveDocument, openFile, replaceDocument, useDocuments, whenSaved } from '#renderer/features/editor/index.ts';
import { askForText } from '#renderer/features/quick-pick/index.ts';
import { currentWorkspaceId, useWorkspace } from '#renderer/features/workspace/index.ts';
import { isAppError } from '#shared/model/errors.ts';
import { joinPath, pathsOf, type Row } from './explorer-rows.ts';
import { expand, expandTo, nameOf, parentOf, readFolder, revealPath, useExplorer } from './explorer-store.ts';

/** Deletions that can be undone, newest last. One is here before the engine has answered: rows go as soon as files do. */
const deletions: { workspaceId: string; trashed: Promise<{ trashId: string }> }[] = [];

/** The folder that a new thing goes into: the focused folder, or the one around the focused file. */
export function targetFolder(row: Row | undefined): string {
  if (row === undefined || row.kind === 'input') return '';
  return row.kind === 'folder' ? row.path : parentOf(row.path);
}

export async function beginNew(kind: 'new-file' | 'new-folder', row: Row | undefined): Promise<void> {
  const parent = targetFolder(row);
  if (parent !== '') {
    await expandTo(parent);
    await expand(parent);
  }
  useExplorer.setState({ edit: { kind, parent }, filter: '', found: null });
}

export async function beginRename(row: Row): Promise<void> {
  // A filtered tree shows rows whose folders are still folded in the whole one.
  if (row.kind !== 'input') await expandTo(row.path);
  if (row.kind !== 'input') useExplorer.setState({ edit: { kind: 'rename', path: row.id }, filter: '', found: null });
}

export function cancelEdit(): void {
  useExplorer.setState({ edit: null });
}

/** The open documents at a path or below it. */
function openPaths(from: string): string[] {
  return Object.values(useDocuments.getState().byId).flatMap(({ path }) => (path !== null && (path === from || path.startsWith(`${from}/`)) ? [path] : []));
}

/** Unsaved text and tabs follow a renamed file or folder. */
async function moveOpenDocuments(from: string, to: string): Promise<void> {
  for (const path of openPaths(from)) {
    const target = to + path.slice(from.length);
    const moved = await moveDocument(path, target);
    replaceDocument(documentId(path), moved ?? documentId(target));
  }
}

export async function movePath(from: string, to: string): Promise<void> {
  if (from === to) return;
  assertReplaceable(to);
  await Promise.all(openPaths(from).map((path) => whenSaved(documentId(path))));
  const moved = await client.workspace.rename({ workspaceId: currentWorkspaceId(), from, to });
  await moveOpenDocuments(from, moved.path);
  await Promise.all([...new Set([parentOf(from), parentOf(to)])].map(readFolder));
  useExplorer.setState({ focused: moved.path, anchor: moved.path, selected: new Set([moved.path]) });
  warnOfRoutes(from);
}

/** `app.json` is the person's own: a page that moved away from its route there is said, not rewritten. */
function warnOfRoutes(from: string): void {
  const base = from.replace(/\.(axml|acss|js|json)$/, '');
  const route = useWorkspace.getState().project?.pages.find((page) => page === base || page.startsWith(`${from}/`));
  if (route === undefined) return;
  const open = { label: translate('explorer.openAppJson'), run: () => attempt(() => openFile('app.json')) };
  notify({ kind: 'warning', text: translate('explorer.routeMoved', { route }), actions: [open] });
}

async function renameUnit(id: string, name: string): Promise<void> {
  const path = id.slice('unit:'.length);
  const folder = parentOf(path);
  const listing = useExplorer.getState().listings[folder];
  const unit = listing?.units.find((candidate) => joinPath(folder, candidate.base) === path);
  for (const file of unit?.files ?? []) await movePath(joinPath(folder, file.name), joinPath(folder, `${name}.${file.role}`));
}

/** Takes the name that was typed in the tree. */
export async function finishEdit(name: string): Promise<void> {
  const { edit } = useExplorer.getState();
  useExplorer.setState({ edit: null });
  if (edit === null || name === '') return;
  if (edit.kind === 'rename') {
    if (edit.path.startsWith('unit:')) return renameUnit(edit.path, name);
    return movePath(edit.path, joinPath(parentOf(edit.path), name));
  }
  const path = joinPath(edit.parent, name);
  const where = { workspaceId: currentWorkspaceId(), path };
  await (edit.kind === 'new-file' ? client.workspace.createFile(where) : client.workspace.createFolder(where));
  await readFolder(edit.parent);
  await revealPath(path);
  if (edit.kind === 'new-file') await openFile(path);
}

/** Without repetitions, and without what is inside another one of the paths. */
export function outermost(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return [...all].filter((path) => {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) if (all.has(path.slice(0, slash))) return false;
    return true;
  });
}

/** Moves things to the trash; they come back with undo. */
export async function deleteRows(rows: readonly Row[]): Promise<void> {
  const paths = outermost(rows.flatMap(pathsOf));
  if (paths.length === 0) return;
  const workspaceId = currentWorkspaceId();
  const deletion = { workspaceId, trashed: client.workspace.trash({ workspaceId, paths }) };
  deletions.push(deletion);
  await deletion.trashed.catch((error: unknown) => {
    forget(deletion);
    throw error;
  });
  await Promise.all([...new Set(paths.map(parentOf))].map(readFolder));
  const text =
    paths.length === 1 ? translate('explorer.deleted', { name: nameOf(paths[0] ?? '') }) : translate('explorer.deletedMany', { count: paths.length });
  notify({ kind: 'info', text, actions: [{ label: translate('explorer.undo'), run: () => attempt(undoDelete) }] });
}

function forget(deletion: (typeof deletions)[number]): void {
  const at = deletions.indexOf(deletion);
  if (at >= 0) deletions.splice(at, 1);
}

export async function undoDelete(): Promise<void> {
  const last = deletions.findLast((deletion) => deletion.workspaceId === useWorkspace.getState().workspace?.workspaceId);
  if (last === undefined) return;
  forget(last);
  const { workspaceId } = last;
  const { trashId } = await last.trashed;
  const { paths } = await client.workspace.restore({ workspaceId, trashId }).catch((error: unknown) => {
    // What stood in the way may be moved: the deletion can be undone again later.
    if (!isAppError(error, 'TRASH_ENTRY_GONE')) deletions.push(last);
    throw error;
  });
  await Promise.all([...new Set(paths.map(parentOf))].map(readFolder));
  const [first] = paths;
  if (first !== undefined) await revealPath(first);
}

export async function duplicateRow(row: Row): Promise<void> {
  if (row.kind === 'input') return;
  for (const path of pathsOf(row)) {
    const copy = await client.workspace.duplicate({ workspaceId: currentWorkspaceId(), path });
    await readFolder(parentOf(copy.path));
    await revealPath(copy.path);
  }
}

export async function copyPaths(rows: readonly Row[], relative: boolean): Promise<void> {
  const paths = rows.flatMap(pathsOf);
  const lines = relative
    ? paths
    : await Promise.all(paths.map(async (path) => (await client.workspace.absolutePath({ workspaceId: currentWorkspaceId(), path })).path));
  const text = lines.join('\n');
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A browser may keep the clipboard from us: then the person copies it by hand.
    notify({ kind: 'warning', text: translate('explorer.cannotCopy', { text }) });
  }
}

export async function revealInSystem(row: Row): Promise<void> {
  const [path] = pathsOf(row);
  if (path === undefined) return;
  const { revealed } = await client.workspace.reveal({ workspaceId: currentWorkspaceId(), path });
  if (!revealed) notify({ kind: 'info', text: translate('explorer.cannotReveal') });
}

const routePattern = /^[^/\\]+(\/[^/\\]+)*$/;

/** A bare name `menu` becomes `pages/menu/menu`; a path is taken as it is. */
function fullRoute(text: string, root: string): string {
  return text.includes('/') ? text : `${root}/${text}/${text}`;
}

function askForRoute(label: string, hint: string, value: string): Promise<string | null> {
  return askForText({ label, placeholder: hint, value, validate: (text) => (routePattern.test(text) ? null : translate('explorer.routeNeeded')) });
}

export async function newPage(row: Row | undefined): Promise<void> {
  const folder = targetFolder(row);
  const text = await askForRoute(translate('explorer.newPage'), translate('explorer.newPageHint'), folder.startsWith('pages/') ? `${folder}/` : '');
  if (text === null) return;
  const { files } = await client.workspace.createPage({ workspaceId: currentWorkspaceId(), route: fullRoute(text, 'pages') });
  await showCreated(files);
}

export async function newComponent(): Promise<void> {
  const text = await askForRoute(translate('explorer.newComponent'), translate('explorer.newComponentHint'), '');
  if (text === null) return;
  const { files } = await client.workspace.createComponent({ workspaceId: currentWorkspaceId(), path: fullRoute(text, 'components') });
  await showCreated(files);
}

async function showCreated(files: readonly string[]): Promise<void> {
  const main = files.find((file) => file.endsWith('.axml')) ?? files[0];
  if (main === undefined) return;
  await readFolder('');
  await revealPath(main);
  await openFile(main);
}
