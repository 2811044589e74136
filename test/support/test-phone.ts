import { type AxmlDocument, parseAxml } from '#engine/compiler/axml/index.ts';
import { generateTemplate } from '#engine/compiler/template/index.ts';
import type { BuiltInFactory } from '#runtime/components/built-in.ts';
import type { DocumentMessage, InstanceUpdate, Patch } from '#runtime/protocol/messages.ts';
import { Renderer, type RenderMessage } from '#runtime/render/index.ts';
import type { Kit } from '#runtime/render/kit.ts';
import type { AppManifest, UnitManifest } from '#shared/model/mini-program.ts';

export interface TestProgram {
  /** AXML by unit path; those under `/components/` are components. */
  units: Record<string, string>;
  /** Other AXML files by path. */
  files?: Record<string, string>;
  /** Exports of SJS modules by path. */
  sjs?: Record<string, Record<string, unknown>>;
  builtIns?: Record<string, BuiltInFactory>;
  /** Units whose components have an element of their own. */
  hosts?: string[];
  scopeClasses?: Record<string, string>;
  /** Initial data of components by path; `props` are what the page gave. */
  component?(path: string, props: Record<string, unknown>): { data?: Record<string, unknown>; props?: Record<string, unknown> };
}

const manual = new Set(['mounted', 'rendered', 'page-rendered', 'unmounted', 'event', 'update-props', 'create-components', 'moved']);

/** A renderer with compiled templates and a logic that answers from `program.component`. */
export class TestPhone {
  readonly renderer: Renderer;
  readonly messages: DocumentMessage[] = [];
  readonly errors: unknown[] = [];
  private readonly program: TestProgram;
  private readonly answers: RenderMessage[] = [];
  private working = false;
  private seq = 0;
  /** Answer `create-components` and `update-props` at once. */
  automatic = true;

  constructor(program: TestProgram) {
    this.program = program;
    const container = document.createElement('div');
    document.body.append(container);
    this.renderer = new Renderer({
      manifest: manifestOf(program),
      container,
      builtIns: program.builtIns ?? {},
      baseStyle: '',
      phone: { call: () => Promise.reject({ error: 3, errorMessage: 'unsupported' }), route: () => undefined, overlay: () => () => undefined },
      send: (message) => this.take(structuredClone(message)),
      resourceUrl: (address) => `/app/files${address}`,
      onError: (error) => this.errors.push(error),
      log: () => undefined,
      loader: { loadViews: () => Promise.resolve(), loadStyles: () => Promise.resolve({}) },
    });
    for (const [id, exports] of Object.entries(program.sjs ?? {})) this.renderer.views.define(id, 'test', () => exports);
    for (const [path, text] of Object.entries(program.units)) this.define(path, text);
  }

  define(path: string, text: string): void {
    run(compile(this.program, path, text).code, (id, hash, factory) => this.renderer.views.define(id, hash, factory));
  }

  open(data: Record<string, unknown>, route = 'pages/test/test', id = 1): this {
    this.receive({ type: 'open-page', page: { id, route, query: {}, isTab: false, data } });
    this.receive({ type: 'stack', pages: [id], kept: [], action: 'navigate' });
    return this;
  }

  update(patches: Patch[], id = 1): this {
    return this.send([{ id, patches }]);
  }

  /** `setData` with keys as paths: `list[2].name`. */
  set(data: Record<string, unknown>, id = 1): this {
    const patches = Object.entries(data).map(([key, value]) => ({
      path: key.match(/[^.[\]]+/g)?.map((part) => (/^\d+$/.test(part) ? Number(part) : part)) ?? [],
      value,
    }));
    return this.update(patches, id);
  }

  send(updates: InstanceUpdate[]): this {
    this.receive({ type: 'update', seq: ++this.seq, updates: structuredClone(updates), startedAt: 0, bytes: 0 });
    return this;
  }

