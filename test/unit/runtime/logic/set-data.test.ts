import { describe, expect, it } from 'vitest';
import { type ScriptedPhone, startPhone } from './support/scripted-phone.ts';

function phoneWith(data: string, methods: string, acknowledge = true): Promise<ScriptedPhone> {
  return startPhone({ modules: { '/app.js': 'App({});', '/pages/a/a.js': `Page({ data: ${data}, ${methods} });` }, acknowledge });
}

function patchesOf(phone: ScriptedPhone): unknown[] {
  return phone.sent('update').flatMap(({ updates }) => updates.flatMap(({ patches }) => patches));
}

describe('setData', () => {
  it('has changed this.data when it returns', async () => {
    const phone = await phoneWith('{ n: 1 }', 'go() { this.setData({ n: 2 }); console.log(this.data.n); }');
    await phone.tap('go');
    expect(phone.lines).toEqual(['2']);
  });

  it('calls back after rendering, with the page as this', async () => {
    const phone = await phoneWith('{ n: 1 }', 'go() { this.setData({ n: 2 }, function () { console.log("back", this.route, this.data.n); }); }', false);
    phone.receive({ type: 'page-rendered', id: phone.topId });
    await phone.tap('go');
    expect(phone.lines).toEqual([]);
    phone.receive({ type: 'rendered', seq: phone.sent('update')[0]?.seq ?? 0, ms: 1 });
    await phone.settle();
    expect(phone.lines).toEqual(['back pages/a/a 2']);
  });

  it('calls back after the first render when it was called before', async () => {
    const phone = await phoneWith('{ n: 1 }', 'onLoad() { this.setData({ n: 2 }, () => console.log("back")); }, onReady() { console.log("ready"); }', false);
    expect(phone.lines).toEqual([]);
    phone.receive({ type: 'page-rendered', id: phone.topId });
    await phone.settle();
    expect(phone.lines).toEqual(['back', 'ready']);
  });

  it('takes key paths into objects and arrays', async () => {
    const phone = await phoneWith(
      '{ a: { b: 1, keep: true }, list: [{ message: "x" }, 2] }',
      'go() { this.setData({ "a.b": 2, "list[0].message": "y" }); console.log(this.data); }',
    );
    await phone.tap('go');
    expect(patchesOf(phone)).toEqual([
      { path: ['a', 'b'], value: 2 },
      { path: ['list', 0, 'message'], value: 'y' },
    ]);
    expect(phone.lines).toEqual(['{"a":{"b":2,"keep":true},"list":[{"message":"y"},2]}']);
  });

  it('creates missing parts of a path', async () => {
    const phone = await phoneWith('{}', 'go() { this.setData({ "x.list[1].name": "n" }); console.log(this.data); }');
    await phone.tap('go');
    expect(phone.lines).toEqual(['{"x":{"list":[null,{"name":"n"}]}}']);
  });

  it('ignores undefined, with one warning', async () => {
    const phone = await phoneWith('{ n: 1 }', 'go() { this.setData({ n: undefined }); this.setData({ n: undefined }); console.log(this.data.n); }');
    await phone.tap('go');
    expect(phone.lines.filter((line) => line.includes('undefined'))).toEqual(['pages/a/a: setData ignores "n", because its value is undefined']);
    expect(phone.lines).toContain('1');
    expect(patchesOf(phone)).toEqual([]);
  });

  it('leaves out what is not JSON, with one warning', async () => {
    const phone = await phoneWith('{}', 'go() { const cycle = {}; cycle.self = cycle; this.setData({ item: { f() {}, when: new Date(0), cycle, n: NaN } }); }');
    await phone.tap('go');
    await phone.tap('go');
    expect(patchesOf(phone)[0]).toEqual({ path: ['item'], value: { when: '1970-01-01T00:00:00.000Z', cycle: {}, n: null } });
    expect(phone.lines.filter((line) => line.includes('not JSON'))).toHaveLength(2);
  });

  it('does not send what is changed later in place', async () => {
    const phone = await phoneWith('{}', 'go() { const list = [1]; this.setData({ list }); list.push(2); }');
    await phone.tap('go');
    expect(patchesOf(phone)).toEqual([{ path: ['list'], value: [1] }]);
  });

  it('does not show a direct change of this.data', async () => {
    const phone = await phoneWith('{ n: 1 }', 'go() { this.data.n = 5; }');
    await phone.tap('go');
    expect(phone.sent('update')).toEqual([]);
  });

  it('names what is wrong with its argument', async () => {
    const phone = await phoneWith('{}', 'go() { this.setData("n"); }');
    await phone.tap('go');
    expect(phone.errors).toEqual(['setData of pages/a/a needs an object, not string']);
  });

  it('does nothing on a page that has left', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({});',
        '/pages/a/a.js': 'Page({ go() { my.redirectTo({ url: "/pages/b/b" }); setTimeout(() => this.setData({ n: 1 }), 10); } });',
        '/pages/b/b.js': 'Page({});',
      },
    });
    await phone.tap('go');
    await phone.fireTimers();
    expect(phone.sent('update')).toEqual([]);
    expect(phone.errors).toEqual([]);
  });
});

