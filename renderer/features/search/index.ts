export { SearchPane } from './search-pane.tsx';
export { followWorkspace as followWorkspaceInSearch } from './search-store.ts';
