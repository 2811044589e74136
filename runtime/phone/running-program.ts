import type { AppUpdate, PhoneBoot, PhoneReport } from '#shared/model/phone.ts';
import { element } from '../chrome/element.ts';
import { baseStyle } from '../components/base-style.ts';
import { builtIns } from '../components/index.ts';
import type { LogicMessage } from '../protocol/messages.ts';
import { isRenderMessage, Renderer } from '../render/index.ts';
import { rootsOf } from '../render/selectors.ts';
import { word } from '../words.ts';
import { BackButton } from './back-button.ts';
import { documentCalls } from './document-calls.ts';
import type { EngineLink } from './engine-link.ts';
import { FindingMarks } from './finding-marks.ts';
import { LogicLink } from './logic-link.ts';
import { Highlight, Picker } from './node-details.ts';
import { PageArrivals } from './page-arrivals.ts';
import type { PageScrollEvents } from './page-scroll.ts';
import { PageScrolls } from './page-scrolls.ts';
import { PerformanceMeter } from './performance-meter.ts';
import { PersonInput } from './person-input.ts';
import { PhoneScreen, type ShownPage } from './phone-screen.ts';
import { ProgramCalls } from './program-calls.ts';
import { resourceUrl } from './resource-url.ts';
import { viewLoader } from './view-loader.ts';
import { passKeysOn } from './workbench-keys.ts';

type Message<T extends LogicMessage['type']> = Extract<LogicMessage, { type: T }>;

