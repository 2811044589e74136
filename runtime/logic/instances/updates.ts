import type { LogicMessage } from '../../protocol/messages.ts';
import { now } from '../core/intrinsics.ts';
import type { ProgramErrors } from '../core/program-errors.ts';
import { isFunction, type ProgramFunction, type ProgramObject } from '../core/types.ts';
import { isTouched, observedValues } from '../units/observers.ts';
import { type DataChanges, isDataChange } from './data-changes.ts';
import { dataOf, type Instance, propsOf } from './instance.ts';
import { beginTransaction, type Transaction } from './transaction.ts';

interface Sent {
  transactions: Transaction[];
  startedAt: number;
}

export interface UpdatesDependencies {
  send(message: LogicMessage): void;
  errors: ProgramErrors;
  changes: DataChanges;
  /** `component2` of the project. */
  component2(): boolean;
}

const maximumDepth = 100;
const maximumObserverRounds = 100;

/**
 * Takes changes of data and props from the program to the view: changed here at once, sent as one `update` per call
 * or per batch, told to the program (`didUpdate`, callbacks) when the view has rendered them.
 */
export class Updates {
  readonly #dependencies: UpdatesDependencies;
  readonly #open = new Map<Instance, Transaction>();
  readonly #sent = new Map<number, Sent>();
  #batched: Transaction[] = [];
  #batchDepth = 0;
  #lastSeq = 0;
  /** Depth of the update whose consequences the program handles now. */
  #depth = 0;
  #quietFor: Instance | null = null;

  constructor(dependencies: UpdatesDependencies) {
    this.#dependencies = dependencies;
  }

  /** Updates the view has not acknowledged. */
  get pending(): number {
    return this.#sent.size;
  }

  setData(instance: Instance, changes: unknown, callback?: unknown): void {
    this.#change(instance, 'setData', changes, callback, (transaction, valid) => this.#dependencies.changes.set(transaction, valid));
  }

  spliceData(instance: Instance, changes: unknown, callback?: unknown): void {
    this.#change(instance, '$spliceData', changes, callback, (transaction, valid) => this.#dependencies.changes.splice(transaction, valid));
  }

  /** Everything changed in `run` is sent at once. */
  batch(run: () => void): void {
    this.#batchDepth++;
    try {
      run();
    } finally {
      if (--this.#batchDepth === 0) this.#settleAndSend(this.#batched.splice(0));
    }
  }

  /** The steps before a component's first data is taken: what they change becomes part of it. */
  create(instance: Instance, steps: () => void): void {
    const transaction = this.#begin(instance);
    steps();
    if (this.#dependencies.component2()) this.#runObservers(transaction);
    this.#close(transaction);
    instance.waiting.push(...transaction.callbacks);
  }

  /** New props from the owner; one `update` for all of them, in the order given. */
  changeProps(changes: readonly { instance: Instance; props: ProgramObject; sent: ProgramObject }[]): void {
    const transactions = changes.map(({ instance, props, sent }) => {
      const transaction = this.#open.get(instance) ?? this.#begin(instance);
      transaction.nextProps = props;
      transaction.update.props = sent;
      transaction.differs = true;
      const own = dataOf(instance);
      for (const name of Object.keys(sent)) if (!Object.hasOwn(own, name)) transaction.touched.push([name]);
      return transaction;
    });
    this.#settleAndSend(transactions);
  }

  #change(instance: Instance, call: string, changes: unknown, callback: unknown, apply: (transaction: Transaction, changes: ProgramObject) => void): void {
    if (instance.phase === 'gone') return;
    if (!isDataChange(changes)) {
      this.#dependencies.errors.fault(`${call} of ${instance.name} needs an object, not ${changes === null ? 'null' : typeof changes}`);
      return;
    }
    const collecting = this.#open.get(instance);
    const transaction = collecting ?? this.#begin(instance);
    try {
      apply(transaction, changes);
    } catch (error) {
      if (!collecting) this.#close(transaction);
      throw error;
    }
    if (isFunction(callback)) transaction.callbacks.push(callback);
    if (collecting) return;
    if (this.#batchDepth === 0) this.#settleAndSend([transaction]);
    else this.#batched.push(transaction);
  }

  #begin(instance: Instance): Transaction {
    const transaction = beginTransaction(instance, this.#depth + 1, this.#quietFor === instance);
    this.#open.set(instance, transaction);
    return transaction;
  }

  #close(transaction: Transaction): void {
    if (this.#open.get(transaction.instance) === transaction) this.#open.delete(transaction.instance);
  }

  #settleAndSend(transactions: Transaction[]): void {
    for (const transaction of transactions) this.#settle(transaction);
    const live = transactions.filter(({ instance }) => instance.phase === 'live');
    for (const { instance, callbacks } of transactions) if (instance.phase === 'creating') instance.waiting.push(...callbacks);
    if (live.length > 0) this.#send(live);
  }

  /** `deriveDataFromProps`, then observers; what they change belongs to the same update. */
  #settle(transaction: Transaction): void {
    const { instance, nextProps } = transaction;
    const { component2, errors } = this.#dependencies;
    if (instance.kind === 'component' && instance.phase === 'live' && component2()) {
      for (const derive of instance.definition.hooks.deriveDataFromProps) {
        errors.call(`deriveDataFromProps of ${instance.name}`, instance.self, derive, [nextProps]);
      }
    }
    if (instance.kind === 'component') instance.self.props = nextProps;
    if (component2() || instance.kind === 'page') this.#runObservers(transaction);
    this.#close(transaction);
  }

