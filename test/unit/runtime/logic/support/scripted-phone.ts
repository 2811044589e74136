import { createLogic, type Logic } from '#runtime/logic/create-logic.ts';
import type { ComponentCreation, DocumentMessage, EventPayload, InstanceId, LogicMessage, PageOpening } from '#runtime/protocol/messages.ts';
import type { AppManifest } from '#shared/model/mini-program.ts';
import type { ApiError, ApiMock, PhoneReport } from '#shared/model/phone.ts';
import { sampleBoot, sampleManifest } from './samples.ts';

type Message<Type extends LogicMessage['type']> = Extract<LogicMessage, { type: Type }>;
type Report<Type extends PhoneReport['type']> = Extract<PhoneReport, { type: Type }>;

export interface ScriptedPhoneOptions {
  /** Module path → source text, as CommonJS. */
  modules: Record<string, string>;
  manifest?: Partial<AppManifest>;
  launch?: { path?: string; query?: string; scene?: string };
  storage?: Record<string, string>;
  mocks?: ApiMock[];
  tables?: Record<string, Record<string, string>>;
  /** Acknowledge renders at once; on unless a test wants to do it itself. */
  acknowledge?: boolean;
  /** Answers to calls by name; what is not here gets `{}`. Null leaves a call open. */
  answers?: Record<string, ((args: Record<string, unknown>) => unknown) | null>;
}

const parameters = ['require', 'module', 'exports', 'my', 'App', 'Page', 'Component', 'getApp', 'getCurrentPages', 'console'];

/** The logic in Node with a document that does what a test says. */
export class ScriptedPhone {
  readonly logic: Logic;
  readonly messages: LogicMessage[] = [];
  readonly #options: ScriptedPhoneOptions;
  readonly #timers = new Map<number, { run: () => void; ms: number; interval: boolean }>();
  #modules: Record<string, string>;
  #lastTimer = 0;
  #lastComponent = 1_000_000;
  #evaluation = '';

  constructor(options: ScriptedPhoneOptions) {
    this.#options = options;
    this.#modules = options.modules;
    this.logic = createLogic({
      send: (message) => this.#take(structuredClone(message)),
      setTimeout: (run, ms) => this.#addTimer(run, ms, false),
      setInterval: (run, ms) => this.#addTimer(run, ms, true),
      clearTimeout: (handle) => void this.#timers.delete(handle),
      clearInterval: (handle) => void this.#timers.delete(handle),
      importScript: (url) => this.#importScript(url),
      measureText: (text) => text.length * 6,
    });
  }

