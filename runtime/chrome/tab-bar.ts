import type { TabBarConfig } from '#shared/model/mini-program.ts';
import { colorOf } from './colors.ts';
import { element } from './element.ts';

export interface TabItem {
  pagePath: string;
  name: string;
  icon: string;
  activeIcon: string;
  badge: string;
  dot: boolean;
}

export interface TabBarStyle {
  color: string;
  selectedColor: string;
  backgroundColor: string;
  borderStyle: string;
}

/** The bar of tabs below tab pages, changed by `my.setTabBarItem` and its family. */
export class TabBar {
  readonly root = element('nav', 'tab-bar', { role: 'tablist' });
  readonly #items: TabItem[];
  readonly #style: TabBarStyle;
  readonly #resourceUrl: (address: string) => string;
  readonly #choose: (index: number) => void;
  #hidden = false;

  constructor(config: TabBarConfig | null, resourceUrl: (address: string) => string, choose: (index: number) => void) {
    this.#resourceUrl = resourceUrl;
    this.#choose = choose;
    this.#items = (config?.items ?? []).map(({ pagePath, name, icon = '', activeIcon = '' }) => ({ pagePath, name, icon, activeIcon, badge: '', dot: false }));
    this.#style = {
      color: colorOf(config?.textColor, '#7d7d7d'),
      selectedColor: colorOf(config?.selectedColor, '#1677ff'),
      backgroundColor: colorOf(config?.backgroundColor, '#ffffff'),
      borderStyle: 'black',
    };
  }

  get items(): readonly TabItem[] {
    return this.#items;
  }

  indexOf(route: string): number {
    return this.#items.findIndex(({ pagePath }) => pagePath.replace(/^\//, '') === route);
  }

  /** Changes one tab; false when there is none of that index. */
  change(index: number, change: Partial<TabItem>): boolean {
    const item = this.#items[index];
    if (!item) return false;
    Object.assign(item, change);
    return true;
  }

  restyle(change: Partial<TabBarStyle>): void {
    Object.assign(this.#style, change);
  }

  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
  }

  /** Draws the bar for the visible page; only pages that were reached as tabs have one. */
  show(route: string, isTab: boolean): void {
    const selected = this.indexOf(route);
    this.root.hidden = !isTab || this.#hidden || selected === -1;
    if (this.root.hidden) return;
    this.root.style.background = this.#style.backgroundColor;
    this.root.replaceChildren(...this.#items.map((item, index) => this.#tab(item, index, index === selected)));
  }

  #tab({ name, icon, activeIcon, badge, dot }: TabItem, index: number, selected: boolean): HTMLElement {
    const address = selected ? activeIcon || icon : icon;
    const tab = element(
      'button',
      'tab',
      { type: 'button', role: 'tab', 'aria-label': badge === '' ? name : `${name}, ${badge}`, 'aria-selected': String(selected) },
      [
        ...(address === '' ? [] : [element('img', 'tab-icon', { src: this.#resourceUrl(address), alt: '' })]),
        element('span', 'tab-name', {}, [name]),
        ...(dot ? [element('span', 'tab-dot')] : []),
        ...(badge === '' ? [] : [element('span', 'tab-badge', {}, [badge])]),
      ],
    );
    tab.style.color = selected ? this.#style.selectedColor : this.#style.color;
    tab.addEventListener('click', () => this.#choose(index));
    return tab;
  }
}
