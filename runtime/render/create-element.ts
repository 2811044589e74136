import type { BuiltIn } from '../components/built-in.ts';
import { addPart } from './building.ts';
import { builtInContext } from './built-in-context.ts';
import type { Instance } from './instance.ts';
import { type AxmlElementNode, Meta } from './meta.ts';

/** Elements that need their built-in only when they have an attribute of their own. */
const plain = new Set(['view', 'text', 'cover-view']);

/** Creates the element `<a-NAME>` of an AXML element, with its built-in behaviour. */
export function createElement(instance: Instance, name: string, source: number): AxmlElementNode {
  const { environment } = instance.page;
  environment.pass.node();
  const element = Object.assign(document.createElement(`a-${name}`), { axml: new Meta(name, source, instance) });
  if (!plain.has(name)) addBuiltIn(element);
  return element;
}

/** The built-in of an element, made when it has none yet; null for elements without. */
export function addBuiltIn(element: AxmlElementNode): BuiltIn | null {
  const { axml } = element;
  if (axml.builtIn) return axml.builtIn;
  const { environment } = axml.instance.page;
  const factory = Object.hasOwn(environment.builtIns, axml.name) ? environment.builtIns[axml.name] : undefined;
  if (!factory) return null;
  const builtIn = factory(element, builtInContext(element));
  axml.builtIn = builtIn;
  environment.pass.attach(builtIn);
  // Defaults have to be shown even when no attribute is given.
  environment.pass.touch(builtIn);
  if (builtIn.detached) addPart({ dispose: () => builtIn.detached?.(), collect: () => undefined });
  return builtIn;
}
