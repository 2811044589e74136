import { describe, expect, it } from 'vitest';
import type { AppManifest } from '#shared/model/mini-program.ts';
import { type ScriptedPhone, startPhone } from './support/scripted-phone.ts';

const path = '/components/card/card';

function phoneWith(component: string, page = 'Page({});', manifest: Partial<AppManifest> = {}, more: Record<string, string> = {}): Promise<ScriptedPhone> {
  return startPhone({ modules: { '/app.js': 'App({});', '/pages/a/a.js': page, [`${path}.js`]: component, ...more }, manifest });
}

function patchesAfter(phone: ScriptedPhone, count = 0): unknown[] {
  return phone
    .sent('update')
    .slice(count)
    .flatMap(({ updates }) => updates);
}

describe('creation', () => {
  it('runs onInit, deriveDataFromProps, then didMount after the first render', async () => {
    const phone = await phoneWith(`Component({
      data: { n: 1 }, props: { title: 'default', size: 2 },
      onInit() { console.log('init', this.is, typeof this.$id, this.$page.route, this.props.title); this.setData({ n: 2 }); },
      deriveDataFromProps(next) { console.log('derive', next.title, this.data.n); this.setData({ derived: next.title }); },
      didMount() { console.log('mount'); },
      didUpdate() { console.log('update'); },
    });`);
    const [id] = await phone.create([{ path, props: { title: 'given' } }], false);
    expect(phone.lines).toEqual([`init ${path} number pages/a/a given`, 'derive given 2']);
    expect(phone.sent('component-scopes')).toEqual([
      { type: 'component-scopes', scopes: [{ id, props: { title: 'given', size: 2 }, data: { n: 2, derived: 'given' } }] },
    ]);
    phone.receive({ type: 'mounted', ids: [id ?? 0] });
    await phone.settle();
    expect(phone.lines.slice(2)).toEqual(['mount']);
    expect(phone.sent('update')).toEqual([]);
  });

  it('mounts before the page is ready', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({});',
        '/pages/a/a.js': 'Page({ onReady() { console.log("ready", this.card.data.n); } });',
        [`${path}.js`]: 'Component({ data: { n: 7 }, didMount() { this.$page.card = this; } });',
      },
      acknowledge: false,
    });
    await phone.create([{ path }]);
    phone.receive({ type: 'page-rendered', id: phone.topId });
    await phone.settle();
    expect(phone.lines).toEqual(['ready 7']);
  });

  it('shares what is in the data of a mixin between all that use it', async () => {
    const phone = await phoneWith(
      'const mixin = { data: { list: [] } }; Component({ mixins: [mixin], didMount() { this.data.list.push(1); console.log(this.data.list.length); } });',
    );
    await phone.create([{ path }, { path }]);
    expect(phone.lines).toEqual(['1', '2']);
  });

  it('gives every instance its own data', async () => {
    const phone = await phoneWith('Component({ data: { list: [] }, didMount() { this.data.list.push(1); console.log(this.data.list.length); } });');
    await phone.create([{ path }, { path }]);
    expect(phone.lines).toEqual(['1', '1']);
  });

  it('keeps methods, custom fields and their this', async () => {
    const phone = await phoneWith(
      'Component({ custom: 3, methods: { tap(e) { console.log(this.custom, this.help(), e.detail.x); }, help() { return this.is; } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('tap', id, { detail: { x: 1 } });
    expect(phone.lines).toEqual([`3 ${path} 1`]);
  });

  it('lets only methods handle events', async () => {
    const phone = await phoneWith('Component({ outside() {}, methods: {} });');
    const [id] = await phone.create([{ path }]);
    await phone.tap('outside', id);
    expect(phone.errors).toEqual([`${path} has no method "outside", which is to handle tap`]);
  });

  it('knows no onInit and no deriveDataFromProps without component2', async () => {
    const phone = await phoneWith(
      'Component({ onInit() { console.log("init"); }, deriveDataFromProps() { console.log("derive"); }, didMount() { console.log("mount", my.canIUse("component2")); }, didUpdate() { console.log("update"); } });',
      'Page({});',
      { component2: false },
    );
    const [id] = await phone.create([{ path }]);
    phone.receive({ type: 'update-props', changes: [{ id: id ?? 0, props: { x: 1 } }] });
    await phone.settle();
    expect(phone.lines).toEqual(['mount false', 'update']);
  });
});

