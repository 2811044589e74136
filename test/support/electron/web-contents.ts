import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import type { WebContents } from 'electron';
import { desktopOrigin, phoneScheme } from '#shared/model/port-handshake.ts';
import { servedOrigin, toApp, toServed } from './address.ts';
import { ipcMain } from './ipc-main.ts';
import { type PortDouble, PortWire } from './message-ports.ts';
import { bindingName, type FromPage, fromWire, pageScript, receiverName, type ToPage, toWire, worldName, worldScript } from './page-world.ts';
import { PreventableEvent } from './preventable-event.ts';
import { SessionDouble } from './session.ts';
import { FrameDouble } from './web-frame.ts';

type Used = Pick<WebContents, 'setWindowOpenHandler' | 'reload' | 'isDestroyed'>;
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/** One document in one frame, as long as its isolated world lives. */
interface World {
  contextId: number;
  frame: FrameDouble;
  wire: PortWire;
}

/** The contents of a window: a page of Chromium, with the preload in an isolated world. */
export class WebContentsDouble extends EventEmitter implements Used {
  readonly session = new SessionDouble();
  readonly #worlds = new Map<number, World>();
  #page: Page | undefined;
  #cdp: CDPSession | undefined;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #lastFrame = 0;
  mainFrame: FrameDouble | null = null;

  /** Connects to a fresh page. */
  async attach(page: Page, preload: string): Promise<void> {
    this.#page = page;
    const cdp = await page.context().newCDPSession(page);
    this.#cdp = cdp;
    this.#watchPage(page);
    await this.#watchWorlds(cdp);
    await this.#watchNavigation(cdp);
    const source = worldScript(readFileSync(preload, 'utf8'), servedOrigin(), desktopOrigin);
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(servedOrigin(), phoneScheme) });
  }

  async load(url: string): Promise<void> {
    await this.#page?.goto(toServed(url), { waitUntil: 'domcontentloaded' });
  }

  reload(): void {
    this.#page?.reload().catch((error: unknown) => process.stderr.write(`Reloading failed: ${String(error)}\n`));
  }

  isDestroyed(): boolean {
    return this.#page?.isClosed() ?? false;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  #watchPage(page: Page): void {
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame())
        this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, url: toApp(request.url()) });
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.emit('did-navigate', new PreventableEvent(), toApp(frame.url()), 200, 'OK');
    });
    page.on('crash', () => this.emit('render-process-gone', new PreventableEvent(), { reason: 'crashed', exitCode: 1 }));
    page.on('close', () => this.emit('destroyed'));
    page.on('popup', (popup) => {
      const { action } = this.#openHandler({ url: toApp(popup.url()) } as Electron.HandlerDetails);
      if (action === 'deny') void popup.close();
    });
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') return;
      const event = new PreventableEvent();
      this.emit('will-prevent-unload', event);
      void (event.defaultPrevented ? dialog.accept() : dialog.dismiss());
    });
  }

  /** Documents from elsewhere are asked about before they load, as Electron does. */
  async #watchNavigation(cdp: CDPSession): Promise<void> {
    const mainFrameId = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
    cdp.on('Fetch.requestPaused', ({ requestId, request, frameId }) => {
      // Only the workbench has frames here: what is not the main frame is below it.
      const isMainFrame = frameId === mainFrameId;
      const frame = { parent: isMainFrame ? null : { url: `${desktopOrigin}/`, parent: null } };
      const event = Object.assign(new PreventableEvent(), { url: toApp(request.url), isMainFrame, frame });
      if (!request.url.startsWith(servedOrigin())) this.emit('will-frame-navigate', event);
      const answer = event.defaultPrevented
        ? cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        : cdp.send('Fetch.continueRequest', { requestId });
      answer.catch((error: unknown) => process.stderr.write(`A paused request went away: ${String(error)}\n`));
    });
    await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
  }

  async #watchWorlds(cdp: CDPSession): Promise<void> {
    const { frameTree } = await cdp.send('Page.getFrameTree');
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === worldName) this.#addWorld(context.id, (context.auxData as { frameId: string }).frameId === frameTree.frame.id, context.origin);
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => this.#dropWorld(executionContextId));
    cdp.on('Runtime.executionContextsCleared', () => {
      for (const id of [...this.#worlds.keys()]) this.#dropWorld(id);
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName) this.#take(executionContextId, JSON.parse(payload) as FromPage);
    });
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName });
  }

  #addWorld(contextId: number, isMain: boolean, origin: string): void {
    this.#lastFrame += isMain ? 0 : 1;
    const frame = new FrameDouble({
      frameTreeNodeId: isMain ? 0 : this.#lastFrame,
      parent: isMain ? null : this.mainFrame,
      url: () => `${toApp(origin)}/`,
      isDestroyed: () => !this.#worlds.has(contextId),
      post: (channel, ports) => this.#post(contextId, channel, ports),
    });
    if (isMain) this.mainFrame = frame;
    const wire = new PortWire((message) => {
      this.#send(contextId, message.kind === 'port-message' ? { ...message, data: toWire(message.data) } : message);
    });
    this.#worlds.set(contextId, { contextId, frame, wire });
  }

  #dropWorld(contextId: number): void {
    const world = this.#worlds.get(contextId);
    this.#worlds.delete(contextId);
    world?.wire.closeAll();
  }

  #take(contextId: number, message: FromPage): void {
    const world = this.#worlds.get(contextId);
    if (world === undefined) return;
    if (message.kind === 'send') ipcMain.emit(message.channel, { sender: this, senderFrame: world.frame });
    else world.wire.take(message.kind === 'port-message' ? { ...message, data: fromWire(message.data) } : message);
  }

  #post(contextId: number, channel: string, ports: PortDouble[]): void {
    const world = this.#worlds.get(contextId);
    if (world !== undefined) this.#send(contextId, { kind: 'message', channel, ports: ports.map((port) => world.wire.transfer(port)) });
  }

  #send(contextId: number, message: ToPage): void {
    this.#cdp?.send('Runtime.evaluate', { contextId, expression: `${receiverName}(${JSON.stringify(message)})` }).catch((error: unknown) => {
      if (this.#worlds.has(contextId) && !this.isDestroyed()) process.stderr.write(`The page could not be reached: ${String(error)}\n`);
    });
  }
}
