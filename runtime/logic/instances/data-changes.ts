import type { Patch } from '../../protocol/messages.ts';
import { now } from '../core/intrinsics.ts';
import type { Reporter } from '../core/reporter.ts';
import { isObject, type ProgramObject } from '../core/types.ts';
import type { Watchdog } from '../core/watchdog.ts';
import { parseDataPath, setAt, valueAt } from '../values/data-path.ts';
import { isSameData } from '../values/same-data.ts';
import { type Transfer, TransferTooLarge, toTransferable } from '../values/transferable.ts';
import { dataOf, type Instance } from './instance.ts';
import type { Transaction } from './transaction.ts';

const maximumBytes = 20 * 1024 * 1024;

/** Carries out `setData` and `$spliceData` on the logic side and writes down what the view has to do. */
export class DataChanges {
  readonly #reporter: Reporter;
  readonly #watchdog: Watchdog;
  readonly #warned = new Set<string>();

  constructor(reporter: Reporter, watchdog: Watchdog) {
    this.#reporter = reporter;
    this.#watchdog = watchdog;
  }

  set(transaction: Transaction, changes: ProgramObject): void {
    const { instance } = transaction;
    const paths = Object.keys(changes);
    transaction.calls.push({ at: now(), paths });
    for (const key of paths) {
      const value = changes[key];
      if (value === undefined) {
        this.#warnOnce(instance, key, `setData ignores "${key}", because its value is undefined`);
        continue;
      }
      const path = parseDataPath(key);
      if (path.length === 0) continue;
      const data = dataOf(instance);
      transaction.differs ||= makesDifference(transaction, valueAt(data, path), value);
      setAt(data, path, value);
      const transfer = this.transfer(instance, value, key);
      this.#push(transaction, { path: [...path], value: transfer.value }, transfer);
    }
  }

  splice(transaction: Transaction, changes: ProgramObject): void {
    const { instance } = transaction;
    transaction.calls.push({ at: now(), paths: Object.keys(changes) });
    transaction.differs = true;
    for (const key of Object.keys(changes)) {
      const spec = changes[key];
      if (!Array.isArray(spec)) {
        this.#warnOnce(instance, key, `$spliceData ignores "${key}", because its value is not an array [start, deleteCount, ...items]`);
        continue;
      }
      const path = parseDataPath(key);
      const [start, deleteCount, ...items] = spec as [unknown, unknown, ...unknown[]];
      const before = valueAt(dataOf(instance), path);
      const after: unknown[] = Array.isArray(before) ? [...before] : [];
      after.splice(Number(start) || 0, Number(deleteCount) || 0, ...items);
      setAt(dataOf(instance), path, after);
      const transfer = this.transfer(instance, items, key);
      const sent = transfer.value as unknown[];
      this.#push(transaction, { path: [...path], splice: [Number(start) || 0, Number(deleteCount) || 0, ...sent] }, transfer);
    }
  }

  /** A copy for the view; what cannot cross is said once per place, too much of it ends the program. */
  transfer(instance: Instance, value: unknown, key: string): Transfer {
    try {
      const transfer = toTransferable(value, { maximumBytes });
      for (const dropped of transfer.dropped) {
        this.#warnOnce(instance, `${key}:${dropped}`, `setData leaves out what is not JSON: ${key === '' ? '' : `${key}: `}${dropped}`);
      }
      return transfer;
    } catch (error) {
      if (error instanceof TransferTooLarge) {
        this.#watchdog.stop(
          'too-much-data',
          `${instance.name}: ${key === '' ? 'its data' : `setData of "${key}"`} is more than ${maximumBytes / 1024 / 1024} MB`,
        );
      }
      throw error;
    }
  }

  #push(transaction: Transaction, patch: Patch, { value, bytes }: Transfer): void {
    transaction.touched.push(patch.path);
    transaction.bytes += bytes;
    if (transaction.bytes > maximumBytes) {
      const total = `${Math.round(transaction.bytes / 1024 / 1024)} MB`;
      this.#watchdog.stop('too-much-data', `${transaction.instance.name}: setData sends ${total} at once`);
    }
    if (value !== undefined) transaction.update.patches.push(patch);
  }

  #warnOnce(instance: Instance, key: string, text: string): void {
    const id = `${instance.name} ${key}`;
    if (this.#warned.has(id)) return;
    this.#warned.add(id);
    this.#reporter.system('warn', `${instance.name}: ${text}`);
  }
}

/**
 * Whether `setData` of a value is a change that `didUpdate` is told of. An object or array may have been changed in place,
 * and is one; but not in what `didUpdate` itself does, which would never end.
 */
function makesDifference({ depth }: Transaction, before: unknown, value: unknown): boolean {
  if (depth === 1 && isObject(value)) return true;
  return !isSameData(before, value);
}

export function isDataChange(value: unknown): value is ProgramObject {
  return isObject(value) && !Array.isArray(value);
}
