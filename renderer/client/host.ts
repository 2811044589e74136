import { create } from 'zustand';
import type { HostInfo } from '#shared/model/host.ts';
import { client } from './connection.ts';

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
