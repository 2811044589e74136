/** What the module system gives to every module, in this order. */
export const moduleParameters = ['require', 'module', 'exports', 'my', 'App', 'Page', 'Component', 'getApp', 'getCurrentPages', 'console'] as const;

/** Names that mini programs do not see: parameters that nothing is given for. */
export const shadowedNames = ['window', 'document', 'self', 'fetch', 'location', 'XMLHttpRequest', 'AlipayJSBridge', 'global', 'globalThis'] as const;

export interface ModuleText {
  path: string;
  /** CommonJS. */
  code: string;
  map: string | null;
  strict: boolean;
  /** Specifiers as written, with the paths of the modules that they mean. */
  table: Record<string, string>;
}

/**
 * `defineModule("<path>", function (require, …) { { <code> } }, <table>);` and its source map. The code stands in a block
 * of its own, so that it may declare names that are shadowed.
 */
export function wrapModule({ path, code, map, strict, table }: ModuleText): { code: string; map: string | null } {
  const parameters = [...moduleParameters, ...shadowedNames].join(', ');
  const head = `defineModule(${JSON.stringify(path)}, function (${parameters}) {${strict ? ' "use strict";' : ''} {\n`;
  return {
    code: `${head}${code}${code.endsWith('\n') ? '' : '\n'}} }, ${JSON.stringify(table)});`,
    // The head is one line, which maps to nothing.
    map: map?.replace(/("mappings":\s*")/, '$1;') ?? null,
  };
}
