/** One overflow or cut text, before it is named. */
export interface Finding {
  kind: 'overflow' | 'cut-text';
  element: Element;
  text: string;
  /** CSS pixels beyond the box. */
  by: number;
}

/** Less is rounding. */
const tolerance = 1;

function ownText(element: Element): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.nodeValue?.trim() ?? '')
    .join(' ')
    .trim();
}

function isScroller({ overflowX, overflowY }: CSSStyleDeclaration): boolean {
  return [overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll');
}

/** Whether something between the element and the page scrolls sideways, so that going beyond the edge is meant. */
function isInsideScroller(element: Element, page: Element): boolean {
  for (let parent = element.parentElement; parent && parent !== page; parent = parent.parentElement) {
    const style = getComputedStyle(parent);
    if (isScroller(style) || style.overflowX === 'hidden' || style.overflowX === 'clip') return true;
  }
  return false;
}

function findingOf(element: HTMLElement, page: Element, right: number): Finding | null {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return null;
  const text = (element.textContent ?? '').trim().slice(0, 200);
  const hides = style.overflowX === 'hidden' || style.overflowX === 'clip' || style.overflowY === 'hidden' || style.overflowY === 'clip';
  const [wide, tall] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
  const isText = ownText(element) !== '';
  if (hides && !isScroller(style) && text !== '' && (wide > tolerance || (tall > tolerance && isText))) {
    return { kind: isText ? 'cut-text' : 'overflow', element, text, by: Math.max(wide, tall) };
  }
  if (isText && style.display !== 'inline' && !hides && wide > tolerance) return { kind: 'overflow', element, text, by: wide };
  const beyond = element.getBoundingClientRect().right - right;
  if (isText && beyond > tolerance && style.position !== 'fixed' && !isInsideScroller(element, page))
    return { kind: 'overflow', element, text, by: Math.round(beyond) };
  return null;
}

/** Text that is cut off and text that leaves its box or the screen, on the visible page. Innermost elements only. */
export function findLayoutFindings(page: Element): Finding[] {
  const { right } = page.getBoundingClientRect();
  const found: Finding[] = [];
  for (const element of page.querySelectorAll<HTMLElement>('*')) {
    const finding = findingOf(element, page, right);
    if (finding) found.push(finding);
  }
  return found.filter(({ element }) => !found.some((other) => other.element !== element && element.contains(other.element)));
}
