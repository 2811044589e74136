import type { WebFrameMain } from 'electron';
import type { PortDouble } from './message-ports.ts';

type UsedFrame = Pick<WebFrameMain, 'url' | 'origin' | 'frameTreeNodeId' | 'isDestroyed' | 'postMessage'>;

interface FrameOptions {
  frameTreeNodeId: number;
  parent: FrameDouble | null;
  url(): string;
  isDestroyed(): boolean;
  post(channel: string, ports: PortDouble[]): void;
}

/** One frame of a page, as main sees it. */
export class FrameDouble implements UsedFrame {
  readonly frameTreeNodeId: number;
  readonly parent: FrameDouble | null;
  readonly #options: FrameOptions;

  constructor(options: FrameOptions) {
    this.frameTreeNodeId = options.frameTreeNodeId;
    this.parent = options.parent;
    this.#options = options;
  }

  get url(): string {
    return this.#options.url();
  }

  get origin(): string {
    const { protocol, host } = new URL(this.url);
    return host === '' ? 'null' : `${protocol}//${host}`;
  }

  isDestroyed(): boolean {
    return this.#options.isDestroyed();
  }

  postMessage(channel: string, _message: unknown, transfer: readonly unknown[] = []): void {
    this.#options.post(channel, transfer as PortDouble[]);
  }
}
