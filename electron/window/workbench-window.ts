import { BrowserWindow, screen } from 'electron';
import type { SettingsStore } from '#engine/index.ts';
import { desktopDocument } from '#shared/model/port-handshake.ts';
import { confineNavigation } from './navigation-policy.ts';
import { confinePermissions } from './permission-policy.ts';
import { windowOptions } from './window-options.ts';
import { validWindowState, type WindowState } from './window-state.ts';

interface WorkbenchWindowOptions {
  preload: string;
  packaged: boolean;
  /** Keeps the window's place under `window`. */
  state: SettingsStore;
  report(message: string, data: Record<string, string>): void;
  /** Called before anything is loaded. */
  prepare(window: BrowserWindow): void;
}

/** Attempts, and milliseconds between them, for a page that first wants to write its unsaved text. */
const unloadAttempts = 20;
const unloadDelay = 100;

function currentState(window: BrowserWindow): WindowState {
  return { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
}

/** The page prevents its end while unsaved text is being written: it is asked again, and in the end not any more. */
function closePatiently(window: BrowserWindow): void {
  let attempts = 0;
  let closing = false;
  window.on('close', () => {
    closing = true;
  });
  window.webContents.on('will-prevent-unload', (event) => {
    attempts += 1;
    if (!closing || attempts >= unloadAttempts) {
      event.preventDefault();
      return;
    }
    setTimeout(() => {
      if (!window.isDestroyed()) window.close();
    }, unloadDelay);
  });
}

/** Opens the workbench. The only place where a window is made. */
export async function openWorkbenchWindow({ preload, packaged, state, report, prepare }: WorkbenchWindowOptions): Promise<BrowserWindow> {
  const { values } = await state.read();
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const restored = validWindowState(values.window, displays);
  const window = new BrowserWindow(windowOptions({ preload, state: restored, packaged }));
  confineNavigation(window.webContents, report);
  confinePermissions(window.webContents.session, report);
  closePatiently(window);
  prepare(window);
  window.once('ready-to-show', () => {
    if (restored.maximised) window.maximize();
    window.show();
  });
  window.on('close', () => {
    state.write('window', currentState(window)).catch((error: unknown) => report('The place of the window could not be kept', { error: String(error) }));
  });
  await window.loadURL(desktopDocument);
  return window;
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
