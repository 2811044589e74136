export { defaultDataDirectory } from './data-directory.ts';
export { displayPath, FolderGrants } from './folder-grants.ts';
export type { Host, HostRequest } from './host.ts';
export { createHostRouter } from './router.ts';
