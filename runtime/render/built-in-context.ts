import type { BuiltInContext } from '../components/built-in.ts';
import { emitEvent, listens, targetOf } from './events.ts';
import { convertStyle } from './inline-style.ts';
import type { AxmlElementNode } from './meta.ts';

/** What a built-in component may use of the renderer. */
export function builtInContext(element: AxmlElementNode): BuiltInContext {
  const { page, unit } = element.axml.instance;
  const { environment } = page;
  const resourceUrl = (address: string) => environment.resourceUrl(address, unit.path);
  return {
    emit: (type, detail = {}, options = {}) => emitEvent(element, { type, detail, ...options }),
    listens: (type) => listens(element, type),
    resourceUrl,
    basePath: unit.path,
    cssLength: (text) => convertStyle(text, { responsive: page.responsive, resourceUrl }),
    target: () => targetOf(element),
    phone: environment.phone,
  };
}
