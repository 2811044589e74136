export { BackupStore } from './backup-store.ts';
export { bomOf, decodeDocument, encodeAs } from './decode.ts';
export { createDocumentsRouter, type DocumentsDependencies } from './router.ts';
