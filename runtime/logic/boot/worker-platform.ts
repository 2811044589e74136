import type { LogicPlatform } from '../core/platform.ts';

/** What is taken from a worker's global object before it is sealed. */
export interface WorkerGlobal {
  postMessage(message: unknown): void;
  importScripts(...urls: string[]): void;
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(handle: number): void;
  setInterval(run: () => void, ms: number): number;
  clearInterval(handle: number): void;
  addEventListener(type: string, listener: (event: never) => void): void;
  OffscreenCanvas?: new (width: number, height: number) => OffscreenCanvas;
}

function createMeasure(scope: WorkerGlobal): LogicPlatform['measureText'] {
  const context = scope.OffscreenCanvas === undefined ? null : new scope.OffscreenCanvas(1, 1).getContext('2d');
  return (text, font) => {
    if (context === null) return text.length * 5;
    context.font = font;
    return context.measureText(text).width;
  };
}

/** The platform of a real worker. `during` lets a script see names only while it runs. */
export function createWorkerPlatform(scope: WorkerGlobal, during: (run: () => void) => void): LogicPlatform {
  const { postMessage, importScripts, setTimeout, clearTimeout, setInterval, clearInterval } = scope;
  return {
    send: postMessage.bind(scope),
    setTimeout: setTimeout.bind(scope),
    clearTimeout: clearTimeout.bind(scope),
    setInterval: setInterval.bind(scope),
    clearInterval: clearInterval.bind(scope),
    importScript: (url) => during(importScripts.bind(scope, url)),
    measureText: createMeasure(scope),
  };
}
