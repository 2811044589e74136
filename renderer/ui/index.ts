export { Badge, type BadgeTone } from './badge.tsx';
export { Button } from './button.tsx';
export { classes } from './classes.ts';
export { Dialog } from './dialog.tsx';
export { FileGlyph } from './file-glyph.tsx';
export { IconButton } from './icon-button.tsx';
export { ContextMenu, MenuButton, type MenuEntry } from './menu.tsx';
export { initialsOf, Monogram } from './monogram.tsx';
export { TextField } from './text-field.tsx';
