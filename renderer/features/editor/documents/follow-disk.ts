import { attempt, useConnection } from '#renderer/client/index.ts';
import { onWorkspaceEvent } from '#renderer/features/workspace/index.ts';
import type { WorkspaceEvent } from '#shared/model/workspace.ts';
import { scheduleBackup } from './backups.ts';
import { checkDisk } from './disk-changes.ts';
import { isUnsaved, useDocuments } from './document-store.ts';
import { allWorkingCopies } from './working-copies.ts';

/** Watchers lie for a moment while a program replaces a file: look again before calling it deleted. */
const settleMilliseconds = 120;

function isAffected(path: string, event: WorkspaceEvent): boolean {
  return event.type !== 'changed' || event.files.includes(path) || event.folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
}

function check(event: WorkspaceEvent): void {
  for (const document of Object.values(useDocuments.getState().byId)) {
    if (document.path === null || !isAffected(document.path, event)) continue;
    attempt(() => checkDisk(document.id));
  }
}

/** A new engine knows neither this window nor what was typed while none was there: it gets every backup again. */
function keepAllAgain(): void {
  for (const copy of allWorkingCopies()) if (isUnsaved(useDocuments.getState().byId[copy.id])) scheduleBackup(copy);
}

/** Keeps open documents in step with the disk until the returned function is called. */
export function followDisk(): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const stopEvents = onWorkspaceEvent((event) => {
    if (event.type === 'gone') return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      check(event);
    }, settleMilliseconds);
    timers.add(timer);
  });
  const stopConnection = useConnection.subscribe((now, before) => {
    if (now.generation === before.generation) return;
    keepAllAgain();
    check({ type: 'refresh' });
  });
  return () => {
    stopEvents();
    stopConnection();
    for (const timer of timers) clearTimeout(timer);
  };
}
