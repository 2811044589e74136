import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { confOptions, createConfStore, type SettingsStore } from '#engine/index.ts';

/** electron-store answers any page that asks where data is kept; ours never do, so nothing listens. */
function openElectronStore({ directory, name }: { directory: string; name: string }): ElectronStore<Record<string, unknown>> {
  const store = new ElectronStore<Record<string, unknown>>({ ...confOptions, cwd: directory, name });
  ipcMain.removeAllListeners('electron-store-get-data');
  return store;
}

/**
 * `<name>.json` in `dataDirectory`, owned by the main process. The settings have the name, place and handling that
 * the other shells use, so that a person meets the same ones everywhere.
 */
export function createStore(dataDirectory: string, name: string): SettingsStore {
  return createConfStore(dataDirectory, { name, open: openElectronStore });
}
