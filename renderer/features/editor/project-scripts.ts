import { client, reportError } from '#renderer/client/index.ts';
import { onWorkspaceEvent, useWorkspace } from '#renderer/features/workspace/index.ts';
import { whenMonacoIsLoaded } from './monaco/index.ts';

const settleMilliseconds = 1000;
const scriptName = /\.(js|ts|mjs|d\.ts)$/;

/** Gives the script services every script of the folder, so that imports of files that are not open resolve. */
async function loadScripts(workspaceId: string): Promise<void> {
  const [{ typescript }, scripts] = await Promise.all([whenMonacoIsLoaded(), client.workspace.scripts({ workspaceId })]);
  if (useWorkspace.getState().workspace?.workspaceId !== workspaceId) return;
  for (const defaults of [typescript.javascriptDefaults, typescript.typescriptDefaults]) {
    const typings = Object.entries(defaults.getExtraLibs()).filter(([path]) => path.includes('/node_modules/@mini-types/'));
    defaults.setExtraLibs([
      ...typings.map(([filePath, { content }]) => ({ filePath, content })),
      ...scripts.map(({ path, text }) => ({ filePath: `file:///${path}`, content: text })),
    ]);
  }
}

/** Follows the open folder's scripts from the moment an editor is used. */
export function followProjectScripts(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known: string | null = null;
  const schedule = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const workspaceId = useWorkspace.getState().workspace?.workspaceId;
      if (workspaceId !== undefined) loadScripts(workspaceId).catch(reportError);
    }, delay);
  };
  const take = () => {
    const workspaceId = useWorkspace.getState().workspace?.workspaceId ?? null;
    if (workspaceId !== known) schedule(0);
    known = workspaceId;
  };
  const stops = [
    useWorkspace.subscribe(take),
    onWorkspaceEvent((event) => event.type === 'changed' && event.files.some((file) => scriptName.test(file)) && schedule(settleMilliseconds)),
  ];
  take();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
