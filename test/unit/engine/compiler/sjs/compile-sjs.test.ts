import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileSjs, parseSjs } from '#engine/compiler/sjs/index.ts';
import { runSjs } from './run-sjs.ts';

/** What an expression is in SJS. */
function evaluated(expression: string, before = ''): unknown {
  const { exports, diagnostics } = runSjs(`${before}\nexport default ${expression};`);
  expect(diagnostics).toEqual([]);
  return JSON.parse(JSON.stringify({ value: exports.default })).value;
}

describe('values', () => {
  it.each([
    ['[1, 2, 3].map((n) => n * 2).filter(n => n > 2)', [4, 6]],
    ['"a-b".split("-").join("+").toUpperCase()', 'A+B'],
    ['(12.345).toFixed(1)', '12.3'],
    ['Math.max(1, ...[5, 3])', 5],
    ['JSON.stringify({ a: [1] })', '{"a":[1]}'],
    ['Object.keys({ a: 1, b: 2 })', ['a', 'b']],
    ['parseInt("12px", 10) + parseFloat("1.5")', 13.5],
    ['encodeURIComponent("a b")', 'a%20b'],
    ['getRegExp("a+", "g").test("caat")', true],
    ['"x1y22".replace(/\\d+/g, (d) => `<${d}>`)', 'x<1>y<22>'],
    ['getDate("2020-02-03T00:00:00Z").getUTCDate()', 3],
    [
      '[[].constructor, {}.constructor, "".constructor, (1).constructor, true.constructor, (() => 1).constructor, getDate().constructor, /a/.constructor]',
      ['Array', 'Object', 'String', 'Number', 'Boolean', 'Function', 'Date', 'RegExp'],
    ],
    ['typeof Symbol === "function" ? 1 : 2', 2],
    ['isNaN(undefined)', true],
    ['"abc"[1] + "abc".length', 'b3'],
    ['[..."ab", ...[1]]', ['a', 'b', 1]],
    ['((a, b = 2, ...rest) => [a, b, rest])(1, undefined, 3, 4)', [1, 2, [3, 4]]],
    ['(function () { return arguments.length })(1, 2)', 2],
    ['(({ a, b: { c = 3 } = {}, ...rest }) => [a, c, rest])({ a: 1, d: 4 })', [1, 3, { d: 4 }]],
    ['({ n: 1, inc() { this.n++; return this.n } }).inc()', 2],
    ['({ hasOwnProperty: 1 }).hasOwnProperty', 1],
    ['Object.assign({ a: 1 }, { b: 2 })', { a: 1, b: 2 }],
    ['({ a: null })?.a?.b?.c ?? "none"', 'none'],
    ['({ f() { return this.x }, x: 3 }).f?.()', 3],
    ['({}).f?.(1) === undefined', true],
    ['Array.isArray([]) && Array.from({ length: 2 }, (_, i) => i)', [0, 1]],
    ['String(1) + Number("2") + Boolean(0) + String.fromCharCode(65)', '12falseA'],
    ['function f(x) { return x ? 1 : f(1) }', undefined],
    ['[3, 1, 2].sort((a, b) => a - b)', [1, 2, 3]],
    ['[1, 2].concat.apply([0], [[1], 2])', [0, 1, 2]],
  ])('%s', (expression, expected) => expect(evaluated(expression)).toEqual(expected));

  it.each([
    [
      'assignments',
      'const o = { a: { b: 1 }, l: [1] }; o.a.b += 2; o["c"] = o.a.b++; --o.a.b; o.l[1] = 5; o.x ??= 7; delete o.l[0];',
      { a: { b: 3 }, l: [null, 5], c: 3, x: 7 },
    ],
    [
      'loops',
      'const o = []; for (let i = 0; i < 2; i++) o.push(i); for (const k in { p: 1 }) o.push(k); for (const v of ["q"]) o.push(v); let n = 0; do { n++ } while (n < 3)\no.push(n); outer: for (;;) { while (true) { break outer } }',
      [0, 1, 'p', 'q', 3],
    ],
    ['branches', 'let o; if (1) o = "a"; else o = "b"; switch (o) { case "a": o += "c"; break; default: o = 0 }', 'ac'],
    ['exceptions', 'let o; try { null.x } catch ({ message }) { o = message } finally { o += "!" }', "Cannot read properties of null (reading 'x')!"],
    ['lines that end without semicolon', 'const o = { i: 1 }\no.i++\n;[1].forEach((n) => o.i += n)\nlet t = o.i\n', { i: 3 }],
    ['commas', 'let o = [(1, 2), ((a) => a)((3, 4))]', [2, 4]],
    ['hoisted functions', 'const o = f(); function f() { return g; var g = 1 }', undefined],
    ['functions as objects', 'function f() {} f.cache = { a: 1 }; const o = [f.cache.a, f.name.length > 0]', [1, true]],
    ['names of built-ins', 'function f(isNaN, Math) { return isNaN + Math } const o = [f(1, 2), isNaN(NaN), Math.abs(-1)]', [3, true, 1]],
    ['names of the document', 'const document = 1; let window = 2, $ = 3, G = 4; var u$ = 5; const o = [document, window, $, G, u$]', [1, 2, 3, 4, 5]],
    ['keys that are names', 'const u$a = 1, a = 2; const o = { a, "b c": a, [`k${a}`]: u$a, get: 1, async: 2 }', { a: 2, 'b c': 2, k2: 1, get: 1, async: 2 }],
  ])('%s', (_, before, expected) => expect(evaluated('o', before)).toEqual(expected));

  it('logs', () => expect(runSjs('console.log("a", { b: 1 })').logged).toEqual([['a', { b: 1 }]]));
});

