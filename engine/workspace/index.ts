export { type InstanceFile, readBinding, readInstance } from './instance-file.ts';
export { Trash } from './operations/trash.ts';
export { RecentsStore } from './recents-store.ts';
export { createWorkspaceRouter, type WorkspaceDependencies } from './router.ts';
export { createSearchRouter } from './search-router.ts';
export type { Workspace } from './workspace.ts';
export { WorkspaceActivities } from './workspace-activity.ts';
export { Workspaces } from './workspaces.ts';
