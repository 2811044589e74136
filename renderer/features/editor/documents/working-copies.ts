import { client, explainError, notify, reportError, translate, useSettings } from '#renderer/client/index.ts';
import { currentWorkspaceId } from '#renderer/features/workspace/index.ts';
import type { Encoding, OpenedDocument, SaveOutcome, TextFormat } from '#shared/model/documents.ts';
import { isAppError } from '#shared/model/errors.ts';
import { languageIdOf, loadMonaco, type TextModel } from '../monaco/index.ts';
import { dropBackup, scheduleBackup } from './backups.ts';
import { patchText, putDocument, removeDocument, textDocument, useDocuments } from './document-store.ts';

/** A document's text with what saving needs. */
export interface WorkingCopy {
  id: string;
  model: TextModel;
  etag: string | null;
  /** Monaco's alternative version at the last save: equal means clean, also after undoing everything. */
  savedVersion: number;
  saving: Promise<void> | null;
}

const copies = new Map<string, WorkingCopy>();
const opening = new Map<string, Promise<void>>();
let untitledCount = 0;

export function workingCopy(id: string): WorkingCopy | undefined {
  return copies.get(id);
}

export function documentId(path: string): string {
  return `file:${path}`;
}

function titleOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isClean(copy: WorkingCopy): boolean {
  return copy.model.getAlternativeVersionId() === copy.savedVersion;
}

function onEdited(copy: WorkingCopy): void {
  const document = textDocument(copy.id);
  if (document === null) return;
  const clean = isClean(copy) && document.path !== null;
  if (document.edit !== 'saving') patchText(copy.id, { edit: clean ? 'clean' : 'dirty' });
  if (clean) void dropBackup(copy.id);
  else scheduleBackup(copy);
}

/** Creates model and working copy; the text is not marked as edited. */
export async function adoptText(options: {
  id: string;
  path: string | null;
  title: string;
  text: string;
  format: TextFormat;
  etag: string | null;
  readOnly: boolean;
  size: number;
}): Promise<WorkingCopy> {
  const { monaco } = await loadMonaco();
  const languageId = languageIdOf(options.path ?? options.title, options.size);
  const uri =
    options.path === null ? monaco.Uri.from({ scheme: 'untitled', path: options.title }) : monaco.Uri.from({ scheme: 'file', path: `/${options.path}` });
  const model = monaco.editor.getModel(uri) ?? monaco.editor.createModel(options.text, languageId, uri);
  model.setEOL(options.format.lineEnding === 'crlf' ? monaco.editor.EndOfLineSequence.CRLF : monaco.editor.EndOfLineSequence.LF);
  const { 'editor.tabSize': tabSize, 'editor.insertSpaces': insertSpaces } = useSettings.getState().values;
  model.detectIndentation(insertSpaces, tabSize);
  const copy: WorkingCopy = { id: options.id, model, etag: options.etag, savedVersion: model.getAlternativeVersionId(), saving: null };
  copies.set(options.id, copy);
  model.onDidChangeContent(() => onEdited(copy));
  putDocument({
    kind: 'text',
    id: options.id,
    path: options.path,
    title: options.title,
    edit: 'clean',
    disk: 'same',
    format: options.format,
    readOnly: options.readOnly,
    languageId,
    size: options.size,
  });
  return copy;
}

async function takeOpened(id: string, path: string, opened: OpenedDocument): Promise<void> {
  const named = { id, path, title: titleOf(path) };
  if (opened.kind === 'text')
    await adoptText({ ...named, text: opened.text, format: opened.format, etag: opened.etag, readOnly: opened.readOnly, size: opened.size });
  else if (opened.kind === 'image') putDocument({ kind: 'image', ...named, dataUrl: opened.dataUrl, size: opened.size });
  else putDocument({ kind: opened.kind, ...named, size: opened.size });
}

/** Opens a file unless it is open; a failure becomes a page that says what to do, with the tab kept. */
export async function openDocument(path: string, options: { encoding?: Encoding; large?: boolean } = {}): Promise<void> {
  const id = documentId(path);
  const known = useDocuments.getState().byId[id];
  if (known && known.kind !== 'failed' && !options.large) return;
  const pending = opening.get(id) ?? readDocument(id, path, options);
  opening.set(id, pending);
  await pending.finally(() => opening.delete(id));
}

