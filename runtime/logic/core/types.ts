/** Any object of the program: options, data, instances. */
export type ProgramObject = Record<string, unknown>;

export type ProgramFunction = (this: unknown, ...args: unknown[]) => unknown;

export function isObject(value: unknown): value is ProgramObject {
  return typeof value === 'object' && value !== null;
}

export function isFunction(value: unknown): value is ProgramFunction {
  return typeof value === 'function';
}

/** An object literal or one without a prototype: what may be copied field by field. */
export function isPlainObject(value: unknown): value is ProgramObject {
  if (!isObject(value) || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The function of that name, when the object has one. */
export function functionOf(holder: unknown, name: string): ProgramFunction | null {
  if (!isObject(holder)) return null;
  const found = holder[name];
  return isFunction(found) ? found : null;
}

/** The object of that name, when there is one; else an empty one. */
export function objectOf(holder: unknown, name: string): ProgramObject {
  const found = isObject(holder) ? holder[name] : undefined;
  return isObject(found) ? found : {};
}
