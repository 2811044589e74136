import * as z from 'zod';
import { type SettingKey, settingsSchema } from '#shared/model/settings.ts';

/** The allowed words of a setting that is a choice; null for every other kind. */
export function settingOptions(key: SettingKey): string[] | null {
  const inner = settingsSchema.shape[key].unwrap();
  return inner instanceof z.ZodEnum ? inner.options.map(String) : null;
}

/** The smallest and largest number that a setting takes. */
export function settingRange(key: SettingKey): { min: number; max: number } {
  const inner = settingsSchema.shape[key].unwrap();
  const bounds = inner instanceof z.ZodNumber ? inner : null;
  return { min: bounds?.minValue ?? 0, max: bounds?.maxValue ?? Number.MAX_SAFE_INTEGER };
}
