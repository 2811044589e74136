export { claimBackups, continueBackup, dropBackup, flushBackupsOnLeave } from './backups.ts';
export { checkDisk, restoreText, takeDisk } from './disk-changes.ts';
export { type DiskState, type EditState, isUnsaved, type OpenDocument, type TextDocument, textDocument, unsavedIds, useDocuments } from './document-store.ts';
export { followDisk } from './follow-disk.ts';
export { keepMine, saveAll, saveDocument, saveDocumentAs, whenSaved } from './saving.ts';
export {
  assertReplaceable,
  changeFormat,
  changeLanguage,
  closeAllDocuments,
  closeDocument,
  createUntitled,
  documentId,
  moveDocument,
  openDocument,
  type WorkingCopy,
  workingCopy,
} from './working-copies.ts';