  receive(message: RenderMessage): void {
    this.answers.push(message);
    if (this.working) return;
    this.working = true;
    for (let next = this.answers.shift(); next; next = this.answers.shift()) this.renderer.receive(next);
    this.working = false;
  }

  /** `<a-page>` of the shown page. */
  get page(): HTMLElement {
    const page = this.renderer.top ?? [...this.renderer.allPages][0];
    if (!page) throw new Error('no page is open');
    return page.content;
  }

  /** HTML of the page without anchors and inner names. */
  html(): string {
    return this.page.innerHTML.replace(/<!---->/g, '').replace(/(<\/?)a-/g, '$1');
  }

  sent<T extends DocumentMessage['type']>(type: T): Extract<DocumentMessage, { type: T }>[] {
    return this.messages.filter((message): message is Extract<DocumentMessage, { type: T }> => message.type === type);
  }

  dispose(): void {
    this.renderer.receive({ type: 'stack', pages: [], kept: [], action: 'back' });
  }

  private take(message: DocumentMessage): void {
    if (manual.has(message.type)) this.messages.push(message);
    if (!this.automatic) return;
    if (message.type === 'create-components') {
      const scopes = message.components.map(({ id, path, props }) => {
        const made = this.program.component?.(path, props);
        return { id, props: { ...props, ...made?.props }, data: made?.data ?? {} };
      });
      this.receive({ type: 'component-scopes', scopes });
    }
    if (message.type === 'update-props') this.send(message.changes.map(({ id, props }) => ({ id, patches: [], props })));
  }
}

export function compile(program: TestProgram, path: string, text: string) {
  const documents = new Map<string, AxmlDocument>();
  for (const [file, content] of Object.entries(program.files ?? {})) documents.set(file, parseAxml(file, content).document);
  const components = Object.fromEntries(
    Object.keys(program.units)
      .filter((unit) => unit.startsWith('/components/'))
      .map((unit) => [unit.split('/').at(-1) ?? '', unit]),
  );
  const parsed = parseAxml(`${path}.axml`, text);
  const generated = generateTemplate({
    document: parsed.document,
    unit: { kind: path.startsWith('/components/') ? 'component' : 'page', scopeClass: program.scopeClasses?.[path] ?? null, components },
    resolve: (specifier, from) => new URL(specifier, `file://${from}`).pathname,
    load: (file) => documents.get(file) ?? null,
  });
  return { ...generated, diagnostics: [...parsed.diagnostics, ...generated.diagnostics] };
}

/** Runs a compiled view as the document would. */
export function run(code: string, define: (id: string, hash: string, factory: (kit: Kit) => unknown) => void): void {
  // The phone loads this as a script; a unit test has no server.
  new Function('defineView', code)(define);
}

function manifestOf(program: TestProgram): AppManifest {
  const components = Object.fromEntries(
    Object.keys(program.units)
      .filter((path) => path.startsWith('/components/'))
      .map((path) => [path.split('/').at(-1) ?? '', path]),
  );
  const units = Object.fromEntries(Object.keys(program.units).map((path) => [path, unitOf(path, components, program)]));
  const pages = Object.keys(program.units)
    .filter((path) => path.startsWith('/pages/'))
    .map((path) => path.slice(1));
  return {
    version: '1',
    entryPagePath: pages[0] ?? '',
    pages,
    tabBar: null,
    window: {},
    networkTimeout: { request: 1, connectSocket: 1, uploadFile: 1, downloadFile: 1 },
    decodeQuery: true,
    appStyles: [],
    units,
    ext: {},
    component2: true,
  };
}

function unitOf(path: string, components: Record<string, string>, program: TestProgram): UnitManifest {
  return {
    path,
    kind: path.startsWith('/components/') ? 'component' : 'page',
    template: `${path}.axml`,
    styles: [],
    components,
    virtualHost: !program.hosts?.includes(path),
    styleIsolation: 'shared',
    window: {},
  };
}
