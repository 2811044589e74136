import { client, reportError } from '#renderer/client/index.ts';
import { currentWorkspaceId } from '#renderer/features/workspace/index.ts';
import type { SaveOutcome, TextFormat } from '#shared/model/documents.ts';
import { isAppError } from '#shared/model/errors.ts';
import { loadMonaco } from '../monaco/index.ts';
import { dropBackup, scheduleBackup } from './backups.ts';
import { patchText, type TextDocument, textDocument } from './document-store.ts';
import {
  adoptText,
  allWorkingCopies,
  assertReplaceable,
  closeDocument,
  documentId,
  isClean,
  markEdited,
  titleOf,
  type WorkingCopy,
  workingCopy,
} from './working-copies.ts';

type Base = { kind: 'etag'; etag: string } | { kind: 'new' } | { kind: 'overwrite' };

function markSaved(copy: WorkingCopy, written: { version: number; format: TextFormat }, outcome: SaveOutcome): void {
  copy.etag = outcome.etag;
  // Somebody may have chosen another encoding meanwhile: then the bytes on disk are not what was asked for.
  copy.savedVersion = textDocument(copy.id)?.format === written.format ? written.version : -1;
  const clean = isClean(copy);
  patchText(copy.id, { edit: clean ? 'clean' : 'dirty', disk: 'same', size: outcome.size });
  if (clean) void dropBackup(copy.id);
  else scheduleBackup(copy);
}

async function write(copy: WorkingCopy, document: TextDocument, path: string, base: Base): Promise<void> {
  const { format } = document;
  const version = copy.model.getAlternativeVersionId();
  patchText(copy.id, { edit: 'saving' });
  try {
    const outcome = await client.documents.save({ workspaceId: copy.workspaceId, path, text: copy.model.getValue(), format, base });
    if (workingCopy(copy.id) === copy) markSaved(copy, { version, format }, outcome);
  } catch (error) {
    if (workingCopy(copy.id) === copy) {
      patchText(copy.id, { edit: 'failed', ...(isAppError(error, 'CONFLICT') ? { disk: 'changed' } : {}) });
      scheduleBackup(copy);
    }
    throw error;
  }
}

/** Resolves when no save of the document is under way, however it ended. */
export async function whenSaved(id: string): Promise<void> {
  for (let copy = workingCopy(id); copy?.saving; copy = workingCopy(id)) await Promise.allSettled([copy.saving]);
}

/** Writes a document to its file, one save at a time; `baseOf` is asked when it is this save's turn. */
async function saveInTurn(id: string, baseOf: (copy: WorkingCopy, document: TextDocument) => Base | null): Promise<void> {
  // Without a wait when none is under way: of several saves asked for at once, only one may find its turn free.
  while (workingCopy(id)?.saving) await whenSaved(id);
  const copy = workingCopy(id);
  const document = textDocument(id);
  if (copy === undefined || document === null || document.path === null) return;
  const base = baseOf(copy, document);
  if (base === null) return;
  const saving = write(copy, document, document.path, base);
  copy.saving = saving;
  await saving.finally(() => {
    copy.saving = null;
  });
}

/** Saves to its file unless nothing changed. A document whose file is gone is created again. */
export function saveDocument(id: string): Promise<void> {
  return saveInTurn(id, (copy, { edit, disk }) => {
    if (edit === 'clean' && disk === 'same' && copy.etag !== null) return null;
    return disk === 'missing' || copy.etag === null ? { kind: 'new' } : { kind: 'etag', etag: copy.etag };
  });
}

/** Writes the person's text over what is on disk, because they said so. */
export function keepMine(id: string): Promise<void> {
  return saveInTurn(id, () => ({ kind: 'overwrite' }));
}

/**
 * Saves under another name and continues there. Returns the id it has from now on.
 * `CONFLICT` when there is a file of that name, unless `replace`; `ALREADY_EXISTS` when its text is open and unsaved.
 */
export async function saveDocumentAs(id: string, path: string, options: { replace: boolean }): Promise<string> {
  const copy = workingCopy(id);
  const document = textDocument(id);
  if (copy === undefined || document === null) return id;
  assertReplaceable(path);
  const { monaco } = await loadMonaco();
  const { format } = document;
  const text = copy.model.getValue();
  const base: Base = options.replace ? { kind: 'overwrite' } : { kind: 'new' };
  const { etag, size } = await client.documents.save({ workspaceId: currentWorkspaceId(), path, text, format, base });
  // What was typed meanwhile comes along; nothing waits from here on, so that no keystroke is missed.
  const typed = copy.model.isDisposed() ? text : copy.model.getValue();
  const saved = adoptText(monaco, { id: documentId(path), path, title: titleOf(path), text: typed, format, etag, readOnly: false, size });
  if (typed !== text) markEdited(saved);
  closeDocument(id);
  return saved.id;
}

/** Saves everything that is unsaved and has a file; failures are reported one by one. */
export async function saveAll(): Promise<void> {
  const unsaved = allWorkingCopies().filter(({ id }) => textDocument(id)?.path != null && textDocument(id)?.edit !== 'clean');
  await Promise.all(unsaved.map(({ id }) => saveDocument(id).catch(reportError)));
}
