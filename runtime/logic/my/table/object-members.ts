import { type ApiEntry, apiGroup } from './api-entry.ts';

function members(object: string, names: string): Record<string, object> {
  return Object.fromEntries(names.split(' ').map((name) => [`${object}.${name}`, {}]));
}

const real = { tier: 1, answeredBy: 'logic', kind: 'sync', fidelity: 'As the object it belongs to.' } as const;
const scripted = { tier: 2, answeredBy: 'mock', kind: 'async', fidelity: 'Recorded; succeeds with a result that can be set.' } as const;
const memory = { tier: 2, answeredBy: 'logic', kind: 'async', fidelity: 'In memory, as long as the phone runs.' } as const;

const audio = 'play pause stop seek';
const audioEvents = ['CanPlay', 'Play', 'Pause', 'Stop', 'Ended', 'TimeUpdate', 'Waiting', 'Seeking', 'Seeked', 'Next', 'Prev', 'Error'];
const listeners = (names: readonly string[]) => names.flatMap((name) => [`on${name}`, `off${name}`]).join(' ');

const canvasMethods =
  'arc arcTo beginPath bezierCurveTo clearRect clip closePath createCircularGradient createLinearGradient createPattern createRadialGradient draw drawImage fill fillRect fillText getImageData getLineDash lineTo measureText moveTo putImageData quadraticCurveTo rect restore rotate save scale setFillStyle setFontSize setGlobalAlpha setLineCap setLineDash setLineJoin setLineWidth setMiterLimit setShadow setStrokeStyle setTextAlign setTextBaseline setTransform stroke strokeRect strokeText toDataURL toTempFilePath transform translate';
const mapMethods =
  'addGroundOverlay addMarkers calculateDistance changeMarkers clearRoute gestureEnable getCenterLocation getMapProperties getRegion getRotate getScale getSkew includePoints initMarkerCluster mapToScreen moveToLocation polygonContainsPoint removeGroundOverlay removeMarkers screenToMap setCenterOffset setMapType setProps showRoute showsCompass showsScale smoothDrawPolyline smoothMoveMarker smoothMovePolyline stopSmoothDrawPolyline translateMarker updateComponents updateGroundOverlay';
const fileMethods =
  'access accessSync appendFile appendFileSync copyFile copyFileSync getFileInfo getFileInfoSync getSavedFileList getSavedFileListSync mkdir mkdirSync readFile readFileSync readdir readdirSync removeSavedFile removeSavedFileSync rename renameSync rmdir rmdirSync saveFile saveFileSync stat statSync unlink unlinkSync writeFile writeFileSync';
const videoMethods =
  'exitFullScreen exitPictureInPicture getCurrentTime hideControl hideStatusBar mute pause play playbackRate requestFullScreen seek showControl showFloatingWindow showStatusBar startInteractions stop stopInteractions switchQuality updateQualityList';

/** Members of objects that `my` hands out. */
export const objectMembers: readonly ApiEntry[] = [
  ...apiGroup(real, {
    ...members('SelectorQuery', 'in select selectAll selectViewport boundingClientRect scrollOffset fields context node exec'),
    ...members('IntersectionObserver', 'in relativeTo relativeToViewport observe disconnect'),
    ...members('CanvasContext', canvasMethods),
    ...members('CanvasGradient', 'addColorStop'),
    ...members('CanvasPattern', 'setTransform'),
    ...members('RequestTask', 'abort onHeadersReceived offHeadersReceived'),
    ...members('UploadTask', 'abort onHeadersReceived offHeadersReceived onProgressUpdate offProgressUpdate'),
    ...members('DownloadTask', 'abort onHeadersReceived offHeadersReceived onProgressUpdate offProgressUpdate'),
    ...members('SocketTask', `send close ${listeners(['Open', 'Message', 'Error', 'Close'])}`),
  }),
  ...apiGroup(
    { ...real, tier: 2 },
    {
      ...members('Canvas', 'getContext createImage requestAnimationFrame cancelAnimationFrame toDataURL toTempFilePath'),
      ...members('OffscreenCanvas', 'getContext createImage requestAnimationFrame cancelAnimationFrame toDataURL toTempFilePath'),
    },
  ),
  ...apiGroup(
    { ...real, tier: 2, fidelity: 'Made by `this.createMediaQueryObserver()`; real media queries of the phone’s screen.' },
    members('MediaQueryObserver', 'observe disconnect'),
  ),
  ...apiGroup(memory, {
    ...members('FileSystemManager', fileMethods),
    ...members('Stats', 'isFile isDirectory'),
  }),
  ...apiGroup({ tier: 3, answeredBy: 'unsupported', kind: 'async', fidelity: 'Archives are not read.' }, members('FileSystemManager', 'unzip zip')),
  ...apiGroup(scripted, {
    ...members('MapContext', mapMethods),
    ...members('RecorderManager', `start pause resume stop ${listeners(['Start', 'Pause', 'Resume', 'Stop', 'Error', 'FrameRecorded', 'DecibelChange'])}`),
    ...members('CameraContext', 'takePhoto startRecord stopRecord setZoom onCameraFrame'),
    ...members('CameraFrameListener', 'start stop'),
    ...members('UpdateManager', `applyUpdate ${listeners(['CheckForUpdate', 'UpdateReady', 'UpdateFailed'])}`),
    ...members('Worker', 'postMessage onMessage terminate'),
    ...members('InnerAudioContext', `${audio} destroy ${listeners(audioEvents)}`),
    ...members('BackgroundAudioManager', `${audio} ${listeners(audioEvents)}`),
    ...members('VideoContext', videoMethods),
    ...members(
      'LottieContext',
      'downgradeToPlaceholder fillVariableValue getDuration getLottieInfo goToAndPlay goToAndStop pause play playFromMinToMaxFrame playFromMinToMaxProgress setSpeed stop',
    ),
    ...members('WebViewContext', 'postMessage'),
    ...members('RewardedAd', `load show destroy ${listeners(['Load', 'Close', 'Error'])}`),
    ...members('Geocoder', 'reverseGeocoding'),
    ...members('AccessibilityManager', 'announce isScreenReaderEnabled'),
    ...members('ChooseCityTask', 'onLocatedComplete offLocatedComplete setLocatedCity'),
    ...members('CloudContext', 'init callContainer callFunction database uploadFile downloadFile deleteFile getTempFileURL'),
  }),
];
