import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { answerFunctionIdiom } from '#runtime/logic/boot/function-idiom.ts';

/** A worker-like global object with a `Function` of its own; text becomes no code there. */
function sealedRealm(): (code: string) => unknown {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const source = answerFunctionIdiom.toString();
  runInContext(
    `const idiom = /^\\s*return\\s+this\\s*;?\\s*$/;
     const asksForGlobal = (args) => args.length === 1 && typeof args[0] === 'string' && idiom.test(args[0]);
     (${source})(globalThis);`,
    context,
  );
  return (code) => runInContext(code, context);
}

describe('the global object by way of Function', () => {
  it.each(["Function('return this')()", "new Function('return this')()", "(() => {}).constructor(' return this; ')()"])('%s is answered', (code) => {
    expect(sealedRealm()(`${code} === globalThis`)).toBe(true);
  });

  it.each(["Function('return 1')()", "new Function('a', 'return this')()", "Function('return this, 1')()", '(() => {}).constructor("1")()'])(
    '%s is refused as ever',
    (code) => {
      expect(() => sealedRealm()(code)).toThrow(/Code generation from strings disallowed/);
    },
  );

  it('leaves functions what they are', () => {
    expect(sealedRealm()('(() => {}) instanceof Function && (() => {}).constructor === Function')).toBe(true);
  });
});
