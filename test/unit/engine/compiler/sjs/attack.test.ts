import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runSjs, type SjsRun } from './run-sjs.ts';

/** Runs hostile SJS in a realm with a document. What it exports as `stolen`, and the run; null when the module throws. */
function attack(source: string): { stolen: unknown; run: SjsRun } | null {
  try {
    const run = runSjs(source, { document: { cookie: 'secret' }, window: {}, fetch: () => 'network' });
    const { stolen } = run.exports;
    return { stolen: typeof stolen === 'function' ? callOf(stolen as () => unknown) : stolen, run };
  } catch (error) {
    // Its own doing, unless the code cannot even be read.
    expect(error).not.toMatchObject({ name: 'SyntaxError' });
    return null;
  }
}

function callOf(steal: () => unknown): unknown {
  try {
    return steal();
  } catch {
    return undefined;
  }
}

/** Whether a value is one that gives a program power: a constructor of functions, a prototype that is shared, the realm. */
function isPower(value: unknown, context: vm.Context): boolean {
  if (typeof value !== 'object' && typeof value !== 'function') return false;
  if (value === null) return false;
  context.suspect = value;
  return vm.runInContext(
    `[globalThis, document, Function, eval, Object, Array, String, Number, RegExp, Date, Promise, Object.prototype, Array.prototype, Function.prototype,
      String.prototype, Number.prototype, RegExp.prototype, Date.prototype, Error, Error.prototype, (async () => 0).constructor, (function* () {}).constructor,
      fetch, kit, kit.guard, definitions].includes(suspect)`,
    context,
  ) as boolean;
}

const expressions = [
  'this',
  '(() => this)()',
  '(function () { return this })()',
  '(function () { return arguments.callee })()',
  '(function () { return (() => arguments.callee.caller)() })()',
  'globalThis',
  'window',
  'document',
  'document.cookie',
  'Function("return this")()',
  'eval("this")',
  '(0, eval)("this")',
  '$',
  '$.guard',
  'G',
  'G.get',
  'kit',
  'defineView',
  '[].constructor',
  '[]["constructor"]',
  '[]["con" + "structor"]',
  '[][["constructor"]]',
  '[][{ toString: () => "constructor" }]',
  '[][{ n: 0, toString() { return this.n++ ? "constructor" : "length" } }]',
  '[][`constructor`]',
  '[].constructor.constructor("return this")()',
  '(() => 1).constructor("return document")()',
  '(function () {}).constructor',
  '"".constructor.constructor',
  '(1).constructor',
  '[].__proto__',
  '({}).__proto__',
  '({})["__proto__"]["constructor"]',
  '({}).toString.constructor',
  '[].map.constructor("return this")()',
  '[].map.call.constructor',
  '[].map.call.call.constructor',
  '(() => 1).prototype',
  '(function () {}).prototype.constructor',
  '({}).__lookupGetter__("__proto__")',
  '({}).__defineGetter__',
  '({}).valueOf.call(undefined)',
  '({}).valueOf()',
  '[].concat.call(undefined)',
  '(() => 1).bind.call.constructor',
  'Object.getPrototypeOf',
  'Object.constructor',
  'Object.getOwnPropertyDescriptor',
  'Object.prototype',
  'Array.prototype',
  'Array.constructor',
  'Math.constructor.constructor',
  'Math.__proto__',
  'JSON.constructor',
  'JSON.parse("{\\"__proto__\\": {\\"a\\": 1}}").constructor.constructor',
  'String.constructor',
  'String.fromCharCode.constructor',
  'Number.prototype',
  'console.log.constructor("return this")()',
  'console.constructor',
  'isNaN.constructor',
  'getDate().constructor.constructor',
  'getDate.constructor',
  'getRegExp("a").constructor.constructor',
  '/a/.constructor',
  '/a/.exec("a").constructor.constructor',
  '[][Symbol.iterator]',
  '[].entries().__proto__.constructor',
  '[].values',
  '"".at.constructor',
  '`${[].constructor}`.constructor.constructor',
  '[..."a"].constructor.constructor',
  '(([a]) => a.constructor)([[]])',
  '((a = [].constructor) => a)()',
  '((...rest) => rest.constructor.constructor)()',
  '[]?.constructor.constructor',
  '[]?.["constructor"]?.constructor',
  '[].constructor?.("return this")',
  '(([])["constructor"])',
  '((1, [])).constructor',
  '[].reduce.apply.constructor',
  '[1].find(function () { return this })',
  '[1].map(function () { return this })[0]',
  '"a".replace("a", function () { return this })',
  '[2, 1].sort(function () { throw this })',
  'JSON.stringify({ toJSON() { return this.constructor.constructor } })',
  'JSON.parse("[1]", function () { return this.constructor })',
  'Object.entries([].map)',
  'Object.assign({}, [].map).constructor',
  'Object.fromEntries([["__proto__", 1]]).constructor.constructor',
  'Array.from.constructor',
  'Array.from([1], function () { return this })[0]',
  'getRegExp({ toString: () => "a" }).constructor.constructor',
  'encodeURIComponent.call.call.constructor',
  '((f) => f.call.call(f, 1))((function () { return this }))',
  '(function () { return this }).call(null)',
  '(function () { return this }).apply()',
  '(function () { return this }).bind()()',
];

