import { type BuiltIn, type BuiltInContext, backEvent } from './built-in.ts';
import { isOn, numberOf, part, textOf } from './values.ts';

/** How far down the content has to be dragged to close it, in CSS pixels. */
const slideDistance = 60;

/** `page-container`: content that comes over the page and leaves again. */
export function createPageContainer(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const overlay = part(host, 'a-page-container-overlay');
  const content = part(host, 'a-page-container-content');
  let shown = false;
  let moving: 'enter' | 'leave' | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let showChanged = true;
  const gone = new AbortController();
  host.hidden = true;

  function move(to: 'enter' | 'leave'): void {
    clearTimeout(timer);
    if (moving !== null && moving !== to) context.emit(`${moving}Cancelled`, {});
    moving = to;
    shown = to === 'enter';
    const name = to === 'enter' ? 'Enter' : 'Leave';
    context.emit(`before${name}`, {});
    host.hidden = false;
    host.getBoundingClientRect();
    host.classList.toggle('a-page-container-in', shown);
    context.emit(to, {});
    timer = setTimeout(
      () => {
        moving = null;
        host.hidden = !shown;
        context.emit(`after${name}`, {});
      },
      numberOf(attributes.get('duration'), 300),
    );
  }
  content.addEventListener('pointerdown', (down) => {
    if (!isOn(attributes.get('close-on-slide-down'))) return;
    const end = (up: PointerEvent): void => {
      if (shown && up.clientY - down.clientY > slideDistance) move('leave');
    };
    document.addEventListener('pointerup', end, { once: true });
  });
  document.addEventListener(
    backEvent,
    (event) => {
      const root = host.getRootNode();
      const isOnTop = root instanceof ShadowRoot && !(root.host as HTMLElement).inert;
      if (!shown || !isOnTop || event.defaultPrevented) return;
      event.preventDefault();
      move('leave');
    },
    { signal: gone.signal },
  );
  overlay.addEventListener('click', () => context.emit('clickOverlay', {}));
  return {
    content,
    set(name, value) {
      attributes.set(name, value);
      showChanged ||= name === 'show';
    },
    flush() {
      const position = textOf(attributes.get('position'), 'bottom');
      for (const known of ['top', 'bottom', 'right', 'center']) host.classList.toggle(`a-page-container-${known}`, known === position);
      host.classList.toggle('a-page-container-round', isOn(attributes.get('round')));
      host.style.setProperty('--a-duration', `${numberOf(attributes.get('duration'), 300)}ms`);
      host.style.zIndex = textOf(attributes.get('z-index'), '100');
      overlay.style.cssText = context.cssLength(textOf(attributes.get('overlay-style')));
      overlay.hidden = attributes.get('overlay') === false;
      content.style.cssText = context.cssLength(textOf(attributes.get('custom-style')));
      // What a person has closed stays closed until the program says something new.
      if (showChanged && isOn(attributes.get('show')) !== shown) move(shown ? 'leave' : 'enter');
      showChanged = false;
    },
    detached() {
      clearTimeout(timer);
      gone.abort();
    },
  };
}
