import * as attributes from './attributes.ts';
import { createElement } from './create-element.ts';
import type { Instance } from './instance.ts';
import type { AxmlElementNode } from './meta.ts';

/** The element around a component that asks for one (`virtualHost: false`). */
export class ComponentHost {
  readonly element: AxmlElementNode;
  private scope = '';

  constructor(into: Node, owner: Instance, { tag, source }: { tag: string; source: number }) {
    this.element = createElement(owner, tag, source);
    into.appendChild(this.element);
  }

  scopeClass(name: string): void {
    this.scope = `${name} `;
    attributes.setClass(this.element, this.scope + this.element.className, undefined);
  }

  set(name: string, value: unknown): void {
    if (name === 'class') attributes.setClass(this.element, this.scope + attributes.classText(value), undefined);
    else if (name === 'style') attributes.setStyle(this.element, value, undefined);
    else if (name === 'id') attributes.setId(this.element, value, undefined);
    else if (name === 'hidden') attributes.setHidden(this.element, value, undefined);
    else if (name.startsWith('data-')) attributes.setData(this.element, attributes.dataName(name), value);
    else if (name.startsWith('aria-') || name === 'role') attributes.setAria(this.element, name, value, undefined);
  }

  mark(name: string, value: unknown): void {
    attributes.setMark(this.element, name, value);
  }
}
