import { client, notify, translate } from '#renderer/client/index.ts';
import { currentWorkspaceId } from '#renderer/features/workspace/index.ts';
import type { Encoding, OpenedDocument, TextFormat } from '#shared/model/documents.ts';
import { loadMonaco, type TextModel } from '../monaco/index.ts';
import { dropBackup } from './backups.ts';
import { patchText, type TextDocument, textDocument, useDocuments } from './document-store.ts';
import { adoptText, createUntitled, documentId, isClean, markEdited, takeOpened, titleOf, type WorkingCopy, workingCopy } from './working-copies.ts';

/** Replaces the text in one undoable edit. */
function replaceText(model: TextModel, text: string): void {
  if (model.getValue() !== text) model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
}

type OpenedText = Extract<OpenedDocument, { kind: 'text' }>;

function takeText(copy: WorkingCopy, opened: OpenedText): void {
  replaceText(copy.model, opened.text);
  copy.etag = opened.etag;
  copy.savedVersion = copy.model.getAlternativeVersionId();
  patchText(copy.id, { edit: 'clean', disk: 'same', format: opened.format, size: opened.size, readOnly: opened.readOnly });
  void dropBackup(copy.id);
}

async function readDisk({ workspaceId }: WorkingCopy, path: string, options: { encoding?: Encoding } = {}): Promise<OpenedDocument> {
  return client.documents.open({ workspaceId, path, large: true, ...options });
}

/** Replaces the text by what is on disk, because the person said so. A file that is no longer text is shown as what it is. */
export async function takeDisk(id: string, options: { encoding?: Encoding } = {}): Promise<void> {
  const copy = workingCopy(id);
  const document = textDocument(id);
  if (copy === undefined || document?.path == null) return;
  const [{ monaco }, opened] = await Promise.all([loadMonaco(), readDisk(copy, document.path, options)]);
  if (workingCopy(id) !== copy) return;
  if (opened.kind === 'text') return takeText(copy, opened);
  if (options.encoding === undefined) return takeOpened(monaco, id, document.path, opened);
  notify({ kind: 'warning', text: translate('editor.cannotDecode', { name: document.title }) });
}

/** For a text nobody edited: reads the file again, unless somebody began to edit meanwhile. */
async function followChange(copy: WorkingCopy, document: TextDocument & { path: string }): Promise<void> {
  const [{ monaco }, opened] = await Promise.all([loadMonaco(), readDisk(copy, document.path)]);
  if (workingCopy(copy.id) !== copy) return;
  if (!isClean(copy) || textDocument(copy.id)?.edit !== 'clean') return patchText(copy.id, { disk: 'changed' });
  if (opened.kind === 'text') takeText(copy, opened);
  else takeOpened(monaco, copy.id, document.path, opened);
}

/** Images and the like are read again; so is a file that could not be opened before. */
async function openAgain(id: string, path: string): Promise<void> {
  const workspaceId = currentWorkspaceId();
  const stat = await client.documents.stat({ workspaceId, path });
  if (stat.state === 'missing') return;
  const [{ monaco }, opened] = await Promise.all([loadMonaco(), client.documents.open({ workspaceId, path })]);
  const shown = useDocuments.getState().byId[id];
  if (shown !== undefined && shown.kind !== 'text') takeOpened(monaco, id, path, opened);
}

/** Compares an open document with its file: a clean one follows the disk, an edited one is never touched. */
export async function checkDisk(id: string): Promise<void> {
  const shown = useDocuments.getState().byId[id];
  if (shown?.path == null) return;
  if (shown.kind !== 'text') return openAgain(id, shown.path);
  const copy = workingCopy(id);
  if (copy === undefined || shown.edit === 'saving') return;
  const { etag } = copy;
  const stat = await client.documents.stat({ workspaceId: copy.workspaceId, path: shown.path });
  const now = textDocument(id);
  if (now?.path == null || now.edit === 'saving' || workingCopy(id) !== copy) return;
  // A save came between the question and its answer: the answer is about the file before it.
  if (copy.etag !== etag) return checkDisk(id);
  if (stat.state === 'missing') return patchText(id, { disk: 'missing' });
  if (stat.etag === copy.etag) return patchText(id, { disk: 'same' });
  if (now.edit === 'clean') await followChange(copy, { ...now, path: now.path });
  else patchText(id, { disk: 'changed' });
}

interface KeptText {
  path: string | null;
  title: string;
  text: string;
  format: TextFormat;
  /** Of the file that the text was edited from. */
  baseEtag: string | null;
}

/** Puts backed-up text on screen as unsaved text, whatever became of its file. Returns the id of its document. */
export async function restoreText(kept: KeptText): Promise<string> {
  const { path, title, text, format, baseEtag } = kept;
  if (path === null) return createUntitled({ text, title, format });
  const id = documentId(path);
  const copy = workingCopy(id);
  const document = textDocument(id);
  // The file is gone, or is no longer text: what was typed comes back all the same.
  if (copy === undefined || document === null) {
    const { monaco } = await loadMonaco();
    const adopted = adoptText(monaco, { id, path, title: titleOf(path), text, format, etag: baseEtag, readOnly: false, size: text.length });
    patchText(id, { disk: 'missing' });
    markEdited(adopted);
    return id;
  }
  // Two windows had edited the same file: each text stays.
  if (document.edit !== 'clean') return createUntitled({ text, title, format });
  restoreInto(copy, kept, baseEtag);
  return id;
}

function restoreInto(copy: WorkingCopy, { text, format, title }: KeptText, baseEtag: string | null): void {
  const known = textDocument(copy.id)?.format;
  const sameFormat = known?.encoding === format.encoding && known.bom === format.bom && known.lineEnding === format.lineEnding;
  if (copy.model.getValue() === text && sameFormat) return;
  replaceText(copy.model, text);
  patchText(copy.id, { format });
  const movedOn = copy.etag !== null && baseEtag !== null && copy.etag !== baseEtag;
  if (movedOn) {
    // A save has to be measured by the file that the text was edited from, or it would overwrite what came since.
    copy.etag = baseEtag;
    patchText(copy.id, { disk: 'changed' });
    notify({ kind: 'warning', text: translate('editor.restoredButChanged', { path: title }) });
  }
  markEdited(copy);
}