  #addTimer(run: () => void, ms: number, interval: boolean): number {
    this.#timers.set(++this.#lastTimer, { run, ms, interval });
    return this.#lastTimer;
  }

  /** Fires every timer that waits now, the shortest first. */
  async fireTimers(): Promise<void> {
    for (const [handle, timer] of [...this.#timers].sort(([, left], [, right]) => left.ms - right.ms)) {
      if (!this.#timers.has(handle)) continue;
      if (!timer.interval) this.#timers.delete(handle);
      timer.run();
    }
    await this.settle();
  }

  #importScript(url: string): void {
    if (url.startsWith('/app/evaluate/')) {
      this.logic.defineEvaluation(new Function('my', 'getApp', 'getCurrentPages', 'console', 'require', `return (${this.#evaluation});`));
      return;
    }
    for (const [path, source] of Object.entries(this.#modules)) this.logic.defineModule(path, this.#factory(source), this.#options.tables?.[path] ?? {});
  }

  /** A module as the compiler writes it, with the worker's globals as further parameters. */
  #factory(source: string): (...args: unknown[]) => unknown {
    const holder: object = Object.defineProperties({}, this.logic.globals);
    const run = new Function('$globals', ...parameters, `with ($globals) { return (function () { "use strict";\n${source}\n}).call(this); }`);
    return function (this: unknown, ...args: unknown[]) {
      return run.call(this, holder, ...args);
    };
  }

  #take(message: LogicMessage): void {
    this.messages.push(message);
    if (message.type === 'call') setImmediate(() => this.#answer(message));
    if (this.#options.acknowledge === false) return;
    if (message.type === 'open-page') setImmediate(() => this.receive({ type: 'page-rendered', id: message.page.id }));
    if (message.type === 'update') setImmediate(() => this.receive({ type: 'rendered', seq: message.seq, ms: 1 }));
  }

  #answer({ callId, api, args }: Message<'call'>): void {
    const answer = this.#options.answers?.[api];
    if (answer === null) return;
    try {
      this.receive({ type: 'result', callId, ok: true, value: answer?.(args as Record<string, unknown>) ?? {} });
    } catch (error) {
      this.receive({ type: 'result', callId, ok: false, error: error as ApiError });
    }
  }

  receive(message: DocumentMessage): void {
    this.logic.receive(structuredClone(message));
  }

  /** Boots and waits until nothing happens any more. */
  async boot(): Promise<this> {
    const { manifest, launch, storage, mocks } = this.#options;
    this.receive(sampleBoot({ manifest: sampleManifest(this.#modules, manifest), launch, storage, mocks }));
    await this.settle();
    return this;
  }

  /** Lets what is under way come to its end. The document's answers arrive in turns of their own, as messages do. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  sent<Type extends LogicMessage['type']>(type: Type): Message<Type>[] {
    return this.messages.filter((message): message is Message<Type> => message.type === type);
  }

  reports<Type extends PhoneReport['type']>(type: Type): Report<Type>[] {
    return this.sent('report')
      .flatMap(({ reports }) => reports)
      .filter((report): report is Report<Type> => report.type === type);
  }

  /** Texts of the program's console lines, in order. */
  get lines(): string[] {
    return this.reports('console').map(({ text }) => text);
  }

  get errors(): string[] {
    return this.reports('console')
      .filter(({ level }) => level === 'error')
      .map(({ text }) => text);
  }

  get pages(): PageOpening[] {
    return this.sent('open-page').map(({ page }) => page);
  }

  /** Routes of the stack that was sent last. */
  get stack(): string[] {
    const ids = this.sent('stack').at(-1)?.pages ?? [];
    return ids.map((id) => this.pages.find((page) => page.id === id)?.route ?? '?');
  }

  get topId(): InstanceId {
    return this.sent('stack').at(-1)?.pages.at(-1) ?? 0;
  }

  /** Lets a handler of a page or component run, as a tap would. */
  async tap(method: string, id = this.topId, payload: Partial<EventPayload> = {}): Promise<void> {
    const target = { id: '', tagName: 'view', dataset: {} };
    this.receive({ type: 'event', id, method, event: { type: 'tap', timeStamp: 0, target, currentTarget: target, detail: {}, ...payload } });
    await this.settle();
  }

  /** Creates components in one pass and, unless told otherwise, mounts them, the last first. Returns their ids. */
  async create(creations: Partial<ComponentCreation>[], mount = true): Promise<InstanceId[]> {
    const components = creations.map((creation) => this.#complete(creation));
    this.receive({ type: 'create-components', components });
    const ids = components.map(({ id }) => id);
    if (mount) this.receive({ type: 'mounted', ids: [...ids].reverse() });
    await this.settle();
    return ids;
  }

  #complete(creation: Partial<ComponentCreation>): ComponentCreation {
    const page = creation.page ?? this.topId;
    const owner = creation.owner ?? page;
    const defaults = { id: ++this.#lastComponent, path: '', page, owner, parent: owner, props: {}, elementId: '', className: '', dataset: {} };
    return { ...defaults, ...creation };
  }

  /** Takes new source for some modules, as a saved file does. */
  async update(modules: Record<string, string>): Promise<void> {
    this.#modules = { ...this.#modules, ...modules };
    const manifest = sampleManifest(this.#modules, this.#options.manifest);
    this.receive({ type: 'update-logic', manifest, logicUrl: '/app/logic.js?v=2', modules: Object.keys(modules) });
    await this.settle();
  }

  async ask(question: Extract<DocumentMessage, { type: 'ask' }>['question']): Promise<Message<'answer'>> {
    const requestId = 1000 + this.messages.length;
    this.receive({ type: 'ask', requestId, question });
    await this.settle();
    const answer = this.sent('answer').find((message) => message.requestId === requestId);
    if (!answer) throw new Error('The question was not answered');
    return answer;
  }

  /** Value of an expression in the worker. */
  async evaluate(expression: string): Promise<unknown> {
    this.#evaluation = expression;
    const { ok, value } = await this.ask({ kind: 'evaluate', url: '/app/evaluate/1.js' });
    if (!ok) throw new Error(String(value));
    return value;
  }
}

export function startPhone(options: ScriptedPhoneOptions): Promise<ScriptedPhone> {
  return new ScriptedPhone(options).boot();
}
