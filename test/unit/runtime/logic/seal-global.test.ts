import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { sealGlobal } from '#runtime/logic/boot/seal-global.ts';

/** A global object as a worker has it: own names, and more on a chain of prototypes. */
function workerGlobal(): object {
  const context = createContext({});
  runInContext(
    `
    class EventTarget { addEventListener() {} dispatchEvent() {} }
    class WorkerGlobalScope extends EventTarget { fetch() {} importScripts() {} get navigator() { return {}; } get location() { return {}; } get caches() { return {}; } get self() { return globalThis; } }
    class DedicatedWorkerGlobalScope extends WorkerGlobalScope { postMessage() {} close() {} get onmessage() { return null; } }
    this.scope = new DedicatedWorkerGlobalScope();
    for (const name of Object.getOwnPropertyNames(globalThis)) if (name !== 'scope') Object.defineProperty(scope, name, { value: globalThis[name], configurable: true, writable: true });
    Object.assign(scope, { XMLHttpRequest: class {}, WebSocket: class {}, Worker: class {}, indexedDB: {}, Notification: class {}, RTCPeerConnection: class {}, WebTransport: class {} });
    Object.defineProperty(scope, 'stubborn', { value() {}, configurable: false, writable: true });`,
    context,
  );
  return (context as { scope: object }).scope;
}

describe('a sealed global object', () => {
  it('has the language and nothing that leads out', () => {
    const scope = workerGlobal() as Record<string, unknown>;
    expect(typeof scope.fetch).toBe('function');
    expect(sealGlobal(scope)).toEqual([]);
    const gone = [
      'fetch',
      'importScripts',
      'navigator',
      'location',
      'caches',
      'self',
      'postMessage',
      'close',
      'onmessage',
      'addEventListener',
      'XMLHttpRequest',
      'WebSocket',
      'Worker',
      'indexedDB',
      'Notification',
    ];
    expect(gone.filter((name) => scope[name] !== undefined)).toEqual([]);
    expect(['Object', 'Promise', 'Map', 'JSON', 'Math', 'Proxy'].filter((name) => scope[name] === undefined)).toEqual([]);
  });

  it('has no value where a name cannot be deleted', () => {
    const scope = workerGlobal() as Record<string, unknown>;
    sealGlobal(scope);
    expect(scope.stubborn).toBeUndefined();
    expect(Reflect.getOwnPropertyDescriptor(scope, 'stubborn')).toMatchObject({ writable: false, configurable: false });
  });
});
