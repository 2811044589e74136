import type { IpcMain, IpcMainEvent, WebContents } from 'electron';
import { desktopOrigin, portChannel } from '#shared/model/port-handshake.ts';

export interface PortGateOptions {
  ipc: Pick<IpcMain, 'on'>;
  /** Makes a port to the engine and posts its other end to the frame. False while there is no engine. */
  connect(frame: NonNullable<IpcMainEvent['senderFrame']>): boolean;
  report(message: string, data: { reason: Refusal; url: string }): void;
}

export type Refusal = 'unknown-window' | 'frame-gone' | 'sub-frame' | 'other-origin' | 'second-request' | 'no-engine';

/** The only listener of messages from pages: gives the engine's port to the main frame of the workbench, once per document. */
export class PortGate {
  /** Windows, and whether the document that each shows may still ask. */
  readonly #windows = new Map<WebContents, { mayAsk: boolean }>();
  readonly #options: PortGateOptions;

  constructor(options: PortGateOptions) {
    this.#options = options;
    options.ipc.on(portChannel, (event) => this.#take(event));
  }

  /** Lets the documents of this window ask. */
  admit(contents: WebContents): void {
    const entry = { mayAsk: false };
    this.#windows.set(contents, entry);
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) entry.mayAsk = true;
    });
    // Between its start and its end, the document that is about to go may still ask: it must not use up the new one's turn.
    contents.on('did-navigate', () => {
      entry.mayAsk = true;
    });
    contents.once('destroyed', () => this.#windows.delete(contents));
  }

  #take(event: IpcMainEvent): void {
    const { senderFrame } = event;
    const reason = this.#refusal(event);
    if (reason !== null || senderFrame === null) {
      this.#options.report('A request for the engine was refused', { reason: reason ?? 'frame-gone', url: senderFrame?.url ?? '' });
      return;
    }
    const entry = this.#windows.get(event.sender);
    if (entry !== undefined) entry.mayAsk = false;
    if (!this.#options.connect(senderFrame)) this.#options.report('A request for the engine was refused', { reason: 'no-engine', url: senderFrame.url });
  }

  #refusal({ sender, senderFrame }: IpcMainEvent): Refusal | null {
    const entry = this.#windows.get(sender);
    if (entry === undefined || sender.isDestroyed()) return 'unknown-window';
    if (senderFrame === null || senderFrame.isDestroyed()) return 'frame-gone';
    if (senderFrame.parent !== null || senderFrame.frameTreeNodeId !== sender.mainFrame.frameTreeNodeId) return 'sub-frame';
    if (senderFrame.origin !== desktopOrigin) return 'other-origin';
    return entry.mayAsk ? null : 'second-request';
  }
}
