export { ExplorerPane } from './explorer-pane.tsx';
