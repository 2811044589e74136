import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { SettingsStore, StoredSettings } from '#engine/index.ts';

type Values = Record<string, unknown>;

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Copies a file that is not a JSON object aside and removes it, so that the store starts empty. */
function recover(path: string): { copy: string } | null {
  const text = readText(path);
  if (text === null || isObject(text)) return null;
  const copy = `${path}.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  copyFileSync(path, copy);
  rmSync(path);
  return { copy };
}

/**
 * `<name>.json` in `dataDirectory`, owned by the main process. The settings have the name, place and schema that
 * the other shells use, so that a person meets the same ones everywhere.
 */
export function createStore(dataDirectory: string, name: string): SettingsStore {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const path = join(dataDirectory, `${name}.json`);
  let recovered = recover(path);
  const store = new ElectronStore<Values>({ cwd: dataDirectory, name, clearInvalidConfig: false, accessPropertiesByDotNotation: false, watch: true });
  // It answers any page that asks where data is kept; ours never does.
  ipcMain.removeAllListeners('electron-store-get-data');
  let lastRead: Values = { ...store.store };

  async function read(): Promise<StoredSettings> {
    // While it runs, a text that does not parse is most likely one that somebody is still writing.
    try {
      lastRead = { ...store.store };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    return { values: lastRead, recovered };
  }

  async function write(key: string, value: unknown): Promise<void> {
    recovered = recover(path) ?? recovered;
    if (value === undefined) store.delete(key);
    else store.set(key, value);
    lastRead = { ...store.store };
  }

  return { read, write, watch: (changed) => store.onDidAnyChange(() => changed()) };
}
