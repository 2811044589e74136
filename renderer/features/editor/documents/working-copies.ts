import { client, explainError, translate, useSettings } from '#renderer/client/index.ts';
import { currentWorkspaceId, useWorkspace } from '#renderer/features/workspace/index.ts';
import type { Encoding, OpenedDocument, TextFormat } from '#shared/model/documents.ts';
import { AppError } from '#shared/model/errors.ts';
import { languageIdOf, loadMonaco, type Monaco, type TextModel } from '../monaco/index.ts';
import { dropBackup, flushBackups, scheduleBackup } from './backups.ts';
import { isUnsaved, patchText, putDocument, removeDocument, textDocument, useDocuments } from './document-store.ts';

/** A document's text with what saving needs. */
export interface WorkingCopy {
  id: string;
  /** The folder it belongs to; another one may be open by the time a backup is due. */
  workspaceId: string;
  model: TextModel;
  /** Of the bytes on disk that the text was edited from; null for a document without a file. */
  etag: string | null;
  /** Monaco's alternative version at the last save: equal means clean, also after undoing everything. -1 for never. */
  savedVersion: number;
  saving: Promise<void> | null;
}

interface AdoptedText {
  id: string;
  path: string | null;
  title: string;
  text: string;
  format: TextFormat;
  etag: string | null;
  readOnly: boolean;
  size: number;
}

const copies = new Map<string, WorkingCopy>();
const opening = new Map<string, Promise<void>>();
let untitledCount = 0;

export function workingCopy(id: string): WorkingCopy | undefined {
  return copies.get(id);
}

export function allWorkingCopies(): WorkingCopy[] {
  return [...copies.values()];
}

export function documentId(path: string): string {
  return `file:${path}`;
}