const programs = [
  'let stolen; try { null.x } catch (e) { stolen = e.constructor } export { stolen }',
  'let stolen; try { null.x } catch (e) { stolen = e.constructor.constructor } export { stolen }',
  'let stolen; try { null.x } catch ({ constructor }) { stolen = constructor } export { stolen }',
  'const { constructor: stolen } = []; export { stolen }',
  'const { ["constructor"]: stolen } = []; export { stolen }',
  'const key = "constructor"; const { [key]: stolen } = []; export { stolen }',
  'let stolen; ({ constructor: stolen } = []); export { stolen }',
  'const { length: { constructor: stolen } } = []; export { stolen }',
  'const { map: { constructor: stolen } } = []; export { stolen }',
  'const [{ constructor: stolen }] = [[]]; export { stolen }',
  'export const stolen = (({ constructor }) => constructor)([])',
  'const o = {}; [o.x] = [1]; export const stolen = o.x.constructor',
  'const o = { __proto__: [].map }; export const stolen = o.constructor',
  'const o = { "__proto__": [].map }; export const stolen = o.constructor',
  'const __proto__ = [].map; const o = { __proto__ }; export const stolen = o.constructor',
  'const o = { ["__proto__"]: [].map }; export const stolen = o.constructor.constructor',
  'const o = {}; o.__proto__ = [].map; export const stolen = o.constructor',
  'const o = {}; o["__pro" + "to__"] = [].map; export const stolen = o.constructor',
  'const o = {}; o["__proto__"] ||= [].map; export const stolen = o.constructor',
  'const o = { get constructor() { return this } }; export const stolen = o',
  'class A { static { } } export const stolen = A.constructor',
  'export const stolen = new (function () {})().constructor',
  'export const stolen = new.target',
  'function f() { return new.target } export const stolen = f()',
  'export const stolen = import.meta',
  'export const stolen = import("data:text/javascript,1")',
  'export async function f() {} export const stolen = f.constructor',
  'export function* f() {} export const stolen = f.constructor',
  'export const stolen = ((s) => s.raw.constructor)`a`',
  'export const stolen = ((f) => f`a`)((s) => s)',
  'var $; export const stolen = $',
  'var G; export const stolen = G',
  'var kit, document, window; export const stolen = kit || document || window',
  'if (true) { function document() {} } export const stolen = document',
  '{ let document = 1 } export const stolen = document',
  'for (let document of [1]); export const stolen = document',
  'try { throw 1 } catch (document) {} export const stolen = document',
  'label: { break label } document: for (;;) { break document } export const stolen = typeof document === "object" ? document : 0',
  'const o = { i: 1 }\no.i++\n["constructor"]\nexport const stolen = o',
  'let stolen\nstolen = [].i\n["constructor"]["constructor"]\nexport { stolen }',
  'const o = {}\nlet stolen = o.x = 1\n["constructor"]\nexport { stolen }',
  'const o = { f: () => 0 }\nlet stolen = o.f()\n["constructor"]["constructor"]\nexport { stolen }',
  'function f() { return\n["constructor"] } export const stolen = f()',
  'let stolen; do stolen = [].length; while (0) ["constructor"]; export { stolen }',
  'import x from "./main.sjs"; export const stolen = x.constructor.constructor',
  'import { constructor as stolen } from "./none.sjs"; export { stolen }',
  'import { __proto__ as stolen } from "./none.sjs"; export { stolen }',
  'import * as n from "./none.sjs"; export const stolen = n.constructor.constructor',
  'export * from "./none.sjs"; export { constructor as stolen } from "./none.sjs"',
  'const o = {}; for (o.x of [[].map]); export const stolen = o.x.constructor',
  'const o = {}; for (const k in []) o[k] = 1; export const stolen = [].map["constructor"]',
  'undefined = 1; NaN = 2; Math = 3; export const stolen = Math.constructor',
  'export const stolen = /* */ [] /* */ . /* */ constructor /* */ . constructor',
  'export const stolen = []\n.\nconstructor',
  'export const stolen = [].c\\u006fnstructor.c\\u006fnstructor',
  'export const stolen = []["c\\x6fnstructor"]["constructor"]',
  'export const stolen = \\u0064ocument',
  'export default function () { return this } export { default as stolen } from "./main.sjs"',
];

