import { client } from '#renderer/client/index.ts';
import { currentWorkspaceId } from '#renderer/features/workspace/index.ts';
import { askForPath, askToReplace } from './ask-for-path.ts';
import { useDialogs } from './close-prompt-store.ts';
import {
  closeDocument,
  createUntitled,
  documentId,
  isUnsaved,
  openDocument,
  saveAll,
  saveDocument,
  saveDocumentAs,
  takeDisk,
  textDocument,
  unsavedIds,
  useDocuments,
  whenSaved,
} from './documents/index.ts';
import { editorOfGroup, revealPosition } from './editor-instances.ts';
import {
  activeDocumentId,
  activeGroup,
  activeTab,
  type EditorGroup,
  isShown,
  isShownElsewhere,
  removeTab,
  removeTabsOf,
  replaceDocument,
  showTab,
  type Tab,
  useEditors,
} from './editor-store.ts';

export interface OpenOptions {
  /** Replaced by the next preview; typing in it keeps it. */
  preview?: boolean;
  groupId?: number;
  /** 1-based. */
  position?: { line: number; column: number; endColumn?: number };
  /** Leave the keyboard where it is. */
  keepFocus?: boolean;
}

/** Opens a file of the workspace in a tab. */
export async function openFile(path: string, options: OpenOptions = {}): Promise<void> {
  const id = documentId(path);
  showTab({ kind: 'document', documentId: id }, { preview: options.preview ?? false, ...(options.groupId === undefined ? {} : { groupId: options.groupId }) });
  await openDocument(path);
  // Its tab may have been closed, or replaced by the next preview, while the file was read.
  if (!isShown(id)) return void (isUnsaved(useDocuments.getState().byId[id]) || closeDocument(id));
  revealPosition(id, options.position ?? null, options.keepFocus !== true);
}

export async function newUntitled(): Promise<void> {
  const id = await createUntitled();
  showTab({ kind: 'document', documentId: id });
  revealPosition(id, null, true);
}

/** Saves a document; one without a file asks for a name first. Returns the id it has now; null when the person gave up. */
export async function saveOrAsk(id: string): Promise<string | null> {
  const document = textDocument(id);
  if (document === null) return id;
  if (document.path === null) return saveAs(id);
  await saveDocument(id);
  return id;
}

/** Like {@link saveOrAsk}, always asking for a name. A file that is there already is only replaced when the person says so. */
export async function saveAs(id: string): Promise<string | null> {
  const document = textDocument(id);
  if (document === null) return id;
  const path = await askForPath(document.path ?? document.title);
  if (path === null) return null;
  if (path === document.path) return saveOrAsk(id);
  const stat = await client.documents.stat({ workspaceId: currentWorkspaceId(), path });
  const replace = stat.state === 'present';
  if (replace && !(await askToReplace(path))) return null;
  const newId = await saveDocumentAs(id, path, { replace });
  replaceDocument(id, newId);
  return newId;
}

export async function saveActive(): Promise<void> {
  const id = activeDocumentId();
  if (id !== null) await saveOrAsk(id);
}

/** Saves every unsaved document; those without a file ask for a name one after another. */
export async function saveEverything(): Promise<void> {
  await saveAll();
  for (const id of unsavedIds()) if (textDocument(id)?.path === null && (await saveOrAsk(id)) === null) return;
}

/**
 * Asks what becomes of unsaved documents and does it: those given up are closed, the others saved.
 * Returns the ids that are left, as they are now; null when the person stays or something could not be saved.
 */
async function settle(ids: readonly string[]): Promise<string[] | null> {
  await Promise.all(ids.map(whenSaved));
  const unsaved = ids.filter((id) => isUnsaved(useDocuments.getState().byId[id]));
  if (unsaved.length === 0) return [...ids];
  const answer = await useDialogs.getState().ask(unsaved.map((id) => textDocument(id)?.title ?? ''));
  if (answer === 'cancel') return null;
  const left = ids.filter((id) => !unsaved.includes(id));
  for (const id of unsaved) {
    if (answer === 'discard') closeWithTabs(id);
    else {
      const now = await saveOrAsk(id);
      if (now === null || isUnsaved(useDocuments.getState().byId[now])) return null;
      left.push(now);
    }
  }
  return left;
}

function closeWithTabs(id: string): void {
  removeTabsOf(id);
  closeDocument(id);
}

/** After a tab was closed the keyboard goes on in what is shown now, unless it is somewhere else. */
function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const editor = editorOfGroup(activeGroup().id);
    if (editor) editor.focus();
    else document.querySelector<HTMLElement>('[data-part="main"] [role="tab"][aria-selected="true"], [data-part="main"] [data-empty="true"]')?.focus();
  });
}

/** Closes a tab, asking first when that would lose text. False when the person stayed. */
export async function closeTab(group: EditorGroup, tab: Tab): Promise<boolean> {
  const { content } = tab;
  if (content.kind === 'document' && !isShownElsewhere(content.documentId, group.id)) {
    const left = await settle([content.documentId]);
    if (left === null) return false;
    for (const id of left) closeWithTabs(id);
  } else removeTab(group.id, tab.id);
  keepFocus();
  return true;
}

export async function closeActive(): Promise<void> {
  const tab = activeTab();
  if (tab !== null) await closeTab(activeGroup(), tab);
}

/** Closes tabs one by one and stops where the person cancels. */
export async function closeTabs(group: EditorGroup, tabs: readonly Tab[]): Promise<boolean> {
  for (const tab of tabs) {
    if (!(await closeTab(group, tab))) return false;
  }
  return true;
}

/** Before the folder changes: every unsaved document is saved or given up, or the person stays. The tabs are kept for next time. */
export async function closeEverything(): Promise<boolean> {
  return (await settle(unsavedIds())) !== null;
}

/** Reads the file again; a document without one is closed, after asking. */
export async function revert(id: string): Promise<void> {
  if (textDocument(id)?.path === null) await closeActive();
  else await takeDisk(id);
}

export async function reopenClosed(): Promise<void> {
  const { closed, groups } = useEditors.getState();
  const last = closed.at(-1);
  if (last === undefined) return;
  useEditors.setState({ closed: closed.slice(0, -1) });
  const groupId = groups.some((group) => group.id === last.groupId) ? last.groupId : activeGroup().id;
  if (last.content.kind === 'page') return showTab(last.content, { groupId });
  const path = last.content.documentId.startsWith('file:') ? last.content.documentId.slice('file:'.length) : null;
  if (path === null || last.content.kind === 'compare') return reopenClosed();
  await openFile(path, { groupId });
}
