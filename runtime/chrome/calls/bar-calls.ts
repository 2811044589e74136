import { colorOf } from '../colors.ts';
import type { TabBar } from '../tab-bar.ts';
import type { TitleBarState } from '../title-bar.ts';
import { type Arguments, apiError, type DocumentCalls, number, text } from './call.ts';

export interface TitleBarCallsContext {
  /** Changes the title bar of the page a call is made for. */
  changeTitleBar(instance: number | undefined, change: Partial<TitleBarState>): void;
  resetTitleBar(instance: number | undefined): void;
  titleBarOf(instance: number | undefined): TitleBarState;
}

/** The title bar, as `my.setNavigationBar` and its family change it. */
export function titleBarCalls({ changeTitleBar, resetTitleBar, titleBarOf }: TitleBarCallsContext): DocumentCalls {
  function setNavigationBar(args: Arguments, instance: number | undefined): void {
    if (args.reset === true) resetTitleBar(instance);
    const state = titleBarOf(instance);
    changeTitleBar(instance, {
      ...(args.title === undefined ? {} : { title: text(args, 'title') }),
      ...(args.image === undefined ? {} : { image: text(args, 'image') }),
      ...(args.backgroundColor === undefined ? {} : { background: colorOf(args.backgroundColor, state.background) }),
      ...(args.borderBottomColor === undefined ? {} : { border: colorOf(args.borderBottomColor, '#dddddd') }),
      ...(args.frontColor === undefined ? {} : { front: /^#?0{3,6}$|^black$/i.test(text(args, 'frontColor')) ? 'black' : 'white' }),
    });
  }
  return {
    setNavigationBar,
    setNavigationBarTitle: setNavigationBar,
    setNavigationBarColor: setNavigationBar,
    setNavigationBarBottomLineColor: (args, instance) => setNavigationBar({ borderBottomColor: args.borderBottomColor ?? args.color }, instance),
    showNavigationBarLoading: (_, instance) => changeTitleBar(instance, { loading: true }),
    hideNavigationBarLoading: (_, instance) => changeTitleBar(instance, { loading: false }),
    getTitleColor: (_, instance) => ({ color: titleBarOf(instance).background }),
    hideBackHome: (_, instance) => changeTitleBar(instance, { showHome: false }),
  };
}

/** The tab bar, as `my.setTabBarItem` and its family change it. */
export function tabBarCalls(tabBar: TabBar, redrawTabBar: () => void): DocumentCalls {
  function change(args: Record<string, unknown>, changes: Parameters<TabBar['change']>[1]): void {
    const index = number(args, 'index', -1);
    if (!tabBar.change(index, changes)) throw apiError(2, `There is no tab ${index}`);
    redrawTabBar();
  }
  function setHidden(hidden: boolean): void {
    if (tabBar.items.length === 0) throw apiError(2, 'app.json has no tabBar');
    tabBar.setHidden(hidden);
    redrawTabBar();
  }
  return {
    showTabBar: () => setHidden(false),
    hideTabBar: () => setHidden(true),
    setTabBarItem: (args) =>
      change(args, {
        ...(args.text === undefined ? {} : { name: text(args, 'text') }),
        ...(args.iconPath === undefined ? {} : { icon: text(args, 'iconPath') }),
        ...(args.selectedIconPath === undefined ? {} : { activeIcon: text(args, 'selectedIconPath') }),
      }),
    setTabBarStyle(args) {
      const colors = ['color', 'selectedColor', 'backgroundColor'] as const;
      tabBar.restyle(Object.fromEntries(colors.filter((name) => args[name] !== undefined).map((name) => [name, colorOf(args[name], '#7d7d7d')])));
      redrawTabBar();
    },
    setTabBarBadge: (args) => change(args, { badge: text(args, 'text'), dot: false }),
    removeTabBarBadge: (args) => change(args, { badge: '' }),
    showTabBarRedDot: (args) => change(args, { dot: true, badge: '' }),
    hideTabBarRedDot: (args) => change(args, { dot: false }),
  };
}
