import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { compileSjs, parseSjs } from '#engine/compiler/sjs/index.ts';

const runtime = path.join(import.meta.dirname, '../../../../../runtime/sjs');

/** The guard as one script, so that it can run in a realm of its own, as it does in a phone. */
const guardScript = ['builtins', 'globals', 'guard']
  .map((name) => readFileSync(path.join(runtime, `${name}.ts`), 'utf8'))
  .map((text) =>
    stripTypeScriptTypes(text)
      .replace(/^import .*$/gm, '')
      .replace(/^export /gm, ''),
  )
  .join('\n');

export interface SjsRun {
  exports: Record<string, unknown>;
  logged: unknown[][];
  diagnostics: string[];
  context: vm.Context;
}

/** Compiles modules and runs `/main.sjs` of them in a realm that has `realm` as its global names. */
export function runSjs(texts: Record<string, string> | string, realm: Record<string, unknown> = {}): SjsRun {
  const modules = typeof texts === 'string' ? { '/main.sjs': texts } : texts;
  const logged: unknown[][] = [];
  const diagnostics: string[] = [];
  const context = vm.createContext({ ...realm, log: (args: unknown[]) => logged.push([...args]) });
  vm.runInContext(
    `${guardScript}
    const definitions = new Map();
    const values = new Map();
    function defineView(id, hash, factory) { definitions.set(id, factory); }
    const kit = { guard: createSjsGuard({ log }), sjs(id) {
      if (!values.has(id)) values.set(id, definitions.has(id) ? definitions.get(id)(kit) : {});
      const names = Object.assign(Object.create(null), values.get(id));
      return { main: 'default' in names ? names.default : names, names };
    } };`,
    context,
  );
  for (const [id, text] of Object.entries(modules)) {
    const file = parseSjs(id, text);
    const table = Object.fromEntries(file.imports.map(({ specifier }) => [specifier, path.posix.resolve('/', specifier)]));
    const compiled = compileSjs(file, table);
    diagnostics.push(...file.diagnostics.map(({ code }) => code), ...compiled.diagnostics.map(({ code }) => code));
    vm.runInContext(compiled.code, context);
  }
  const exports = vm.runInContext('kit.sjs("/main.sjs").names', context) as Record<string, unknown>;
  return { exports, logged, diagnostics, context };
}
