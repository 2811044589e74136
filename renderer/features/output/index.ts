export { OutputPane } from './output-pane.tsx';
export { registerLogCommands, saveLog } from './save-log.ts';
