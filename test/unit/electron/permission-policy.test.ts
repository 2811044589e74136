import { describe, expect, it } from 'vitest';
import { confinePermissions, type mayUse, type PermissionSession } from '#electron/window/permission-policy.ts';

type Permission = Parameters<typeof mayUse>[0];
const denied: Permission[] = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hand-tracking',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'usb',
  'vr',
  'web-app-installation',
  'web-printing',
  'window-management',
  'unknown',
];

type Handler<K extends keyof PermissionSession> = NonNullable<Parameters<PermissionSession[K]>[0]>;

function setUp() {
  const handlers: {
    request?: Handler<'setPermissionRequestHandler'>;
    check?: Handler<'setPermissionCheckHandler'>;
    device?: Handler<'setDevicePermissionHandler'>;
  } = {};
  const session: PermissionSession = {
    setPermissionRequestHandler(handler) {
      handlers.request = handler ?? undefined;
    },
    setPermissionCheckHandler(handler) {
      handlers.check = handler ?? undefined;
    },
    setDevicePermissionHandler(handler) {
      handlers.device = handler ?? undefined;
    },
  };
  const reported: string[] = [];
  confinePermissions(session, (_message, { permission }) => reported.push(permission));
  function requests(permission: Permission, requestingUrl: string): boolean | undefined {
    let granted: boolean | undefined;
    handlers.request?.(
      {} as never,
      permission,
      (answer) => {
        granted = answer;
      },
      { requestingUrl, isMainFrame: true } as never,
    );
    return granted;
  }
  const checks = (permission: Permission, origin: string) => handlers.check?.(null, permission, origin, {} as never);
  return { handlers, reported, requests, checks };
}

describe('permissions', () => {
  it.each(denied)('denies %s, on request and on check', (permission) => {
    const { requests, checks, reported } = setUp();
    expect(requests(permission, 'app://workbench/')).toBe(false);
    expect(checks(permission, 'app://workbench/')).toBe(false);
    expect(reported).toEqual([permission]);
  });

  it('lets the workbench, and nobody else, write plain text to the clipboard', () => {
    const { requests, checks } = setUp();
    expect(requests('clipboard-sanitized-write', 'app://workbench/?transport=port')).toBe(true);
    expect(checks('clipboard-sanitized-write', 'app://workbench/')).toBe(true);
    expect(requests('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
    expect(checks('clipboard-sanitized-write', 'https://evil.example')).toBe(false);
    expect(checks('clipboard-sanitized-write', '')).toBe(false);
  });

  it('denies every device', () => {
    expect(setUp().handlers.device?.({ deviceType: 'usb', origin: 'app://workbench', device: {} } as never)).toBe(false);
  });
});
