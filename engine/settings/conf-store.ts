import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { displayPath } from '#engine/host/index.ts';
import type { SettingsStore, StoredSettings } from './settings-store.ts';

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Copies a settings file that is not JSON aside and removes it, so that the store starts with defaults. */
function recover(path: string): { copy: string } | null {
  const text = readText(path);
  if (text === null || isObject(text)) return null;
  const copy = `${path}.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  copyFileSync(path, copy);
  rmSync(path);
  return { copy: displayPath(copy) };
}

/** `settings.json` in `dataDirectory`, for the shells without Electron. */
export function createConfStore(dataDirectory: string): SettingsStore & { close(): void } {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const path = join(dataDirectory, 'settings.json');
  let recovered = recover(path);
  const conf = new Conf<Record<string, unknown>>({
    cwd: dataDirectory,
    configName: 'settings',
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    watch: true,
  });

  let lastRead: Record<string, unknown> = { ...conf.store };

  async function read(): Promise<StoredSettings> {
    // While it runs, a text that does not parse is most likely one that somebody is still writing.
    try {
      lastRead = { ...conf.store };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    return { values: lastRead, recovered };
  }

  async function write(key: string, value: unknown): Promise<void> {
    recovered = recover(path) ?? recovered;
    if (value === undefined) conf.delete(key);
    else conf.set(key, value);
    lastRead = { ...conf.store };
  }

  return { read, write, watch: (changed) => conf.onDidAnyChange(() => changed()), close: () => conf._closeWatcher() };
}
