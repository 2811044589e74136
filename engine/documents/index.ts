export { BackupStore } from './backup-store.ts';
export { createDocumentsRouter, type DocumentsDependencies } from './router.ts';
