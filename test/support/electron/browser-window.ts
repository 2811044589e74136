import { EventEmitter } from 'node:events';
import type { Page } from '@playwright/test';
import type { BrowserWindowConstructorOptions, BrowserWindow as RealWindow, Rectangle } from 'electron';
import { app } from './app.ts';
import { chromiumContext } from './chromium.ts';
import { PreventableEvent } from './preventable-event.ts';
import { WebContentsDouble } from './web-contents.ts';
import { addWindow, removeWindow } from './windows.ts';

type Used = Pick<
  RealWindow,
  'loadURL' | 'show' | 'focus' | 'restore' | 'maximize' | 'isMaximized' | 'isMinimized' | 'isDestroyed' | 'close' | 'getNormalBounds'
>;

let latest: BrowserWindow | undefined;

/** A window without a frame of its own: a page of the Chromium that the test drives. */
export class BrowserWindow extends EventEmitter implements Used {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new WebContentsDouble();
  readonly calls: string[] = [];
  readonly #page: Promise<Page>;
  #state: 'open' | 'closed' = 'open';
  #maximised = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    this.#page = this.#open();
    latest = this;
    addWindow(this);
  }

  async #open(): Promise<Page> {
    const { preload } = this.options.webPreferences ?? {};
    if (preload === undefined) throw new Error('The window has no preload');
    const page = await chromiumContext().newPage();
    await this.webContents.attach(page, preload);
    page.once('close', () => this.#closed());
    return page;
  }

  async loadURL(url: string): Promise<void> {
    await this.#page;
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.calls.push('show');
  }

  focus(): void {
    this.calls.push('focus');
  }

  restore(): void {
    this.calls.push('restore');
  }

  maximize(): void {
    this.#maximised = true;
  }

  isMaximized(): boolean {
    return this.#maximised;
  }

  isMinimized(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.#state === 'closed';
  }

  getNormalBounds(): Rectangle {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  }

  close(): void {
    void this.tryToClose();
  }

  /** What a click on the window's cross does. Resolves to whether it closed. */
  async tryToClose(): Promise<boolean> {
    if (this.isDestroyed()) return true;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    const page = await this.#page;
    const ended = new Promise<boolean>((resolve) => {
      this.once('closed', () => resolve(true));
      this.webContents.once('will-prevent-unload', (unload: PreventableEvent) => !unload.defaultPrevented && resolve(false));
    });
    await page.close({ runBeforeUnload: true });
    return ended;
  }

  #closed(): void {
    this.#state = 'closed';
    const last = removeWindow(this);
    this.emit('closed');
    if (last) app.emit('window-all-closed');
  }
}

export function latestWindow(): BrowserWindow {
  if (latest === undefined) throw new Error('There is no window');
  return latest;
}
