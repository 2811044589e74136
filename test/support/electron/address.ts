import { desktopOrigin, phoneScheme } from '#shared/model/port-handshake.ts';

/**
 * Chromium cannot be taught a new standard scheme from its command line, so the double serves `app://workbench` on a
 * loopback address and translates wherever Electron takes or reports one.
 */
let servedAt: string | undefined;

export function setServedOrigin(origin: string): void {
  servedAt = origin;
}

export function servedOrigin(): string {
  if (servedAt === undefined) throw new Error('Nothing is served yet: the app is not ready');
  return servedAt;
}

/** `<id>.phone.localhost:<port>` stands for `phone://<id>`. */
export function phoneOriginOf(host: string | undefined): string | null {
  const id = /^([0-9a-f]{32})\.phone\.localhost:\d+$/.exec(host ?? '')?.[1];
  return id === undefined ? null : `${phoneScheme}://${id}`;
}

/** What a CSP calls the origins of phones. */
export function servedPhones(): string {
  return servedOrigin().replace('//workbench.', '//*.phone.');
}

/** `app://workbench/x` to where it is served. Everything else stays. */
export function toServed(url: string): string {
  return url.startsWith(desktopOrigin) ? servedOrigin() + url.slice(desktopOrigin.length) : url;
}

/** Back again, as Electron would report it. */
export function toApp(url: string): string {
  if (url.startsWith(servedOrigin())) return desktopOrigin + url.slice(servedOrigin().length);
  const { host, origin } = new URL(url);
  const phone = phoneOriginOf(host);
  return phone === null ? url : phone + url.slice(origin.length);
}
