import type { ApiEntry } from './table/api-entry.ts';
import { documentApis, hostApis } from './table/document-apis.ts';
import { logicApis } from './table/logic-apis.ts';
import { mockApis } from './table/mock-apis.ts';
import { objectMembers } from './table/object-members.ts';
import { unsupportedApis } from './table/unsupported-apis.ts';

/**
 * Every name of `my`: what it promises, who answers it, and how true the answer is. `my` itself, `my.canIUse` and the
 * fidelity table of the docs are made from this.
 *
 * ## Calls the document answers (`call` with `to: 'document'`)
 * Arguments are those of the API without callbacks, results what `success` receives (`{}` where nothing is said).
 * A failure is `{ error, errorMessage }`; the person's "no" is `error: 11`.
 *
 * | call | arguments | result |
 * |---|---|---|
 * | alert | title content buttonText | after it is closed |
 * | confirm | title content confirmButtonText cancelButtonText | `{ confirm }` |
 * | prompt | title message placeholder okButtonText cancelButtonText align | `{ ok, inputValue }` |
 * | showModal | title content showCancel cancelText confirmText editable placeholderText | `{ confirm, cancel, content? }` |
 * | showToast | content type duration (2000) | when it is shown |
 * | showLoading | content delay | when it is shown |
 * | hideToast, hideLoading | | |
 * | showActionSheet | title items cancelButtonText destructiveBtnIndex badges | `{ index }`, -1 for cancel |
 * | setNavigationBar | title image backgroundColor frontColor borderBottomColor reset | |
 * | setNavigationBarTitle, …Color, …BottomLineColor | as their part of setNavigationBar | |
 * | showNavigationBarLoading, hideNavigationBarLoading, hideBackHome | | |
 * | getTitleColor | | `{ color }` |
 * | showTabBar, hideTabBar | animation | |
 * | setTabBarItem | index text iconPath selectedIconPath (project paths) | |
 * | setTabBarStyle | color selectedColor backgroundColor borderStyle | |
 * | setTabBarBadge, removeTabBarBadge, showTabBarRedDot, hideTabBarRedDot | index text | |
 * | startPullDownRefresh | | `{ success }`; sends `page-event` onPullDownRefresh `{ from: 'code' }` |
 * | stopPullDownRefresh, setCanPullDown | canPullDown | |
 * | pageScrollTo | scrollTop selector duration offsetTop | |
 * | hideKeyboard | | `{ success }` |
 * | setBackgroundColor | backgroundColor backgroundColorTop backgroundColorBottom | |
 * | loadFontFace | family source desc | `{ status: 'loaded' }` |
 * | previewImage | urls current | when it is shown |
 * | getImageInfo | src (resolved: `/path`, remote, temporary) | `{ width, height, path, type, orientation }` |
 * | chooseImage | count sourceType sizeType | `{ apFilePaths, tempFilePaths, tempFiles: [{ path, size }] }` |
 * | getLocation | type | `{ longitude, latitude, accuracy, horizontalAccuracy, … }` as texts |
 * | makePhoneCall | number | |
 * | scan | scanType | `{ code, qrCode?, barCode?, rawData, result, scanType, imageChannel }` |
 * | vibrate, vibrateLong, vibrateShort | | `{ success }` |
 * | getClipboard, setClipboard | text | `{ text }`, `{ success }` |
 * | getAuthCode | scopes | `{ authCode, authSuccessScopes, authErrorScopes }` |
 * | getOpenUserInfo, getAuthUserInfo | | `{ response }` (JSON text), `{ nickName, avatar }` |
 * | getPhoneNumber | | `{ response }` (JSON text) |
 * | tradePay | tradeNO orderStr | `{ resultCode }`: 9000 paid, 6001 cancelled, 4000 failed |
 * | navigateToMiniProgram | appId path query extraData | |
 * | navigateBackMiniProgram, exitMiniProgram | | |
 * | datePicker | format currentDate startDate endDate | `{ date }` |
 * | optionsSelect | title optionsOne optionsTwo selectedOneIndex selectedTwoIndex | `{ selectedOneIndex, selectedOneOption, … }` |
 * | multiLevelSelect | title list | `{ success, result: [{ name }] }` |
 * | showSharePanel | | asks the logic with `share` |
 *
 * Not names of `my`, asked by objects; `instance` says for which page or component:
 *
 * | call | arguments | result |
 * |---|---|---|
 * | selectorQuery | `{ queries: SelectorQueryStep[] }` | one value per step, an array for `selectAll`, null for no match |
 * | intersectionObserver.observe | `{ observer, selector, selectAll, thresholds, initialRatio, dataset, relatives: [{ selector or null for the viewport, margins }] }` | then `push` on `intersection:<observer>` |
 * | intersectionObserver.disconnect | `{ observer }` | |
 * | mediaQueryObserver.observe | `{ observer, descriptor }` | then `push` `{ matches }` on `mediaQuery:<observer>` |
 * | mediaQueryObserver.disconnect | `{ observer }` | |
 * | canvas.draw | `{ canvasId, reserve, commands: CanvasCommand[] }` | when it is drawn |
 * | canvas.getImageData | `{ canvasId, x, y, width, height }` | `{ width, height, data: Uint8ClampedArray }` |
 * | canvas.toDataURL | `{ canvasId, x, y, width, height, fileType, quality }` | `{ dataURL }` |
 * | canvasToTempFilePath | `{ canvasId, x, y, width, height, destWidth, destHeight, fileType, quality }` | `{ apFilePath, tempFilePath }` |
 * | canvas.resize | `{ canvasId, width, height }` | sets the size of the drawing |
 *
 * ## Calls the engine answers (`to: 'host'`, handed on to `POST /host`)
 * | call | arguments | result |
 * |---|---|---|
 * | request | url method headers data (binary data as base64 with `isBinary`) dataType timeout | `{ data, status, headers, statusCode, header }`; `data` is base64 for dataType base64 and arraybuffer |
 * | uploadFile | url filePath fileName fileType header formData timeout | `{ data, statusCode, header }` |
 * | downloadFile | url header timeout | `{ apFilePath, tempFilePath }` |
 * | connectSocket | url header timeout | then `push` on socketOpen, socketMessage, socketError, socketClose |
 * | sendSocketMessage | data isBuffer (data is base64) | |
 * | closeSocket | code reason | |
 * | storage.set | key value (JSON text) | |
 * | storage.remove | key | |
 * | storage.clear | | |
 * | saveFile, getFileInfo, getSavedFileInfo, getSavedFileList, removeSavedFile | apFilePath digestAlgorithm | as documented for `my` |
 */
export const apiTable: readonly ApiEntry[] = [...logicApis, ...documentApis, ...hostApis, ...mockApis, ...unsupportedApis, ...objectMembers];

/** The same by name. */
export const apiByName: ReadonlyMap<string, ApiEntry> = new Map(apiTable.map((entry) => [entry.name, entry]));
