import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { windowOptions } from '#electron/window/window-options.ts';
import { defaultWindowState } from '#electron/window/window-state.ts';

const electronFolder = join(import.meta.dirname, '../../../electron');

function sources(): { name: string; text: string }[] {
  return readdirSync(electronFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(electronFolder, name), 'utf8') }));
}

function filesWith(pattern: RegExp): string[] {
  return sources()
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name);
}

describe('window options', () => {
  it('isolates the page from Node and from the preload', () => {
    const { webPreferences } = windowOptions({ preload: '/preload.cjs', state: defaultWindowState, packaged: true });
    expect(webPreferences).toEqual({
      preload: '/preload.cjs',
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
      devTools: false,
    });
  });

  it('has developer tools only where nothing is packaged', () => {
    expect(windowOptions({ preload: '', state: defaultWindowState, packaged: false }).webPreferences?.devTools).toBe(true);
  });

  it('has one factory, and every sharp tool has one owner', () => {
    expect(filesWith(/new BrowserWindow\(/)).toEqual(['window/workbench-window.ts']);
    expect(filesWith(/ipcRenderer/)).toEqual(['preload.ts']);
    expect(filesWith(/utilityProcess\.fork/)).toEqual(['desktop-app.ts']);
    expect(filesWith(/shell\.openExternal/)).toEqual(['main-services.ts']);
    expect(filesWith(/contextBridge|webFrame\b|executeJavaScript|loadFile|BrowserView|WebContentsView/)).toEqual([]);
  });
});
