import { app, Menu } from 'electron';
import type { SettingsStore } from '#engine/index.ts';
import { type Language, languageOf } from '#shared/messages/index.ts';
import type { CommandId } from '#shared/model/commands.ts';
import { defaultSettings, settingsSchema } from '#shared/model/settings.ts';
import { buildMenu } from './build-menu.ts';

/** The language that the settings ask for, or the system's. */
export async function currentLanguage(settings: SettingsStore): Promise<Language> {
  const { values } = await settings.read();
  const wanted = settingsSchema.shape['workbench.language'].safeParse(values['workbench.language']);
  return !wanted.success || wanted.data === 'system' ? languageOf(app.getLocale()) : wanted.data;
}

async function show(settings: SettingsStore, run: (command: CommandId) => void): Promise<void> {
  const { values } = await settings.read();
  const keys = settingsSchema.shape.keybindings.safeParse(values.keybindings);
  const template = buildMenu({
    language: await currentLanguage(settings),
    platform: process.platform,
    packaged: app.isPackaged,
    keybindings: keys.success ? keys.data : defaultSettings.keybindings,
    run,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Shows the native menu and draws it again when language or keys change. */
export async function followMenu(settings: SettingsStore, run: (command: CommandId) => void, failed: (error: unknown) => void): Promise<void> {
  settings.watch(() => void show(settings, run).catch(failed));
  await show(settings, run);
}
