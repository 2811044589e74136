import { registerCommand } from '#renderer/client/commands/index.ts';
import { client, downloadText } from '#renderer/client/index.ts';

/** Saves the redacted log where the browser or desktop puts downloads. */
export function registerLogCommands(): () => void {
  return registerCommand('log.save', async () => {
    const report = await client.log.report();
    downloadText(report.fileName, report.text);
  });
}
