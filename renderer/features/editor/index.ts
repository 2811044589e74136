export { closeEverything, newUntitled, type OpenOptions, openFile } from './actions.ts';
export { registerEditorCommands } from './commands.ts';
export {
  assertReplaceable,
  documentId,
  flushBackupsOnLeave,
  followDisk,
  moveDocument,
  useDocuments,
  whenSaved,
} from './documents/index.ts';
export { EditorArea } from './editor-area.tsx';
export { EditorStatus } from './editor-status.tsx';
export { activeDocumentId, replaceDocument, useEditors } from './editor-store.ts';
export { loadMonaco, whenMonacoIsLoaded } from './monaco/index.ts';
export { followProjectScripts } from './project-scripts.ts';
export { followSession } from './session.ts';
