import { client, reportError } from '#renderer/client/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import type { Backup } from '#shared/model/documents.ts';
import { textDocument } from './document-store.ts';
import type { WorkingCopy } from './working-copies.ts';

const idleMilliseconds = 1000;
const latestMilliseconds = 5000;

interface Pending {
  timer: ReturnType<typeof setTimeout>;
  since: number;
  copy: WorkingCopy;
}

const pending = new Map<string, Pending>();
const kept = new Set<string>();

/** This tab or window, across reloads. */
export function clientId(): string {
  const known = sessionStorage.getItem('client');
  if (known !== null) return known;
  const id = crypto.randomUUID();
  sessionStorage.setItem('client', id);
  return id;
}

/** File names for backups: letters, digits and dashes only. */
function backupIdOf(id: string): string {
  return Array.from(new TextEncoder().encode(id), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(-180);
}

async function keep(copy: WorkingCopy): Promise<void> {
  pending.delete(copy.id);
  const workspaceId = useWorkspace.getState().workspace?.workspaceId;
  const document = textDocument(copy.id);
  if (workspaceId === undefined || document === null || document.edit === 'clean' || copy.model.isDisposed()) return;
  const backup: Backup = {
    backupId: backupIdOf(copy.id),
    path: document.path,
    title: document.title,
    text: copy.model.getValue(),
    format: document.format,
    baseEtag: copy.etag,
    savedAt: new Date().toISOString(),
  };
  kept.add(copy.id);
  await client.documents.keepBackup({ workspaceId, clientId: clientId(), backup });
}

/** Backs unsaved text up after a second without typing, and every five seconds while typing goes on. */
export function scheduleBackup(copy: WorkingCopy): void {
  const before = pending.get(copy.id);
  if (before) clearTimeout(before.timer);
  const since = before?.since ?? Date.now();
  const delay = Math.max(0, Math.min(idleMilliseconds, since + latestMilliseconds - Date.now()));
  pending.set(copy.id, { since, copy, timer: setTimeout(() => keep(copy).catch(reportError), delay) });
}

export async function dropBackup(id: string): Promise<void> {
  const waiting = pending.get(id);
  if (waiting) clearTimeout(waiting.timer);
  pending.delete(id);
  const workspaceId = useWorkspace.getState().workspace?.workspaceId;
  if (!kept.delete(id) || workspaceId === undefined) return;
  await client.documents.dropBackup({ workspaceId, clientId: clientId(), backupId: backupIdOf(id) }).catch(reportError);
}

function flush(): void {
  for (const { copy, timer } of [...pending.values()]) {
    clearTimeout(timer);
    keep(copy).catch(reportError);
  }
}

/** What earlier windows left unsaved in this folder; it belongs to this window from now on. */
export async function claimBackups(workspaceId: string): Promise<Backup[]> {
  return client.documents.claimBackups({ workspaceId, clientId: clientId() });
}

/** A restored document already has its backup. */
export function markKept(id: string): void {
  kept.add(id);
}

/** Writes what is waiting when the window loses focus, is hidden or goes away. */
export function flushBackupsOnLeave(): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  window.addEventListener('blur', flush, { signal });
  window.addEventListener('pagehide', flush, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush(), { signal });
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (pending.size === 0) return;
      flush();
      event.preventDefault();
    },
    { signal },
  );
  return () => controller.abort();
}
