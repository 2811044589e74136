import { useTranslation } from 'react-i18next';
import { type Language, messages } from '#shared/messages/index.ts';
import type { SettingKey } from '#shared/model/settings.ts';

/** Titles, descriptions and option names in the current language; keys hold dots, so they are looked up directly. */
export function useSettingTexts() {
  const { i18n } = useTranslation();
  const { settingTitles, settingDescriptions, settingOptions } = messages[i18n.language as Language];
  return {
    title: (key: SettingKey) => settingTitles[key],
    description: (key: SettingKey) => settingDescriptions[key],
    option: (name: string) => (settingOptions as Record<string, string>)[name] ?? name,
  };
}
