import { stillAttribute } from '../components/built-in.ts';
import { metaOf } from './meta.ts';

function scrolls(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  return [overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll');
}

/** Whether turning the wheel here would scroll what a program keeps still. What scrolls inside may. */
export function isHeldStill(event: Event): boolean {
  for (const node of event.composedPath()) {
    if (!(node instanceof Element)) return false;
    if (metaOf(node) && node.hasAttribute(stillAttribute)) return true;
    if (scrolls(node)) return false;
  }
  return false;
}
