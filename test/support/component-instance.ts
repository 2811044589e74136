import { createLogic } from '#runtime/logic/create-logic.ts';
import type { LogicMessage } from '#runtime/protocol/messages.ts';
import type { AppManifest } from '#shared/model/mini-program.ts';

type Fields = Record<string, unknown>;

/** A component driven by its logic alone, as component libraries drive theirs in tests. */
export interface ComponentDriver {
  /** Its data as JSON. */
  getData(): Fields;
  /** The options it was made of. */
  getConfig(): Fields;
  setProps(props: Fields): void;
  /** Calls one of its methods; throws what it throws. */
  callMethod(name: string, ...args: unknown[]): unknown;
  unMount(): void;
  /** What the owner of the component gets for its `ref`; its methods, where it does not say. */
  ref(): unknown;
  /** Its `this`. */
  componentInstance(): Fields;
}

const path = '/component/component';
const componentId = 1_000_000;
const pageId = 1;

function manifestFor(component2: boolean): AppManifest {
  return {
    version: '1',
    entryPagePath: 'page/page',
    pages: ['page/page'],
    tabBar: null,
    window: {},
    networkTimeout: { request: 0, connectSocket: 0, uploadFile: 0, downloadFile: 0 },
    decodeQuery: true,
    appStyles: [],
    units: {},
    ext: {},
    component2,
  };
}

/** The methods of a component and of its mixins, to be called without it. */
function boundMethods(self: Fields, { methods, mixins }: Fields): Fields {
  const holders = [...(Array.isArray(mixins) ? (mixins as Fields[]).map((mixin) => mixin.methods) : []), methods];
  const names = holders.flatMap((holder) => Object.keys(holder ?? {}));
  return Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => (self[name] as (...args: unknown[]) => unknown).apply(self, args)]));
}

/**
 * Makes one instance of the component that these options describe, in our runtime, with a view that renders at once.
 * Stands in for the small factory of the same name in the tests of component libraries.
 */
export function createInstance(config: Fields, props: Fields, my?: { canIUse?(name: string): boolean }): ComponentDriver {
  const component2 = my?.canIUse?.('component2') ?? true;
  const errors: string[] = [];
  let self: Fields | null = null;
  let current: Fields = {};
  const take = (message: LogicMessage) => {
    if (message.type === 'update') logic.receive({ type: 'rendered', seq: message.seq, ms: 0 });
    if (message.type === 'component-scopes') current = { ...message.scopes[0]?.props };
    if (message.type === 'report')
      errors.push(...message.reports.flatMap((report) => (report.type === 'console' && report.level === 'error' ? report.text : [])));
  };
  const capture = (instance: Fields) => {
    self = instance;
  };
  const capturing = {
    // Tests of libraries count on being the first component: the number is part of the selectors they expect.
    $id: 1,
    onInit(this: Fields) {
      capture(this);
    },
    didMount(this: Fields) {
      capture(this);
    },
  };
  const options = { ...config, mixins: [capturing, ...(Array.isArray(config.mixins) ? (config.mixins as unknown[]) : [])] };
  const logic = createLogic({
    send: take,
    setTimeout: (run, ms) => Number(setTimeout(run, ms)),
    clearTimeout,
    setInterval: (run, ms) => Number(setInterval(run, ms)),
    clearInterval,
    measureText: (text) => text.length,
    importScript() {
      logic.defineModule('/page/page.js', (_require, _module, _exports, _my, _app, Page) => (Page as (options: Fields) => void)({}));
      logic.defineModule(`${path}.js`, (_require, _module, _exports, _my, _app, _page, Component) => (Component as (options: Fields) => void)(options));
    },
  });
  start();

  function start(): void {
    const launch = { path: '', query: '', scene: '' };
    const environment = { network: 'wifi', language: 'en', device: { platform: 'Android' } } as never;
    logic.receive({ type: 'boot', manifest: manifestFor(component2), launch, environment, appId: '', storage: {}, mocks: [], logicUrl: '' });
    const creation = { id: componentId, path, page: pageId, owner: pageId, parent: pageId, props, elementId: '', className: '', dataset: {} };
    logic.receive({ type: 'create-components', components: [creation] });
    logic.receive({ type: 'mounted', ids: [componentId] });
    current = { ...current, ...props };
  }

  function instance(): Fields {
    if (self === null) throw new Error(`The component could not be made: ${errors.join('; ')}`);
    return self;
  }
  return {
    getData: () => JSON.parse(JSON.stringify(instance().data)) as Fields,
    getConfig: () => config,
    setProps(next) {
      const changed = Object.fromEntries(Object.entries(next).filter(([name, value]) => !Object.is(current[name], value)));
      current = { ...current, ...next };
      if (Object.keys(changed).length > 0) logic.receive({ type: 'update-props', changes: [{ id: componentId, props: changed }] });
    },
    callMethod: (name, ...args) => (instance()[name] as (...args: unknown[]) => unknown).apply(instance(), args),
    unMount: () => logic.receive({ type: 'unmounted', ids: [componentId] }),
    ref: () => (typeof config.ref === 'function' ? (config.ref as () => unknown).call(instance()) : boundMethods(instance(), config)),
    componentInstance: instance,
  };
}
