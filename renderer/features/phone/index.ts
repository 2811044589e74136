export { registerPhoneCommands } from './commands.ts';
export { followWorkspaceInPhones } from './phone-actions.ts';
export { PhonePane } from './phone-pane.tsx';
export { usePhones } from './phone-store.ts';
