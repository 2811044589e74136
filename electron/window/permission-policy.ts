import type { Session, WebContents } from 'electron';
import { mayNavigate } from './navigation-policy.ts';

type Permission = Parameters<NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>>[1];
export type PermissionSession = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>;

const allowed: readonly Permission[] = ['clipboard-sanitized-write'];

/** Whether a page at this address may use a capability of the browser: only the workbench, and only what it needs. */
export function mayUse(permission: Permission, url: string): boolean {
  return allowed.includes(permission) && mayNavigate(url);
}

/** Denies everything that the table does not allow, both when a page asks and when Chromium checks. */
export function confinePermissions(session: PermissionSession, report: (message: string, data: { permission: string }) => void): void {
  session.setPermissionRequestHandler((_contents: WebContents, permission, answer, { requestingUrl }) => {
    const granted = mayUse(permission, requestingUrl);
    if (!granted) report('A permission was refused', { permission });
    answer(granted);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => mayUse(permission, requestingOrigin));
  session.setDevicePermissionHandler(() => false);
}
