import { askForPath } from './ask-for-path.ts';
import { useDialogs } from './close-prompt-store.ts';
import {
  closeDocument,
  createUntitled,
  documentId,
  isUnsaved,
  openDocument,
  saveDocument,
  saveDocumentAs,
  textDocument,
  useDocuments,
  workingCopy,
} from './documents/index.ts';
import { revealPosition } from './editor-instances.ts';
import {
  activeDocumentId,
  activeGroup,
  activeTab,
  type EditorGroup,
  isShownElsewhere,
  removeTab,
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
  revealPosition(id, options.position ?? null, options.keepFocus !== true);
}

export async function newUntitled(): Promise<void> {
  const id = await createUntitled();
  showTab({ kind: 'document', documentId: id });
  revealPosition(id, null, true);
}

/** Saves a document; one without a file asks for a name first. False when the person gave up. */
export async function saveOrAsk(id: string): Promise<boolean> {
  const document = textDocument(id);
  if (document === null) return true;
  if (document.path === null) return saveAs(id);
  await saveDocument(id);
  return true;
}

export async function saveAs(id: string): Promise<boolean> {
  const document = textDocument(id);
  if (document === null) return true;
  const path = await askForPath(document.path ?? document.title);
  if (path === null) return false;
  const newId = await saveDocumentAs(id, path);
  replaceDocument(id, newId);
  return true;
}

export async function saveActive(): Promise<void> {
  const id = activeDocumentId();
  if (id !== null) await saveOrAsk(id);
}

/** Closes a tab, asking first when that would lose text. False when the person stayed. */
export async function closeTab(group: EditorGroup, tab: Tab): Promise<boolean> {
  const { content } = tab;
  if (content.kind !== 'document') {
    removeTab(group.id, tab.id);
    return true;
  }
  const document = useDocuments.getState().byId[content.documentId];
  const last = !isShownElsewhere(content.documentId, group.id);
  if (last && isUnsaved(document)) {
    const answer = await useDialogs.getState().ask([document?.title ?? '']);
    if (answer === 'cancel' || (answer === 'save' && !(await saveOrAsk(content.documentId)))) return false;
  }
  removeTab(group.id, tab.id);
  const stillShown = useEditors
    .getState()
    .groups.some((each) => each.tabs.some((other) => other.content.kind === 'document' && other.content.documentId === content.documentId));
  if (last && !stillShown) closeDocument(content.documentId);
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

/** Before the folder changes: every unsaved document is saved or given up, or the person stays. */
export async function closeEverything(): Promise<boolean> {
  for (const group of [...useEditors.getState().groups]) {
    if (!(await closeTabs(group, [...group.tabs]))) return false;
  }
  return true;
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

/** Where a document's text can be read by others, such as the problems list. */
export function currentText(id: string): string | null {
  return workingCopy(id)?.model.getValue() ?? null;
}
