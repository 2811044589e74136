import type { LayoutFinding } from '#shared/model/phone.ts';
import { element } from '../chrome/element.ts';
import { idOf, instanceIdOf, nodeOf, sourceOf } from '../render/index.ts';
import { metaOf } from '../render/meta.ts';
import type { PageRoot } from '../render/page-root.ts';
import { findLayoutFindings } from './layout-findings.ts';
import { axmlElementAround } from './person-input.ts';

/** What a panel shows of computed style; everything would be hundreds of lines. */
const shownProperties =
  'display position top right bottom left z-index width height margin padding border border-radius box-sizing flex flex-direction justify-content align-items gap overflow opacity transform color background-color background-image font-family font-size font-weight line-height letter-spacing text-align white-space text-overflow'.split(
    ' ',
  );

/** The element that stands for a tree node: a component without an element stands with its first one. Null when it has left the page. */
export function elementOfNode(nodeId: number): Element | null {
  let candidate: Node | null | undefined = nodeOf(nodeId);
  while (candidate && !(candidate instanceof Element)) candidate = candidate.nextSibling;
  return candidate instanceof Element && candidate.isConnected ? candidate : null;
}

function elementFor(nodeId: number): Element {
  const found = elementOfNode(nodeId);
  if (!found) throw new Error('This element is no longer on the page.');
  return found;
}

/** Box and style of a tree node, and whose data it shows. */
export function nodeDetails(page: PageRoot, nodeId: number): Record<string, unknown> {
  const target = elementFor(nodeId);
  const style = getComputedStyle(target);
  const [{ left, top, width, height }, origin] = [target.getBoundingClientRect(), page.element.getBoundingClientRect()];
  return {
    instanceId: instanceIdOf(page, nodeId) ?? null,
    box: { left: left - origin.left, top: top - origin.top, width, height },
    style: Object.fromEntries(shownProperties.map((name) => [name, style.getPropertyValue(name)])),
  };
}

/** A mark over the page that never takes input. */
export class Highlight {
  readonly #mark = element('div', 'highlight', { 'aria-hidden': 'true' });
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  show(nodeId: number | null): void {
    if (nodeId === null) return this.#mark.remove();
    const { left, top, width, height } = elementFor(nodeId).getBoundingClientRect();
    Object.assign(this.#mark.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    this.#root.append(this.#mark);
  }
}

/** Lets a person choose an element by pointing; the press does not reach the program. */
export class Picker {
  readonly #viewport: HTMLElement;
  readonly #highlight: Highlight;
  readonly #picked: (nodeId: number) => void;
  #stop: (() => void) | null = null;

  constructor(viewport: HTMLElement, highlight: Highlight, picked: (nodeId: number) => void) {
    this.#viewport = viewport;
    this.#highlight = highlight;
    this.#picked = picked;
  }

  set(on: boolean): void {
    this.#stop?.();
    this.#stop = null;
    if (!on) return this.#highlight.show(null);
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    const elementOf = (event: Event): Element | null => {
      const [target] = event.composedPath();
      return axmlElementAround(target instanceof Element ? target : null);
    };
    for (const type of ['pointerdown', 'pointerup'] as const) this.#viewport.addEventListener(type, (event) => event.stopPropagation(), options);
    this.#viewport.addEventListener(
      'pointermove',
      (event) => {
        const target = elementOf(event);
        if (target) this.#highlight.show(idOf(target));
      },
      options,
    );
    this.#viewport.addEventListener(
      'click',
      (event) => {
        event.stopPropagation();
        const target = elementOf(event);
        if (target) this.#picked(idOf(target));
        this.set(false);
      },
      options,
    );
    this.#stop = () => controller.abort();
  }
}

/** Overflow and cut text of the page, with where each element was written. */
export function layoutFindings({ content }: PageRoot): LayoutFinding[] {
  return findLayoutFindings(content).flatMap(({ kind, element: found, text, by }) => {
    const around = axmlElementAround(found);
    const meta = around && metaOf(around);
    if (!around || !meta) return [];
    const source = sourceOf(meta);
    return [{ kind, nodeId: idOf(around), name: meta.name, text, by, ...(source ? { source } : {}) }];
  });
}
