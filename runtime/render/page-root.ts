import type { UnitManifest } from '#shared/model/mini-program.ts';
import type { PageOpening } from '../protocol/messages.ts';
import { type Block, insertBefore } from './block.ts';
import { build } from './building.ts';
import type { RenderEnvironment } from './environment.ts';
import { listenToGestures } from './gestures.ts';
import { Instance } from './instance.ts';
import { factoryOf } from './view-registry.ts';

// The page is what `vh` and fixed positions are measured against, not the screen with its bars.
const pageStyle = 'container-type: size; contain: strict; --a-vh: 1cqh';
const scrollerStyle = 'position: absolute; inset: 0; overflow: hidden auto; overscroll-behavior: none';

/**
 * One page of the stack: an element with a shadow root of its own, in it a scroller, in it `<a-page>`. Styles of a page
 * reach nothing outside of it.
 */
export class PageRoot {
  readonly environment: RenderEnvironment;
  readonly opening: PageOpening;
  readonly instance: Instance;
  /** Stands in the document. */
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly scroller: HTMLElement;
  /** `<a-page>`. */
  readonly content: HTMLElement;
  readonly responsive: boolean;

  constructor(environment: RenderEnvironment, opening: PageOpening, unit: UnitManifest) {
    this.environment = environment;
    this.opening = opening;
    this.responsive = unit.window.responsive !== false && environment.manifest.window.responsive !== false;
    this.element = document.createElement('mf-page');
    this.element.dataset.route = opening.route;
    this.element.style.cssText = pageStyle;
    this.root = this.element.attachShadow({ mode: 'open' });
    this.scroller = document.createElement('mf-scroller');
    this.scroller.style.cssText = scrollerStyle;
    // What scrolls has to be reachable without a finger.
    this.scroller.tabIndex = 0;
    this.content = document.createElement('a-page');
    this.scroller.append(this.content);
    this.root.append(this.scroller);
    this.instance = new Instance(opening.id, unit, this, null);
    this.instance.initialise({}, opening.data);
    environment.instances.set(opening.id, this.instance);
    listenToGestures(this);
  }

  render(): void {
    const { instance } = this;
    const factory = factoryOf(instance);
    if (!factory) return;
    const end = this.content.appendChild(document.createComment(''));
    insertBefore(end, (parent) => {
      instance.block = build(factory, parent, instance);
    });
    end.remove();
  }

  /** Notes that components in a block stand elsewhere now. */
  moved(block: Block): void {
    const ids: number[] = [];
    block.collect(ids);
    for (const id of ids) this.environment.pass.moved.add(id);
  }

  /** The shown page gets input; the others keep their scroll position behind it. */
  show(shown: boolean): void {
    this.element.style.visibility = shown ? '' : 'hidden';
    this.element.inert = !shown;
  }

  /** Takes the page away; its components are noted as unmounted, the page itself is not. */
  remove(): void {
    this.instance.block?.dispose();
    this.environment.instances.delete(this.instance.id);
    this.element.remove();
  }
}