describe('$spliceData', () => {
  it('splices here and in the view', async () => {
    const phone = await phoneWith('{ a: { b: [1, 2, 3, 4] } }', 'go() { this.$spliceData({ "a.b": [1, 0, 5, 6] }); console.log(this.data.a.b); }');
    await phone.tap('go');
    expect(phone.lines).toEqual(['[1,5,6,2,3,4]']);
    expect(patchesOf(phone)).toEqual([{ path: ['a', 'b'], splice: [1, 0, 5, 6] }]);
  });

  it('makes an array where there is none', async () => {
    const phone = await phoneWith('{}', 'go() { this.$spliceData({ list: [0, 0, "x"] }); console.log(this.data.list); }');
    await phone.tap('go');
    expect(phone.lines).toEqual(['["x"]']);
  });
});

describe('$batchedUpdates', () => {
  it('sends once what is changed in it, each change seeing the one before', async () => {
    const phone = await phoneWith(
      '{ counter: 0 }',
      'go() { this.$batchedUpdates(() => { this.setData({ counter: this.data.counter + 1 }); this.setData({ counter: this.data.counter + 1 }); }); console.log(this.data.counter); }',
    );
    await phone.tap('go');
    expect(phone.lines).toEqual(['2']);
    expect(phone.sent('update')).toHaveLength(1);
  });

  it('sends separate calls separately', async () => {
    const phone = await phoneWith('{}', 'go() { this.setData({ a: 1 }); this.setData({ b: 1 }); }');
    await phone.tap('go');
    expect(phone.sent('update')).toHaveLength(2);
  });

  it('sends even when it throws', async () => {
    const phone = await phoneWith('{}', 'go() { this.$batchedUpdates(() => { this.setData({ a: 1 }); throw new Error("stop"); }); }');
    await phone.tap('go');
    expect(patchesOf(phone)).toEqual([{ path: ['a'], value: 1 }]);
    expect(phone.errors).toEqual(['Uncaught Error: stop (in go of pages/a/a)']);
  });
});

describe('page observers', () => {
  it('run for the fields that setData touches, when options say so', async () => {
    const observers = '"n, m"(n, m) { console.log("nm", n, m); }, "o.x"(x) { console.log("x", x); }, "o.**"(o) { console.log("o", o); }';
    const phone = await phoneWith(
      '{ n: 1, m: 2, o: {} }',
      `options: { observers: true }, observers: { ${observers} }, go() { this.setData({ n: 3 }); this.setData({ "o.y": 1 }); }`,
    );
    await phone.tap('go');
    expect(phone.lines).toEqual(['nm 3 2', 'o {"y":1}']);
  });

  it('do not run without the option', async () => {
    const phone = await phoneWith('{ n: 1 }', 'observers: { n() { console.log("no"); } }, go() { this.setData({ n: 3 }); }');
    await phone.tap('go');
    expect(phone.lines).toEqual([]);
  });

  it('that change what they observe without end are named', async () => {
    const phone = await phoneWith(
      '{ n: 1 }',
      'options: { observers: true }, observers: { n(n) { this.setData({ n: n + 1 }); } }, go() { this.setData({ n: 3 }); }',
    );
    await phone.tap('go');
    expect(phone.errors).toEqual(['Observers of pages/a/a change what they observe without end']);
  });
});
