type AnyFunction = (...args: unknown[]) => unknown;

/** Methods that SJS may call on values of a type. Anything else, `constructor` above all, does not exist for it. */
const methods = {
  string:
    'at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare match matchAll normalize padEnd padStart repeat replace replaceAll search slice split startsWith substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim trimEnd trimStart valueOf',
  number: 'toExponential toFixed toLocaleString toPrecision toString valueOf',
  boolean: 'toString valueOf',
  bigint: 'toLocaleString toString valueOf',
  array:
    'at concat copyWithin every fill filter find findIndex findLast findLastIndex flat flatMap forEach includes indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice toLocaleString toReversed toSorted toSpliced toString unshift with',
  object: 'hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf',
  function: 'apply bind call',
  regexp: 'exec test toString',
  date: 'getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime getTimezoneOffset getUTCDate getUTCDay getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate setUTCFullYear setUTCHours setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds toDateString toISOString toJSON toLocaleDateString toLocaleString toLocaleTimeString toString toTimeString toUTCString valueOf',
} as const;

export type SjsType = keyof typeof methods | 'error' | 'other';

const prototypes: Record<keyof typeof methods, object> = {
  string: String.prototype,
  number: Number.prototype,
  boolean: Boolean.prototype,
  bigint: BigInt.prototype,
  array: Array.prototype,
  object: Object.prototype,
  function: Function.prototype,
  regexp: RegExp.prototype,
  date: Date.prototype,
};

function table(type: keyof typeof methods): Map<string, AnyFunction> {
  const prototype = prototypes[type];
  return new Map(
    methods[type].split(' ').flatMap((name) => {
      const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      return typeof method === 'function' ? [[name, method as AnyFunction]] : [];
    }),
  );
}

/** Taken when the document starts, before any program runs. */
export const allowedMethods = Object.fromEntries(Object.keys(methods).map((type) => [type, table(type as keyof typeof methods)])) as Record<
  keyof typeof methods,
  Map<string, AnyFunction>
>;

/** Objects that everything shares; nothing is ever written to them. */
export const intrinsics: ReadonlySet<object> = new Set<object>([...Object.values(prototypes), Error.prototype, Promise.prototype, Symbol.prototype]);

/** What `x.constructor` is: a word. */
export const typeNames: Record<SjsType, string> = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
  bigint: 'BigInt',
  array: 'Array',
  object: 'Object',
  function: 'Function',
  regexp: 'RegExp',
  date: 'Date',
  error: 'Error',
  other: 'Object',
};