async function readDocument(id: string, path: string, options: { encoding?: Encoding; large?: boolean }): Promise<void> {
  try {
    await takeOpened(id, path, await client.documents.open({ workspaceId: currentWorkspaceId(), path, ...options }));
  } catch (error) {
    putDocument({ kind: 'failed', id, path, title: titleOf(path), reason: explainError(error) });
  }
}

export async function createUntitled(text = '', title?: string): Promise<string> {
  untitledCount += 1;
  const name = title ?? translate('editor.untitled', { number: untitledCount });
  const id = `untitled:${crypto.randomUUID()}`;
  const format: TextFormat = { encoding: useSettings.getState().values['files.encoding'], bom: false, lineEnding: 'lf' };
  await adoptText({ id, path: null, title: name, text, format, etag: null, readOnly: false, size: text.length });
  return id;
}

function markSaved(copy: WorkingCopy, version: number, outcome: SaveOutcome): void {
  copy.etag = outcome.etag;
  copy.savedVersion = version;
  patchText(copy.id, { edit: isClean(copy) ? 'clean' : 'dirty', disk: 'same', size: outcome.size });
  if (isClean(copy)) void dropBackup(copy.id);
}

async function write(copy: WorkingCopy, path: string, base: { kind: 'etag'; etag: string } | { kind: 'new' } | { kind: 'overwrite' }): Promise<void> {
  const document = textDocument(copy.id);
  if (document === null) return;
  const version = copy.model.getAlternativeVersionId();
  patchText(copy.id, { edit: 'saving' });
  try {
    const outcome = await client.documents.save({ workspaceId: currentWorkspaceId(), path, text: copy.model.getValue(), format: document.format, base });
    markSaved(copy, version, outcome);
  } catch (error) {
    patchText(copy.id, { edit: 'failed', ...(isAppError(error, 'CONFLICT') ? { disk: 'changed' } : {}) });
    scheduleBackup(copy);
    throw error;
  }
}

/** Saves to its file, one save at a time. A document whose file is gone is created again. */
export async function saveDocument(id: string): Promise<void> {
  const copy = copies.get(id);
  const document = textDocument(id);
  if (copy === undefined || document === null || document.path === null) return;
  await copy.saving?.catch(() => undefined);
  if (isClean(copy) && document.disk === 'same' && copy.etag !== null && textDocument(id)?.edit === 'clean') return;
  const base = document.disk === 'missing' || copy.etag === null ? ({ kind: 'new' } as const) : ({ kind: 'etag', etag: copy.etag } as const);
  const saving = write(copy, document.path, base);
  copy.saving = saving;
  await saving.finally(() => {
    copy.saving = null;
  });
}

/** Saves under another name and continues there. Returns the id it has from now on. */
export async function saveDocumentAs(id: string, path: string): Promise<string> {
  const copy = copies.get(id);
  const document = textDocument(id);
  if (copy === undefined || document === null) return id;
  const text = copy.model.getValue();
  const outcome = await client.documents.save({ workspaceId: currentWorkspaceId(), path, text, format: document.format, base: { kind: 'new' } });
  const newId = documentId(path);
  await adoptText({ id: newId, path, title: titleOf(path), text, format: document.format, etag: outcome.etag, readOnly: false, size: outcome.size });
  closeDocument(id);
  return newId;
}

/** Forgets a document; unsaved text and its backup go with it, so ask first. */
export function closeDocument(id: string): void {
  const copy = copies.get(id);
  if (copy) {
    copies.delete(id);
    copy.model.dispose();
    void dropBackup(id);
  }
  removeDocument(id);
}

/** Replaces the text by what is on disk, in one undoable edit, so that cursors stay where they are. */
export async function takeDisk(id: string, options: { encoding?: Encoding } = {}): Promise<void> {
  const copy = copies.get(id);
  const document = textDocument(id);
  if (copy === undefined || document?.path == null) return;
  const opened = await client.documents.open({ workspaceId: currentWorkspaceId(), path: document.path, large: true, ...options });
  if (opened.kind !== 'text') return;
  if (copy.model.getValue() !== opened.text) copy.model.pushEditOperations([], [{ range: copy.model.getFullModelRange(), text: opened.text }], () => null);
  copy.etag = opened.etag;
  copy.savedVersion = copy.model.getAlternativeVersionId();
  patchText(id, { edit: 'clean', disk: 'same', format: opened.format, size: opened.size, readOnly: opened.readOnly });
  void dropBackup(id);
}

