import { type ApiEntry, apiGroup } from './api-entry.ts';

const scripted = { tier: 2, answeredBy: 'mock', kind: 'async', fidelity: 'Scripted: succeeds with a sample that can be set.' } as const;
const recorded = { ...scripted, fidelity: 'Recorded only: succeeds and does nothing.' } as const;
const hardware = { ...scripted, fidelity: 'Scripted: no hardware is used; the result can be set.' } as const;
const listener = { tier: 2, answeredBy: 'mock', kind: 'listener', fidelity: 'Takes listeners; nothing happens by itself.' } as const;
const factory = { tier: 2, answeredBy: 'mock', kind: 'factory', fidelity: 'Its methods are recorded and succeed.' } as const;

function results(entries: Readonly<Record<string, unknown>>): Record<string, { result: unknown }> {
  return Object.fromEntries(Object.entries(entries).map(([name, result]) => [name, { result }]));
}

/** `onX` and `offX` for each name. */
function pairs(...names: string[]): Record<string, { fidelity?: string }> {
  return Object.fromEntries(names.flatMap((name) => [`on${name}`, `off${name}`]).map((name) => [name, {}]));
}

const success = { success: true };
const city = { city: 'Sample City', adCode: '100000', spell: 'sample' };
const samplePicture = 'https://resource/sample.png';

const people: ApiEntry[] = apiGroup(
  scripted,
  results({
    chooseContact: {
      contactsDicArray: [{ userId: '2088000000000001', avatar: '', mobile: '13800000000', realName: 'Sample Person', displayName: 'Sample Person' }],
    },
    choosePhoneContact: { name: 'Sample Person', mobile: '13800000000' },
    chooseAlipayContact: { contacts: [{ realName: 'Sample Person', mobile: '13800000000', email: '', avatar: '', userId: '2088000000000001' }] },
    addPhoneContact: success,
    getAddress: {
      resultStatus: '9000',
      result: {
        address: '1 Sample Street',
        country: 'Sample Country',
        prov: 'Sample Province',
        city: 'Sample City',
        area: 'Sample District',
        street: 'Sample Street',
        fullname: 'Sample Person',
        mobilePhone: '13800000000',
      },
    },
    getRunData: { response: '{"response":{"code":"10000","msg":"Success"},"count":6000}' },
    requestSubscribeMessage: { behavior: 'subscribe', show: true, keep: false, refuse: false, result: {} },
    unsubscribeMessage: success,
    checkBeforeAddOrder: { requireOrder: 0, sourceId: '', sceneId: '' },
    paySignCenter: { resultStatus: '7000', result: '' },
    getSetting: { authSetting: { location: true, album: true, camera: true, userInfo: true, phoneNumber: true } },
    openSetting: { authSetting: { location: true, album: true, camera: true, userInfo: true, phoneNumber: true } },
    showAuthGuide: { shown: true },
    checkIsSupportIfaaAuthentication: { supportMode: ['fingerPrint', 'facial'], success: true },
    checkIsIfaaEnrolledInDevice: { isEnrolled: true, success: true },
    startIfaaAuthentication: { code: '1000', verifyId: 'sample', message: 'Success' },
    startAPVerify: { resultStatus: '9000', result: { certifyId: 'sample' } },
  }),
);

const pickers: ApiEntry[] = [
  ...apiGroup(
    scripted,
    results({
      regionPicker: { data: ['Sample Province', 'Sample City', 'Sample District'], code: ['100000', '100100', '100101'] },
      chooseCity: { ...city, longitude: 0, latitude: 0 },
      chooseDistrict: { name: 'Sample District', adCode: '100101' },
      setLocatedCity: { locatedCityName: 'Sample City' },
      chooseLocation: {
        name: 'Sample Place',
        address: '1 Sample Street',
        longitude: '0',
        latitude: '0',
        provinceName: 'Sample Province',
        cityName: 'Sample City',
      },
      openLocation: {},
      calculateRoute: { success: true, distance: 1000, duration: 600 },
      getMapInfo: { is3d: true, isSupportAnim: true, sdkName: 'sample', sdkVersion: '1.0.0', isSupportOversea: false, needStyleV7: false },
    }),
  ),
  ...apiGroup(listener, pairs('LocatedComplete')),
];

