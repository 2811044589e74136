import { desktopOrigin } from '#shared/model/port-handshake.ts';

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

/** `app://workbench/x` to where it is served. Everything else stays. */
export function toServed(url: string): string {
  return url.startsWith(desktopOrigin) ? servedOrigin() + url.slice(desktopOrigin.length) : url;
}

/** Back again, as Electron would report it. */
export function toApp(url: string): string {
  return url.startsWith(servedOrigin()) ? desktopOrigin + url.slice(servedOrigin().length) : url;
}
