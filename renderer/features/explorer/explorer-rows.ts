import type { Entry, FolderListing, QuickOpenResult, Unit } from '#shared/model/workspace.ts';
import type { NameEdit } from './explorer-store.ts';

interface Placed {
  id: string;
  level: number;
  /** 1-based among its siblings, and how many there are. */
  position: number;
  siblings: number;
}

export type Row =
  | (Placed & { kind: 'folder'; name: string; path: string; open: boolean; entry: Entry; unit: Unit | null })
  | (Placed & { kind: 'unit'; name: string; path: string; open: boolean; unit: Unit; paths: string[] })
  | (Placed & { kind: 'file'; name: string; path: string; entry: Entry })
  | (Placed & { kind: 'input'; edit: NameEdit; value: string });

interface TreeState {
  listings: Readonly<Record<string, FolderListing>>;
  expanded: ReadonlySet<string>;
  edit: NameEdit | null;
}

interface TreeOptions {
  groupPages: boolean;
  showHidden: boolean;
}

export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

type Node = { kind: 'entry'; entry: Entry } | { kind: 'unit'; unit: Unit };

function nodeName(node: Node): string {
  return node.kind === 'unit' ? node.unit.base : node.entry.name;
}

/** Folders first, then pages and components, then files; each by name as people count. */
function nodeRank(node: Node): number {
  if (node.kind === 'unit') return 1;
  return node.entry.kind === 'folder' ? 0 : 2;
}

function nodesOf(listing: FolderListing, options: TreeOptions, insideUnit: boolean): Node[] {
  const units = options.groupPages && !insideUnit ? listing.units : [];
  const grouped = new Set(units.flatMap((unit) => unit.files.map((file) => file.name)));
  const entries = listing.entries.filter((entry) => !grouped.has(entry.name) && (options.showHidden || !entry.name.startsWith('.')));
  const nodes: Node[] = [...units.map((unit): Node => ({ kind: 'unit', unit })), ...entries.map((entry): Node => ({ kind: 'entry', entry }))];
  return nodes.sort((a, b) => nodeRank(a) - nodeRank(b) || collator.compare(nodeName(a), nodeName(b)));
}

function fileEntry(name: string): Entry {
  return { name, kind: 'file' };
}

/** Flattens what is unfolded into the rows on screen, in order. */
export function buildRows(state: TreeState, options: TreeOptions): Row[] {
  const rows: Row[] = [];

  function addInput(edit: NameEdit, level: number, value: string): void {
    rows.push({ kind: 'input', id: 'input', level, position: 1, siblings: 1, edit, value });
  }

  function addFile(path: string, entry: Entry, placed: Omit<Placed, 'id'>): void {
    if (state.edit?.kind === 'rename' && state.edit.path === path) addInput(state.edit, placed.level, entry.name);
    else rows.push({ kind: 'file', id: path, name: entry.name, path, entry, ...placed });
  }

  function addUnit(folder: string, unit: Unit, placed: Omit<Placed, 'id'>): void {
    const path = joinPath(folder, unit.base);
    const id = `unit:${path}`;
    const open = state.expanded.has(id);
    if (state.edit?.kind === 'rename' && state.edit.path === id) addInput(state.edit, placed.level, unit.base);
    else rows.push({ kind: 'unit', id, name: unit.base, path, open, unit, paths: unit.files.map((file) => joinPath(folder, file.name)), ...placed });
    if (!open) return;
    for (const [index, file] of unit.files.entries()) {
      addFile(joinPath(folder, file.name), fileEntry(file.name), { level: placed.level + 1, position: index + 1, siblings: unit.files.length });
    }
  }

  function addFolder(path: string, entry: Entry, placed: Omit<Placed, 'id'>): void {
    const open = state.expanded.has(path);
    const unit = options.groupPages ? (entry.unit ?? null) : null;
    if (state.edit?.kind === 'rename' && state.edit.path === path) addInput(state.edit, placed.level, entry.name);
    else rows.push({ kind: 'folder', id: path, name: entry.name, path, open, entry, unit, ...placed });
    if (open) addChildren(path, placed.level + 1, unit !== null);
  }

  function addChildren(folder: string, level: number, insideUnit: boolean): void {
    const listing = state.listings[folder];
    const edit = state.edit;
    if (edit && edit.kind !== 'rename' && edit.parent === folder) addInput(edit, level, '');
    if (listing === undefined) return;
    const nodes = nodesOf(listing, options, insideUnit);
    nodes.forEach((node, index) => {
      const placed = { level, position: index + 1, siblings: nodes.length };
      if (node.kind === 'unit') addUnit(folder, node.unit, placed);
      else if (node.entry.kind === 'folder') addFolder(joinPath(folder, node.entry.name), node.entry, placed);
      else addFile(joinPath(folder, node.entry.name), node.entry, placed);
    });
  }

  addChildren('', 1, false);
  return rows;
}

/** By their parts, so that what is in one folder stays together whatever its name looks like. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left = '', right = ''] = [a[index], b[index]];
    if (left !== right) return collator.compare(left, right) || (left < right ? -1 : 1);
  }
  return a.length - b.length;
}

/** Says of each row which of its siblings it is, and how many there are. */
function countSiblings(rows: readonly Row[]): Row[] {
  const counts = new Map<string, number>();
  const parents = rows.map((row) => (row.id.includes('/') ? row.id.slice(0, row.id.lastIndexOf('/')) : ''));
  const positions = parents.map((parent) => {
    const position = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, position);
    return position;
  });
  return rows.map((row, index) => ({ ...row, position: positions[index] ?? 1, siblings: counts.get(parents[index] ?? '') ?? 1 }));
}

/** The rows of a filtered tree: what was found, under its folders, everything unfolded. */
export function buildFilteredRows(found: QuickOpenResult): Row[] {
  const rows: Row[] = [];
  const shown = new Set<string>();
  for (const parts of found.items.map(({ path }) => path.split('/')).sort(comparePaths)) {
    for (const [index, name] of parts.entries()) {
      const path = parts.slice(0, index + 1).join('/');
      if (shown.has(path)) continue;
      shown.add(path);
      const placed = { id: path, name, path, level: index + 1, position: 1, siblings: 1 };
      if (index === parts.length - 1) rows.push({ kind: 'file', entry: fileEntry(name), ...placed });
      else rows.push({ kind: 'folder', open: true, entry: { name, kind: 'folder' }, unit: null, ...placed });
    }
  }
  return countSiblings(rows);
}

/** The files and folders on disk that a row stands for. */
export function pathsOf(row: Row): string[] {
  if (row.kind === 'input') return [];
  return row.kind === 'unit' ? row.paths : [row.path];
}
