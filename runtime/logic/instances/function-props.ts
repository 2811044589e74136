import type { FunctionProp, InstanceId } from '../../protocol/messages.ts';
import type { ProgramErrors } from '../core/program-errors.ts';
import { isFunction, isObject, type ProgramFunction, type ProgramObject } from '../core/types.ts';
import { toTransferable } from '../values/transferable.ts';
import type { Instance } from './instance.ts';
import type { InstanceStore } from './instance-store.ts';

const defaultPrefix = 'props.';

function isFunctionProp(value: unknown): value is FunctionProp {
  return isObject(value) && isObject(value.$function) && typeof value.$function.method === 'string' && typeof value.$function.owner === 'number';
}

/** The function an event or a function prop names on an instance. */
export function methodOf(instance: Instance, method: string): ProgramFunction | null {
  if (method.startsWith(defaultPrefix) && instance.kind === 'component') {
    const prop = (instance.self.props as ProgramObject)[method.slice(defaultPrefix.length)];
    return isFunction(prop) ? prop : null;
  }
  const found = instance.kind === 'page' ? instance.self[method] : Object.hasOwn(instance.definition.methods, method) ? instance.self[method] : undefined;
  return isFunction(found) ? found : null;
}

/** Makes functions of the markers that the document sends, and markers of the functions when props go back to it. */
export class FunctionProps {
  readonly #store: InstanceStore;
  readonly #errors: ProgramErrors;
  readonly #functions = new Map<string, ProgramFunction>();
  readonly #markers = new WeakMap<ProgramFunction, FunctionProp>();

  constructor(store: InstanceStore, errors: ProgramErrors) {
    this.#store = store;
    this.#errors = errors;
  }

  /** The same function for the same owner and method, so that props compare equal. */
  #functionFor(marker: FunctionProp): ProgramFunction {
    const { owner, method } = marker.$function;
    const key = `${owner} ${method}`;
    const known = this.#functions.get(key);
    if (known) return known;
    const run = (...args: unknown[]) => this.#call(owner, method, args);
    this.#functions.set(key, run);
    this.#markers.set(run, marker);
    return run;
  }

  #call(owner: InstanceId, method: string, args: unknown[]): unknown {
    const instance = this.#store.get(owner);
    if (!instance) return undefined;
    const run = methodOf(instance, method);
    if (run) return run.apply(instance.self, args);
    this.#errors.fault(`${instance.name} has no method "${method}", which it hands to a component`);
    return undefined;
  }

  /** Props as the component sees them. */
  revive(props: ProgramObject): ProgramObject {
    const revived: ProgramObject = {};
    for (const name of Object.keys(props)) {
      const value = props[name];
      revived[name] = isFunctionProp(value) ? this.#functionFor(value) : value;
    }
    return revived;
  }

  /** Props as the view sees them. */
  toView(instanceId: InstanceId, props: ProgramObject): ProgramObject {
    const shown: ProgramObject = {};
    for (const name of Object.keys(props)) {
      const value = props[name];
      if (isFunction(value)) shown[name] = this.#markers.get(value) ?? { $function: { owner: instanceId, method: `${defaultPrefix}${name}` } };
      else shown[name] = toTransferable(value).value;
    }
    return shown;
  }

  forget(owner: InstanceId): void {
    const prefix = `${owner} `;
    for (const key of this.#functions.keys()) if (key.startsWith(prefix)) this.#functions.delete(key);
  }
}
