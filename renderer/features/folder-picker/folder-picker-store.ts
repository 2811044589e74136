import { create } from 'zustand';
import { client, translate, useHost } from '#renderer/client/index.ts';
import type { FolderReference } from '#shared/model/workspace.ts';

interface FolderPickerRequest {
  title: string;
  resolve(folder: FolderReference | null): void;
}

export const useFolderPicker = create<{ request: FolderPickerRequest | null }>(() => ({ request: null }));

/** Asks for a folder: with the system's dialog on the desktop, else with our own. Null when given up. */
export function pickFolder(title: string = translate('folderPicker.title')): Promise<FolderReference | null> {
  if (useHost.getState().info?.folderPicker === 'native') return client.host.pickFolder({ title });
  return new Promise((resolve) => {
    useFolderPicker.getState().request?.resolve(null);
    useFolderPicker.setState({ request: { title, resolve } });
  });
}

export function answerPicker(folder: FolderReference | null): void {
  useFolderPicker.getState().request?.resolve(folder);
  useFolderPicker.setState({ request: null });
}
