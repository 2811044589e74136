/** An element with a class, attributes and children; text children are text, never markup. */
export function element(tag: string, className: string, attributes: Record<string, string> = {}, children: readonly (Node | string)[] = []): HTMLElement {
  const created = document.createElement(tag);
  if (className !== '') created.className = className;
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

export function button(className: string, label: string, press: () => void, children: readonly (Node | string)[] = [label]): HTMLElement {
  const created = element('button', className, { type: 'button', 'aria-label': label }, children);
  created.addEventListener('click', press);
  return created;
}

const svg = 'http://www.w3.org/2000/svg';

/** A drawn sign in a box of 24, in the colour of the text around it. */
export function sign(path: string, size = 24): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('width', String(size));
  picture.setAttribute('height', String(size));
  picture.setAttribute('aria-hidden', 'true');
  const outline = document.createElementNS(svg, 'path');
  outline.setAttribute('d', path);
  outline.setAttribute('fill', 'currentColor');
  picture.append(outline);
  return picture;
}