  #runObservers(transaction: Transaction): void {
    const { instance } = transaction;
    const { observers } = instance.definition;
    if (observers.length === 0) return;
    for (let round = 0; transaction.touched.length > 0; round++) {
      if (round === maximumObserverRounds) {
        this.#dependencies.errors.fault(`Observers of ${instance.name} change what they observe without end`);
        return;
      }
      const changed = transaction.touched;
      transaction.touched = [];
      for (const observer of observers) {
        if (!isTouched(observer, changed)) continue;
        const values = observedValues(observer, dataOf(instance), propsOf(instance));
        this.#dependencies.errors.call(`observer "${observer.key}" of ${instance.name}`, instance.self, observer.run, values);
      }
    }
  }

  #send(transactions: Transaction[]): void {
    const seq = ++this.#lastSeq;
    const startedAt = now();
    this.#sent.set(seq, { transactions, startedAt });
    const bytes = transactions.reduce((sum, transaction) => sum + transaction.bytes, 0);
    this.#dependencies.send({ type: 'update', seq, updates: transactions.map(({ update }) => update), startedAt, bytes });
  }

  /** The view has rendered an update: `didUpdate`, then `setData` callbacks. */
  rendered(seq: number): void {
    const sent = this.#sent.get(seq);
    if (!sent) return;
    this.#sent.delete(seq);
    for (const transaction of sent.transactions) this.#tellUpdated(transaction);
    for (const { instance, callbacks } of sent.transactions) this.#runCallbacks(instance, callbacks);
    for (const transaction of sent.transactions) this.#tellPerformance(transaction, seq, sent.startedAt);
  }

  #tellUpdated(transaction: Transaction): void {
    const { instance, prevProps, prevData, quiet, depth } = transaction;
    if (instance.kind !== 'component' || instance.phase !== 'live' || quiet) return;
    // Libraries set in every `didUpdate` what is there already, at once or later, and count on that coming to rest.
    if (!transaction.differs) return;
    const { component2, errors } = this.#dependencies;
    if (depth > maximumDepth) {
      errors.fault(`didUpdate of ${instance.name} has caused ${maximumDepth} updates one after another and is not called any more for this one`);
      return;
    }
    this.#within(transaction, component2() ? null : instance, () => {
      for (const didUpdate of instance.definition.hooks.didUpdate) {
        errors.call(`didUpdate of ${instance.name}`, instance.self, didUpdate, [prevProps, prevData]);
      }
      if (!component2()) this.#runLateObservers(transaction);
    });
  }

  /** Without component2 observers run after `didMount` and `didUpdate`, once. */
  #runLateObservers(transaction: Transaction): void {
    const { instance, touched } = transaction;
    for (const observer of instance.definition.observers) {
      if (!isTouched(observer, touched)) continue;
      const values = observedValues(observer, dataOf(instance), propsOf(instance));
      this.#dependencies.errors.call(`observer "${observer.key}" of ${instance.name}`, instance.self, observer.run, values);
    }
  }

  /** The instance's first render is done: callbacks of `setData` calls made before it. */
  firstRendered(instance: Instance): void {
    const callbacks = instance.waiting;
    instance.waiting = [];
    this.#runCallbacks(instance, callbacks);
  }

  #runCallbacks(instance: Instance, callbacks: readonly ProgramFunction[]): void {
    if (instance.phase === 'gone') return;
    for (const callback of callbacks) this.#dependencies.errors.call(`a setData callback of ${instance.name}`, instance.self, callback);
  }

  #within(transaction: Transaction, quietFor: Instance | null, run: () => void): void {
    const previous = { depth: this.#depth, quietFor: this.#quietFor };
    this.#depth = transaction.depth;
    this.#quietFor = quietFor;
    run();
    this.#depth = previous.depth;
    this.#quietFor = previous.quietFor;
  }

  #tellPerformance({ instance, calls }: Transaction, seq: number, startedAt: number): void {
    const { performance } = instance;
    if (performance === null || instance.phase === 'gone') return;
    const withPaths = (paths: string[]) => (performance.withDataPaths ? { dataPaths: paths } : {});
    const result = {
      updateProcessId: seq,
      isMergedUpdate: false,
      pendingStartTimestamp: calls[0]?.at ?? startedAt,
      updateStartTimestamp: startedAt,
      updateEndTimestamp: now(),
      ...withPaths(calls.flatMap(({ paths }) => paths)),
      dataList: calls.map(({ at, paths }, index) => ({ id: index + 1, pendingStartTimestamp: at, ...withPaths(paths) })),
    };
    this.#dependencies.errors.call(`the performance listener of ${instance.name}`, instance.self, performance.listener, [result]);
  }
}
