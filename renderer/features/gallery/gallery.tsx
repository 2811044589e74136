export function GalleryMain() {
  return null;
}
export function GallerySideBar() {
  return null;
}
