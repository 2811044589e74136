export { currentWorkspaceId, enterWorkspace, leaveWorkspace, onWorkspaceEvent, openFolder, restoreWorkspace, useWorkspace } from './workspace-store.ts';
