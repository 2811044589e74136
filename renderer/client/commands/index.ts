export { useCommandTitle } from './command-title.ts';
export { type ContextKey, evaluateWhen, setContextKey, useContextKeys } from './context-keys.ts';
export { displayChord, normaliseChord, strokeOf } from './key-chord.ts';
export { activeKeybindings, conflictsOf, type Keybinding, keyFor, listenForKeys } from './keybindings.ts';
export { type CommandHandler, isCommandEnabled, registerCommand, registerCommands, runCommand } from './registry.ts';
