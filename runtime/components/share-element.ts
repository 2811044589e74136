import type { BuiltIn } from './built-in.ts';
import { isOn, numberOf, textOf } from './values.ts';

/** Where elements of pages that have just been left were, by name. */
const departed = new Map<string, DOMRect>();

/** A page that is left makes room for the one below it in this time, in milliseconds. */
const samePassageMs = 500;

function depart(name: string, place: DOMRect): void {
  departed.set(name, place);
  setTimeout(() => departed.get(name) === place && departed.delete(name), samePassageMs);
}

function pageOf(element: Element): HTMLElement | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? (root.host as HTMLElement) : null;
}

/** The element of the same name on the page below. */
function counterpart(page: HTMLElement, name: string): Element | undefined {
  const below = page.previousElementSibling;
  return [...(below?.shadowRoot?.querySelectorAll('a-share-element') ?? [])].find((element) => element.getAttribute('data-a-share') === name);
}

/** `share-element`: flies from its place on the page before to its place on the page that is shown. */
export function createShareElement(host: HTMLElement): BuiltIn {
  const attributes = new Map<string, unknown>();
  const returns = new MutationObserver(() => {
    const last = departed.get(name());
    if (pageOf(host)?.inert === false && last) fly(last);
  });
  const name = (): string => textOf(attributes.get('name'));

  function fly(from: DOMRect): void {
    departed.delete(name());
    const to = host.getBoundingClientRect();
    if (!isOn(attributes.get('transform')) || from.width === 0 || to.width === 0) return;
    const start = `translate(${from.left - to.left}px, ${from.top - to.top}px) scale(${from.width / to.width}, ${from.height / Math.max(to.height, 1)})`;
    host.animate(
      [
        { transformOrigin: '0 0', transform: start },
        { transformOrigin: '0 0', transform: 'none' },
      ],
      {
        duration: numberOf(attributes.get('duration'), 300),
        easing: textOf(attributes.get('easing-function'), 'ease-out'),
      },
    );
  }
  return {
    set: (attribute, value) => void attributes.set(attribute, value),
    flush: () => host.setAttribute('data-a-share', name()),
    attached() {
      const page = pageOf(host);
      if (!page || name() === '') return;
      returns.observe(page, { attributeFilter: ['inert'] });
      const before = counterpart(page, name());
      if (before) fly(before.getBoundingClientRect());
    },
    detached() {
      returns.disconnect();
      if (name() !== '') depart(name(), host.getBoundingClientRect());
    },
  };
}