describe('modules', () => {
  it('exports default and names', () => {
    const { exports } = runSjs(
      'export const a = 1, { b } = { b: 2 }; export function c() { return 3 } const d = 4; export { d as e, d as "f g" }; export default () => 5;',
    );
    expect(Object.keys(exports).sort()).toEqual(['a', 'b', 'c', 'default', 'e', 'f g']);
    expect((exports.c as () => number)()).toBe(3);
    expect((exports.default as () => number)()).toBe(5);
  });

  it('imports other modules', () => {
    const { exports, diagnostics } = runSjs({
      '/b.sjs': 'export const x = 1; export default { y: 2 }; export function z() { return 3 }',
      '/c.sjs': 'export * from "./b.sjs"; export { default as d } from "./b.sjs"; export * as all from "./b.sjs"',
      '/main.sjs':
        'import b, { x, z as w } from "./b.sjs"; import * as c from "./c.sjs"; export const sum = x + b.y + w() + c.x + c.d.y + c.all.x; export const hidden = c.default;',
    });
    expect(diagnostics).toEqual([]);
    expect(exports).toMatchObject({ sum: 10, hidden: undefined });
  });

  it('exports nothing but a diagnostic when it is not in the subset', () => {
    expect(runSjs('class A {} export default A')).toMatchObject({ exports: {}, diagnostics: ['sjs-unsupported'] });
    expect(runSjs('let a = ;')).toMatchObject({ exports: {}, diagnostics: ['script-syntax'] });
  });

  it('goes on without a name that does not exist, until it is used', () => {
    const { exports, diagnostics } = runSjs('export const a = 1; export const b = () => Promise.resolve(); count = 5; export const c = () => count');
    expect(diagnostics).toEqual(['sjs-unknown-name', 'sjs-unknown-name']);
    expect(exports.a).toBe(1);
    expect(exports.b).toThrow('Promise is not defined in SJS');
    expect((exports.c as () => number)()).toBe(5);
  });

  it('takes deeply nested code', () => {
    expect(runSjs(`export default ${'['.repeat(20_000)}${']'.repeat(20_000)}`).diagnostics.length).toBe(1);
    expect(runSjs(`export default ${'1+'.repeat(5_000)}1`).diagnostics.length).toBeLessThan(2);
  });
});

describe('real programs', () => {
  const root = path.join(import.meta.dirname, '../../../../..');
  const files = ['antd-mini', 'mini-ali-ui', 'mini-antui'].flatMap((name) => {
    const folder = path.join(root, 'node_modules', name);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => (file.endsWith('.sjs') ? [path.join(folder, file)] : []));
  });

  it('are all in the subset', () => {
    expect(files.length).toBeGreaterThan(70);
    const found = files.flatMap((file) => {
      const parsed = parseSjs(`/${path.relative(root, file)}`, readFileSync(file, 'utf8'));
      return [...parsed.diagnostics, ...compileSjs(parsed, {}).diagnostics].map(({ message }) => `${file}: ${message}`);
    });
    expect(found).toEqual([]);
  });
});
