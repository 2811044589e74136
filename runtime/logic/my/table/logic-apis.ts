import { type ApiEntry, apiGroup } from './api-entry.ts';

const sync = { tier: 1, answeredBy: 'logic', kind: 'sync' } as const;
const async = { tier: 1, answeredBy: 'logic', kind: 'async' } as const;
const listener = { tier: 1, answeredBy: 'logic', kind: 'listener' } as const;
const value = { tier: 1, answeredBy: 'logic', kind: 'value' } as const;
const factory = { tier: 1, answeredBy: 'logic', kind: 'factory' } as const;

const routing = 'Exact stack, lifecycle order and failures; the transition is the simulator’s own.';
const storage = 'Kept on disk per program and merchant, 10 MB in all; values over 200 KB are kept with a warning, devices refuse them.';

const base: ApiEntry[] = [
  ...apiGroup(value, {
    SDKVersion: 'The base library version whose behaviour is reproduced.',
    env: 'Client and platform follow the chosen device and language.',
    isIDE: 'Always true.',
  }),
  ...apiGroup(sync, {
    canIUse: 'Answers from the same table as this one, and for components by name.',
    getSystemInfoSync: 'Sizes, platform, language and font size follow the chosen device; battery and storage are fixed.',
    getWindowInfo: 'Follows the chosen device.',
    getAppBaseInfo: 'Fixed versions; the language follows the phone.',
    getSystemSetting: 'Wi-Fi follows the simulated network; the rest is on.',
    getAppAuthorizeSetting: 'Everything is authorised.',
    getAccountInfoSync: 'App id of the chosen merchant; version is develop.',
    getAppIdSync: 'App id of the chosen merchant.',
    getParentAppId: 'Always empty.',
    getParentAppIdSync: 'Always empty.',
    getPluginIdSync: 'Always empty.',
    getEnterOptionsSync: 'Options of the last time the app came to the foreground.',
    getLaunchOptionsSync: 'Path, query and scene the phone was started with.',
    getMenuButtonBoundingClientRect: 'Where the simulator draws its capsule.',
    getLeftButtonsBoundingClientRect: 'Where the simulator draws its back button.',
    arrayBufferToBase64: 'As on devices.',
    base64ToArrayBuffer: 'As on devices.',
    getExtConfigSync: 'The ext object of the chosen merchant, as the platform injects it.',
  }),
  ...apiGroup(async, {
    getSystemInfo: 'As getSystemInfoSync.',
    getRunScene: { fidelity: 'Always develop.', result: { envVersion: 'develop' } },
    getServerTime: 'Time of this machine.',
    getExtConfig: 'The ext object of the chosen merchant, as the platform injects it.',
  }),
];

const routes: ApiEntry[] = [
  ...apiGroup(async, {
    navigateTo: { fidelity: routing, needs: { url: 'string' } },
    redirectTo: { fidelity: routing, needs: { url: 'string' } },
    switchTab: { fidelity: routing, needs: { url: 'string' } },
    reLaunch: { fidelity: `${routing} Tab pages may be the target, with a query.`, needs: { url: 'string' } },
    navigateBack: routing,
  }),
  ...apiGroup(sync, {
    'EventChannel.on': 'As on devices.',
    'EventChannel.once': 'As on devices.',
    'EventChannel.off': 'As on devices.',
    'EventChannel.emit': 'As on devices.',
  }),
];

const storageApis: ApiEntry[] = [
  ...apiGroup(async, {
    setStorage: { fidelity: storage, needs: { key: 'string', data: 'any' } },
    getStorage: { fidelity: storage, needs: { key: 'string' } },
    removeStorage: { fidelity: storage, needs: { key: 'string' } },
    clearStorage: storage,
    getStorageInfo: storage,
  }),
  ...apiGroup(sync, {
    setStorageSync: { fidelity: storage, needs: { key: 'string' } },
    getStorageSync: { fidelity: storage, needs: { key: 'string' } },
    removeStorageSync: { fidelity: storage, needs: { key: 'string' } },
    clearStorageSync: storage,
    getStorageInfoSync: storage,
  }),
];

const events: ApiEntry[] = [
  ...apiGroup(listener, {
    onAppShow: 'Told when the phone comes back to the foreground.',
    offAppShow: 'As on devices.',
    onAppHide: 'Told when the phone goes home.',
    offAppHide: 'As on devices.',
    onError: 'Told of every uncaught error of the program.',
    offError: 'As on devices.',
    onUnhandledRejection: 'Told of rejected promises that nobody handles.',
    offUnhandledRejection: 'As on devices.',
    onPageNotFound: 'Told when the start page does not exist.',
    offPageNotFound: 'As on devices.',
    onSocketOpen: 'From the real connection that the engine holds.',
    offSocketOpen: 'As on devices.',
    onSocketMessage: 'Binary messages arrive as base64 with isBuffer, as on devices.',
    offSocketMessage: 'As on devices.',
    onSocketError: 'From the real connection that the engine holds.',
    offSocketError: 'As on devices.',
    onSocketClose: 'From the real connection that the engine holds.',
    offSocketClose: 'As on devices.',
  }),
  ...apiGroup(
    { ...listener, tier: 2 },
    {
      onComponentError: 'Told of errors in components.',
      offComponentError: 'As on devices.',
      onNetworkStatusChange: 'Told when the simulated network is changed.',
      offNetworkStatusChange: 'As on devices.',
      onMemoryWarning: 'Told when the phone’s menu sends a memory warning.',
      offMemoryWarning: 'As on devices.',
      onUserCaptureScreen: 'Told when the phone’s menu takes a screenshot.',
      offUserCaptureScreen: 'As on devices.',
    },
  ),
  ...apiGroup(
    { ...async, tier: 2 },
    {
      getNetworkType: 'Follows the simulated network: WIFI, 3G when slow, NOTREACHABLE.',
    },
  ),
];

const drawing: ApiEntry[] = [
  ...apiGroup(factory, {
    createSelectorQuery: 'Real layout of the rendered page.',
    createIntersectionObserver: 'Real intersections in the rendered page.',
    createCanvasContext: 'Drawn on a real canvas; fonts are those of this machine.',
    createAnimation: 'Played by the browser as CSS transitions.',
    getFileSystemManager: { tier: 2, fidelity: 'A folder in memory that lives as long as the phone; files of other calls cannot be read with it.' },
    createOffscreenCanvas: { tier: 2, fidelity: 'Takes commands and shows nothing.' },
  }),
];

/** APIs that the worker answers itself. */
export const logicApis: readonly ApiEntry[] = [...base, ...routes, ...storageApis, ...events, ...drawing];
