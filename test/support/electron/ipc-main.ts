import { EventEmitter } from 'node:events';

/** Main's end of what pages send; they can reach it only through a preload. */
export const ipcMain = new EventEmitter();
