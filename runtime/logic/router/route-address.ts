/** Where a route call leads. */
export interface RouteAddress {
  /** Without leading slash. */
  route: string;
  query: Record<string, string>;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Pairs of `a=1&b=2`; values stay as they are written when `decode` is off. A later pair wins. */
export function parseQuery(text: string, decode: boolean): Record<string, string> {
  const query: Record<string, string> = {};
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    const value = at < 0 ? '' : pair.slice(at + 1);
    query[decode ? decoded(name) : name] = decode ? decoded(value) : value;
  }
  return query;
}

/** Path without `.` and `..`, relative to the file at `base`; both with a leading slash. */
export function resolvePath(path: string, base: string): string {
  const start = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  const parts: string[] = [];
  for (const part of [...start, ...path.split('/')]) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/**
 * Reads the `url` of a route call. A relative one starts from `base`; if there is no such page, from the root, as
 * `url: 'pages/a/a'` is often written.
 */
export function parseRouteUrl(url: string, base: string, pages: ReadonlySet<string>, decode: boolean): RouteAddress {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  const query = at < 0 ? {} : parseQuery(url.slice(at + 1).replace(/#.*$/, ''), decode);
  const relative = resolvePath(path, base).slice(1);
  const fromRoot = resolvePath(`/${path}`, '/').slice(1);
  return { route: pages.has(relative) || !pages.has(fromRoot) ? relative : fromRoot, query };
}
