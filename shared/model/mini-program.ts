/** What the compiler hands to a phone. Paths are POSIX, from the project root, with a leading slash; routes have none. */

/** Title-bar and page settings: `app.json` `window`, overridden by the page's own JSON. Unknown keys stay. */
export interface WindowConfig {
  defaultTitle?: string;
  titleBarColor?: string;
  backgroundColor?: string;
  pullRefresh?: boolean | 'YES' | 'NO';
  allowsBounceVertical?: 'YES' | 'NO';
  transparentTitle?: 'none' | 'always' | 'auto';
  titlePenetrate?: 'YES' | 'NO';
  onReachBottomDistance?: number;
  responsive?: boolean;
  showTitleLoading?: 'YES' | 'NO';
  titleImage?: string;
  navigationBarFrontColor?: 'black' | 'white';
  barButtonTheme?: string;
  optionMenu?: unknown;
  [key: string]: unknown;
}

export interface TabBarConfig {
  textColor?: string;
  selectedColor?: string;
  backgroundColor?: string;
  items: { pagePath: string; name: string; icon?: string; activeIcon?: string }[];
}

/** How a unit's style reaches others: component styles leak unless `apply-shared`. */
export type StyleIsolation = 'shared' | 'apply-shared' | 'isolated' | 'page-isolated' | 'page-apply-shared' | 'page-shared';

/** One page or component. */
export interface UnitManifest {
  /** `/pages/index/index`, `/node_modules/antd-mini/es/Button/index`; also the id of its template and of its logic module without `.js`. */
  path: string;
  kind: 'page' | 'component';
  /** Null when the unit has no usable AXML: it renders nothing. */
  template: string | null;
  /** Ids of its style sheets, in cascade order (own ones only). */
  styles: string[];
  /** Tag → component path, with the global components of `app.json` filled in. */
  components: Record<string, string>;
  virtualHost: boolean;
  styleIsolation: StyleIsolation;
  /** Pages: window settings after merging. Components: empty. */
  window: WindowConfig;
}

export interface AppManifest {
  /** Changes whenever anything of the app changes. */
  version: string;
  entryPagePath: string;
  /** Routes of every page, in declared order, sub-packages included. */
  pages: string[];
  tabBar: TabBarConfig | null;
  window: WindowConfig;
  networkTimeout: { request: number; connectSocket: number; uploadFile: number; downloadFile: number };
  /** `behavior.decodeQuery`: false leaves query values encoded. */
  decodeQuery: boolean;
  /** Style sheets of `app.acss` and its imports. */
  appStyles: string[];
  /** Every unit by its path. */
  units: Record<string, UnitManifest>;
  /** What `my.getExtConfig` answers. */
  ext: Record<string, unknown>;
  /** Whether `component2` semantics are on; they are unless the project says no. */
  component2: boolean;
}
