/** Resolves `./a.png` against the file that names it; project paths only. */
function resolvePath(address: string, base: string): string {
  if (address.startsWith('/')) return address;
  const segments = base.split('/').slice(0, -1);
  for (const segment of address.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/**
 * Where the phone may load what a program names: files of the project, temporary files, data, and the network through
 * the engine, which has rules about addresses. `base` is the path of the file that names the address.
 */
export function resourceUrl(address: string, base: string): string {
  if (address === '' || address.startsWith('data:') || address.startsWith('blob:')) return address;
  if (address.startsWith('https://resource/')) return `/files/${encodeURIComponent(address.slice('https://resource/'.length))}`;
  if (/^(https?:)?\/\//i.test(address)) return `/remote?url=${encodeURIComponent(address.startsWith('//') ? `https:${address}` : address)}`;
  const path = resolvePath(address, base);
  return `/app/files${path.startsWith('/') ? '' : '/'}${path.split('/').map(encodeURIComponent).join('/')}`;
}
