import { describe, expect, it } from 'vitest';
import { startPhone } from './support/scripted-phone.ts';

async function logged(body: string) {
  const phone = await startPhone({ modules: { '/app.js': 'App({});', '/pages/a/a.js': `Page({ onLoad() { ${body} } });` } });
  return phone.reports('console');
}

describe('the console', () => {
  it('joins arguments by one space, texts as they are, anything else as JSON', async () => {
    const [line] = await logged('console.log("a", 1, true, null, undefined, { x: [1, "y"] }, function named() {}, () => {}, "%s");');
    expect(line).toMatchObject({ level: 'log', origin: 'program', text: 'a 1 true null undefined {"x":[1,"y"]} [Function named] [Function anonymous] %s' });
  });

  it('has its levels', async () => {
    const lines = await logged('for (const level of ["debug", "log", "info", "warn", "error"]) console[level](level);');
    expect(lines.map(({ level, text }) => [level, text])).toEqual([
      ['debug', 'debug'],
      ['log', 'log'],
      ['info', 'info'],
      ['warn', 'warn'],
      ['error', 'error'],
    ]);
  });

  it('writes errors as name and message with their stack beside', async () => {
    const [line] = await logged('console.error("failed", new RangeError("too far"), { inner: new Error("in") });');
    expect(line?.text).toBe('failed {"name":"RangeError","message":"too far"} {"inner":{"name":"Error","message":"in"}}');
    expect(line?.stack).toContain('RangeError: too far');
  });

  it('names cycles, also after an error among siblings', async () => {
    const [line] = await logged(
      'const o = { e: new Error("x"), list: [] }; o.self = o; o.list.push(o); const shared = {}; console.log(o, { a: shared, b: shared });',
    );
    expect(line?.text).toBe('{"e":{"name":"Error","message":"x"},"list":["[Circular]"],"self":"[Circular]"} {"a":{},"b":{}}');
  });

  it('gives values to unfold, cut to depth and size', async () => {
    const [line] = await logged(
      'let deep = {}; for (let i = 0; i < 20; i++) deep = { deep }; console.log({ f() {}, list: Array.from({ length: 150 }, (_, i) => i), map: new Map([["k", 1]]), set: new Set([1]), date: new Date(0), deep });',
    );
    const value = line?.values[0] as Record<string, unknown>;
    expect(value).toMatchObject({ f: '[Function f]', map: { k: 1 }, set: [1], date: '1970-01-01T00:00:00.000Z' });
    expect((value.list as unknown[]).slice(-2)).toEqual([99, '… 50 more']);
    expect(JSON.stringify(value.deep).length).toBeLessThan(100);
  });

  it('survives values that throw or are strange', async () => {
    const lines = await logged(
      'console.log({ get bad() { throw new Error("no"); } }); console.log(10n, Symbol("s"), new Map()); console.log(Object.create(null));',
    );
    expect(lines.map(({ text }) => text)).toEqual(['[object Object]', '10n Symbol(s) {}', '{}']);
  });

  it('counts, times and asserts', async () => {
    const lines = await logged(
      'console.count(); console.count(); console.assert(1 > 2, "wrong"); console.assert(true, "fine"); console.time("t"); console.timeEnd("t"); console.dir({ a: 1 }); console.group("g"); console.groupEnd();',
    );
    expect(lines.map(({ text }) => text.replace(/\d+ ms/, 'N ms'))).toEqual(['default: 1', 'default: 2', 'Assertion failed: wrong', 't: N ms', '{"a":1}', 'g']);
  });

  it('sends everything before it says that it is idle', async () => {
    const phone = await startPhone({
      modules: { '/app.js': 'App({});', '/pages/a/a.js': 'Page({ go() { for (let i = 0; i < 250; i++) console.log(i); } });' },
    });
    phone.receive({
      type: 'event',
      id: phone.topId,
      method: 'go',
      event: { type: 'tap', timeStamp: 0, target: { id: '', tagName: '', dataset: {} }, currentTarget: { id: '', tagName: '', dataset: {} }, detail: {} },
    });
    phone.receive({ type: 'ping', id: 1 });
    const types = phone.messages.slice(phone.messages.findIndex(({ type }) => type === 'stack') + 1).map(({ type }) => type);
    expect(phone.reports('console')).toHaveLength(250);
    expect(types.indexOf('pong')).toBe(types.length - 1);
  });
});
