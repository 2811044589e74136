const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  json: 'application/json; charset=utf-8',
};

/** The media type a file of the workbench is served with; undefined for what the workbench does not consist of. */
export function assetType(name: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/.exec(name)?.[1];
  return extension !== undefined && Object.hasOwn(types, extension) ? types[extension] : undefined;
}

/**
 * The file below the built workbench that a URL path stands for, decoded once; null for anything that is not
 * a plain relative name, such as one with encoded separators, `..`, a NUL, a backslash or a drive letter.
 */
export function assetName(url: string): string | null {
  const path = url.split(/[?#]/, 1)[0] ?? '/';
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (!path.startsWith('/') || /[\0\\:]/.test(decoded) || /%2f|%5c/i.test(path)) return null;
  if (decoded === '/') return 'index.html';
  const segments = decoded.slice(1).split('/');
  return segments.some((segment) => segment === '' || segment === '.' || segment === '..') ? null : segments.join('/');
}
