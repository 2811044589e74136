import type { Device } from '#shared/model/device.ts';
import type { WindowConfig } from '#shared/model/mini-program.ts';
import { titleTapEvent } from '../components/built-in.ts';
import { word } from '../words.ts';
import { colorOf, isLight } from './colors.ts';
import { button, element, sign } from './element.ts';

/** How the bar of the visible page looks; a page's settings, changed by `my.setNavigationBar` and its family. */
export interface TitleBarState {
  title: string;
  background: string;
  front: 'black' | 'white' | null;
  loading: boolean;
  transparent: 'none' | 'always' | 'auto';
  image: string;
  border: string | null;
  /** Address of the picture of the page's own button; empty when it has none. */
  option: string;
  canGoBack: boolean;
  showHome: boolean;
}

export interface TitleBarActions {
  back(): void;
  home(): void;
  menu(): void;
  exit(): void;
  titleClick(): void;
  optionMenuClick(): void;
  resourceUrl(address: string): string;
}

function optionOf(menu: unknown): string {
  return typeof menu === 'object' && menu !== null && 'icon' in menu && typeof menu.icon === 'string' ? menu.icon : '';
}

export function titleBarStateOf(window: WindowConfig): TitleBarState {
  const transparent = window.transparentTitle;
  return {
    title: String(window.defaultTitle ?? ''),
    background: colorOf(window.titleBarColor, '#ffffff'),
    front: window.navigationBarFrontColor ?? (window.barButtonTheme === 'light' ? 'white' : null),
    loading: window.showTitleLoading === 'YES',
    transparent: transparent === 'always' || transparent === 'auto' ? transparent : 'none',
    image: String(window.titleImage ?? ''),
    border: null,
    option: optionOf(window.optionMenu),
    canGoBack: false,
    showHome: false,
  };
}

const back = 'M15.5 3.5 17 5l-7 7 7 7-1.5 1.5L7 12Z';
const home = 'M12 4 3 11.5 4.3 13 6 11.6V20h5v-5h2v5h5v-8.4l1.7 1.4 1.3-1.5Z';
const more = 'M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z';
const close = 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10Zm0 2.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z';

function statusSigns(): HTMLElement {
  const signal = sign('M3 17h3v4H3Zm5-4h3v8H8Zm5-4h3v12h-3Zm5-4h3v16h-3Z', 16);
  const battery = sign('M3 8h16v8H3Zm17 2.5h1.5v3H20ZM4.5 9.5v5h13v-5Z', 20);
  return element('span', 'status-signs', { 'aria-hidden': 'true' }, [signal, battery]);
}

/** The status bar and the title bar above the page. */
export class TitleBar {
  readonly root = element('header', 'title-bar');
  readonly #status = element('div', 'status-bar', {}, [element('span', 'status-time', {}, ['9:41']), statusSigns()]);
  readonly #bar = element('div', 'bar');
  readonly #actions: TitleBarActions;

  constructor(actions: TitleBarActions, showStatusBar: boolean) {
    this.#actions = actions;
    this.#status.hidden = !showStatusBar;
    this.root.append(this.#status, this.#bar);
    this.root.addEventListener('click', ({ target }) => {
      if (target instanceof Element && !target.closest('button')) document.dispatchEvent(new Event(titleTapEvent));
    });
  }

  setDevice({ statusBarHeight, titleBarHeight }: Device): void {
    this.root.style.setProperty('--status-bar', `${statusBarHeight}px`);
    this.root.style.setProperty('--bar', `${titleBarHeight}px`);
  }

  /** `scrolled` is how far the page is scrolled, for a bar that becomes opaque. */
  show(state: TitleBarState, scrolled: number): void {
    const opacity = state.transparent === 'none' ? 1 : state.transparent === 'always' ? 0 : Math.min(scrolled / 100, 1);
    const dark = state.front === null ? isLight(state.background) : state.front === 'black';
    this.root.style.setProperty('--background', state.background);
    this.root.style.setProperty('--opacity', String(opacity));
    this.root.style.color = dark ? '#000' : '#fff';
    this.root.style.borderBottom = state.border === null ? '' : `1px solid ${state.border}`;
    this.#bar.replaceChildren(this.#leading(state), this.#title(state), ...this.#option(state), this.#capsule());
  }

  #leading({ canGoBack, showHome }: TitleBarState): HTMLElement {
    const { back: goBack, home: goHome } = this.#actions;
    return element('span', 'bar-leading', {}, [
      ...(canGoBack ? [button('bar-button', word('back'), goBack, [sign(back)])] : []),
      ...(showHome ? [button('bar-button', word('home'), goHome, [sign(home)])] : []),
    ]);
  }

  #title({ title, image, loading }: TitleBarState): HTMLElement {
    const shown = image === '' ? element('span', 'bar-text', {}, [title]) : element('img', 'bar-image', { src: this.#actions.resourceUrl(image), alt: title });
    const heading = element('div', 'bar-title', { role: 'heading', 'aria-level': '1' }, [...(loading ? [element('span', 'spinner')] : []), shown]);
    heading.addEventListener('click', this.#actions.titleClick);
    return heading;
  }

  #option({ option }: TitleBarState): HTMLElement[] {
    if (option === '') return [];
    const picture = element('img', 'bar-option', { src: this.#actions.resourceUrl(option), alt: '' });
    return [button('bar-button', word('options'), this.#actions.optionMenuClick, [picture])];
  }

  #capsule(): HTMLElement {
    const { menu, exit } = this.#actions;
    return element('span', 'capsule', {}, [
      button('capsule-button', word('more'), menu, [sign(more, 22)]),
      element('span', 'capsule-line'),
      button('capsule-button', word('close'), exit, [sign(close, 22)]),
    ]);
  }
}
