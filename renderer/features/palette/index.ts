export { registerPaletteCommands } from './palette.ts';
