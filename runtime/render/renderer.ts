import type { AppManifest } from '#shared/model/mini-program.ts';
import type { BuiltInFactory, PhoneServices } from '../components/built-in.ts';
import { type ComponentScope, type DocumentMessage, firstComponentId, type InstanceId, type LogicMessage, type PageOpening } from '../protocol/messages.ts';
import { TooManyNodes } from './building.ts';
import { sendClonable } from './clonable.ts';
import type { RenderEnvironment } from './environment.ts';
import { renderAgain } from './hot-update.ts';
import type { Instance } from './instance.ts';
import { createKit } from './kit.ts';
import { originLoader, type RenderLoader } from './loader.ts';
import { mountOrder } from './mount-order.ts';
import { PageRoot } from './page-root.ts';
import { maximumNodes, RenderPass } from './render-pass.ts';
import { Resources } from './resources.ts';
import { StyleSheets, styleIdsOf } from './style-sheets.ts';
import { type Transaction, Transactions } from './transactions.ts';
import { ViewRegistry } from './view-registry.ts';

export interface RendererOptions {
  manifest: AppManifest;
  /** Pages are put in here, on top of each other. */
  container: Element;
  builtIns: Readonly<Record<string, BuiltInFactory>>;
  /** CSS of the built-in components. */
  baseStyle: string;
  phone: PhoneServices;
  send(message: DocumentMessage): void;
  resourceUrl(address: string, base: string): string;
  /** An expression, handler or built-in failed, or a view could not be loaded. */
  onError(error: unknown, instance: Instance | null): void;
  /** Pages were opened, arranged or taken away; later than the message when something had to be loaded. */
  pagesChanged?(): void;
  /** `console.log` of SJS modules. */
  log?(args: unknown[]): void;
  loader?: RenderLoader;
}

/** The messages that are the renderer's. */
export type RenderMessage = Extract<LogicMessage, { type: 'open-page' | 'stack' | 'update' | 'component-scopes' }>;

export function isRenderMessage(message: LogicMessage): message is RenderMessage {
  return message.type === 'open-page' || message.type === 'stack' || message.type === 'update' || message.type === 'component-scopes';
}

/** Draws the pages of one phone: takes what the logic says and tells it what became of it. */
export class Renderer {
  readonly environment: RenderEnvironment;
  readonly views: ViewRegistry;
  readonly styles: StyleSheets;
  readonly resources: Resources;
  /** Bottom to top, as the logic last said. */
  stack: readonly InstanceId[] = [];
  private readonly pages = new Map<InstanceId, PageRoot>();
  private readonly options: RendererOptions;
  private readonly transactions = new Transactions();
  private readonly mounted = new Set<InstanceId>();
  /** Messages that wait until views are loaded. */
  private readonly queue: RenderMessage[] = [];
  private loading = false;
  private lastId: number = firstComponentId;
  /** Elements made since they were last counted. */
  private madeSince = 0;

  constructor(options: RendererOptions) {
    this.options = options;
    this.styles = new StyleSheets(options.baseStyle);
    const { manifest, builtIns, phone, resourceUrl, onError, log = () => undefined } = options;
    this.views = new ViewRegistry(
      () => kit,
      (error) => onError(error, null),
    );
    const kit = createKit((id) => this.views.module(id), log);
    this.resources = new Resources(this.views, this.styles, options.loader ?? originLoader);
    this.environment = {
      ...{ manifest, builtIns, phone, resourceUrl, onError, views: this.views },
      pass: new RenderPass(),
      instances: new Map(),
      send: (message) => sendClonable(message, options.send),
      nextComponentId: () => this.lastId++,
    };
  }

  /** The shown page. */
  get top(): PageRoot | undefined {
    return this.pages.get(this.stack.at(-1) ?? -1);
  }

  get allPages(): Iterable<PageRoot> {
    return this.pages.values();
  }

  page(id: InstanceId): PageRoot | undefined {
    return this.pages.get(id);
  }

  /** Loads what a page needs ahead of time. */
  preload(path: string): Promise<void> {
    return this.resources.load(this.environment.manifest, path);
  }

  /** Handles one message; at once when everything it needs is loaded. */
  receive(message: RenderMessage): void {
    this.queue.push(message);
    this.work();
  }

  private work(): void {
    while (!this.loading) {
      const [message] = this.queue;
      if (!message) return;
      const missing = this.pathsOf(message).find((path) => this.resources.isMissing(this.environment.manifest, path));
      if (missing !== undefined) return this.loadThenWork(missing);
      this.queue.shift();
      this.handle(message);
    }
  }

  /** Units that have to be loaded before the message. */
  private pathsOf(message: RenderMessage): string[] {
    if (message.type === 'open-page') return [`/${message.page.route}`];
    if (message.type !== 'component-scopes') return [];
    return message.scopes.flatMap(({ id }) => this.environment.instances.get(id)?.unit.path ?? []);
  }

  private loadThenWork(path: string): void {
    this.loading = true;
    const resume = () => {
      this.loading = false;
      this.work();
    };
    this.preload(path).then(resume, (error: unknown) => {
      this.options.onError(error, null);
      resume();
    });
  }

  private handle(message: RenderMessage): void {
    switch (message.type) {
      case 'open-page':
        this.open(message.page);
        return this.options.pagesChanged?.();
      case 'stack':
        this.arrange(message.pages, message.kept);
        return this.options.pagesChanged?.();
      case 'update':
        return this.update(message);
      case 'component-scopes':
        return this.renderComponents(message.scopes);
    }
  }

