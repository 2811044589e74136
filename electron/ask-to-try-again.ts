import { dialog } from 'electron';
import type { SettingsStore } from '#engine/index.ts';
import { messages } from '#shared/messages/index.ts';
import { currentLanguage } from './menu/native-menu.ts';

interface Question {
  problem: 'engineStopped' | 'workbenchStopped';
  settings: SettingsStore;
  /** The folder of the log, for display. */
  logs: string;
}

/** Tells a person that something keeps failing. True to try again, false to quit. */
export async function askToTryAgain({ problem, settings, logs }: Question): Promise<boolean> {
  const words = messages[await currentLanguage(settings)].shell;
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: words[problem],
    detail: words.stoppedDetail.replace('{{path}}', logs),
    buttons: [words.tryAgain, words.quit],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
