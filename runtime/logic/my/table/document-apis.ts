import { type ApiEntry, apiGroup } from './api-entry.ts';

const shown = { tier: 1, answeredBy: 'document', kind: 'async' } as const;
const panel = 'A panel in the phone asks for the outcome; a mock answers without asking.';

/** APIs that the phone document answers: everything that is seen or touched. */
export const documentApis: readonly ApiEntry[] = [
  ...apiGroup(shown, {
    alert: 'A dialog of the simulator; the program goes on when it is closed.',
    confirm: 'A dialog of the simulator.',
    prompt: { fidelity: 'A dialog of the simulator.', needs: { title: 'string' } },
    showModal: 'A dialog of the simulator.',
    showToast: 'Shown for its duration; the icon is the simulator’s.',
    hideToast: 'As on devices.',
    showLoading: 'Shown until it is hidden.',
    hideLoading: 'As on devices.',
    showActionSheet: { fidelity: 'A sheet of the simulator; cancelling answers index -1.', needs: { items: 'array' } },
  }),
  ...apiGroup(shown, {
    setNavigationBar: 'Title, colours and image of the simulator’s title bar.',
    setNavigationBarTitle: 'Title of the simulator’s title bar.',
    setNavigationBarColor: 'Colours of the simulator’s title bar.',
    setNavigationBarBottomLineColor: 'Line under the simulator’s title bar.',
    showNavigationBarLoading: 'As on devices.',
    hideNavigationBarLoading: 'As on devices.',
    getTitleColor: 'Colour of the simulator’s title bar.',
    hideBackHome: 'Hides the home button of the title bar.',
    showTabBar: 'As on devices.',
    hideTabBar: 'As on devices.',
    setTabBarItem: { fidelity: 'As on devices.', needs: { index: 'number' } },
    setTabBarStyle: 'As on devices.',
    setTabBarBadge: { fidelity: 'As on devices.', needs: { index: 'number' } },
    removeTabBarBadge: { fidelity: 'As on devices.', needs: { index: 'number' } },
    showTabBarRedDot: { fidelity: 'As on devices.', needs: { index: 'number' } },
    hideTabBarRedDot: { fidelity: 'As on devices.', needs: { index: 'number' } },
    startPullDownRefresh: 'Runs onPullDownRefresh with from: code.',
    stopPullDownRefresh: 'As on devices.',
    setCanPullDown: 'As on devices.',
    pageScrollTo: 'Scrolls the real page.',
    hideKeyboard: 'Takes the focus from the field.',
    setBackgroundColor: { tier: 2, fidelity: 'Colour behind the page.', result: { success: true } },
    setBackgroundTextStyle: { tier: 2, fidelity: 'Recorded only.', result: { success: true }, answeredBy: 'mock' },
    loadFontFace: { tier: 2, fidelity: 'Loads the font into the page.', needs: { family: 'string', source: 'string' } },
    canvasToTempFilePath: 'Picture of the real canvas, as a temporary file.',
    previewImage: { fidelity: 'A viewer of the simulator.', needs: { urls: 'array' } },
    getImageInfo: { fidelity: 'Size of the real picture.', needs: { src: 'string' } },
    chooseImage: 'A file dialog of this machine; a mock answers without it.',
    getLocation: 'The place set for the phone; addresses are samples.',
    makePhoneCall: { fidelity: 'A dialog shows the number.', needs: { number: 'string' } },
    scan: panel,
    vibrate: 'A notice in the phone.',
    vibrateLong: 'A notice in the phone.',
    vibrateShort: 'A notice in the phone.',
    getClipboard: 'A clipboard of the phone’s own; this machine’s is never read.',
    setClipboard: { fidelity: 'A clipboard of the phone’s own.', needs: { text: 'string' } },
    getAuthCode: `${panel} The code is a sample that no server accepts.`,
    getOpenUserInfo: `${panel} The profile is a sample.`,
    getAuthUserInfo: `${panel} The profile is a sample. An older name of getOpenUserInfo.`,
    getPhoneNumber: `${panel} The answer is a sample, not encrypted.`,
    tradePay: `${panel} No payment is made.`,
    navigateToMiniProgram: { fidelity: 'A dialog names the other program; it is not opened.', needs: { appId: 'string' } },
    navigateBackMiniProgram: 'A dialog; nothing is opened.',
    exitMiniProgram: 'Ends the program.',
  }),
  ...apiGroup(
    { ...shown, tier: 2 },
    {
      datePicker: 'A picker of the simulator.',
      optionsSelect: { fidelity: 'A picker of the simulator.', needs: { optionsOne: 'array' } },
      multiLevelSelect: { fidelity: 'A picker of the simulator.', needs: { list: 'array' } },
      enableAlertBeforeUnload: { fidelity: 'Going back from the page asks; what the program opens or closes itself does not.', needs: { message: 'string' } },
      disableAlertBeforeUnload: 'Going back no longer asks.',
      showSharePanel: { fidelity: 'Shows what onShareAppMessage returns; nothing is shared.' },
    },
  ),
];

/** APIs that only the engine can answer. */
export const hostApis: readonly ApiEntry[] = [
  ...apiGroup(
    { tier: 1, answeredBy: 'host', kind: 'async' },
    {
      request: {
        fidelity: 'A real request from this machine; private addresses are refused unless the person allows them; cookies are not kept.',
        needs: { url: 'string' },
      },
      uploadFile: { fidelity: 'A real upload of a temporary file.', needs: { url: 'string', filePath: 'string' } },
      downloadFile: { fidelity: 'A real download into a temporary file.', needs: { url: 'string' } },
      connectSocket: { fidelity: 'A real connection; one at a time.', needs: { url: 'string' } },
      sendSocketMessage: { fidelity: 'As on devices.', needs: { data: 'any' } },
      closeSocket: 'As on devices.',
    },
  ),
  ...apiGroup(
    { tier: 2, answeredBy: 'host', kind: 'async' },
    {
      saveFile: { fidelity: 'Keeps a temporary file for as long as the phone runs, 50 MB in all.', needs: { apFilePath: 'string' } },
      getFileInfo: { fidelity: 'Real size and digest.', needs: { apFilePath: 'string' } },
      getSavedFileInfo: { fidelity: 'Files kept with saveFile.', needs: { apFilePath: 'string' } },
      getSavedFileList: 'Files kept with saveFile.',
      removeSavedFile: { fidelity: 'Files kept with saveFile.', needs: { apFilePath: 'string' } },
    },
  ),
];
