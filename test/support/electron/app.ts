import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { openChromium } from './chromium.ts';
import { listenToControl } from './control.ts';
import { PreventableEvent } from './preventable-event.ts';
import { serveProtocols } from './protocol.ts';
import { claimSingleInstance } from './single-instance.ts';
import { closeAllWindows } from './windows.ts';

type UsedApp = Pick<
  App,
  'whenReady' | 'quit' | 'exit' | 'isPackaged' | 'getAppPath' | 'getVersion' | 'getLocale' | 'getPath' | 'setPath' | 'setName' | 'requestSingleInstanceLock'
>;

const root = join(import.meta.dirname, '..', '..', '..');

class AppDouble extends EventEmitter implements UsedApp {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>();
  #ready: Promise<void> | undefined;

  whenReady(): Promise<void> {
    this.#ready ??= Promise.all([openChromium(), serveProtocols()]).then(() => listenToControl());
    return this.#ready;
  }

  getAppPath(): string {
    return root;
  }

  getVersion(): string {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return version;
  }

  getLocale(): string {
    return process.env.DOUBLE_LOCALE ?? 'en-GB';
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`The double knows no path "${name}"`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  setName(name: string): void {
    process.title = name;
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const userData = this.getPath('userData');
    mkdirSync(userData, { recursive: true });
    return claimSingleInstance(userData, additionalData ?? {}, (data) => this.emit('second-instance', new PreventableEvent(), [], '', data));
  }

  quit(): void {
    void closeAllWindows().then((closed) => {
      if (!closed) return;
      const event = new PreventableEvent();
      this.emit('will-quit', event);
      if (!event.defaultPrevented) this.exit(0);
    });
  }

  exit(code = 0): void {
    process.exit(code);
  }
}

export const app: UsedApp & EventEmitter = new AppDouble();
