import type { Session } from 'electron';
import { toApp } from './address.ts';

type Used = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>;
type RequestHandler = Parameters<Used['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Used['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Used['setDevicePermissionHandler']>[0];

/** Keeps the handlers, which Chromium driven from outside cannot call. */
export class SessionDouble implements Used {
  request: RequestHandler = null;
  check: CheckHandler = null;
  device: DeviceHandler = null;

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.check = handler;
  }

  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.device = handler;
  }

  origin(served: string): string {
    return toApp(served);
  }
}
