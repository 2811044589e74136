import type { Instance } from './instance.ts';
import { type AxmlElementNode, metaOf } from './meta.ts';

/**
 * Classes that a component lets its owner choose (`externalClasses`): where its template has such a class, the classes
 * that the owner gave under that name stand on the element, besides the class itself.
 */
function expand(text: string, instance: Instance): string {
  const { externalClasses, place } = instance;
  if (externalClasses.length === 0) return text;
  const given = tokensOf(text).flatMap((name) => (externalClasses.includes(name) ? tokensOf(givenFor(name, instance)) : []));
  if (given.length === 0) return text;
  // Rules of an owner whose styles are its own reach only elements that carry its mark.
  const mark = place?.ownerScope ?? '';
  const chosen = place ? expand(given.join(' '), place.owner) : given.join(' ');
  return [text, chosen, mark].filter((part) => part !== '').join(' ');
}

function givenFor(name: string, instance: Instance): string {
  const value = instance.prop(name.replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase()));
  return typeof value === 'string' ? value : '';
}

export function tokensOf(text: string): string[] {
  return text.split(/\s+/).filter((token) => token !== '');
}

/** Sets what AXML says the classes are, in the place of what it said before; classes of built-ins and SJS stay. */
export function writeClasses(element: AxmlElementNode, text: string): void {
  const { axml } = element;
  const before = axml.shownClasses;
  const next = expand(text, axml.instance);
  axml.classes = text;
  axml.shownClasses = next;
  if (element.className === before) {
    element.className = next;
  } else {
    element.classList.remove(...tokensOf(before));
    element.classList.add(...tokensOf(next));
  }
}

/** The owner chose other classes. */
export function refreshExternalClasses(instance: Instance): void {
  for (const element of instance.page.content.querySelectorAll('*')) {
    const meta = metaOf(element);
    if (meta && sees(meta.instance, instance) && meta.classes !== '') writeClasses(element as AxmlElementNode, meta.classes);
  }
}

/** Whether classes of one component may stand for classes that the other was given. */
function sees(inner: Instance, instance: Instance): boolean {
  for (let at: Instance | undefined = inner; at; at = at.externalClasses.length > 0 ? at.place?.owner : undefined) if (at === instance) return true;
  return false;
}
