export { OutputPane } from './output-pane.tsx';
export { registerLogCommands } from './save-log.ts';
