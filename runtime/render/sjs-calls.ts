import { createDescriptor } from './descriptor.ts';
import type { AxmlElementNode } from './meta.ts';

/** Runs an SJS function for an element: with the given values, the owner's descriptor and that of the element. */
export function callSjs(element: AxmlElementNode, target: unknown, values: unknown[]): void {
  if (typeof target !== 'function') return;
  const { instance } = element.axml;
  const own = createDescriptor({ element });
  const owner = createDescriptor({ instance });
  const [first] = values;
  if (typeof first === 'object' && first !== null && 'currentTarget' in first) Object.assign(first, { instance: own });
  try {
    Reflect.apply(target, undefined, [...values, owner, own]);
  } catch (error) {
    instance.fail(error);
  }
}
