import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { MessageChannelMain } from './message-ports.ts';
import { protocol } from './protocol.ts';
import { shell } from './shell.ts';
import { screen, utilityProcess } from './system.ts';

/**
 * The part of Electron's API that `electron/` uses, each piece typed against `electron.d.ts`.
 * The window is a page of the system's Chromium, utility processes are Node processes.
 */
export { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, screen, shell, utilityProcess };
// biome-ignore lint/style/noDefaultExport: packages written for Electron's CommonJS module import it as a whole
export default { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, screen, shell, utilityProcess };
