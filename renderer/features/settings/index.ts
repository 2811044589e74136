export { KeybindingsPage } from './keybindings-page.tsx';
export { SettingsPage } from './settings-page.tsx';