describe('hostile SJS', () => {
  it.each([...expressions.map((expression) => `export const stolen = () => (${expression});`), ...programs])('gets nothing from %s', (source) => {
    const attacked = attack(source);
    if (!attacked) return;
    expect(isPower(attacked.stolen, attacked.run.context)).toBe(false);
    expect(attacked.stolen).not.toBe('secret');
    expect(attacked.stolen).not.toBe('network');
  });

  /** Everything a program can get hold of with these statements must leave the realm as it was. */
  it.each([
    '[].__proto__.polluted = 1',
    '({}).__proto__.polluted = 1',
    'const p = [].map; p.polluted = 1',
    '[].map.call.polluted = 1',
    'Math.polluted = 1',
    'Math.max = () => 1',
    'JSON.parse = () => 1',
    'console.log = () => 1',
    'String.fromCharCode = () => 1',
    'Object.assign({}.__proto__ || {}, { polluted: 1 })',
    'Object.assign([].map, { polluted: 1 })',
    'Object.fromEntries([["__proto__", { polluted: 1 }]]).x',
    'const o = JSON.parse("{\\"__proto__\\": {\\"polluted\\": 1}}"); Object.assign({}, o)',
    'delete [].map',
    'delete Math.max',
    'const f = {}.toString; f.polluted = 1',
    '[].push.call(({}).toString, 1)',
    'Object.assign("", { polluted: 1 })',
    'getDate().polluted = 1',
    '/a/.polluted = 1',
    'const { toString } = {}; toString.polluted = 1',
    'document = 1; window = 2; polluted = 3',
    'function Array() {} function Object() {} function Math() {}',
    'var globalThis = 1, self = 2; function eval_() {}',
  ])('changes nothing with %s', (statement) => {
    const probe =
      'JSON.stringify([typeof polluted, typeof ({}).polluted, typeof [].polluted, typeof [].map, typeof [].map.polluted, typeof ({}).toString.polluted, Math.max(1, 2), typeof Math.polluted, JSON.parse("1"), String.fromCharCode(65), typeof Date.prototype.polluted, typeof RegExp.prototype.polluted, typeof document, typeof Function.prototype.call.polluted])';
    const { context } = runSjs('', { document: {} });
    const clean = vm.runInContext(probe, context);
    const attacked = attack(statement.includes('function') || statement.startsWith('var ') ? statement : `try { ${statement} } catch (e) {}`);
    expect(attacked).not.toBeNull();
    if (attacked) expect(vm.runInContext(probe, attacked.run.context)).toBe(clean);
  });

  it('is judged by a test that knows power when it sees it', () => {
    const { context } = runSjs('', { document: {}, fetch: () => 0 });
    for (const power of ['Function', 'document', 'Array.prototype', 'kit', 'globalThis']) expect(isPower(vm.runInContext(power, context), context)).toBe(true);
    expect(isPower(vm.runInContext('[].map', context), context)).toBe(false);
  });

  const part = fc.constantFrom(
    ...[
      '[]',
      '{}',
      '({})',
      '""',
      '1',
      '/a/',
      'x',
      'f',
      '$',
      'G',
      'document',
      'this',
      'arguments',
      'Math',
      'JSON',
      'undefined',
      '`${',
      '}`',
      '.',
      '?.',
      '[',
      ']',
      '(',
      ')',
    ],
    ...[
      '"constructor"',
      'constructor',
      '__proto__',
      'prototype',
      '=',
      '+=',
      '++',
      '--',
      '=>',
      'function ',
      'var ',
      'let ',
      'const ',
      'return ',
      'typeof ',
      'delete ',
      'void ',
    ],
    ...[
      '{',
      '}',
      ',',
      ';',
      '\n',
      ':',
      '...',
      'for (',
      ' of ',
      ' in ',
      'if (',
      'export default ',
      'export ',
      'import x from "y"',
      'new ',
      'yield ',
      'await ',
      '`',
      '/',
      '*',
    ],
  );

  it('never compiles to code that does not stay inside its module', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const source = `let x = 1, f = () => 2;\n${parts.join('')}`;
        let run: SjsRun | undefined;
        try {
          run = runSjs(source, { document: {}, fetch: () => 0 });
        } catch (error) {
          // What the module itself throws is its own affair; that its code cannot be read is not.
          expect(error instanceof SyntaxError).toBe(false);
        }
        if (run) for (const value of Object.values(run.exports)) expect(isPower(value, run.context)).toBe(false);
        expect(run?.diagnostics ?? []).not.toContain('sjs-refused');
      }),
      { numRuns: 400 },
    );
  });
});
