import type { LayoutFinding } from '#shared/model/phone.ts';
import { element } from '../chrome/element.ts';
import { word } from '../words.ts';
import { elementOfNode } from './node-details.ts';

/** Frames around what overflows or is cut, drawn above the page; they never take input. */
export class FindingMarks {
  readonly #layer = element('div', 'finding-marks', { 'aria-hidden': 'true' });
  #marks: { mark: HTMLElement; nodeId: number }[] = [];
  #frame = 0;

  constructor(root: HTMLElement) {
    root.append(this.#layer);
    // Scrolling inside of pages is not heard out here, so that marks follow by looking.
    root.addEventListener('wheel', () => this.#follow(), { passive: true });
    root.addEventListener('pointermove', () => this.#follow(), { passive: true });
  }

  show(findings: readonly LayoutFinding[]): void {
    this.#marks = findings.map(({ nodeId, kind, by }) => {
      const text = word(kind === 'overflow' ? 'overflows' : 'cut', { by: String(Math.round(by)) });
      return { nodeId, mark: element('div', `finding-mark finding-${kind}`, {}, [element('span', 'finding-note', {}, [text])]) };
    });
    this.#layer.replaceChildren(...this.#marks.map(({ mark }) => mark));
    this.#place();
  }

  #follow(): void {
    if (this.#marks.length === 0 || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#place();
    });
  }

  #place(): void {
    for (const { mark, nodeId } of this.#marks) {
      const target = elementOfNode(nodeId);
      mark.hidden = target === null;
      if (target === null) continue;
      const { left, top, width, height } = target.getBoundingClientRect();
      Object.assign(mark.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
      mark.classList.toggle('finding-top', top < 40);
    }
  }
}
