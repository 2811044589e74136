import { useTranslation } from 'react-i18next';
import { type Language, messages } from '#shared/messages/index.ts';
import type { CommandId } from '#shared/model/commands.ts';

/** Looks up command titles in the current language, re-rendering when it changes. */
export function useCommandTitle(): (id: CommandId) => string {
  const { i18n } = useTranslation();
  return (id) => messages[i18n.language as Language].commandTitles[id];
}
