import { client, reportError } from '#renderer/client/index.ts';
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
/** The backup that each document has, by document id. */
const kept = new Map<string, { backupId: string; workspaceId: string }>();

/** This tab or window, across reloads. */
export function clientId(): string {
  const known = sessionStorage.getItem('client');
  if (known !== null) return known;
  const id = crypto.randomUUID();
  sessionStorage.setItem('client', id);
  return id;
}

async function keep(copy: WorkingCopy): Promise<void> {
  pending.delete(copy.id);
  const { workspaceId } = copy;
  const document = textDocument(copy.id);
  if (document === null || document.edit === 'clean' || copy.model.isDisposed()) return;
  const backupId = kept.get(copy.id)?.backupId ?? copy.id;
  const backup: Backup = {
    backupId,
    path: document.path,
    title: document.title,
    text: copy.model.getValue(),
    format: document.format,
    baseEtag: copy.etag,
    savedAt: new Date().toISOString(),
  };
  kept.set(copy.id, { backupId, workspaceId });
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
  const backup = kept.get(id);
  if (!kept.delete(id) || backup === undefined) return;
  await client.documents.dropBackup({ ...backup, clientId: clientId() }).catch(reportError);
}

/** Writes what is waiting at once. */
export function flushBackups(): void {
  for (const { copy, timer } of [...pending.values()]) {
    clearTimeout(timer);
    keep(copy).catch(reportError);
  }
}

/** What earlier windows left unsaved in this folder; it belongs to this window from now on. */
export async function claimBackups(workspaceId: string): Promise<Backup[]> {
  return client.documents.claimBackups({ workspaceId, clientId: clientId() });
}

/** A restored document goes on with the backup that it was restored from. */
export function continueBackup(id: string, workspaceId: string, backupId: string): void {
  kept.set(id, { backupId, workspaceId });
}

/** Writes what is waiting when the window loses focus, is hidden or goes away. */
export function flushBackupsOnLeave(): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  window.addEventListener('blur', flushBackups, { signal });
  window.addEventListener('pagehide', flushBackups, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flushBackups(), { signal });
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (pending.size === 0) return;
      flushBackups();
      event.preventDefault();
    },
    { signal },
  );
  return () => controller.abort();
}
