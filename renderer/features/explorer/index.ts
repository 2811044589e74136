export { registerExplorerCommands } from './commands.ts';
export { ExplorerPane } from './explorer-pane.tsx';
export { followWorkspace } from './explorer-store.ts';
