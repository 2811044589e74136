import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, languageOf, messages } from '#shared/messages/index.ts';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { isAppError } from '#shared/model/errors.ts';
import type { Settings } from '#shared/model/settings.ts';
import { toAppError } from './to-app-error.ts';

void i18next.use(initReactI18next).init({
  lng: languageOf(navigator.language),
  fallbackLng: 'en',
  resources: { en: { translation: messages.en }, 'zh-CN': { translation: messages['zh-CN'] } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Translates a key outside of components. Inside, use {@link useWords} so that a language switch re-renders. */
export const translate = i18next.t.bind(i18next);

export function useWords() {
  return useTranslation().t;
}

/** Switches every word of the workbench at once. */
export function applyLanguage(setting: Settings['workbench.language']): void {
  const language: Language = setting === 'system' ? languageOf(navigator.language) : setting;
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

export function currentLanguage(): Language {
  return i18next.language as Language;
}

/** The sentence for a failure, in the person's language. */
export function explainError(failure: unknown): string {
  // Errors inside event streams come past the link's interceptors.
  const error = toAppError(failure);
  if (isAppError(error)) return translate(`errors.${error.code}` as 'errors.CANCELLED', error.parameters);
  return error instanceof Error ? error.message : String(error);
}

/** The sentence of a diagnostic in the person's language; the compiler's own where the catalogue has none. */
export function explainDiagnostic({ code, message, parameters }: Diagnostic): string {
  const known = (messages.en.diagnostics as Record<string, string>)[code];
  if (known === undefined || (parameters === undefined && known.includes('{{'))) return message;
  return String(i18next.t(`diagnostics.${code}`, { ...parameters, defaultValue: message }));
}
