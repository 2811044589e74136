export { readBinding } from './instance-file.ts';
export { RecentsStore } from './recents-store.ts';
export { createWorkspaceRouter } from './router.ts';
export { type Workspace, workspaceIdOf } from './workspace.ts';
export { Workspaces } from './workspaces.ts';
