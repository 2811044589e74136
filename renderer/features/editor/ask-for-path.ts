import { translate } from '#renderer/client/index.ts';
import { askForChoice, askForText } from '#renderer/features/quick-pick/index.ts';

/** Asks where in the folder to save; null when given up. */
export function askForPath(value: string): Promise<string | null> {
  return askForText({
    label: translate('editor.saveAs'),
    placeholder: translate('editor.saveAsHint'),
    value,
    validate: (text) => (text.trim() === '' || text.endsWith('/') ? translate('editor.nameNeeded') : null),
  });
}

/** Whether the file that is there may be replaced. */
export async function askToReplace(path: string): Promise<boolean> {
  const label = translate('editor.replaceFile', { path });
  return (await askForChoice(label, { cancel: translate('dialogs.cancel'), replace: translate('editor.replace') })) === 'replace';
}
