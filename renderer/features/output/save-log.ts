import { registerCommand } from '#renderer/client/commands/index.ts';
import { client, saveText, translate } from '#renderer/client/index.ts';

/** Saves the redacted log where a person chooses, or where the browser puts downloads. */
export async function saveLog(): Promise<void> {
  const { fileName, text } = await client.log.report();
  await saveText({ title: translate('shell.saveLog'), suggestedName: fileName, text });
}

export function registerLogCommands(): () => void {
  return registerCommand('log.save', saveLog);
}
