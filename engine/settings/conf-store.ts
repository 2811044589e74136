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

/** Opens the file of a store; a text in it is known to be a JSON object by then. */
export type OpenConf = (options: { directory: string; name: string }) => Conf<Record<string, unknown>>;

/** What every shell's store has in common, whichever class opens it. */
export const confOptions = { clearInvalidConfig: false, accessPropertiesByDotNotation: false, watch: true } as const;

function openPlainConf({ directory, name }: { directory: string; name: string }): Conf<Record<string, unknown>> {
  return new Conf<Record<string, unknown>>({ ...confOptions, cwd: directory, configName: name });
}

/** `<name>.json` in `dataDirectory`: the settings, unless another name is given. The desktop brings an `open` of its own. */
export function createConfStore(
  dataDirectory: string,
  { name = 'settings', open = openPlainConf }: { name?: string; open?: OpenConf } = {},
): SettingsStore & { close(): void } {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const path = join(dataDirectory, `${name}.json`);
  let recovered = recover(path);
  const conf = open({ directory: dataDirectory, name });

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
