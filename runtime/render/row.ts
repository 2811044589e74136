import type { Block } from './block.ts';
import type { Change } from './changes.ts';

/** One turn of an `a:for`; generated code reads its fields. */
export class Row {
  value: unknown;
  index: number | string;
  change: Change = true;
  indexChange: Change = true;
  key: unknown = undefined;
  /** Null until it is rendered. */
  block: Block | null = null;

  constructor(value: unknown, index: number | string) {
    this.value = value;
    this.index = index;
  }
}

/** More rows than any phone can show. */
const maximumRows = 100_001;

/** What an `a:for` goes through: an array, the values of an object, the characters of a text, or as many numbers as a number says. */
export function itemsOf(list: unknown): { items: readonly unknown[]; names: readonly string[] | null } {
  if (Array.isArray(list)) return { items: list.length > maximumRows ? list.slice(0, maximumRows) : list, names: null };
  if (typeof list === 'string') return { items: [...list], names: null };
  if (typeof list === 'number') return { items: Array.from({ length: Math.max(0, Math.min(Math.floor(list) || 0, maximumRows)) }, (_, at) => at), names: null };
  if (typeof list !== 'object' || list === null) return { items: [], names: null };
  return { items: Object.values(list), names: Object.keys(list) };
}

/** Gives rows their keys. Keys that come twice are told apart by how often they came before. */
export function assignKeys(rows: readonly Row[], keyOf: (row: Row) => unknown): void {
  const seen = new Map<unknown, number>();
  for (const row of rows) {
    const key = keyOf(row) ?? row.index;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    row.key = before === 0 ? key : `${typeof key} ${String(key)} ${before}`;
  }
}

/** After a row was rendered nothing in it counts as changed any more. */
export function settle(row: Row | undefined): void {
  if (!row) return;
  row.change = undefined;
  row.indexChange = undefined;
}
