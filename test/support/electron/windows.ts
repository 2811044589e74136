/** The windows there are, for `app`, which must not import them. */
interface ClosableWindow {
  /** Resolves to whether it closed. */
  tryToClose(): Promise<boolean>;
}

const windows = new Set<ClosableWindow>();

export function addWindow(window: ClosableWindow): void {
  windows.add(window);
}

/** True when that was the last one. */
export function removeWindow(window: ClosableWindow): boolean {
  windows.delete(window);
  return windows.size === 0;
}

export async function closeAllWindows(): Promise<boolean> {
  for (const window of [...windows]) if (!(await window.tryToClose())) return false;
  return true;
}
