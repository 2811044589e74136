import { anchor, type Block, insertBefore } from './block.ts';
import { addPart, build, currentHost, type Part } from './building.ts';
import { type Change, type ChangeMap, isContainer } from './changes.ts';
import type { Instance } from './instance.ts';
import { longestIncreasing } from './longest-increasing.ts';
import { assignKeys, itemsOf, Row, settle } from './row.ts';

type RowFactory = (parent: Node, row: Row) => Block;

/** The place of an `a:for`: its rows stand before the anchor. */
export class List implements Part {
  readonly end: Comment;
  private rows: Row[] = [];
  private readonly factory: RowFactory;
  private readonly keyOf: ((row: Row) => unknown) | null;
  private readonly host: Instance | null;

  constructor(parent: Node, factory: RowFactory, keyOf: ((row: Row) => unknown) | null) {
    this.end = anchor(parent);
    this.factory = factory;
    this.keyOf = keyOf;
    this.host = currentHost();
    addPart(this);
  }

  /**
   * @param change what changed in the list
   * @param outer whether something else that rows show was touched
   */
  run(list: unknown, change: Change, outer: boolean): void {
    if (change === undefined && !outer) return;
    const { items, names } = itemsOf(list);
    if (change !== true && !outer && !names && this.updateTouched(items, change)) return;
    if (change === undefined && items.length === this.rows.length) this.updateAll();
    else this.reconcile(items, names, change, outer);
  }

  dispose(): void {
    for (const row of this.rows) row.block?.dispose();
  }

  collect(ids: number[]): void {
    for (const row of this.rows) row.block?.collect(ids);
  }

  /** Updates only the rows that were touched. False when rows may have come, gone or moved. */
  private updateTouched(items: readonly unknown[], change: ChangeMap | undefined): boolean {
    if (!change || items.length !== this.rows.length || change.length !== undefined) return false;
    const keys = Object.keys(change);
    for (const key of keys) {
      const row = this.rows[Number(key)];
      if (!row || (this.keyOf && this.keyOf(new Row(items[Number(key)], row.index)) !== row.key)) return false;
    }
    for (const key of keys) {
      const row = this.rows[Number(key)];
      if (row) assign(row, items[Number(key)], row.index, change[key]);
    }
    for (const key of keys) this.rows[Number(key)]?.block?.update?.(false);
    for (const key of keys) settle(this.rows[Number(key)]);
    return true;
  }

  private updateAll(): void {
    for (const row of this.rows) row.block?.update?.(false);
  }

  private reconcile(items: readonly unknown[], names: readonly string[] | null, change: Change, outer: boolean): void {
    // Not `map`, which skips the holes of an array.
    const next = Array.from(items, (value, at) => new Row(value, names?.[at] ?? at));
    if (this.keyOf) assignKeys(next, this.keyOf);
    else for (const [at, row] of next.entries()) row.key = at;
    const old = this.rows;
    const shared = Math.min(old.length, next.length);
    let start = 0;
    while (start < shared && sameKey(old[start], next[start])) start++;
    let oldEnd = old.length;
    let nextEnd = next.length;
    while (oldEnd > start && nextEnd > start && sameKey(old[oldEnd - 1], next[nextEnd - 1])) {
      oldEnd--;
      nextEnd--;
    }
    const sources = this.match(next, { start, oldEnd, nextEnd });
    this.rows = next.map((row, at) => {
      const source = at < start ? at : at >= nextEnd ? at - nextEnd + oldEnd : (sources[at - start] ?? -1);
      const kept = old[source];
      return kept ? keep(kept, row, change) : row;
    });
    for (const row of this.rows) refresh(row, outer);
    this.place(start, nextEnd, sources);
  }

  /** For the rows between the unchanged ends, which old row each continues (-1: none); the others are removed. */
  private match(next: readonly Row[], { start, oldEnd, nextEnd }: { start: number; oldEnd: number; nextEnd: number }): Int32Array {
    const sources = new Int32Array(nextEnd - start).fill(-1);
    const wanted = new Map<unknown, number>();
    for (let at = start; at < nextEnd; at++) wanted.set(next[at]?.key, at);
    for (let at = start; at < oldEnd; at++) {
      const row = this.rows[at];
      const target = wanted.get(row?.key);
      if (target === undefined) row?.block?.remove();
      else sources[target - start] = at;
    }
    return sources;
  }

  /** Creates the new rows and moves the others, last first. */
  private place(start: number, nextEnd: number, sources: Int32Array): void {
    if (sources.length === 0) return;
    const staying = longestIncreasing(sources);
    let stay = staying.length - 1;
    for (let at = nextEnd - 1; at >= start; ) {
      if (sources[at - start] === -1) {
        at = this.createRun(at, start, sources);
      } else {
        if (staying[stay] === at - start) stay--;
        else this.move(at);
        at--;
      }
    }
  }

  /** Creates the row at `to` and the new ones right before it in one go; returns the index before them. */
  private createRun(to: number, start: number, sources: Int32Array): number {
    let from = to;
    while (from > start && sources[from - 1 - start] === -1) from--;
    insertBefore(this.rows[to + 1]?.block?.first ?? this.end, (parent) => {
      for (let at = from; at <= to; at++) {
        const row = this.rows[at];
        if (row) row.block = build((into) => this.factory(into, row), parent, this.host);
        settle(row);
      }
    });
    return from - 1;
  }

  private move(at: number): void {
    const block = this.rows[at]?.block;
    block?.moveBefore(this.rows[at + 1]?.block?.first ?? this.end);
    if (block?.parts) this.host?.page.moved(block);
  }
}

function sameKey(one: Row | undefined, other: Row | undefined): boolean {
  return Object.is(one?.key, other?.key);
}

function assign(row: Row, value: unknown, index: number | string, change: Change): void {
  row.change = change === true && !isContainer(value) && value === row.value ? undefined : change;
  row.indexChange = index === row.index ? undefined : true;
  row.value = value;
  row.index = index;
}

/** An old row with the item it stands for now. */
function keep(row: Row, next: Row, change: Change): Row {
  const own = change === true || change === undefined ? change : change[next.index];
  assign(row, next.value, next.index, next.value === row.value ? own : true);
  row.key = next.key;
  return row;
}

/** Updates a row that has been kept. */
function refresh(row: Row, outer: boolean): void {
  if (!row.block) return;
  if (outer || row.change !== undefined || row.indexChange !== undefined) row.block.update?.(false);
  settle(row);
}