/** The program that runs on this phone: its pages, its worker, and the phone around them. */
export class RunningProgram {
  readonly screen: PhoneScreen;
  readonly renderer: Renderer;
  readonly logic: LogicLink;
  readonly highlight: Highlight;
  readonly picker: Picker;
  readonly person: PersonInput;
  readonly marks: FindingMarks;
  readonly backButton: BackButton;
  readonly #engine: EngineLink;
  readonly #calls: ProgramCalls;
  readonly #scrolls: PageScrolls;
  readonly #arrivals = new PageArrivals();
  readonly #meter = new PerformanceMeter(
    (measure) => this.#report(measure),
    () => this.visible?.route ?? '',
  );
  readonly #startedAt = performance.now();
  #ended = false;
  /** The page whose `onLoad` runs: its first data has not come yet. */
  #entering: string | null = null;

  constructor(boot: PhoneBoot, engine: EngineLink) {
    const { manifest, environment, showStatusBar } = boot;
    this.#engine = engine;
    this.screen = new PhoneScreen({ manifest, environment, showStatusBar, actions: this.#actions() });
    this.renderer = new Renderer({
      manifest,
      container: this.screen.viewport,
      builtIns,
      baseStyle,
      resourceUrl,
      loader: viewLoader,
      phone: {
        call: (api, args) => this.#calls.document(api, args, undefined),
        route: (api, args) => this.logic.send({ type: 'route', api, args, from: 'code' }),
        overlay: (layer) => this.screen.overlays.add(layer),
      },
      send: (message) => this.logic.send(message),
      pagesChanged: () => this.#arrange(),
      log: (values) =>
        this.#report({
          type: 'console',
          time: Date.now(),
          level: 'log',
          origin: 'program',
          text: values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' '),
          values,
        }),
      onError: (error, instance) => this.#renderFailed(error, instance?.unit.path ?? ''),
    });
    this.backButton = new BackButton({
      overlays: this.screen.overlays,
      page: () => this.visible,
      leave: () => this.logic.send({ type: 'route', api: 'navigateBack', args: { delta: 1 }, from: 'user' }),
    });
    // What the scripts of the compiler call when they are loaded.
    Object.defineProperty(globalThis, 'defineView', { value: this.renderer.views.define.bind(this.renderer.views) });
    this.#calls = new ProgramCalls({
      engine,
      calls: this.#documentCalls(engine),
      arrival: (instance) => this.#arrivals.of(instance),
      answer: (result) => this.logic.send(result),
    });
    this.logic = new LogicLink({
      receive: (message) => this.#receive(message),
      failed: (message, place) =>
        this.#report({ type: 'console', time: Date.now(), level: 'error', origin: 'program', text: message, values: [message], stack: place }),
      silent: () => this.stop('busy', `the logic of ${this.#entering ?? this.visible?.route ?? 'app.js'}`),
    });
    this.highlight = new Highlight(this.screen.root);
    this.picker = new Picker(this.screen.viewport, this.highlight, (nodeId) => this.#report({ type: 'picked', nodeId }));
    passKeysOn((report) => this.#report(report));
    this.marks = new FindingMarks(this.screen.root);
    this.person = new PersonInput({
      viewport: this.screen.viewport,
      overlays: this.screen.overlays.root,
      page: () => this.renderer.top,
      tell: (input) => this.#report({ type: 'input', input }),
    });
    this.#scrolls = new PageScrolls({
      page: (id) => this.renderer.page(id),
      window: () => ({ ...this.renderer.environment.manifest.window }),
      events: (id) => this.#scrollEvents(id),
      followed: (page) => this.person.followScrolling(page.root),
    });
    const { launch, appId, storage, mocks, logicUrl } = boot;
    this.logic.send({ type: 'boot', manifest, launch, environment, appId, storage, mocks, logicUrl });
  }

  #documentCalls(engine: EngineLink): ReturnType<typeof documentCalls> {
    return documentCalls({
      screen: this.screen,
      backButton: this.backButton,
      pageOf: (instance) => this.#pageOf(instance),
      rootsOf: (instance) => this.#rootsOf(instance),
      pageEvent: (id, name, argument) => this.logic.send({ type: 'page-event', id, name, argument }),
      push: (channel, payload) => this.logic.send({ type: 'push', channel, payload }),
      resourceUrl: (address) => resourceUrl(address, '/'),
      keepFile: (base64, extension) => engine.keepFile(base64, extension),
      exit: () => this.stop('exited', word('left')),
      share: (instanceId, options) => this.logic.ask({ kind: 'share', instanceId, options }),
    });
  }

  /** The page a person sees. */
  get visible(): ShownPage | null {
    return this.#shown(this.renderer.stack.at(-1));
  }

  /** Calls that only a person can answer. */
  get asking(): number {
    return this.#calls.asking;
  }

  get ended(): boolean {
    return this.#ended;
  }

  #report(...reports: PhoneReport[]): void {
    this.#engine.report(...reports);
  }

  #renderFailed(error: unknown, path: string): void {
    if (error instanceof Error && error.name === 'TooManyNodes') return this.stop('too-many-nodes', `${path || this.visible?.route}: ${error.message}`);
    const text = `${path === '' ? '' : `${path}: `}${error instanceof Error ? error.message : String(error)}`;
    this.#report({ type: 'console', time: Date.now(), level: 'error', origin: 'program', text, values: [text] });
  }

  #actions(): ConstructorParameters<typeof PhoneScreen>[0]['actions'] {
    return {
      back: () => {
        this.#report({ type: 'input', input: { kind: 'back' } });
        void this.backButton.press();
      },
      home: () => this.logic.send({ type: 'route', api: 'reLaunch', args: { url: `/${this.renderer.environment.manifest.entryPagePath}` }, from: 'user' }),
      tab: (index) => {
        this.#report({ type: 'input', input: { kind: 'tab', index } });
        this.chooseTab(index);
      },
      menu: () => void this.#calls.document('showSharePanel', { from: 'menu' }, undefined).catch(() => undefined),
      exit: () => this.stop('exited', word('left')),
      titleClick: () => this.#tellPage('onTitleClick'),
      optionMenuClick: () => this.#tellPage('onOptionMenuClick'),
      resourceUrl: (address) => resourceUrl(address, '/'),
      dialogStorm: (waiting) => this.stop('dialog-storm', this.visible ? `${this.visible.route}: ${waiting} dialogs` : `${waiting} dialogs`),
    };
  }

  #tellPage(name: string): void {
    if (this.visible) this.logic.send({ type: 'page-event', id: this.visible.id, name, argument: {} });
  }

  chooseTab(index: number): void {
    const item = this.screen.tabBar.items[index];
    if (item) this.logic.send({ type: 'route', api: 'switchTab', args: { url: `/${item.pagePath.replace(/^\//, '')}` }, from: 'user' });
  }

  #shown(id: number | undefined): ShownPage | null {
    const page = id === undefined ? undefined : this.renderer.page(id);
    if (!page) return null;
    const { route, isTab } = page.opening;
    return { id: page.opening.id, route, isTab, depth: this.renderer.stack.indexOf(page.opening.id) + 1, scrolled: page.scroller.scrollTop };
  }

  #pageOf(instance: number | undefined): ReturnType<Parameters<typeof documentCalls>[0]['pageOf']> {
    const found = instance === undefined ? undefined : this.renderer.environment.instances.get(instance)?.page;
    const root = found ?? this.renderer.top;
    const shown = root && this.#shown(root.opening.id);
    const scroll = root && this.#scrolls.of(root.opening.id);
    return root && shown && scroll ? { root, shown, scroll } : null;
  }

  #rootsOf(instance: number | undefined): Element[] {
    const found = instance === undefined ? undefined : this.renderer.environment.instances.get(instance);
    if (!found || found === found.page.instance) return [(found?.page ?? this.renderer.top)?.content].filter((content) => content !== undefined);
    return rootsOf(found);
  }

  #scrollEvents(id: number): PageScrollEvents {
    const tell = (name: string, argument: unknown): void => this.logic.send({ type: 'page-event', id, name, argument });
    return {
      scrolled: (position) => {
        this.#meter.moves();
        tell('onPageScroll', position);
        const shown = this.visible;
        if (shown?.id === id && this.screen.titleOf(shown).transparent === 'auto') this.screen.show(shown);
      },
      reachedBottom: () => tell('onReachBottom', {}),
      pulled: () => tell('onPullDownRefresh', { from: 'manual' }),
    };
  }

  #receive(message: LogicMessage): void {
    if (this.#ended) return;
    if (isRenderMessage(message)) {
      this.renderer.receive(message);
      if (message.type === 'open-page') this.#entering = null;
      if (message.type === 'update') this.#measureUpdate(message);
      return;
    }
    switch (message.type) {
      case 'call':
        return void this.#calls.take(message);
      case 'report':
        return this.#pass(message.reports);
      case 'entering':
        this.#entering = message.route;
        return;
      case 'page-not-found':
        return this.#pageNotFound(message.route);
      default:
        // The worker has said that it is there; answers and signs of life are the link's.
        return;
    }
  }

  /** There is nothing to show, unless the program goes somewhere else. */
  #pageNotFound(route: string): void {
    this.screen.viewport.append(element('div', 'no-page', { role: 'alert' }, [word('noPage', { route })]));
    this.#report({ type: 'route', stack: [], title: '' });
  }

  #pass(reports: PhoneReport[]): void {
    const stopped = reports.find((report) => report.type === 'stopped');
    // What a person does is the document's to tell: no code of the program may.
    this.#report(...reports.filter(({ type }) => !['stopped', 'input', 'key', 'picked', 'reload', 'reply'].includes(type)));
    if (reports.some((report) => report.type === 'ready')) {
      this.#report({
        type: 'performance',
        time: Date.now(),
        measure: 'first-screen',
        ms: performance.now() - this.#startedAt,
        amount: this.renderer.top?.root.querySelectorAll('*').length ?? 0,
        detail: this.visible?.route ?? '',
      });
    }
    if (stopped) this.stop(stopped.reason, stopped.detail);
  }

  #measureUpdate({ startedAt, bytes, updates }: Message<'update'>): void {
    const owner = this.renderer.environment.instances.get(updates[0]?.id ?? -1)?.unit.path ?? '';
    this.#report({ type: 'performance', time: Date.now(), measure: 'set-data', ms: Math.max(Date.now() - startedAt, 0), amount: bytes, detail: owner });
  }

  /** Draws the bars for the page on top and says what the stack is. */
  #arrange(): void {
    for (const id of this.#scrolls.ids) if (!this.renderer.page(id)) this.#forget(id);
    const shown = this.visible;
    if (!shown) return;
    this.#scrolls.of(shown.id);
    this.screen.show(shown);
    this.#arrivals.arrived(this.renderer.stack);
    const stack = this.renderer.stack.flatMap((id) => {
      const page = this.renderer.page(id);
      return page ? [{ id, route: page.opening.route, query: page.opening.query }] : [];
    });
    this.#report({ type: 'route', stack, title: this.screen.titleOf(shown).title });
  }

  #forget(id: number): void {
    this.#scrolls.forget(id);
    this.backButton.forget(id);
    this.screen.forget(id);
  }

  /** Resolves when the program has been quiet for so long, or when time is up. What a person has to answer is not waited for. */
  async idle(quietMs: number, timeoutMs: number): Promise<void> {
    const until = performance.now() + timeoutMs;
    while (!this.#ended && performance.now() < until) {
      const work = await this.logic.ping();
      const quietFor = performance.now() - this.logic.activityAt;
      const dueSoon = work.nextTimerMs !== null && work.nextTimerMs <= quietMs;
      const busy = work.calls - this.asking > 0 || work.renders > 0 || work.routes > 0 || this.#calls.atEngine > 0 || dueSoon;
      if (!busy && quietFor >= quietMs) return;
      await new Promise((resolve) => setTimeout(resolve, busy ? 10 : Math.max(quietMs - quietFor, 1)));
    }
  }

  async update(update: AppUpdate): Promise<void> {
    if (update.kind === 'app') {
      this.#system(`Restarted: ${update.why.join(', ')}`);
      return location.reload();
    }
    const { manifest } = update;
    this.#system(`${{ style: 'Styles replaced', template: 'Templates replaced', logic: 'Pages started again' }[update.kind]}: ${update.why.join(', ')}`);
    if (update.kind === 'style') await this.renderer.replaceStyles(manifest, update.styles);
    else if (update.kind === 'template') await this.renderer.replaceViews(manifest, update.views);
    else await this.renderer.takeManifest(manifest);
    if (update.kind === 'logic') this.logic.send({ type: 'update-logic', manifest, logicUrl: update.logicUrl, modules: update.modules });
    else this.logic.send({ type: 'update-manifest', manifest });
  }

  #system(text: string): void {
    this.#report({ type: 'console', time: Date.now(), level: 'info', origin: 'system', text, values: [text] });
  }

  /** Ends the program for good; what it showed stays behind a notice. */
  stop(reason: Extract<PhoneReport, { type: 'stopped' }>['reason'], detail: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.logic.terminate();
    this.screen.end(detail);
    this.#report({ type: 'stopped', reason, detail });
  }
}
