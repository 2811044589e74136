import type { WebContents } from 'electron';
import { desktopOrigin } from '#shared/model/port-handshake.ts';

type Report = (message: string, data: { url: string }) => void;

/** Whether a window may show this address. The origin is compared as text: `URL.origin` is `null` for our own scheme outside Chromium. */
export function mayNavigate(url: string): boolean {
  return url === desktopOrigin || url.startsWith(`${desktopOrigin}/`) || url.startsWith(`${desktopOrigin}?`) || url.startsWith(`${desktopOrigin}#`);
}

/** Keeps every frame of a window on the workbench: no other page, no second window, no embedded page. */
export function confineNavigation(contents: WebContents, report: Report): void {
  contents.on('will-frame-navigate', (event) => {
    if (mayNavigate(event.url)) return;
    event.preventDefault();
    report('A navigation was refused', { url: event.url });
  });
  contents.on('will-redirect', (event) => {
    if (mayNavigate(event.url)) return;
    event.preventDefault();
    report('A redirection was refused', { url: event.url });
  });
  contents.on('will-attach-webview', (event, _preferences, parameters) => {
    event.preventDefault();
    report('An embedded page was refused', { url: parameters.src ?? '' });
  });
  contents.setWindowOpenHandler(({ url }) => {
    report('A new window was refused', { url });
    return { action: 'deny' };
  });
}
