import { SourceMap } from 'node:module';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compileScriptFile, moduleParameters, reallyRequires, requiredModules, shadowedNames, wrapModule } from '#engine/compiler/script/index.ts';

async function compile(path: string, text: string, table: Record<string, string> = {}) {
  const file = await compileScriptFile(path, text);
  return { ...file, wrapped: wrapModule({ ...file, table }) };
}

/** Runs a wrapped module; `given` are values of its parameters. What it exports. */
async function run(path: string, text: string, given: Record<string, unknown> = {}): Promise<unknown> {
  const { wrapped } = await compile(path, text);
  const module = { exports: {} };
  vm.runInNewContext(wrapped.code, {
    defineModule(_: string, factory: (...args: unknown[]) => void) {
      factory(...moduleParameters.map((name) => (name === 'module' ? module : name === 'exports' ? module.exports : given[name])));
    },
  });
  return module.exports;
}

describe('compileScriptFile', () => {
  it('makes CommonJS of ES modules and TypeScript', async () => {
    const required: string[] = [];
    const exports = await run('/a.ts', "import b, { c } from './b'; import './side'; export const sum: number = b + c; export default (): string => 'd';", {
      require: (specifier: string) => {
        required.push(specifier);
        return { __esModule: true, default: 1, c: 2 };
      },
    });
    expect(exports).toMatchObject({ sum: 3, __esModule: true });
    expect(required).toEqual(['./b', './side']);
  });

  it('leaves CommonJS as it is', async () => {
    expect(await run('/a.js', "module.exports = { a: require('./b').x }", { require: () => ({ x: 1 }) })).toEqual({ a: 1 });
  });

  it('turns import() into a promise of require()', async () => {
    const { specifiers, code } = await compile('/a.js', "import('./later').then((later) => later)");
    expect(specifiers).toEqual(['./later']);
    expect(code).not.toMatch(/\bimport\(/);
  });

  it.each(shadowedNames)('hides %s', async (name) => {
    expect(await run('/a.js', `module.exports = typeof ${name}`)).toBe('undefined');
  });

  it('lets a module declare names that are hidden', async () => {
    expect(
      await run(
        '/a.js',
        'let window = 1; const self = 2; var location = 3; function document() { return 4 } module.exports = [window, self, location, document()]',
      ),
    ).toEqual([1, 2, 3, 4]);
  });

  it('is strict where the source is', async () => {
    const test = '(function () { return this === undefined })()';
    expect(await run('/a.js', `exports.strict = ${test}`)).toEqual({ strict: false });
    expect(await run('/a.js', `'use strict'; exports.strict = ${test}`)).toEqual({ strict: true });
    expect(await run('/a.js', `import './b'; exports.strict = ${test}`, { require: () => ({}) })).toEqual({ strict: true });
    expect(await run('/a.js', `export const strict = ${test}`)).toMatchObject({ strict: true });
  });

  it('maps lines of the wrapped module to the source', async () => {
    const { wrapped } = await compile('/a.ts', 'interface A {\n  b: string;\n}\n\nexport const c = 1;\n\nthrow new Error(`${c}`);\n');
    const line = wrapped.code.split('\n').findIndex((text) => text.includes('throw new'));
    const entry = new SourceMap(JSON.parse(wrapped.map ?? '')).findEntry(line, 0);
    expect(entry).toMatchObject({ originalLine: 6, originalSource: '/a.ts' });
  });

  it('gives the table of its modules', async () => {
    const { wrapped } = await compile('/a.js', 'require("./b")', { './b': '/b.js' });
    expect(wrapped.code).toMatch(/^defineModule\("\/a\.js", function \(require, module, exports, my, /);
    expect(wrapped.code).toMatch(/\}, \{"\.\/b":"\/b\.js"\}\);$/);
  });

  it('says where the syntax is wrong, and makes a module that says so too', async () => {
    const { diagnostics } = await compile('/a.js', "const 你好 = '🙂'; let a = ;");
    expect(diagnostics).toMatchObject([
      {
        file: 'a.js',
        code: 'script-syntax',
        severity: 'error',
        range: { start: { line: 0, column: 25 }, end: { line: 0, column: 26 } },
        message: 'Unexpected ";"',
      },
    ]);
    await expect(run('/a.js', 'let a = ;')).rejects.toThrow('/a.js: Unexpected ";"');
  });

  it('reads JSON with comments', async () => {
    expect(await run('/a.json', '{ "a": 1, // one\n "b": [2,], }')).toEqual({ a: 1, b: [2] });
    const { diagnostics } = await compile('/a.json', '{ "a" }');
    expect(diagnostics).toMatchObject([{ code: 'json-syntax', range: { start: { line: 0 } } }]);
  });

  it.each([
    '} }, {}); globalThis.escaped = 1; ({ a: function () { {',
    '}}',
    '*/ }',
    '</script>',
    '\u2028',
    '#!/usr/bin/env node\n1',
    'return',
    'await 1',
    '<!-- a',
  ])('stays inside its function: %s', async (text) => {
    const { wrapped } = await compile('/a.js', text);
    const context = { calls: 0, defineModule: () => context.calls++ };
    vm.runInNewContext(wrapped.code, context);
    expect(context).not.toHaveProperty('escaped');
    expect(context.calls).toBe(1);
  });
});

describe('requiredModules', () => {
  it('finds every call once', () => {
    expect(requiredModules('require("a"); require( \'b\' ); require(`c`); require("a"); require(x); my.require2("d")')).toEqual(['a', 'b', 'c']);
  });

  it('can tell a call from what looks like one', () => {
    expect(reallyRequires('const s = "require(\'a\')";', 'a')).toBe(false);
    expect(reallyRequires('(function (require) { require("./1") })', './1')).toBe(false);
    expect(reallyRequires('if (x) { require("a") }', 'a')).toBe(true);
  });
});
