import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { confineNavigation, mayNavigate, mayNavigateFrame } from '#electron/window/navigation-policy.ts';

const foreign = [
  'https://example.com/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'about:blank',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:app://workbench/1',
  'app://workbench.evil/',
  'app://workbench@evil/',
  'app://other/',
  'app:workbench',
  '',
];

class Contents extends EventEmitter {
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: Contents['openHandler']): void {
    this.openHandler = handler;
  }
}

function setUp() {
  const contents = new Contents();
  const reported: string[] = [];
  confineNavigation(contents as unknown as WebContents, (_message, { url }) => reported.push(url));
  function isPrevented(event: string, url: string): boolean {
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    contents.emit(event, { url, preventDefault }, {}, { src: url });
    return prevented;
  }
  return { contents, reported, isPrevented };
}

describe('navigation', () => {
  it.each(['app://workbench', 'app://workbench/', 'app://workbench/?transport=port', 'app://workbench/#x'])('stays possible to %s', (url) => {
    const { isPrevented } = setUp();
    expect(mayNavigate(url)).toBe(true);
    expect(isPrevented('will-frame-navigate', url)).toBe(false);
    expect(isPrevented('will-redirect', url)).toBe(false);
  });

  it.each(foreign)('is prevented to %j, also by redirection', (url) => {
    const { isPrevented, reported } = setUp();
    expect(mayNavigate(url)).toBe(false);
    expect(isPrevented('will-frame-navigate', url)).toBe(true);
    expect(isPrevented('will-redirect', url)).toBe(true);
    expect(reported).toEqual([url, url]);
  });

  it('never opens a second window and never embeds a page, not even our own', () => {
    const { contents, isPrevented } = setUp();
    for (const url of [...foreign, 'app://workbench/']) {
      expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
      expect(isPrevented('will-attach-webview', url)).toBe(true);
    }
  });
});

describe('frames', () => {
  const phone = `phone://${'a'.repeat(32)}/`;
  const workbench = { url: 'app://workbench/?transport=port', parent: null };
  const inWorkbench = (url: string) => mayNavigateFrame({ url, isMainFrame: false, frame: { parent: workbench } });
  const inPhone = (url: string) => mayNavigateFrame({ url, isMainFrame: false, frame: { parent: { url: phone, parent: workbench } } });

  it('of the workbench show phones and nothing else', () => {
    expect(inWorkbench(phone)).toBe(true);
    for (const url of ['https://example.com/', 'phone://short/', `phone://${'a'.repeat(32)}.evil/`, 'file:///etc/passwd', 'about:blank'])
      expect(inWorkbench(url)).toBe(false);
  });

  it('of a phone show pages of the web and nothing else', () => {
    expect(inPhone('https://example.com/')).toBe(true);
    for (const url of ['http://example.com/', phone, 'file:///etc/passwd', 'javascript:alert(1)']) expect(inPhone(url)).toBe(false);
  });

  it('are none of the window itself', () => {
    expect(mayNavigateFrame({ url: phone, isMainFrame: true, frame: { parent: null } })).toBe(false);
    expect(mayNavigateFrame({ url: phone, isMainFrame: false, frame: null })).toBe(false);
  });
});
