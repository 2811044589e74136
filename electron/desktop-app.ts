import { join } from 'node:path';
import { app, type BrowserWindow, ipcMain, MessageChannelMain, protocol, utilityProcess } from 'electron';
import { desktopScheme, phoneScheme, portChannel } from '#shared/model/port-handshake.ts';
import { askToTryAgain } from './ask-to-try-again.ts';
import { EngineSupervisor } from './engine/engine-supervisor.ts';
import { LocalPlatforms } from './engine/local-platforms.ts';
import { createRestartPolicy } from './engine/restart-policy.ts';
import type { MainLog } from './link/main-log.ts';
import { createMainServices } from './main-services.ts';
import { followMenu } from './menu/native-menu.ts';
import { createAppProtocol } from './protocol/app-protocol.ts';
import { createPhoneProtocol } from './protocol/phone-protocol.ts';
import { createStore } from './settings/settings-store.ts';
import { PortGate } from './window/port-gate.ts';
import { bringToFront, openWorkbenchWindow } from './window/workbench-window.ts';

interface DesktopAppOptions {
  dataDirectory: string;
  openOnStart: string | null;
  log: MainLog;
}

/** What `start.mjs` waits for on stdout. */
const readyLine = 'minifoundry:ready\n';

/** The desktop shell once Electron is ready: one window, one engine, one menu. */
export class DesktopApp {
  readonly #options: DesktopAppOptions;
  readonly #platforms: LocalPlatforms;
  readonly #engine: EngineSupervisor;
  readonly #settings: ReturnType<typeof createStore>;
  readonly #windowState: ReturnType<typeof createStore>;
  readonly #gate: PortGate;
  readonly #windowPolicy = createRestartPolicy();
  #window: BrowserWindow | null = null;
  #announced = false;
  #phonePort: number | null = null;

  constructor(options: DesktopAppOptions) {
    const { dataDirectory, openOnStart, log } = options;
    this.#options = options;
    this.#settings = createStore(dataDirectory, 'settings');
    this.#windowState = createStore(dataDirectory, 'window');
    this.#platforms = new LocalPlatforms({
      fork: () =>
        utilityProcess.fork(this.#dist('local-platform/main.js'), ['--data', join(dataDirectory, 'local-platform')], {
          stdio: 'pipe',
          serviceName: 'Local platform',
        }),
      onExit: (platform) => this.#engine.send({ kind: 'platform-exited', platform }),
      onLog: (line) => log.write('info', line),
    });
    this.#engine = new EngineSupervisor({
      fork: () => utilityProcess.fork(this.#dist('electron/engine-process.js'), [], { stdio: 'inherit', serviceName: 'Engine' }),
      start: {
        dataDirectory,
        templatesDirectory: join(app.getAppPath(), 'templates'),
        runtimeDirectory: join(app.getAppPath(), 'dist/runtime'),
        version: app.getVersion(),
        openOnStart,
      },
      services: createMainServices({ settings: this.#settings, platforms: this.#platforms, window: () => this.#window }),
      policy: createRestartPolicy(),
      onRestarted: () => this.#engineRestarted(),
      onGaveUp: () => this.#engineGaveUp(),
      onWorkbenchReady: () => this.#announceReady(),
      onPhones: (port) => {
        this.#phonePort = port;
      },
    });
    this.#gate = new PortGate({ ipc: ipcMain, connect: (frame) => this.#connect(frame), report: (message, data) => log.write('warn', message, data) });
  }

  async start(): Promise<void> {
    const { log } = this.#options;
    protocol.handle(desktopScheme, createAppProtocol(this.#dist('renderer')));
    protocol.handle(
      phoneScheme,
      createPhoneProtocol(() => this.#phonePort),
    );
    this.#settings.watch(() => this.#engine.send({ kind: 'settings-changed' }));
    this.#engine.start();
    log.connect((entry) => this.#engine.send(entry));
    await followMenu(
      this.#settings,
      (command) => this.#engine.send({ kind: 'host-request', request: { kind: 'command', command } }),
      (error) => log.write('error', 'The menu could not be drawn', error),
    );
    await this.openWindow();
  }

  /** Another start of the app: shows the window, and the folder that start was given. */
  secondStart(folder: string | null): void {
    if (this.#window === null) void this.openWindow().catch((error: unknown) => this.#options.log.write('error', 'The window could not be opened', error));
    else bringToFront(this.#window);
    if (folder !== null) this.#engine.send({ kind: 'host-request', request: { kind: 'open-folder', path: folder } });
  }

  async openWindow(): Promise<void> {
    if (this.#window !== null) return;
    await openWorkbenchWindow({
      preload: this.#dist('electron/preload.cjs'),
      packaged: app.isPackaged,
      state: this.#windowState,
      report: (message, data) => this.#options.log.write('warn', message, data),
      prepare: (window) => this.#prepare(window),
    });
  }

  /** Ends the engine and everything it asked for. */
  async stop(): Promise<void> {
    await this.#engine.stop();
    this.#platforms.stopAll();
  }

  #dist(path: string): string {
    return join(app.getAppPath(), 'dist', path);
  }

  #prepare(window: BrowserWindow): void {
    this.#window = window;
    this.#gate.admit(window.webContents);
    window.on('closed', () => {
      this.#window = null;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') this.#windowFailed(window, reason);
    });
  }

  #connect(frame: Electron.WebFrameMain): boolean {
    const { port1, port2 } = new MessageChannelMain();
    if (!this.#engine.send({ kind: 'connect' }, [port1])) return false;
    frame.postMessage(portChannel, null, [port2]);
    return true;
  }

  #announceReady(): void {
    if (this.#announced) return;
    this.#announced = true;
    process.stdout.write(readyLine);
  }

  #engineRestarted(): void {
    this.#options.log.write('warn', 'The engine ended and was started again');
    this.#platforms.stopAll();
    this.#window?.webContents.reload();
  }

  #engineGaveUp(): void {
    void this.#ask('engineStopped').then((again) => (again ? this.#engine.retry() : app.quit()));
  }

  #windowFailed(window: BrowserWindow, reason: string): void {
    this.#options.log.write('error', 'The window ended unexpectedly', new Error(reason));
    const next = this.#windowPolicy.failed(Date.now());
    if (next.kind === 'restart') {
      setTimeout(() => !window.isDestroyed() && window.webContents.reload(), next.after);
      return;
    }
    void this.#ask('workbenchStopped').then((again) => {
      this.#windowPolicy.reset();
      if (again) window.webContents.reload();
      else app.quit();
    });
  }

  #ask(problem: 'engineStopped' | 'workbenchStopped'): Promise<boolean> {
    return askToTryAgain({ problem, settings: this.#settings, logs: join(this.#options.dataDirectory, 'logs') });
  }
}
