import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { ProgramObject } from '../core/types.ts';

/** Version of the base library whose behaviour is reproduced. */
export const sdkVersion = '2.9.40';
const clientVersion = '10.5.90';

/** Size of the screen as it is held. */
function screenOf({ device, orientation }: PhoneEnvironment): { width: number; height: number } {
  const { width, height } = device;
  return orientation === 'landscape' ? { width: height, height: width } : { width, height };
}

/** The platform's own names of languages. */
export function languageOf({ language }: PhoneEnvironment): string {
  const lower = language.toLowerCase();
  if (lower.startsWith('zh')) {
    if (/hk|mo/.test(lower)) return 'zh-HK';
    return /tw|hant/.test(lower) ? 'zh-Hant' : 'zh-Hans';
  }
  return lower.split('-')[0] ?? 'en';
}

export function windowInfoOf(environment: PhoneEnvironment): ProgramObject {
  const { device } = environment;
  const screen = screenOf(environment);
  return {
    pixelRatio: device.pixelRatio,
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: screen.width,
    windowHeight: screen.height - device.statusBarHeight - device.titleBarHeight,
    statusBarHeight: device.statusBarHeight,
    safeArea: safeAreaOf(environment),
    screenTop: device.statusBarHeight + device.titleBarHeight,
  };
}

function safeAreaOf(environment: PhoneEnvironment): ProgramObject {
  const { safeArea } = environment.device;
  const { width, height } = screenOf(environment);
  // Held across, what was above stands at both sides, as phones keep their corners and the camera free.
  const across = environment.orientation === 'landscape' && environment.device.notch !== 'none';
  const [left, top] = across ? [safeArea.top, 0] : [safeArea.left, safeArea.top];
  const right = width - (across ? safeArea.top : safeArea.right);
  const bottom = height - safeArea.bottom;
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

export function networkInfoOf({ network }: PhoneEnvironment): { networkAvailable: boolean; networkType: string } {
  const types = { wifi: 'WIFI', slow: '3G', offline: 'NOTREACHABLE' } as const;
  return { networkAvailable: network !== 'offline', networkType: types[network] };
}

const switches = ['album', 'camera', 'location', 'microphone', 'bluetooth', 'notification', 'notificationAlert', 'notificationBadge', 'notificationSound'];

/** What `my.getSystemInfo` answers on the chosen device. */
export function systemInfoOf(environment: PhoneEnvironment): ProgramObject {
  const { device, fontScale, colorScheme } = environment;
  const { screenTop: _, ...window } = windowInfoOf(environment);
  return {
    app: 'alipay',
    version: clientVersion,
    platform: device.platform,
    platformType: 'ap',
    system: device.system,
    brand: device.brand,
    model: device.model,
    language: languageOf(environment),
    ...window,
    screen: { width: window.screenWidth, height: window.screenHeight },
    titleBarHeight: device.titleBarHeight,
    transparentTitle: false,
    fontSizeSetting: Math.round(16 * fontScale),
    colorScheme,
    theme: colorScheme,
    storage: '128 GB',
    currentBattery: '80%',
    performance: 'high',
    apiLevel: device.platform === 'Android' ? 33 : undefined,
    appMode: 'normal',
    isIphoneXSeries: device.platform === 'iOS' && device.safeArea.bottom > 0,
    ...Object.fromEntries(switches.map((name) => [`${name}Authorized`, true])),
    locationEnabled: true,
    wifiEnabled: environment.network === 'wifi',
    bluetoothEnabled: true,
    overlayAuthorized: false,
  };
}

export function environmentConstants(environment: PhoneEnvironment): ProgramObject {
  return {
    USER_DATA_PATH: 'https://usr',
    clientName: 'ap',
    clientVersion,
    language: languageOf(environment),
    platform: environment.device.platform,
  };
}
