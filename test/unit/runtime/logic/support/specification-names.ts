type Tier = 1 | 2 | 3;

function names(tier: Tier, text: string): [string, Tier][] {
  return text
    .trim()
    .split(/\s+/)
    .map((name) => [name, tier]);
}

function listeners(tier: Tier, text: string): [string, Tier][] {
  return names(tier, text).flatMap(([name]) => [
    [`on${name}`, tier],
    [`off${name}`, tier],
  ]);
}

function members(tier: Tier, object: string, text: string): [string, Tier][] {
  return names(tier, text).map(([name]) => [`${object}.${name}`, tier]);
}

/** Every API name of the specification's appendix with the tier that it is given there. */
export const specificationNames: readonly [string, Tier][] = [
  ...names(1, 'SDKVersion env canIUse getSystemInfo getSystemInfoSync'),
  ...names(1, 'getAccountInfoSync getAppIdSync getEnterOptionsSync getLaunchOptionsSync getRunScene arrayBufferToBase64 base64ToArrayBuffer getServerTime'),
  ...names(1, 'getExtConfig getExtConfigSync navigateTo redirectTo switchTab reLaunch navigateBack'),
  ...members(1, 'EventChannel', 'on once off emit'),
  ...names(1, 'alert confirm prompt showToast hideToast showLoading hideLoading showActionSheet showModal'),
  ...names(2, 'enableAlertBeforeUnload disableAlertBeforeUnload'),
  ...names(1, 'setNavigationBar showNavigationBarLoading hideNavigationBarLoading getTitleColor hideBackHome'),
  ...names(1, 'showTabBar hideTabBar setTabBarItem setTabBarStyle setTabBarBadge removeTabBarBadge showTabBarRedDot hideTabBarRedDot'),
  ...names(1, 'startPullDownRefresh stopPullDownRefresh setCanPullDown pageScrollTo'),
  ...names(
    1,
    'setStorage getStorage removeStorage clearStorage getStorageInfo setStorageSync getStorageSync removeStorageSync clearStorageSync getStorageInfoSync',
  ),
  ...names(1, 'request uploadFile downloadFile connectSocket sendSocketMessage closeSocket'),
  ...listeners(1, 'SocketOpen SocketMessage SocketError SocketClose'),
  ...names(1, 'createSelectorQuery createIntersectionObserver createCanvasContext canvasToTempFilePath createAnimation hideKeyboard'),
  ...members(2, 'MediaQueryObserver', 'observe disconnect'),
  ...names(2, 'createOffscreenCanvas loadFontFace setBackgroundColor setBackgroundTextStyle'),
  ...members(2, 'Canvas', 'getContext createImage requestAnimationFrame cancelAnimationFrame'),
  ...listeners(1, 'AppShow AppHide Error UnhandledRejection PageNotFound'),
  ...listeners(2, 'ComponentError LazyLoadError'),
  ...names(2, 'datePicker optionsSelect multiLevelSelect regionPicker chooseCity chooseDistrict setLocatedCity onLocatedComplete offLocatedComplete'),
  ...names(2, 'chooseContact choosePhoneContact chooseAlipayContact addPhoneContact'),
  ...names(1, 'chooseImage previewImage getImageInfo'),
  ...names(2, 'compressImage saveImage saveImageToPhotosAlbum generateImageFromCode'),
  ...names(
    2,
    'chooseVideo createVideoContext saveVideoToPhotosAlbum createInnerAudioContext getBackgroundAudioManager getAvailableAudioSources getRecorderManager',
  ),
  ...listeners(2, 'AudioInterruptionBegin AudioInterruptionEnd'),
  ...names(2, 'createCameraContext createLottieContext chooseLocation openLocation calculateRoute createMapContext getMapInfo'),
  ...names(1, 'getLocation makePhoneCall scan vibrate vibrateLong vibrateShort getClipboard setClipboard'),
  ...names(2, 'saveFile getFileInfo getSavedFileInfo getSavedFileList removeSavedFile getFileSystemManager'),
  ...names(2, 'getNetworkType onNetworkStatusChange getBatteryInfo getBatteryInfoSync getScreenBrightness setScreenBrightness setKeepScreenOn'),
  ...names(2, 'onMemoryWarning onUserCaptureScreen isScreenReaderEnabled openSetting getSetting'),
  ...names(2, 'startAccelerometer stopAccelerometer startGyroscope stopGyroscope startCompass stopCompass watchShake'),
  ...listeners(2, 'AccelerometerChange GyroscopeChange CompassChange DeviceMotionChange'),
  ...names(2, 'openBluetoothAdapter closeBluetoothAdapter getBluetoothAdapterState startBluetoothDevicesDiscovery stopBluetoothDevicesDiscovery'),
  ...names(2, 'getBluetoothDevices getConnectedBluetoothDevices getBluetoothPairs makeBluetoothPair cancelBluetoothPair'),
  ...listeners(2, 'BluetoothDeviceFound BluetoothAdapterStateChange BLECharacteristicValueChange BLEConnectionStateChanged'),
  ...names(2, 'connectBLEDevice disconnectBLEDevice getBLEDeviceServices getBLEDeviceCharacteristics getBLEDeviceRSSI getBLEDeviceStatus getBLEMTU setBLEMTU'),
  ...names(2, 'readBLECharacteristicValue writeBLECharacteristicValue notifyBLECharacteristicValueChange showBLEPermissionGuide'),
  ...names(2, 'startBeaconDiscovery stopBeaconDiscovery getBeacons'),
  ...listeners(2, 'BeaconUpdate BeaconServiceChange GetWifiList WifiConnected'),
  ...names(2, 'startWifi stopWifi connectWifi getConnectedWifi getWifiList setWifiList registerSSID unregisterSSID'),
  ...names(2, 'createWorker getUpdateManager getBackgroundFetchData'),
  ...members(2, 'Worker', 'postMessage onMessage terminate'),
  ...names(1, 'getAuthCode getOpenUserInfo getAuthUserInfo getPhoneNumber tradePay navigateToMiniProgram navigateBackMiniProgram exitMiniProgram'),
  ...names(2, 'getAddress getRunData requestSubscribeMessage showSharePanel hideShareMenu hideAddToDesktopMenu hideAllAddToDesktopMenu'),
  ...names(2, 'checkIsSupportIfaaAuthentication checkIsIfaaEnrolledInDevice startIfaaAuthentication paySignCenter'),
  ...names(3, 'openCardList openCardDetail openMerchantCardList openVoucherList openVoucherDetail openKBVoucherDetail openMerchantVoucherList'),
  ...names(3, 'openTicketList openTicketDetail openMerchantTicketList ap.imgRisk ap.imgRiskCallback ap.preventCheat ap.nsf'),
  ...names(3, 'ap.openURL ap.openAlipayApp ap.navigateToAlipayPage ap.updateAlipayClient ap.getMainSelectedCity setVisualEffectOnCapture'),
  ...members(1, 'SelectorQuery', 'select selectAll selectViewport boundingClientRect scrollOffset fields context node exec'),
  ...members(1, 'IntersectionObserver', 'relativeTo relativeToViewport observe disconnect'),
  ...members(
    1,
    'CanvasContext',
    `arc arcTo beginPath bezierCurveTo clearRect clip closePath createCircularGradient createLinearGradient createPattern createRadialGradient draw
     drawImage fill fillRect fillText getImageData lineTo measureText moveTo putImageData quadraticCurveTo rect restore rotate save scale setFillStyle
     setFontSize setGlobalAlpha setLineCap setLineDash setLineJoin setLineWidth setMiterLimit setShadow setStrokeStyle setTextAlign setTextBaseline
     setTransform stroke strokeRect strokeText toDataURL toTempFilePath transform translate`,
  ),
  ...members(1, 'CanvasGradient', 'addColorStop'),
  ...members(2, 'OffscreenCanvas', 'getContext createImage'),
  ...members(
    2,
    'MapContext',
    `calculateDistance changeMarkers clearRoute gestureEnable getMapProperties getRegion getRotate getScale getSkew includePoints mapToScreen moveToLocation
     polygonContainsPoint screenToMap setCenterOffset setMapType showRoute showsCompass showsScale smoothMoveMarker smoothMovePolyline translateMarker updateComponents`,
  ),
  ...members(
    2,
    'FileSystemManager',
    `access appendFile copyFile mkdir readFile readdir rename rmdir saveFile stat unlink writeFile accessSync appendFileSync copyFileSync mkdirSync readFileSync
     readdirSync renameSync rmdirSync saveFileSync statSync unlinkSync writeFileSync getFileInfo getSavedFileList removeSavedFile`,
  ),
  ...members(2, 'Stats', 'isFile isDirectory'),
  ...members(2, 'RecorderManager', 'start pause resume stop onStart offStart onFrameRecorded offDecibelChange'),
  ...members(2, 'CameraContext', 'takePhoto startRecord stopRecord setZoom onCameraFrame'),
  ...members(2, 'CameraFrameListener', 'start stop'),
  ...members(2, 'UpdateManager', 'onCheckForUpdate onUpdateReady onUpdateFailed applyUpdate'),
];