export function titleOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function isClean(copy: WorkingCopy): boolean {
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

/** The text counts as edited although it may be equal to what was read. */
export function markEdited(copy: WorkingCopy): void {
  copy.savedVersion = -1;
  onEdited(copy);
}

/** A new model. Script services make models of their own for files that are not open: those give way, for their text may be old. */
function createModel(monaco: Monaco, { path, title, text, format }: AdoptedText, languageId: string): TextModel {
  const uri = path === null ? monaco.Uri.from({ scheme: 'untitled', path: title }) : monaco.Uri.from({ scheme: 'file', path: `/${path}` });
  monaco.editor.getModel(uri)?.dispose();
  const model = monaco.editor.createModel(text, languageId, uri);
  model.setEOL(format.lineEnding === 'crlf' ? monaco.editor.EndOfLineSequence.CRLF : monaco.editor.EndOfLineSequence.LF);
  const { 'editor.tabSize': tabSize, 'editor.insertSpaces': insertSpaces } = useSettings.getState().values;
  model.detectIndentation(insertSpaces, tabSize);
  return model;
}

/** Creates model and working copy, in the place of any document of that id; the text is not marked as edited. */
export function adoptText(monaco: Monaco, options: AdoptedText): WorkingCopy {
  closeDocument(options.id);
  const { id, path, title, format, etag, readOnly, size } = options;
  const languageId = languageIdOf(path ?? title, size);
  const model = createModel(monaco, options, languageId);
  const copy: WorkingCopy = { id, workspaceId: currentWorkspaceId(), model, etag, savedVersion: model.getAlternativeVersionId(), saving: null };
  copies.set(id, copy);
  model.onDidChangeContent(() => onEdited(copy));
  putDocument({ kind: 'text', id, path, title, edit: 'clean', disk: 'same', format, readOnly, languageId, size });
  return copy;
}

/** Shows what was read under this id; what is shown there now gives way. */
export function takeOpened(monaco: Monaco, id: string, path: string, opened: OpenedDocument): void {
  const named = { id, path, title: titleOf(path) };
  if (opened.kind === 'text') {
    const { text, format, etag, readOnly, size } = opened;
    adoptText(monaco, { ...named, text, format, etag, readOnly, size });
    return;
  }
  closeDocument(id);
  if (opened.kind === 'image') putDocument({ kind: 'image', ...named, dataUrl: opened.dataUrl, size: opened.size, source: opened.mime === 'image/svg+xml' });
  else putDocument({ kind: opened.kind, ...named, size: opened.size });
}

interface OpenOptions {
  /** Read as text in this encoding; opens the source of an image too. */
  encoding?: Encoding;
  large?: boolean;
}

/** Opens a file unless it is open; a failure becomes a page that says what to do, with the tab kept. */
export async function openDocument(path: string, options: OpenOptions = {}): Promise<void> {
  const id = documentId(path);
  const known = useDocuments.getState().byId[id];
  if (known && known.kind !== 'failed' && !options.large && (options.encoding === undefined || known.kind === 'text')) return;
  const pending = opening.get(id) ?? readDocument(id, path, options);
  opening.set(id, pending);
  await pending.finally(() => {
    if (opening.get(id) === pending) opening.delete(id);
  });
}

async function readDocument(id: string, path: string, options: OpenOptions): Promise<void> {
  const workspaceId = currentWorkspaceId();
  const isStale = () => useWorkspace.getState().workspace?.workspaceId !== workspaceId;
  try {
    const [{ monaco }, opened] = await Promise.all([loadMonaco(), client.documents.open({ workspaceId, path, ...options })]);
    if (!isStale()) takeOpened(monaco, id, path, opened);
  } catch (error) {
    if (!isStale()) putDocument({ kind: 'failed', id, path, title: titleOf(path), reason: explainError(error) });
  }
}

export async function createUntitled(options: { text?: string; title?: string; format?: TextFormat } = {}): Promise<string> {
  const { monaco } = await loadMonaco();
  untitledCount += 1;
  const { text = '', title = translate('editor.untitled', { number: untitledCount }) } = options;
  const id = `untitled:${crypto.randomUUID()}`;
  const format: TextFormat = options.format ?? { encoding: useSettings.getState().values['files.encoding'], bom: false, lineEnding: 'lf' };
  const copy = adoptText(monaco, { id, path: null, title, text, format, etag: null, readOnly: false, size: text.length });
  if (text !== '') markEdited(copy);
  return id;
}

/** Forgets a document; unsaved text and its backup go with it, so ask first. */
export function closeDocument(id: string): void {
  const copy = copies.get(id);
  if (copy) {
    void dropBackup(id);
    copies.delete(id);
    copy.model.dispose();
  }
  removeDocument(id);
}

/** Changes how the text becomes bytes; takes effect with the next save. */
export async function changeFormat(id: string, change: Partial<TextFormat>): Promise<void> {
  const { monaco } = await loadMonaco();
  const copy = copies.get(id);
  const document = textDocument(id);
  if (copy === undefined || document === null) return;
  patchText(id, { format: { ...document.format, ...change } });
  if (change.lineEnding) copy.model.pushEOL(change.lineEnding === 'crlf' ? monaco.editor.EndOfLineSequence.CRLF : monaco.editor.EndOfLineSequence.LF);
  markEdited(copy);
}

export async function changeLanguage(id: string, languageId: string): Promise<void> {
  const { monaco } = await loadMonaco();
  const copy = copies.get(id);
  if (copy === undefined) return;
  monaco.editor.setModelLanguage(copy.model, languageId);
  patchText(id, { languageId });
}

/** Fails when a document with unsaved text is open under this path: nothing may take its place. */
export function assertReplaceable(path: string): void {
  if (isUnsaved(useDocuments.getState().byId[documentId(path)])) throw new AppError('ALREADY_EXISTS', { path });
}

/** A renamed file keeps its document and its unsaved text. Returns the new id; null when it was not open as text. */
export async function moveDocument(from: string, to: string): Promise<string | null> {
  const id = documentId(from);
  if (!copies.has(id)) return null;
  const { monaco } = await loadMonaco();
  const stat = await client.documents.stat({ workspaceId: currentWorkspaceId(), path: to });
  // From here to the end nothing waits, so that no keystroke falls between the old text and the new.
  const copy = copies.get(id);
  const document = textDocument(id);
  if (copy === undefined || document === null) return null;
  const { format, readOnly, size } = document;
  const unsaved = isUnsaved(document);
  const etag = stat.state === 'present' && document.disk === 'same' ? stat.etag : copy.etag;
  const moved = adoptText(monaco, { id: documentId(to), path: to, title: titleOf(to), text: copy.model.getValue(), format, etag, readOnly, size });
  if (document.disk !== 'same') patchText(moved.id, { disk: document.disk });
  if (unsaved) markEdited(moved);
  closeDocument(id);
  return moved.id;
}

/** Closes every document of a folder that is being left; the backups of unsaved text stay. */
export function closeAllDocuments(): void {
  flushBackups();
  opening.clear();
  for (const [id, copy] of copies) {
    copies.delete(id);
    copy.model.dispose();
  }
  useDocuments.setState({ byId: {} });
}
