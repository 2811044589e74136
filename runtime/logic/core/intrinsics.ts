/**
 * Built-ins as they are before the first line of the program runs: a program may bring its own `Promise` or a fake
 * clock, and the runtime must not run on them.
 */
export const stringify = JSON.stringify;
export const parseJson = JSON.parse as (text: string) => unknown;
export const now: () => number = Date.now;
export const NativePromise = Promise;
export const microtask: (run: () => void) => void = queueMicrotask.bind(globalThis);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes of a text as UTF-8. */
export function encodeText(text: string): ArrayBuffer {
  return encoder.encode(text).buffer as ArrayBuffer;
}

export function decodeText(bytes: ArrayBuffer): string {
  return decoder.decode(bytes);
}