describe('updates', () => {
  const telling = `Component({
    data: { n: 1 }, props: { x: 'default' },
    deriveDataFromProps(next) { if (next.x !== this.props.x) this.setData({ fromX: next.x }); },
    didUpdate(prevProps, prevData) { console.log(prevProps, prevData, this.props, this.data); },
    methods: { change() { this.setData({ n: 2 }); }, twice() { this.setData({ n: 3 }); this.setData({ n: 4 }); }, deep() { this.setData({ 'o.a': 1 }); } },
  });`;

  it('of data tell didUpdate the data before', async () => {
    const phone = await phoneWith(telling);
    const [id] = await phone.create([{ path }]);
    await phone.tap('change', id);
    expect(phone.lines).toEqual(['{"x":"default"} {"n":1} {"x":"default"} {"n":2}']);
  });

  it('tell each setData its own data before', async () => {
    const phone = await phoneWith(telling);
    const [id] = await phone.create([{ path }]);
    await phone.tap('twice', id);
    expect(phone.lines.map((line) => line.split(' ')[1])).toEqual(['{"n":1}', '{"n":3}']);
  });

  it('of props run deriveDataFromProps with the old props in place, and travel as one', async () => {
    const phone = await phoneWith(telling);
    const [id = 0] = await phone.create([{ path, props: { x: 'one' } }]);
    phone.receive({ type: 'update-props', changes: [{ id, props: { x: 'two' } }] });
    await phone.settle();
    expect(phone.lines).toEqual(['{"x":"one"} {"n":1} {"x":"two"} {"n":1,"fromX":"two"}']);
    expect(patchesAfter(phone)).toEqual([{ id, patches: [{ path: ['fromX'], value: 'two' }], props: { x: 'two' } }]);
  });

  it('put the default back when an attribute goes away', async () => {
    const phone = await phoneWith(telling);
    const [id = 0] = await phone.create([{ path, props: { x: 'one', y: 1 } }]);
    phone.receive({ type: 'update-props', changes: [{ id, props: { x: undefined, y: undefined } }] });
    await phone.settle();
    expect(phone.lines).toEqual(['{"x":"one","y":1} {"n":1} {"x":"default"} {"n":1,"fromX":"default"}']);
  });

  it('keep what prevData holds when nested data changes', async () => {
    const phone = await phoneWith(
      'Component({ data: { o: { a: 1 } }, didUpdate(_, prev) { console.log(prev, this.data); }, methods: { go() { this.setData({ "o.a": 2 }); } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    expect(phone.lines).toEqual(['{"o":{"a":1}} {"o":{"a":2}}']);
  });

  it('run deriveDataFromProps for changes of the component’s own data too', async () => {
    const phone = await phoneWith(
      'Component({ data: { n: 0 }, deriveDataFromProps() { console.log("derive", this.data.n); }, methods: { go() { this.setData({ n: 1 }); } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    expect(phone.lines).toEqual(['derive 0', 'derive 1']);
  });

  it('made in didUpdate without end are stopped and named', async () => {
    const phone = await phoneWith(
      'Component({ data: { n: 0 }, didUpdate() { this.setData({ n: this.data.n + 1 }); }, methods: { go() { this.setData({ n: 1 }); } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    for (let turn = 0; turn < 30; turn++) await phone.settle();
    expect(phone.errors).toEqual([`didUpdate of ${path} has caused 100 updates one after another and is not called any more for this one`]);
  });

  it('made in didUpdate that change nothing come to rest', async () => {
    const phone = await phoneWith(
      'Component({ data: { n: 0, list: [{ a: 1 }] }, didUpdate() { console.log("updated"); this.setData({ n: this.data.n, list: [{ a: 1 }] }); }, methods: { go() { this.setData({ n: 1 }); } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    for (let turn = 0; turn < 10; turn++) await phone.settle();
    expect(phone.lines).toEqual(['updated']);
    expect(phone.errors).toEqual([]);
  });

  it('of the value that is there already do not run didUpdate, but are rendered and called back', async () => {
    const phone = await phoneWith(
      'Component({ data: { n: 1 }, didUpdate() { console.log("updated"); }, methods: { go() { this.setData({ n: 1 }, () => console.log("rendered")); } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    expect(phone.lines).toEqual(['rendered']);
  });

  it('of an object that was changed in place run didUpdate', async () => {
    const phone = await phoneWith(
      'Component({ data: { list: [] }, didUpdate() { console.log(this.data.list.length); }, methods: { go() { this.data.list.push(1); this.setData({ list: this.data.list }); } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    expect(phone.lines).toEqual(['1']);
  });

  it('made in didUpdate do not run it again without component2', async () => {
    const phone = await phoneWith(
      'Component({ data: { n: 0 }, didUpdate() { console.log("update", this.data.n); this.setData({ n: this.data.n + 1 }); }, methods: { go() { this.setData({ n: 1 }); } } });',
      'Page({});',
      {
        component2: false,
      },
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    expect(phone.lines).toEqual(['update 1']);
    expect(phone.sent('update')).toHaveLength(2);
  });

  it('call back after didUpdate', async () => {
    const phone = await phoneWith(
      'Component({ didUpdate() { console.log("update"); }, methods: { go() { this.setData({ n: 1 }, function () { console.log("back", this.is); }); } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    expect(phone.lines).toEqual(['update', `back ${path}`]);
  });
});

describe('removal', () => {
  it('runs didUnmount and takes no more changes', async () => {
    const phone = await phoneWith(
      'Component({ didUnmount() { console.log("unmount"); this.$page.gone = this; } });',
      'Page({ late() { this.gone.setData({ n: 1 }, () => console.log("never")); } });',
    );
    const [id = 0] = await phone.create([{ path }]);
    phone.receive({ type: 'unmounted', ids: [id] });
    await phone.tap('late');
    expect(phone.lines).toEqual(['unmount']);
    expect(phone.sent('update')).toEqual([]);
  });
});

describe('function props', () => {
  const card =
    'Component({ props: { onDefault() { return "default"; } }, methods: { tap() { console.log(this.props.onPick("x"), this.props.onDefault()); } } });';

  it('call the owner’s method with the owner as this', async () => {
    const phone = await phoneWith(card, 'Page({ pick(value) { return `${this.route} ${value}`; } });');
    const [id] = await phone.create([{ path, props: { onPick: { $function: { owner: phone.topId, method: 'pick' } } } }]);
    await phone.tap('tap', id);
    expect(phone.lines).toEqual(['pages/a/a x default']);
  });

  it('go back to the view as markers, default functions as the component’s own', async () => {
    const phone = await phoneWith(card, 'Page({ pick() {} });');
    const marker = { $function: { owner: phone.topId, method: 'pick' } };
    const [id] = await phone.create([{ path, props: { onPick: marker } }]);
    expect(phone.sent('component-scopes')[0]?.scopes[0]?.props).toEqual({ onPick: marker, onDefault: { $function: { owner: id, method: 'props.onDefault' } } });
    await phone.tap('props.onDefault', id);
    expect(phone.errors).toEqual([]);
  });

  it('are the same function for the same method', async () => {
    const phone = await phoneWith('Component({ didUpdate(prev) { console.log(prev.onPick === this.props.onPick); } });', 'Page({ pick() {} });');
    const marker = { $function: { owner: phone.topId, method: 'pick' } };
    const [id = 0] = await phone.create([{ path, props: { onPick: marker } }]);
    phone.receive({ type: 'update-props', changes: [{ id, props: { onPick: marker, x: 1 } }] });
    await phone.settle();
    expect(phone.lines).toEqual(['true']);
  });

  it('name owner and method when it does not exist', async () => {
    const phone = await phoneWith('Component({ didMount() { this.props.onPick(); } });');
    await phone.create([{ path, props: { onPick: { $function: { owner: phone.topId, method: 'pick' } } } }]);
    expect(phone.errors).toEqual(['pages/a/a has no method "pick", which it hands to a component']);
  });
});

describe('ref', () => {
  it('hands the component to the owner before its didMount', async () => {
    const phone = await phoneWith(
      'Component({ didMount() { console.log("mount"); } });',
      'Page({ save(card) { this.card = card; console.log("ref", card.is); } });',
    );
    await phone.create([{ path, ref: 'save' }]);
    expect(phone.lines).toEqual([`ref ${path}`, 'mount']);
  });

  it('hands out what ref() returns', async () => {
    const phone = await phoneWith(
      'Component({ ref() { return { hello: () => this.is }; } });',
      'Page({ save(card) { console.log(card.hello(), Object.keys(card)); } });',
    );
    await phone.create([{ path, ref: 'save' }]);
    expect(phone.lines).toEqual([`${path} ["hello"]`]);
  });
});

describe('mixins', () => {
  it('run their lifecycles first and lose against the component', async () => {
    const phone = await phoneWith(`
      const inner = Mixin({ onInit() { console.log('inner'); }, methods: { who() { return 'inner'; } } });
      const outer = Mixin({ mixins: [inner], props: { p: 'outer', q: 'outer' }, onInit() { console.log('outer'); }, methods: { who() { return 'outer'; } } });
      const plain = { data: { a: 'plain', b: 'plain' }, onInit() { console.log('plain'); }, methods: { other() { return 'plain'; } } };
      Component({ mixins: [outer, plain], data: { b: 'own' }, props: { q: 'own' }, onInit() { console.log('own', this.who(), this.other(), this.data, this.props, this.hasMixin(inner), this.hasMixin('ref')); } });`);
    await phone.create([{ path }]);
    expect(phone.lines).toEqual(['inner', 'outer', 'plain', 'own outer plain {"a":"plain","b":"own"} {"p":"outer","q":"own"} true false']);
  });
});

describe('lifetimes', () => {
  const source = (options: string) => `const tell = (name) => function () { console.log(name); };
    Component({ ${options} lifetimes: { created: tell('created'), attached: tell('attached'), ready: tell('ready'), moved: tell('moved'), detached: tell('detached') }, onInit: tell('init'), didMount: tell('mount') });`;

  it('run when the option is set', async () => {
    const phone = await phoneWith(source('options: { lifetimes: true },'));
    const [id = 0] = await phone.create([{ path }]);
    phone.receive({ type: 'moved', ids: [id] });
    phone.receive({ type: 'unmounted', ids: [id] });
    await phone.settle();
    expect(phone.lines).toEqual(['created', 'init', 'attached', 'mount', 'ready', 'moved', 'detached']);
  });

  it('do not run without it', async () => {
    const phone = await phoneWith(source(''));
    await phone.create([{ path }]);
    expect(phone.lines).toEqual(['init', 'mount']);
  });
});

describe('external classes', () => {
  it('are named to the view when the option is set', async () => {
    const phone = await phoneWith(
      'Component({ options: { externalClasses: true }, externalClasses: ["title-class"] });',
      'Page({});',
      {},
      { '/components/off/off.js': 'Component({ externalClasses: ["x"] });' },
    );
    await phone.create([{ path }, { path: '/components/off/off' }]);
    expect(phone.sent('component-scopes')[0]?.scopes.map(({ externalClasses }) => externalClasses)).toEqual([['title-class'], undefined]);
  });
});

describe('rootEvents', () => {
  it('hear of the page’s lifecycle and events', async () => {
    const phone = await phoneWith('Component({ rootEvents: { onPageScroll(e) { console.log(this.is, e.scrollTop); }, onHide() { console.log("hide"); } } });');
    await phone.create([{ path }]);
    phone.receive({ type: 'page-event', id: phone.topId, name: 'onPageScroll', argument: { scrollTop: 4 } });
    phone.receive({ type: 'app-event', name: 'hide' });
    await phone.settle();
    expect(phone.lines).toEqual([`${path} 4`, 'hide']);
  });
});

describe('observers', () => {
  it('run after deriveDataFromProps, in the same update, for data and props', async () => {
    const phone = await phoneWith(`Component({
      options: { observers: true }, data: { sum: 0, a: 1 }, props: { b: 1 },
      deriveDataFromProps() { console.log('derive'); },
      observers: { 'a, b'(a, b) { console.log('observe', a, b); this.setData({ sum: a + b }); } },
      methods: { go() { this.setData({ a: 5 }); } },
    });`);
    const [id = 0] = await phone.create([{ path }]);
    await phone.tap('go', id);
    phone.receive({ type: 'update-props', changes: [{ id, props: { b: 10 } }] });
    await phone.settle();
    expect(phone.lines).toEqual(['derive', 'derive', 'observe 5 1', 'derive', 'observe 5 10']);
    expect(patchesAfter(phone)).toMatchObject([
      { patches: [{ path: ['a'] }, { path: ['sum'], value: 6 }] },
      { patches: [{ path: ['sum'], value: 15 }], props: { b: 10 } },
    ]);
  });

  it('get everything for **', async () => {
    const phone = await phoneWith(
      'Component({ options: { observers: true }, data: { a: 1 }, props: { b: 2 }, observers: { "**"(all) { console.log(all); } }, methods: { go() { this.setData({ a: 3 }); } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    expect(phone.lines).toEqual(['{"b":2,"a":3}']);
  });

  it('ignore a prop that data has under the same name', async () => {
    const phone = await phoneWith(
      'Component({ options: { observers: true }, data: { max: 100 }, props: { max: 1 }, observers: { max() { console.log("observed"); } } });',
    );
    const [id = 0] = await phone.create([{ path }]);
    phone.receive({ type: 'update-props', changes: [{ id, props: { max: 5 } }] });
    await phone.settle();
    expect(phone.lines).toEqual([]);
  });
});

describe('selecting', () => {
  const inner = '/components/inner/inner';

  it('finds components of the own template by id and class', async () => {
    const page =
      'Page({ go() { console.log(this.$selectComponent("#one").data.n, this.$selectAllComponents(".item").length, this.$selectComponent(".none"), this.selectComponent("view .item.big").data.n); } });';
    const phone = await phoneWith('let count = 0; Component({ data: () => ({ n: ++count }) });', page, {}, { [`${inner}.js`]: 'Component({});' });
    const [first] = await phone.create([{ path, elementId: 'one', className: 'item' }]);
    await phone.create([
      { path, className: 'item big' },
      { path: inner, className: 'item', owner: first ?? 0 },
    ]);
    await phone.tap('go');
    expect(phone.lines).toEqual(['1 2 null 2']);
  });

  it('finds owner and parent, through ref()', async () => {
    const phone = await phoneWith(
      'Component({ ref() { return { name: "card" }; } });',
      'Page({});',
      {},
      {
        [`${inner}.js`]: 'Component({ didMount() { console.log(this.selectOwnerComponent() === this.$page, this.selectComposedParentComponent()); } });',
      },
    );
    const [card = 0] = await phone.create([{ path }]);
    await phone.create([{ path: inner, parent: card }]);
    expect(phone.lines).toEqual(['true {"name":"card"}']);
  });

  it('follows a class that changes', async () => {
    const phone = await phoneWith('Component({});', 'Page({ go() { console.log(this.$selectAllComponents(".on").length); } });');
    const [id = 0] = await phone.create([{ path, className: 'off' }]);
    phone.receive({ type: 'update-props', changes: [{ id, props: {}, className: 'on' }] });
    await phone.tap('go');
    expect(phone.lines).toEqual(['1']);
  });
});

describe('relations', () => {
  const form = '/components/form/form';
  const input = '/components/input/input';

  it('link, name and unlink both ends', async () => {
    const formSource = `Component({ options: { relations: true }, relations: { '../input/input': { type: 'child', linked(t) { console.log('form linked', t.is); }, unlinked(t) { console.log('form unlinked', t.is); } } },
      methods: { list() { console.log(this.getRelationNodes('../input/input').length); } } });`;
    const inputSource = `Component({ options: { relations: true }, relations: { '../form/form': { type: 'parent', linked(t) { console.log('input linked', t.is); } } } });`;
    const phone = await phoneWith('Component({});', 'Page({});', {}, { [`${form}.js`]: formSource, [`${input}.js`]: inputSource });
    const [formId = 0] = await phone.create([{ path: form }]);
    const [inputId = 0] = await phone.create([{ path: input, parent: formId }]);
    await phone.tap('list', formId);
    phone.receive({ type: 'unmounted', ids: [inputId] });
    await phone.tap('list', formId);
    expect(phone.lines).toEqual([`input linked ${form}`, `form linked ${input}`, '1', `form unlinked ${input}`, '0']);
  });
});

describe('errors in a component', () => {
  it('are reported, and told to onError and my.onComponentError', async () => {
    const phone = await phoneWith(
      'Component({ didMount() { this.missing(); }, onError(error) { console.log("component", error.name); } });',
      'my.onComponentError((error, where, self) => console.log("my", error.name, self.is)); Page({});',
    );
    await phone.create([{ path }]);
    expect(phone.lines).toEqual([`Uncaught TypeError: this.missing is not a function (in didMount of ${path})`, 'component TypeError', `my TypeError ${path}`]);
  });

  it('leave other components alone', async () => {
    const phone = await phoneWith(
      'Component({ props: { n: 0 }, onInit() { if (this.props.n === 1) throw new Error("one"); console.log("init", this.props.n); } });',
    );
    await phone.create([
      { path, props: { n: 1 } },
      { path, props: { n: 2 } },
    ]);
    expect(phone.lines).toEqual([`Uncaught Error: one (in onInit of ${path})`, 'init 2']);
    expect(phone.sent('component-scopes')[0]?.scopes).toHaveLength(2);
  });

  it('say when code is missing', async () => {
    const phone = await phoneWith('Component({});');
    await phone.create([{ path: '/components/none/none' }]);
    expect(phone.errors).toEqual(['Uncaught Error: Module /components/none/none.js does not exist (in /components/none/none.js)']);
  });
});

describe('the performance listener', () => {
  it('is told of every update, with paths on request', async () => {
    const phone = await phoneWith(
      'Component({ onInit() { this.setUpdatePerformanceListener({ withDataPaths: true }, (r) => console.log(r.isMergedUpdate, r.dataPaths)); }, methods: { go() { this.setData({ "a.b": 1 }); } } });',
    );
    const [id] = await phone.create([{ path }]);
    await phone.tap('go', id);
    expect(phone.lines).toEqual(['false ["a.b"]']);
  });
});
