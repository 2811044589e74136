import { allowedMethods } from './builtins.ts';

type Values = Record<string, unknown>;

/** A frozen object without prototype that has these values. */
function frozen(values: Values): Values {
  return Object.freeze(Object.assign(Object.create(null), values));
}

/** Frozen data properties of a built-in object, as they were when the document started. */
function copyOf(source: object, names?: readonly string[]): Values {
  return frozen(Object.fromEntries((names ?? Object.getOwnPropertyNames(source)).map((name) => [name, Reflect.get(source, name)])));
}

function callable(call: (...args: never[]) => unknown, values: Values): unknown {
  return Object.freeze(Object.assign(call, values));
}

const numberConstants =
  'EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NEGATIVE_INFINITY POSITIVE_INFINITY isFinite isInteger isNaN isSafeInteger parseFloat parseInt'.split(
    ' ',
  );

function ownEntries(value: unknown): [string, unknown][] {
  return Object.entries(Object(value));
}

function toRegExp(pattern: unknown, flags?: unknown): RegExp {
  return new RegExp(pattern instanceof RegExp ? pattern.source : String(pattern), flags === undefined ? '' : String(flags));
}

function toDate(...args: (number | string)[]): Date {
  if (args.length === 0) return new Date();
  const [first = 0, ...rest] = args;
  return rest.length === 0 ? new Date(first) : new Date(...([first, ...rest].map(Number) as [number, number]));
}

/**
 * Every global name of SJS. None of them gives a way to a real constructor.
 * @param assign copies own properties as SJS would set them itself.
 */
export function sjsGlobals(assign: (target: unknown, ...sources: unknown[]) => unknown, log: (args: unknown[]) => void): Values {
  const slice = allowedMethods.array.get('slice');
  return frozen({
    Math: copyOf(Math),
    JSON: frozen({ parse: JSON.parse, stringify: JSON.stringify }),
    Number: callable((...values: unknown[]) => (values.length === 0 ? 0 : Number(values[0])), copyOf(Number, numberConstants)),
    String: callable((value: unknown = '') => String(value), { fromCharCode: String.fromCharCode, fromCodePoint: String.fromCodePoint }),
    Boolean: callable((value?: unknown) => Boolean(value), {}),
    Object: callable((value?: unknown) => (value === null || value === undefined ? {} : value), {
      assign,
      entries: ownEntries,
      fromEntries: (entries: Iterable<[string, unknown]>) => Object.fromEntries(entries),
      keys: (value: unknown) => ownEntries(value).map(([key]) => key),
      values: (value: unknown) => ownEntries(value).map(([, item]) => item),
    }),
    Array: callable((...items: unknown[]) => (items.length === 1 && typeof items[0] === 'number' ? Array.from({ length: items[0] }) : items), {
      from: (source: ArrayLike<unknown> | Iterable<unknown>, map?: (item: unknown, index: number) => unknown) =>
        map ? Array.from(source, (item, index) => map(item, index)) : Array.from(source),
      isArray: Array.isArray,
      of: (...items: unknown[]) => items,
    }),
    Date: callable(() => new Date().toString(), { now: () => Date.now(), parse: (text: unknown) => Date.parse(String(text)), UTC: Date.UTC }),
    console: frozen({ log: (...args: unknown[]) => log((slice ? Reflect.apply(slice, args, []) : args) as unknown[]) }),
    getDate: toDate,
    getRegExp: toRegExp,
    isNaN,
    isFinite,
    parseInt,
    parseFloat,
    encodeURI,
    encodeURIComponent,
    decodeURI,
    decodeURIComponent,
    NaN,
    Infinity: Number.POSITIVE_INFINITY,
  });
}
