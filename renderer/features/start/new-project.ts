import { registerCommands } from '#renderer/client/commands/index.ts';
import { client, translate } from '#renderer/client/index.ts';
import { closeEverything } from '#renderer/features/editor/index.ts';
import { pickFolder } from '#renderer/features/folder-picker/index.ts';
import { askForText } from '#renderer/features/quick-pick/index.ts';
import { leaveWorkspace, openFolder } from '#renderer/features/workspace/index.ts';

/** A blank mini program in a folder the person chooses, opened at once. */
async function createBlankProject(): Promise<void> {
  const name = await askForText({ label: translate('start.askName'), placeholder: translate('start.askNameHint') });
  if (name === null) return;
  const parent = await pickFolder(translate('start.chooseParent'));
  if (parent === null) return;
  const created = await client.workspace.createBlank({ parentFolderId: parent.folderId, name });
  if (await closeEverything()) await openFolder(created);
}

async function chooseAndOpen(): Promise<void> {
  const folder = await pickFolder();
  if (folder !== null && (await closeEverything())) await openFolder(folder);
}

export function registerStartCommands(): () => void {
  return registerCommands({
    'workbench.openFolder': chooseAndOpen,
    'workbench.newProject': createBlankProject,
    'workbench.closeFolder': async () => {
      if (await closeEverything()) leaveWorkspace();
    },
  });
}
