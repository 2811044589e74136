import { latestWindow } from './browser-window.ts';
import { askedDialogs, prepareAnswer } from './dialog.ts';
import { clickMenuItem, menuLabels } from './menu.ts';
import { openedAddresses, revealedPaths } from './shell.ts';
import { crashUtility } from './utility-process.ts';

/** What a test does to the app from outside: a person's mouse, and a look at what the system was asked. */
const actions = {
  menu: async () => menuLabels(),
  clickMenu: async (id: string) => clickMenuItem(id),
  answerOpenDialog: async (path: string | null) => prepareAnswer('open', { canceled: path === null, filePaths: path === null ? [] : [path] }),
  answerSaveDialog: async (path: string | null) => prepareAnswer('save', { canceled: path === null, filePath: path ?? '' }),
  answerMessageBox: async (response: number) => prepareAnswer('message', { response, checkboxChecked: false }),
  dialogs: async () => askedDialogs(),
  opened: async () => openedAddresses(),
  revealed: async () => revealedPaths(),
  crash: async (serviceName: string) => crashUtility(serviceName),
  closeWindow: async () => latestWindow().tryToClose(),
  windowOptions: async () => latestWindow().options,
  windowCalls: async () => latestWindow().calls,
  mayUse: async ({ permission, url }: { permission: string; url: string }) =>
    latestWindow().webContents.session.check?.(null, permission as 'usb', url, {} as never) ?? true,
};

export type Actions = typeof actions;
export interface ControlRequest {
  id: number;
  action: keyof Actions;
  input: unknown;
}
export type ControlAnswer = { id: number; kind: 'value'; value: unknown } | { id: number; kind: 'error'; message: string };

async function perform({ id, action, input }: ControlRequest): Promise<ControlAnswer> {
  try {
    return { id, kind: 'value', value: await (actions[action] as (value: unknown) => Promise<unknown>)(input) };
  } catch (error) {
    return { id, kind: 'error', message: String(error) };
  }
}

/** Takes requests of the test that started this process. */
export function listenToControl(): void {
  process.on('message', (request: ControlRequest) => {
    void perform(request).then((answer) => process.send?.(answer));
  });
  process.on('disconnect', () => process.exit());
}
