import { createDescriptor, type Described } from './descriptor.ts';
import type { Instance } from './instance.ts';
import type { AxmlElementNode } from './meta.ts';

/** What an SJS function is called for, and the page or component whose template says so. */
export interface SjsCaller {
  owner: Instance;
  own: Described;
}

export function elementCaller(element: AxmlElementNode): SjsCaller {
  return { owner: element.axml.instance, own: { element } };
}

/** Runs an SJS function: with the given values, the owner's descriptor and its own; events get the latter as `instance`. */
export function callSjs(caller: SjsCaller, target: unknown, values: unknown[]): void {
  if (typeof target !== 'function') return;
  const own = createDescriptor(caller.own);
  const owner = createDescriptor({ instance: caller.owner });
  const [first] = values;
  if (typeof first === 'object' && first !== null && 'currentTarget' in first) Object.assign(first, { instance: own });
  try {
    Reflect.apply(target, undefined, [...values, owner, own]);
  } catch (error) {
    caller.owner.fail(error);
  }
}
