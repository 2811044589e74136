import type { WebContents } from 'electron';
import { desktopOrigin, isPhoneAddress, phoneScheme } from '#shared/model/port-handshake.ts';

type Report = (message: string, data: { url: string }) => void;

/** Whether a window may show this address. The origin is compared as text: `URL.origin` is `null` for our own scheme outside Chromium. */
export function mayNavigate(url: string): boolean {
  return url === desktopOrigin || url.startsWith(`${desktopOrigin}/`) || url.startsWith(`${desktopOrigin}?`) || url.startsWith(`${desktopOrigin}#`);
}

interface FrameNavigation {
  url: string;
  isMainFrame: boolean;
  frame: { parent: { url: string; parent: unknown } | null } | null;
}

/** A frame of the workbench may show a phone, and a frame of a phone a page of the web: that is what `web-view` is. */
export function mayNavigateFrame({ url, isMainFrame, frame }: FrameNavigation): boolean {
  if (mayNavigate(url)) return true;
  const parent = frame?.parent ?? null;
  if (isMainFrame || parent === null) return false;
  if (parent.parent === null) return isPhoneAddress(url) && mayNavigate(parent.url);
  return url.startsWith('https://') && parent.url.startsWith(`${phoneScheme}://`);
}

/** Keeps a window on the workbench and its phones: no other page, no second window, no embedded page. */
export function confineNavigation(contents: WebContents, report: Report): void {
  contents.on('will-frame-navigate', (event) => {
    if (mayNavigateFrame(event)) return;
    event.preventDefault();
    report('A navigation was refused', { url: event.url });
  });
  contents.on('will-redirect', (event) => {
    // A web page in a phone may redirect as it likes within https; phones and the workbench never do.
    if (mayNavigateFrame(event)) return;
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
