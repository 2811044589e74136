const idiom = /^\s*return\s+this\s*;?\s*$/;

function asksForGlobal(args: readonly unknown[]): boolean {
  return args.length === 1 && typeof args[0] === 'string' && idiom.test(args[0]);
}

/**
 * Answers `Function('return this')()` with the global object. Published libraries look for it that way when they find no
 * other name for it, before their first line of work; any other text still goes to the native constructor, which the
 * policy of the worker makes fail.
 */
export function answerFunctionIdiom(global: object): void {
  const native = Function;
  const answering = new Proxy(native, {
    apply: (target, self, args) => (asksForGlobal(args) ? () => global : Reflect.apply(target, self, args)),
    construct: (target, args, newTarget) => (asksForGlobal(args) ? () => global : Reflect.construct(target, args, newTarget)),
  });
  const hidden = { value: answering, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(global, 'Function', hidden);
  Object.defineProperty(native.prototype, 'constructor', hidden);
}
