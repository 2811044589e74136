import type { InstanceUpdate, PathKey } from '../../protocol/messages.ts';
import type { ProgramFunction, ProgramObject } from '../core/types.ts';
import { dataOf, type Instance, propsOf } from './instance.ts';

/** Changes of one instance that travel, render and are told to the program together. */
export interface Transaction {
  readonly instance: Instance;
  readonly prevData: ProgramObject;
  readonly prevProps: ProgramObject;
  /** Props it will have when the transaction is settled. */
  nextProps: ProgramObject;
  readonly update: InstanceUpdate;
  /** Paths that observers have not been told of yet. */
  touched: (readonly PathKey[])[];
  /** Every `setData` call, for the performance listener. */
  readonly calls: { at: number; paths: string[] }[];
  readonly callbacks: ProgramFunction[];
  /** How many updates caused each other to come here. */
  readonly depth: number;
  /** Made in `didUpdate` where that must not run again. */
  readonly quiet: boolean;
  bytes: number;
  /** Whether something may have another value than before; `didUpdate` is for those. */
  differs: boolean;
}

export function beginTransaction(instance: Instance, depth: number, quiet: boolean): Transaction {
  const props = propsOf(instance);
  return {
    instance,
    prevData: { ...dataOf(instance) },
    prevProps: props,
    nextProps: props,
    update: { id: instance.id, patches: [] },
    touched: [],
    calls: [],
    callbacks: [],
    depth,
    quiet,
    bytes: 0,
    differs: false,
  };
}
