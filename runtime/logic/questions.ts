import type { LogicQuestion } from '../protocol/messages.ts';
import type { LogicPlatform } from './core/platform.ts';
import { functionOf, isFunction, isObject, type ProgramFunction, type ProgramObject } from './core/types.ts';
import { dataOf, type Instance, propsOf } from './instances/instance.ts';
import type { InstanceStore } from './instances/instance-store.ts';
import type { Updates } from './instances/updates.ts';
import type { ProgramStorage } from './my/program-storage.ts';
import { previewOf } from './values/preview.ts';
import { toTransferable } from './values/transferable.ts';

export interface QuestionsDependencies {
  platform: LogicPlatform;
  store: InstanceStore;
  updates: Updates;
  storage: ProgramStorage;
  app(): ProgramObject | undefined;
  /** `my, getApp, getCurrentPages, console, require` of an evaluation. */
  evaluationScope(): unknown[];
  storageChanged(key: string | null): void;
}

/** One page or component as panels see it. */
interface InstanceReport {
  id: number;
  kind: 'page' | 'component';
  name: string;
  page: number;
  query?: Record<string, string>;
  data: unknown;
  props: unknown;
}

function reportOf(instance: Instance): InstanceReport {
  const { id, kind, name } = instance;
  const common = { id, kind, name, data: toTransferable(dataOf(instance)).value ?? {}, props: previewOf(propsOf(instance)) };
  return instance.kind === 'page' ? { ...common, page: id, query: instance.query } : { ...common, page: instance.page.id };
}

/** Answers what panels and `inspect` ask of the logic. */
export class Questions {
  readonly #dependencies: QuestionsDependencies;
  #evaluation: ProgramFunction | null = null;

  constructor(dependencies: QuestionsDependencies) {
    this.#dependencies = dependencies;
  }

  /** `defineEvaluation` of the script that `evaluate` imports. */
  defineEvaluation(run: unknown): void {
    this.#evaluation = isFunction(run) ? run : null;
  }

  /** Throws when the question cannot be answered; the message says why. */
  async answer(question: LogicQuestion): Promise<unknown> {
    const { store, storage } = this.#dependencies;
    switch (question.kind) {
      case 'data':
        return store.all().map(reportOf);
      case 'set-data':
        return this.#setData(question.instanceId, question.data);
      case 'evaluate':
        return this.#evaluate(question.url);
      case 'share':
        return this.#share(question.instanceId, question.options);
      case 'storage':
        return storage.all();
      case 'storage-set':
        JSON.parse(question.value);
        storage.setText(question.key, question.value);
        return this.#dependencies.storageChanged(question.key);
      case 'storage-remove':
        if (question.key === null) storage.clear();
        else storage.remove(question.key);
        return this.#dependencies.storageChanged(question.key);
    }
  }

  #setData(id: number, data: ProgramObject): void {
    const instance = this.#dependencies.store.get(id);
    if (instance === null) throw new Error(`There is no page or component ${id}`);
    this.#dependencies.updates.setData(instance, data);
  }

  async #evaluate(url: string): Promise<unknown> {
    this.#evaluation = null;
    this.#dependencies.platform.importScript(url);
    const run = this.#evaluation as ProgramFunction | null;
    this.#evaluation = null;
    if (run === null) throw new Error('The script did not define an evaluation');
    // What is awaited in the console is shown when it is there.
    return previewOf(await run.apply(undefined, this.#dependencies.evaluationScope()));
  }

  async #share(id: number, options: unknown): Promise<unknown> {
    const page = this.#dependencies.store.page(id);
    const own = page === null ? null : functionOf(page.self, 'onShareAppMessage');
    const app = this.#dependencies.app();
    const general = functionOf(app, 'onShareAppMessage');
    const shared: unknown = await (own ? own.call(page?.self, options) : general?.call(app, options));
    return isObject(shared) ? toTransferable(shared).value : null;
  }
}
