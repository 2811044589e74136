import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { AppManifest, WindowConfig } from '#shared/model/mini-program.ts';
import { chromeStyle } from '../chrome/chrome-style.ts';
import { element } from '../chrome/element.ts';
import { Overlays } from '../chrome/overlays.ts';
import { TabBar } from '../chrome/tab-bar.ts';
import { TitleBar, type TitleBarActions, type TitleBarState, titleBarStateOf } from '../chrome/title-bar.ts';
import { rootFontSizeVariable } from '../components/page-meta.ts';
import { setWordsLanguage, word } from '../words.ts';

export interface PhoneScreenOptions {
  manifest: AppManifest;
  environment: PhoneEnvironment;
  showStatusBar: boolean;
  actions: TitleBarActions & { tab(index: number): void; dialogStorm(waiting: number): void };
}

/** What the screen needs to know of the page it is drawn around. */
export interface ShownPage {
  id: number;
  route: string;
  isTab: boolean;
  depth: number;
  scrolled: number;
}

/** The phone's document around its pages: status bar, title bar, page area, tab bar, and what lies above. */
export class PhoneScreen {
  readonly root = element('div', 'phone');
  /** Where pages go. */
  readonly viewport = element('main', 'viewport');
  readonly tabBar: TabBar;
  readonly overlays: Overlays;
  readonly #titleBar: TitleBar;
  readonly #manifest: AppManifest;
  readonly #titles = new Map<number, TitleBarState>();
  #environment: PhoneEnvironment;
  #page: ShownPage | null = null;

  constructor({ manifest, environment, showStatusBar, actions }: PhoneScreenOptions) {
    this.#manifest = manifest;
    this.#environment = environment;
    this.#titleBar = new TitleBar(actions, showStatusBar);
    this.tabBar = new TabBar(manifest.tabBar, actions.resourceUrl, actions.tab);
    this.overlays = new Overlays(actions.dialogStorm);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(chromeStyle);
    document.adoptedStyleSheets.push(sheet);
    this.tabBar.root.hidden = true;
    this.root.append(this.#titleBar.root, this.viewport, this.tabBar.root, this.overlays.root);
    document.body.append(this.root);
    // Lengths in `vh` mean the page area, which changes with the bars and with the device.
    new ResizeObserver(() => this.#measure()).observe(this.viewport);
    this.setEnvironment(environment);
  }

  get environment(): PhoneEnvironment {
    return this.#environment;
  }

  #measure(): void {
    document.documentElement.style.setProperty('--a-vh', `${this.viewport.clientHeight / 100}px`);
  }

  setEnvironment(environment: PhoneEnvironment): void {
    this.#environment = environment;
    const { device, colorScheme, fontScale, language } = environment;
    setWordsLanguage(language);
    const page = document.documentElement;
    page.dataset.scheme = colorScheme;
    page.lang = language;
    page.style.setProperty('--a-font-scale', String(fontScale));
    page.style.setProperty('--safe-bottom', `${device.safeArea.bottom}px`);
    page.style.fontSize = `var(${rootFontSizeVariable}, ${16 * fontScale}px)`;
    this.#titleBar.setDevice(device);
    this.redraw();
  }

  #windowOf(route: string): WindowConfig {
    return { ...this.#manifest.window, ...this.#manifest.units[`/${route}`]?.window };
  }

  #stateOf(id: number, route: string): TitleBarState {
    const known = this.#titles.get(id) ?? titleBarStateOf(this.#windowOf(route));
    this.#titles.set(id, known);
    return known;
  }

  titleOf(page: ShownPage): TitleBarState {
    return this.#stateOf(page.id, page.route);
  }

  changeTitle(page: ShownPage, change: Partial<TitleBarState>): void {
    this.#titles.set(page.id, { ...this.titleOf(page), ...change });
    this.redraw();
  }

  resetTitle(page: ShownPage): void {
    this.#titles.delete(page.id);
    this.redraw();
  }

  /** Shows the bars of a page. */
  show(page: ShownPage): void {
    this.#page = page;
    this.redraw();
  }

  forget(id: number): void {
    this.#titles.delete(id);
  }

  redraw(): void {
    const page = this.#page;
    if (!page) return;
    const state = this.titleOf(page);
    const isHome = page.route === this.#manifest.entryPagePath;
    this.#titleBar.show({ ...state, canGoBack: page.depth > 1, showHome: state.showHome || (page.depth === 1 && !isHome && !page.isTab) }, page.scrolled);
    const { classList } = this.#titleBar.root;
    classList.toggle('floating', state.transparent !== 'none');
    classList.toggle('piercing', this.#windowOf(page.route).titlePenetrate === 'YES');
    this.tabBar.show(page.route, page.isTab);
    this.viewport.style.background = String(this.#windowOf(page.route).backgroundColor ?? '');
    this.#measure();
  }

  /** Says over everything that the program has ended, and why. */
  end(reason: string): void {
    this.overlays.hideToast();
    this.root.append(element('div', 'ended', { role: 'alert' }, [element('div', '', {}, [element('strong', '', {}, [word('stopped')]), `\n${reason}`])]));
  }
}