const media: ApiEntry[] = [
  ...apiGroup(
    scripted,
    results({
      compressImage: { apFilePaths: [samplePicture] },
      generateImageFromCode: { image: samplePicture },
      chooseVideo: {
        filePath: 'https://resource/sample.mp4',
        tempFilePath: 'https://resource/sample.mp4',
        duration: 10,
        size: 1_000_000,
        height: 720,
        width: 1280,
      },
      getVideoInfo: { orientation: 0, type: 'mp4', duration: 10, size: 1_000_000, height: 720, width: 1280, fps: 30, bitrate: 1000 },
      getAvailableAudioSources: { audioSources: ['auto', 'buildInMic'] },
      detectFileType: { type: 'image', extension: 'png' },
    }),
  ),
  ...apiGroup(
    recorded,
    results({ saveImage: success, saveImageToPhotosAlbum: success, saveVideoToPhotosAlbum: success, saveFileToDisk: success, openDocument: {} }),
  ),
  ...apiGroup(factory, {
    createVideoContext: {},
    createInnerAudioContext: {},
    getBackgroundAudioManager: {},
    getRecorderManager: {},
    createCameraContext: {},
    createLottieContext: {},
    createMapContext: {},
    createWebViewContext: {},
    createRewardedAd: {},
    createWorker: 'Takes messages; the worker’s script is not run.',
    getUpdateManager: 'There is never an update.',
    getAccessibilityManager: {},
    getGeocoder: {},
    'cloud.createCloudContext': {},
  }),
  ...apiGroup(listener, pairs('AudioInterruptionBegin', 'AudioInterruptionEnd', 'LazyLoadError')),
];

const device: ApiEntry[] = [
  ...apiGroup(
    hardware,
    results({
      getBatteryInfo: { level: 80, isCharging: false },
      getScreenBrightness: { success: true, brightness: 0.5 },
      setScreenBrightness: success,
      setKeepScreenOn: success,
      isScreenReaderEnabled: { screenReaderEnabled: false },
      getLocalIPAddress: { localip: '192.0.2.10', netmask: '255.255.255.0' },
      startAccelerometer: success,
      stopAccelerometer: success,
      startGyroscope: success,
      stopGyroscope: success,
      startCompass: success,
      stopCompass: success,
      watchShake: success,
    }),
  ),
  ...apiGroup({ ...hardware, kind: 'sync' }, results({ getBatteryInfoSync: { level: 80, isCharging: false } })),
  ...apiGroup(listener, pairs('AccelerometerChange', 'GyroscopeChange', 'CompassChange', 'DeviceMotionChange')),
];

const bluetooth: ApiEntry[] = [
  ...apiGroup(
    hardware,
    results({
      openBluetoothAdapter: { isSupportBLE: true },
      closeBluetoothAdapter: {},
      getBluetoothAdapterState: { discovering: false, available: true },
      startBluetoothDevicesDiscovery: {},
      stopBluetoothDevicesDiscovery: success,
      getBluetoothDevices: { devices: [] },
      getConnectedBluetoothDevices: { devices: [] },
      getBluetoothPairs: { devices: [] },
      makeBluetoothPair: success,
      cancelBluetoothPair: {},
      connectBLEDevice: {},
      disconnectBLEDevice: {},
      getBLEDeviceServices: { services: [] },
      getBLEDeviceCharacteristics: { characteristics: [] },
      getBLEDeviceRSSI: { RSSI: -60 },
      getBLEDeviceStatus: { authStatus: 3, powerStatus: 5 },
      getBLEMTU: { mtu: 23 },
      setBLEMTU: { success: true, mtu: 23 },
      readBLECharacteristicValue: { characteristic: {} },
      writeBLECharacteristicValue: {},
      notifyBLECharacteristicValueChange: {},
      showBLEPermissionGuide: success,
      startBeaconDiscovery: {},
      stopBeaconDiscovery: {},
      getBeacons: { beacons: [], errCode: '0', errorMsg: '' },
    }),
  ),
  ...apiGroup(
    listener,
    pairs(
      ...['BluetoothDeviceFound', 'BluetoothAdapterStateChange', 'BLECharacteristicValueChange', 'BLEConnectionStateChanged'],
      ...['BeaconUpdate', 'BeaconServiceChange', 'GetWifiList', 'WifiConnected'],
    ),
  ),
  ...apiGroup(
    hardware,
    results({
      startWifi: success,
      stopWifi: success,
      connectWifi: success,
      getConnectedWifi: { success: true, wifi: { SSID: 'Sample network', BSSID: '02:00:00:00:00:01', secure: true, signalStrength: 80 } },
      getWifiList: success,
      setWifiList: success,
      registerSSID: {},
      unregisterSSID: {},
    }),
  ),
];

const surroundings: ApiEntry[] = [
  ...apiGroup(recorded, results({ showShareMenu: success, hideShareMenu: {}, hideAddToDesktopMenu: {}, hideAllAddToDesktopMenu: {}, loadPlugin: {} })),
  ...apiGroup(scripted, results({ getBackgroundFetchData: { fetchType: 'pre', timestamp: 0, fetchedData: {} } })),
];

/** APIs of tier 2 whose result is scripted. */
export const mockApis: readonly ApiEntry[] = [...people, ...pickers, ...media, ...device, ...bluetooth, ...surroundings];
