import * as z from 'zod';
import { type SettingKey, settingsSchema } from '#shared/model/settings.ts';

/** The allowed words of a setting that is a choice; null for every other kind. */
export function settingOptions(key: SettingKey): string[] | null {
  const inner = settingsSchema.shape[key].unwrap();
  return inner instanceof z.ZodEnum ? inner.options.map(String) : null;
}
