import i18next, { type TFunction } from 'i18next';
import { languageOf, messages } from '#shared/messages/index.ts';
import { isAppError } from '#shared/model/errors.ts';

/** Translates keys such as `shell.serving`, in the language of the environment (`LC_ALL`, `LANG`). */
export async function loadMessages(environment: NodeJS.ProcessEnv): Promise<TFunction> {
  const instance = i18next.createInstance();
  return instance.init({
    lng: languageOf(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG),
    fallbackLng: 'en',
    resources: { en: { translation: messages.en }, 'zh-CN': { translation: messages['zh-CN'] } },
    interpolation: { escapeValue: false },
  });
}

/** The sentence for a failure; anything unforeseen is shown as it is. */
export function explain(error: unknown, translate: TFunction): string {
  if (isAppError(error)) return translate(`errors.${error.code}`, error.parameters as Record<string, unknown>);
  return error instanceof Error ? error.message : String(error);
}
