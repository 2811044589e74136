import { create } from 'zustand';
import { assertNever } from '#shared/model/assert-never.ts';
import type { HostInfo, HostRequest } from '#shared/model/host.ts';
import type { FolderReference } from '#shared/model/workspace.ts';
import { runCommand } from './commands/index.ts';
import { client } from './connection.ts';
import { downloadText } from './download-text.ts';
import { attempt } from './report-error.ts';
import { subscribe } from './subscribe.ts';

/** What the shell around the workbench can do; null until the first answer. */
export const useHost = create<{ info: HostInfo | null }>(() => ({ info: null }));

export async function loadHost(): Promise<HostInfo> {
  const info = await client.host.info();
  useHost.setState({ info });
  return info;
}

/** Opens an address outside the workbench: through the shell, else in a new tab. */
export async function openExternal(url: string): Promise<void> {
  const { opened } = await client.host.openExternal({ url });
  if (!opened) window.open(url, '_blank', 'noopener,noreferrer');
}

/** For the click on a link that leads out: the desktop opens it in the system browser, a browser follows it by itself. */
export function followLink(event: { preventDefault(): void }, url: string): void {
  if (useHost.getState().info?.kind !== 'desktop') return;
  event.preventDefault();
  attempt(() => openExternal(url));
}

function take(request: HostRequest, openFolder: (folder: FolderReference) => Promise<void>): void {
  switch (request.kind) {
    case 'command':
      runCommand(request.command);
      return;
    case 'open-folder':
      attempt(() => openFolder(request.folder));
      return;
    default:
      assertNever(request);
  }
}

/** Does what the desktop's menu and a second start ask for, until the returned function is called. Nothing to do in a browser. */
export function followHost(openFolder: (folder: FolderReference) => Promise<void>): () => void {
  if (useHost.getState().info?.kind !== 'desktop') return () => undefined;
  return subscribe(
    (signal) => client.host.requests(undefined, { signal }),
    (request) => take(request, openFolder),
  );
}

/** Lets a person save a text: with the system's dialog on the desktop, as a download in a browser. False when given up. */
export async function saveText(options: { title: string; suggestedName: string; text: string }): Promise<boolean> {
  if (useHost.getState().info?.kind === 'desktop') return (await client.host.saveText(options)).saved;
  downloadText(options.suggestedName, options.text);
  return true;
}
