import { listenForKeys } from '#renderer/client/commands/index.ts';
import { followHost } from '#renderer/client/index.ts';
import { followIdentity, registerIdentityCommands } from '#renderer/features/account/index.ts';
import {
  closeEverything,
  flushBackupsOnLeave,
  followDisk,
  followProjectScripts,
  followSession,
  registerEditorCommands,
  whenMonacoIsLoaded,
} from '#renderer/features/editor/index.ts';
import { followWorkspace, registerExplorerCommands } from '#renderer/features/explorer/index.ts';
import { registerGalleryCommands } from '#renderer/features/gallery/index.ts';
import { registerLogCommands } from '#renderer/features/output/index.ts';
import { registerPaletteCommands } from '#renderer/features/palette/index.ts';
import { followWorkspaceInPhones, registerPhoneCommands } from '#renderer/features/phone/index.ts';
import { followCompilerProblems, followProblems } from '#renderer/features/problems/index.ts';
import { followWorkspaceInSearch } from '#renderer/features/search/index.ts';
import { registerStartCommands } from '#renderer/features/start/index.ts';
import { openFolder } from '#renderer/features/workspace/index.ts';
import { registerWorkbenchCommands } from './commands.ts';
import { makeRoomForPhones } from './layout-store.ts';

/** A file dropped beside what takes drops would make a browser leave the workbench to show it. */
function ignoreStrayDrops(): () => void {
  const controller = new AbortController();
  const prevent = (event: Event) => event.preventDefault();
  for (const name of ['dragover', 'drop']) window.addEventListener(name, prevent, { signal: controller.signal });
  return () => controller.abort();
}

/** Switches every feature on; the returned function switches them off again. */
export function startFeatures(): () => void {
  const stops = [
    listenForKeys(),
    ignoreStrayDrops(),
    registerWorkbenchCommands(),
    registerStartCommands(),
    registerEditorCommands(),
    registerPaletteCommands(),
    registerLogCommands(),
    registerExplorerCommands(),
    registerIdentityCommands(),
    registerGalleryCommands(),
    registerPhoneCommands(),
    followWorkspaceInPhones(),
    followCompilerProblems(),
    makeRoomForPhones(),
    followIdentity(),
    followWorkspace(),
    followWorkspaceInSearch(),
    followSession(),
    followDisk(),
    flushBackupsOnLeave(),
    followHost(async (folder) => {
      if (await closeEverything()) await openFolder(folder);
    }),
  ];
  let ended = false;
  void whenMonacoIsLoaded().then(async () => {
    stops.push(followProjectScripts(), await followProblems());
    if (ended) for (const stop of stops) stop();
  });
  return () => {
    ended = true;
    for (const stop of stops) stop();
  };
}