  private open(opening: PageOpening): void {
    const { environment } = this;
    const path = `/${opening.route}`;
    const unit = Object.hasOwn(environment.manifest.units, path) ? environment.manifest.units[path] : undefined;
    if (!unit) return this.options.onError(new Error(`there is no page ${opening.route}`), null);
    const page = new PageRoot(environment, opening, unit);
    this.pages.set(opening.id, page);
    this.adoptStyles(page);
    const done = () => {
      if (this.pages.has(opening.id)) environment.send({ type: 'page-rendered', id: opening.id });
    };
    this.perform(this.transaction(done), [], () => {
      page.render();
      this.options.container.append(page.element);
    });
  }

  adoptStyles(page: PageRoot): void {
    this.styles.adopt(page.root, styleIdsOf(this.environment.manifest, page.instance.unit.path));
  }

  private arrange(stack: readonly InstanceId[], kept: readonly InstanceId[]): void {
    this.stack = stack;
    this.perform(null, [], () => {
      for (const [id, page] of this.pages) {
        if (stack.includes(id) || kept.includes(id)) continue;
        page.remove();
        this.pages.delete(id);
      }
    });
    for (const [id, page] of this.pages) page.show(id === stack.at(-1));
  }

  private update({ seq, updates }: Extract<RenderMessage, { type: 'update' }>): void {
    const { instances } = this.environment;
    const startedAt = performance.now();
    const transaction = this.transaction(() => this.environment.send({ type: 'rendered', seq, ms: performance.now() - startedAt }));
    const answered = updates.filter(({ props }) => props !== undefined).map(({ id }) => `props ${id}` as const);
    this.perform(transaction, answered, () => {
      const touched = new Set<Instance>();
      for (const update of updates) {
        const instance = instances.get(update.id);
        instance?.apply(update);
        if (instance) touched.add(instance);
      }
      for (const instance of touched) if (instances.has(instance.id)) instance.commit();
    });
  }

  private renderComponents(scopes: readonly ComponentScope[]): void {
    const answered = scopes.map(({ id }) => `create ${id}` as const);
    this.perform(null, answered, () => {
      for (const { id, props, data, externalClasses } of scopes) {
        const instance = this.environment.instances.get(id);
        instance?.initialise(props, data, externalClasses);
        instance?.place?.render();
      }
    });
  }

  /** Something that ends when all that follows from it is in the DOM; new components are told as mounted first. */
  private transaction(done: () => void): Transaction {
    const created = new Set<InstanceId>();
    return {
      created,
      waiting: 0,
      done: () => {
        const ids = mountOrder(created, this.environment.instances).filter((id) => !this.mounted.has(id));
        for (const id of ids) this.mounted.add(id);
        if (ids.length > 0) this.environment.send({ type: 'mounted', ids });
        done();
      },
    };
  }

  /** Replaces style sheets in place. */
  async replaceStyles(manifest: AppManifest, ids: readonly string[]): Promise<void> {
    await this.resources.reloadStyles(ids);
    await this.takeManifest(manifest);
  }

  /** Takes new templates; pages and components that use them are rendered again with the data they have. */
  async replaceViews(manifest: AppManifest, ids: readonly string[]): Promise<void> {
    await this.resources.reloadViews(ids);
    await this.takeManifest(manifest);
    for (const page of this.pages.values()) this.perform(null, [], () => renderAgain(page));
  }

  /** Goes over to a newer manifest; what its pages need in addition is loaded. */
  async takeManifest(manifest: AppManifest): Promise<void> {
    const { environment } = this;
    environment.manifest = manifest;
    this.resources.retry();
    for (const instance of environment.instances.values()) instance.unit = manifest.units[instance.unit.path] ?? instance.unit;
    await Promise.all([...this.pages.values()].map((page) => this.resources.load(manifest, page.instance.unit.path)));
    for (const page of this.pages.values()) this.adoptStyles(page);
  }

  /** Runs one render and tells the logic what it led to. */
  perform(transaction: Transaction | null, answered: Parameters<Transactions['run']>[1], work: () => void): void {
    this.transactions.run(transaction, answered, () => {
      try {
        work();
      } catch (error) {
        this.options.onError(error, null);
      }
      this.finishPass();
    });
  }

  /** Elements on all pages. */
  nodeCount(): number {
    let count = 0;
    for (const page of this.pages.values()) count += page.content.getElementsByTagName('*').length;
    return count;
  }

  /** Says when all renders together have made more than a phone can hold. */
  private watchSize(made: number): void {
    this.madeSince += made;
    if (this.madeSince < maximumNodes / 20) return;
    this.madeSince = 0;
    const count = this.nodeCount();
    if (count > maximumNodes) this.options.onError(new TooManyNodes(`${count} elements`), null);
  }

  private finishPass(): void {
    const { pass, send } = this.environment;
    pass.settle((error) => this.options.onError(error, null));
    const { created, changed, unmounted, moved } = pass;
    this.watchSize(pass.nodes);
    pass.reset();
    for (const id of unmounted) {
      this.mounted.delete(id);
      this.transactions.forget(id);
    }
    if (unmounted.length > 0) send({ type: 'unmounted', ids: unmounted });
    if (created.size > 0) {
      for (const id of created.keys()) {
        this.transactions.create(id);
        this.transactions.ask(`create ${id}`);
      }
      send({ type: 'create-components', components: [...created.values()].flatMap((place) => (place.instance ? [place.creation(place.instance)] : [])) });
    }
    const changes = [...changed].flatMap((place) => place.takeChanges() ?? []);
    for (const { id } of changes) this.transactions.ask(`props ${id}`);
    if (changes.length > 0) send({ type: 'update-props', changes });
    if (moved.size > 0) send({ type: 'moved', ids: [...moved] });
  }
}
