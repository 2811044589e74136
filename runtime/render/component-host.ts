import * as attributes from './attributes.ts';
import { createElement } from './create-element.ts';
import type { Instance } from './instance.ts';
import type { AxmlElementNode } from './meta.ts';

/** The element around a component that asks for one (`virtualHost: false`). */
export class ComponentHost {
  readonly element: AxmlElementNode;
  /** Classes that every value of `class` keeps. */
  private scope: string;

  constructor(into: Node, owner: Instance, { tag, path, source }: { tag: string; path: string; source: number }) {
    this.element = createElement(owner, tag, source);
    this.scope = hostClass(path);
    attributes.setClass(this.element, this.scope, undefined);
    into.appendChild(this.element);
  }

  scopeClass(name: string): void {
    const given = this.element.className.slice(this.scope.length);
    this.scope = `${this.scope} ${name}`;
    attributes.setClass(this.element, this.scope + given, undefined);
  }

  set(name: string, value: unknown): void {
    if (name === 'class') attributes.setClass(this.element, `${this.scope} ${attributes.classText(value)}`, undefined);
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

/** What `:host` of the component's styles selects; the compiler makes the same of the path. */
function hostClass(path: string): string {
  return `h${path.replace(/[^\w]+/g, '-')}`;
}
