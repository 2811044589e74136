import { lazy } from 'react';

export { registerGalleryCommands } from './commands.ts';
export { GenerateDialog } from './generate-dialog-host.tsx';

// The gallery's pages are loaded when somebody looks at them.
export const GalleryMain = lazy(async () => ({ default: (await import('./gallery-main.tsx')).GalleryMain }));
export const GallerySideBar = lazy(async () => ({ default: (await import('./gallery-side-bar.tsx')).GallerySideBar }));
