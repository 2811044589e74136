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

/** The rows of a filtered tree: what was found, under its folders, everything unfolded. */
export function buildFilteredRows(found: QuickOpenResult): Row[] {
  const rows: Row[] = [];
  const shown = new Set<string>();
  for (const { path } of found.items.toSorted((a, b) => collator.compare(a.path, b.path))) {
    const parts = path.split('/');
    parts.slice(0, -1).forEach((name, index) => {
      const folder = parts.slice(0, index + 1).join('/');
      if (shown.has(folder)) return;
      shown.add(folder);
      rows.push({
        kind: 'folder',
        id: folder,
        name,
        path: folder,
        open: true,
        entry: { name, kind: 'folder' },
        unit: null,
        level: index + 1,
        position: 1,
        siblings: 1,
      });
    });
    const name = parts.at(-1) ?? path;
    rows.push({ kind: 'file', id: path, name, path, entry: fileEntry(name), level: parts.length, position: 1, siblings: 1 });
  }
  return rows;
}

/** The files and folders on disk that a row stands for. */
export function pathsOf(row: Row): string[] {
  if (row.kind === 'input') return [];
  return row.kind === 'unit' ? row.paths : [row.path];
}
