export { registerGalleryCommands } from './commands.ts';
export { GalleryMain } from './gallery-main.tsx';
export { GallerySideBar } from './gallery-side-bar.tsx';
export { GenerateDialog } from './generate-dialog.tsx';
