export { displayPath, FolderGrants } from './folder-grants.ts';
export type { Host } from './host.ts';
export { createHostRouter } from './router.ts';
