/** What of the global object stays: the language itself. Everything a browser adds is taken away. */
const language = new Set([
  ...['undefined', 'NaN', 'Infinity', 'globalThis', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'escape', 'unescape'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'eval'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp', 'JSON', 'Reflect', 'Proxy', 'Intl'],
  ...['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'Promise'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SuppressedError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['DisposableStack', 'AsyncDisposableStack', 'Temporal'],
  ...['Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
]);

function chainOf(global: object): object[] {
  const chain: object[] = [];
  for (let each: object | null = global; each !== null && each !== Object.prototype; each = Object.getPrototypeOf(each)) chain.push(each);
  return chain;
}

/** Takes one property away; what cannot be deleted becomes undefined for good. */
function remove(holder: object, name: PropertyKey): void {
  if (Reflect.deleteProperty(holder, name)) return;
  Reflect.defineProperty(holder, name, { value: undefined, writable: false, configurable: false });
}

/**
 * Leaves the language and nothing else on a worker's global object and its prototypes, so that no name leads to the
 * network, to storage, to other workers, to messages or out of the worker. Returns names that could not be removed.
 */
export function sealGlobal(global: object): string[] {
  for (const holder of chainOf(global)) {
    for (const name of Reflect.ownKeys(holder)) {
      if (typeof name === 'symbol' || (holder === global && language.has(name))) continue;
      remove(holder, name);
    }
  }
  return chainOf(global).flatMap((holder) => Reflect.ownKeys(holder).flatMap((name) => stillThere(holder, global, name)));
}

function stillThere(holder: object, global: object, name: PropertyKey): string[] {
  if (typeof name !== 'string' || (holder === global && language.has(name))) return [];
  const descriptor = Reflect.getOwnPropertyDescriptor(holder, name);
  const harmless = descriptor === undefined || (descriptor.get === undefined && typeof descriptor.value !== 'function' && typeof descriptor.value !== 'object');
  return harmless ? [] : [name];
}
