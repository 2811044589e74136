import type { Shell } from 'electron';

const opened: string[] = [];
const revealed: string[] = [];

export const shell = {
  async openExternal(url: string) {
    opened.push(url);
  },
  showItemInFolder: (path: string) => void revealed.push(path),
} satisfies Pick<Shell, 'openExternal' | 'showItemInFolder'>;

export function openedAddresses(): readonly string[] {
  return opened;
}

export function revealedPaths(): readonly string[] {
  return revealed;
}
