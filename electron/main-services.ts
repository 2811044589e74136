import { type BrowserWindow, dialog, shell } from 'electron';
import type { SettingsStore } from '#engine/index.ts';
import { isOutsideAddress } from '#shared/model/outside-address.ts';
import type { LocalPlatforms } from './engine/local-platforms.ts';
import type { MainServices } from './link/messages.ts';

interface MainServicesOptions {
  settings: SettingsStore;
  platforms: LocalPlatforms;
  /** The window that dialogs belong to. */
  window(): BrowserWindow | null;
}

/** What the engine cannot do in its own process: dialogs, the system browser, settings, other utility processes. */
export function createMainServices({ settings, platforms, window }: MainServicesOptions): MainServices {
  return {
    readSettings: () => settings.read(),
    writeSetting: ({ key, value }) => settings.write(key, value),
    async pickFolder({ title }) {
      const parent = window();
      const options = { title, properties: ['openDirectory', 'createDirectory'] } satisfies Electron.OpenDialogOptions;
      const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    async pickSaveFile({ title, suggestedName }) {
      const parent = window();
      const options = { title, defaultPath: suggestedName, properties: ['showOverwriteConfirmation'] } satisfies Electron.SaveDialogOptions;
      const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? null : filePath;
    },
    async openExternal({ url }) {
      if (!isOutsideAddress(url)) throw new Error('Only https, loopback http and mailto addresses are opened');
      await shell.openExternal(url);
    },
    async reveal({ path }) {
      shell.showItemInFolder(path);
    },
    startPlatform: () => platforms.start(),
    stopPlatform: ({ platform }) => platforms.stop(platform),
  };
}
