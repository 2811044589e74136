export { GalleryMain, GallerySideBar } from './gallery.tsx';