/** Writes the person's text over what is on disk, because they said so. */
export async function keepMine(id: string): Promise<void> {
  const copy = copies.get(id);
  const document = textDocument(id);
  if (copy && document?.path != null) await write(copy, document.path, { kind: 'overwrite' });
}

/** Changes how the text becomes bytes; takes effect with the next save. */
export async function changeFormat(id: string, change: Partial<TextFormat>): Promise<void> {
  const copy = copies.get(id);
  const document = textDocument(id);
  if (copy === undefined || document === null) return;
  const { monaco } = await loadMonaco();
  patchText(id, { format: { ...document.format, ...change }, edit: 'dirty' });
  if (change.lineEnding) copy.model.pushEOL(change.lineEnding === 'crlf' ? monaco.editor.EndOfLineSequence.CRLF : monaco.editor.EndOfLineSequence.LF);
  copy.savedVersion = -1;
  scheduleBackup(copy);
}

export async function changeLanguage(id: string, languageId: string): Promise<void> {
  const copy = copies.get(id);
  if (copy === undefined) return;
  const { monaco } = await loadMonaco();
  monaco.editor.setModelLanguage(copy.model, languageId);
  patchText(id, { languageId });
}

/** Compares an open document with its file: a clean one follows the disk, an edited one is never touched. */
export async function checkDisk(id: string): Promise<void> {
  const copy = copies.get(id);
  const document = textDocument(id);
  if (copy === undefined || document?.path == null || document.edit === 'saving') return;
  const stat = await client.documents.stat({ workspaceId: currentWorkspaceId(), path: document.path });
  const now = textDocument(id);
  if (now === null || now.edit === 'saving') return;
  if (stat.state === 'missing') return patchText(id, { disk: 'missing' });
  if (stat.etag === copy.etag) return patchText(id, { disk: 'same' });
  if (now.edit === 'clean') await takeDisk(id);
  else patchText(id, { disk: 'changed' });
}

/** A renamed file keeps its document, its unsaved text and its undo history. */
export async function moveDocument(from: string, to: string): Promise<string | null> {
  const id = documentId(from);
  const copy = copies.get(id);
  const document = textDocument(id);
  if (copy === undefined || document === null) return null;
  const newId = documentId(to);
  const unsaved = document.edit !== 'clean' ? copy.model.getValue() : null;
  const adopted = await adoptText({
    id: newId,
    path: to,
    title: titleOf(to),
    text: unsaved ?? copy.model.getValue(),
    format: document.format,
    etag: copy.etag,
    readOnly: document.readOnly,
    size: document.size,
  });
  const stat = await client.documents.stat({ workspaceId: currentWorkspaceId(), path: to });
  if (stat.state === 'present') adopted.etag = stat.etag;
  if (unsaved !== null) {
    adopted.savedVersion = -1;
    onEdited(adopted);
  }
  closeDocument(id);
  return newId;
}

/** Puts backed-up text into a document and marks it as unsaved. */
export async function restoreText(id: string, text: string, baseEtag: string | null): Promise<void> {
  const copy = copies.get(id);
  if (copy === undefined) return;
  const movedOn = copy.etag !== null && baseEtag !== null && copy.etag !== baseEtag;
  if (copy.model.getValue() !== text) copy.model.pushEditOperations([], [{ range: copy.model.getFullModelRange(), text }], () => null);
  if (textDocument(id)?.path === null) patchText(id, { edit: 'dirty' });
  if (movedOn) {
    patchText(id, { disk: 'changed' });
    notify({ kind: 'warning', text: translate('editor.restoredButChanged', { path: textDocument(id)?.title ?? '' }) });
  }
}

/** Saves everything that is unsaved and has a file; failures are reported one by one. */
export async function saveAll(): Promise<void> {
  const unsaved = [...copies.keys()].filter((id) => textDocument(id)?.path != null && textDocument(id)?.edit !== 'clean');
  await Promise.all(unsaved.map((id) => saveDocument(id).catch(reportError)));
}

export function closeAllDocuments(): void {
  for (const id of [...copies.keys()]) {
    const copy = copies.get(id);
    copies.delete(id);
    copy?.model.dispose();
  }
  useDocuments.setState({ byId: {} });
}
