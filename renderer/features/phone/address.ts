import type { Phone } from './phone-store.ts';

/** `pages/menu/menu?storeId=1` of the page on top. */
export function addressOf({ stack }: Pick<Phone, 'stack'>): string {
  const top = stack.at(-1);
  if (!top) return '';
  const query = new URLSearchParams(top.query).toString();
  return query === '' ? top.route : `${top.route}?${query}`;
}

/** Route and query of what a person typed; a slash at the front is as good as none. */
export function splitAddress(text: string): [route: string, query: string] {
  const address = text.trim().replace(/^\//, '');
  const at = address.indexOf('?');
  return at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}
