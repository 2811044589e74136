import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { AppManifest } from '#shared/model/mini-program.ts';
import { now } from '../core/intrinsics.ts';
import type { ProgramObject } from '../core/types.ts';
import { clonePlain } from '../values/clone-plain.ts';
import type { ApiHandler } from './api-dispatcher.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { canIUse } from './can-i-use.ts';
import type { ProgramStorage } from './program-storage.ts';
import { languageOf, networkInfoOf, sdkVersion, systemInfoOf, windowInfoOf } from './system-info.ts';

export interface BaseHandlersDependencies {
  environment(): PhoneEnvironment;
  manifest(): AppManifest;
  appId: string;
  /** Options the app was started with, and those it was last brought to the foreground with. */
  launchOptions(): ProgramObject;
  enterOptions(): ProgramObject;
  storage: ProgramStorage;
}

export type SyncHandler = (...args: unknown[]) => unknown;

const capsule = { width: 88, height: 32, margin: 12 };

function capsulePlace(environment: PhoneEnvironment): ProgramObject {
  const { statusBarHeight, titleBarHeight } = environment.device;
  const { windowWidth } = windowInfoOf(environment) as { windowWidth: number };
  const top = statusBarHeight + Math.round((titleBarHeight - capsule.height) / 2);
  const right = windowWidth - capsule.margin;
  const place = { width: capsule.width, height: capsule.height, top, right, bottom: top + capsule.height, left: right - capsule.width };
  const option = { optionMenuWidth: 0, optionMenuHeight: 0, optionMenuTop: 0, optionMenuButtom: 0, optionMenuLeft: 0, optionMenuRight: 0 };
  return { success: true, ...place, ...option, optionMenuStatus: {} };
}

function backButtonPlace({ device }: PhoneEnvironment): ProgramObject {
  const size = 24;
  const top = device.statusBarHeight + Math.round((device.titleBarHeight - size) / 2);
  const place = { width: size, height: size, top, right: 12 + size, bottom: top + size, left: 12 };
  return { backButtonIcon: place, backButtonInteractive: place, homeButtonIcon: place };
}

const authorisations = [
  'album',
  'bluetooth',
  'camera',
  'location',
  'microphone',
  'notification',
  'notificationAlert',
  'notificationBadge',
  'notificationSound',
];

/** Synchronous calls that the worker answers. */
export function createSyncHandlers(dependencies: BaseHandlersDependencies): Map<string, SyncHandler> {
  const { environment, manifest, appId, storage } = dependencies;
  const field = (options: unknown, name: string) => (options as ProgramObject | null | undefined)?.[name];
  return new Map<string, SyncHandler>([
    ['canIUse', (name) => canIUse(name, { component2: manifest().component2, systemInfo: systemInfoOf(environment()) })],
    ['getSystemInfoSync', () => systemInfoOf(environment())],
    ['getWindowInfo', () => windowInfoOf(environment())],
    ['getAppBaseInfo', () => ({ SDKVersion: sdkVersion, language: languageOf(environment()), version: systemInfoOf(environment()).version })],
    ['getSystemSetting', () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: environment().network === 'wifi' })],
    ['getAppAuthorizeSetting', () => Object.fromEntries(authorisations.map((name) => [`${name}Authorized`, 'authorized']))],
    ['getAccountInfoSync', () => ({ miniProgram: { appId, envVersion: 'develop', version: '0.0.0' } })],
    ['getAppIdSync', () => ({ appId })],
    ['getParentAppId', () => ''],
    ['getParentAppIdSync', () => ({ appId: '' })],
    ['getPluginIdSync', () => ({ pluginId: '' })],
    ['getEnterOptionsSync', () => dependencies.enterOptions()],
    ['getLaunchOptionsSync', () => dependencies.launchOptions()],
    ['getMenuButtonBoundingClientRect', () => capsulePlace(environment())],
    ['getLeftButtonsBoundingClientRect', () => backButtonPlace(environment())],
    ['arrayBufferToBase64', toBase64],
    ['base64ToArrayBuffer', fromBase64],
    ['getExtConfigSync', () => clonePlain(manifest().ext)],
    ['setStorageSync', (options) => succeed(() => storage.set(field(options, 'key'), field(options, 'data')))],
    ['getStorageSync', (options) => ({ data: storage.get(typeof options === 'string' ? options : field(options, 'key')), success: true })],
    ['removeStorageSync', (options) => succeed(() => storage.remove(typeof options === 'string' ? options : field(options, 'key')))],
    ['clearStorageSync', () => succeed(() => storage.clear())],
    ['getStorageInfoSync', () => ({ ...storage.info(), success: true })],
  ]);
}

function succeed(run: () => void): ProgramObject {
  run();
  return { success: true };
}

/** Asynchronous calls that the worker answers, except routing. */
export function createBaseHandlers({ environment, manifest, storage }: BaseHandlersDependencies): [string, ApiHandler][] {
  return [
    ['getSystemInfo', () => systemInfoOf(environment())],
    ['getRunScene', () => ({ envVersion: 'develop' })],
    ['getServerTime', () => ({ time: now() })],
    ['getExtConfig', () => ({ data: clonePlain(manifest().ext), extConfig: clonePlain(manifest().ext) })],
    ['getNetworkType', () => networkInfoOf(environment())],
    ['setStorage', ({ key, data }) => succeed(() => storage.set(key, data))],
    ['getStorage', ({ key }) => ({ data: storage.get(key), success: true })],
    ['removeStorage', ({ key }) => succeed(() => storage.remove(key))],
    ['clearStorage', () => succeed(() => storage.clear())],
    ['getStorageInfo', () => ({ ...storage.info(), success: true })],
  ];
}
