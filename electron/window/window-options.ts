import type { BrowserWindowConstructorOptions } from 'electron';
import type { WindowState } from './window-state.ts';

interface WindowOptionsInput {
  preload: string;
  state: WindowState;
  /** A build that people install has no developer tools. */
  packaged: boolean;
}

/** The options of every window there is. */
export function windowOptions({ preload, state, packaged }: WindowOptionsInput): BrowserWindowConstructorOptions {
  return {
    ...state.bounds,
    minWidth: 640,
    minHeight: 400,
    title: 'Minifoundry',
    show: false,
    backgroundColor: '#1c1b22',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !packaged,
    },
  };
}
