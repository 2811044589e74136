import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

/** Every word the product says, by language. Formatted by i18next in each shell. */
export const messages = { en, 'zh-CN': zhCN } as const;

export type Language = keyof typeof messages;
export type Messages = typeof en;

/** The language for a system locale such as `zh_CN.UTF-8` or `en-GB`. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
