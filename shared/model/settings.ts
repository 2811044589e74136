import * as z from 'zod';

/** Every setting with its schema and default; titles and descriptions are in `shared/messages/<language>/settings.ts`. */
export const settingsSchema = z.object({
  'workbench.theme': z.enum(['system', 'dark', 'light', 'high-contrast']).default('system'),
  'workbench.language': z.enum(['system', 'en', 'zh-CN']).default('system'),
  'workbench.density': z.enum(['compact', 'comfortable']).default('compact'),
  'editor.fontSize': z.number().int().min(8).max(40).default(13),
  'editor.tabSize': z.number().int().min(1).max(8).default(2),
  'editor.insertSpaces': z.boolean().default(true),
  'editor.wordWrap': z.enum(['off', 'on']).default('off'),
  'editor.minimap': z.boolean().default(false),
  'editor.renderWhitespace': z.enum(['none', 'selection', 'all']).default('selection'),
  'files.autoSave': z.enum(['off', 'after-delay', 'on-focus-change']).default('off'),
  'files.autoSaveDelay': z.number().int().min(200).max(60_000).default(1000),
  'files.encoding': z.enum(['utf8', 'utf16le', 'utf16be', 'gb18030']).default('utf8'),
  'explorer.showHidden': z.boolean().default(true),
  'explorer.groupPages': z.boolean().default(true),
  'search.limit': z.number().int().min(100).max(20_000).default(10_000),
  'simulator.allowPrivateNetwork': z.boolean().default(false),
  'platform.environment': z.enum(['local']).default('local'),
  keybindings: z.array(z.object({ command: z.string(), key: z.string() })).default([]),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;
export const settingKeys = Object.keys(settingsSchema.shape) as SettingKey[];
export const defaultSettings: Settings = settingsSchema.parse({});
