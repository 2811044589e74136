import { translate } from '#renderer/client/index.ts';
import { askForText } from '#renderer/features/quick-pick/index.ts';

/** Asks where in the folder to save; null when given up. */
export function askForPath(value: string): Promise<string | null> {
  return askForText({
    label: translate('editor.saveAs'),
    placeholder: translate('editor.saveAsHint'),
    value,
    validate: (text) => (text.trim() === '' || text.endsWith('/') ? translate('editor.nameNeeded') : null),
  });
}
