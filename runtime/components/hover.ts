import { AnimationPlayer } from './animation-player.ts';
import { type BuiltIn, stillAttribute } from './built-in.ts';
import { isOn, numberOf, textOf } from './values.ts';

const names = new Set(['hover-class', 'hover-start-time', 'hover-stay-time', 'hover-stop-propagation']);

/** Presses that an element keeps from looking like presses of the elements around it. */
const claimed = new WeakSet<Event>();

/** The pressed look of `view`, `button` and `navigator`: a class that comes and goes with the finger. */
export class Hover {
  readonly #host: HTMLElement;
  readonly #attributes = new Map<string, unknown>();
  readonly #defaults: { start: number; stay: number; className: string };
  readonly #enabled: () => boolean;
  #listening = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #applied: string[] = [];

  constructor(host: HTMLElement, defaults: { start: number; stay: number; className: string }, enabled: () => boolean = () => true) {
    this.#host = host;
    this.#defaults = defaults;
    this.#enabled = enabled;
    if (defaults.className !== '') this.#listen();
  }

  /** Takes the attribute when it is about hovering. */
  set(name: string, value: unknown): boolean {
    if (!names.has(name)) return false;
    this.#attributes.set(name, value);
    this.#listen();
    return true;
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = true;
    this.#host.addEventListener('pointerdown', (event) => this.#press(event));
    for (const type of ['pointerup', 'pointercancel', 'pointerleave']) this.#host.addEventListener(type, () => this.#release());
  }

  #press(event: Event): void {
    if (!this.#enabled() || claimed.has(event)) return;
    if (isOn(this.#attributes.get('hover-stop-propagation'))) claimed.add(event);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#apply(), numberOf(this.#attributes.get('hover-start-time'), this.#defaults.start));
  }

  #apply(): void {
    const given = textOf(this.#attributes.get('hover-class'), this.#defaults.className);
    this.#applied = given === 'none' ? [] : given.split(/\s+/).filter((name) => name !== '' && !this.#host.classList.contains(name));
    this.#host.classList.add(...this.#applied);
  }

  #release(): void {
    clearTimeout(this.#timer);
    const applied = this.#applied;
    this.#timer = setTimeout(() => this.#host.classList.remove(...applied), numberOf(this.#attributes.get('hover-stay-time'), this.#defaults.stay));
  }
}

/** `view`, and every generic element. */
export function createView(host: HTMLElement): BuiltIn {
  const hover = new Hover(host, { start: 400, stay: 400, className: '' });
  const player = new AnimationPlayer(host);
  let animation: unknown;
  return {
    set(name, value) {
      if (hover.set(name, value)) return;
      if (name === 'disable-scroll') host.toggleAttribute(stillAttribute, isOn(value));
      if (name === 'animation') animation = value;
    },
    flush() {
      player.play(animation);
      animation = undefined;
    },
    detached: () => player.stop(),
  };
}

/** `cover-view`; with `penetrateGuesture` (so it is written), fingers reach what it covers. */
export function createCoverView(host: HTMLElement): BuiltIn {
  const view = createView(host);
  return {
    ...view,
    set(name, value) {
      if (name === 'penetrate-guesture') host.classList.toggle('a-penetrable', isOn(value));
      else view.set?.(name, value);
    },
  };
}
