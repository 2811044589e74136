import type { LogicMessage } from '../../protocol/messages.ts';

/** What the logic needs of the place it runs in: a worker, or a test. */
export interface LogicPlatform {
  /** To the document; the value is copied before this returns. */
  send(message: LogicMessage): void;
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(handle: number): void;
  setInterval(run: () => void, ms: number): number;
  clearInterval(handle: number): void;
  /** Runs a script of the phone's origin; throws when it cannot be loaded. */
  importScript(url: string): void;
  /** Width of a text in a CSS font, in pixels. */
  measureText(text: string, font: string): number;
}
