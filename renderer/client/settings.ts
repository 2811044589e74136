import { create } from 'zustand';
import { defaultSettings, type SettingKey, type Settings } from '#shared/model/settings.ts';
import { client } from './connection.ts';
import { applyLanguage } from './i18n.ts';
import { subscribe } from './subscribe.ts';
import { applyTheme } from './theme.ts';

interface SettingsState {
  values: Settings;
  recovered: { copy: string } | null;
}

/** The settings as the engine has them; every window follows the same ones. */
export const useSettings = create<SettingsState>(() => ({ values: defaultSettings, recovered: null }));

function take(snapshot: SettingsState): void {
  useSettings.setState(snapshot);
  applyTheme(snapshot.values['workbench.theme']);
  applyLanguage(snapshot.values['workbench.language']);
  document.documentElement.dataset.density = snapshot.values['workbench.density'];
}

/** Reads the settings once and follows them from then on. */
export async function followSettings(): Promise<void> {
  take(await client.settings.get());
  subscribe((signal) => client.settings.watch(undefined, { signal }), take);
}

export async function changeSetting<K extends SettingKey>(key: K, value: Settings[K] | null): Promise<void> {
  await client.settings.set({ key, value });
}
