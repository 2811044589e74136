export { FolderPicker } from './folder-picker.tsx';
export { pickFolder } from './folder-picker-store.ts';
