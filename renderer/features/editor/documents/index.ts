export { claimBackups, flushBackupsOnLeave, markKept } from './backups.ts';
export { type DiskState, type EditState, isUnsaved, type OpenDocument, type TextDocument, textDocument, unsavedIds, useDocuments } from './document-store.ts';
export { followDisk } from './follow-disk.ts';
export {
  changeFormat,
  changeLanguage,
  closeAllDocuments,
  closeDocument,
  createUntitled,
  documentId,
  keepMine,
  moveDocument,
  openDocument,
  restoreText,
  saveAll,
  saveDocument,
  saveDocumentAs,
  takeDisk,
  type WorkingCopy,
  workingCopy,
} from './working-copies.ts';
