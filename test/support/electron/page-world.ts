/** What crosses between the page's isolated world and the double. Binary data travels as base64. */
export type WireData =
  | { type: 'text'; value: string }
  | { type: 'bytes'; value: string }
  | { type: 'buffer'; value: string }
  | { type: 'json'; value: unknown };
export type FromPage = { kind: 'send'; channel: string } | { kind: 'port-message'; port: number; data: WireData } | { kind: 'port-closed'; port: number };
export type ToPage =
  | { kind: 'message'; channel: string; ports: number[] }
  | { kind: 'port-message'; port: number; data: WireData }
  | { kind: 'port-closed'; port: number };

export const worldName = 'electron-isolated-context';
export const bindingName = 'electronDoubleSend';
export const receiverName = 'electronDoubleReceive';

export function toWire(data: unknown): WireData {
  if (typeof data === 'string') return { type: 'text', value: data };
  if (data instanceof Uint8Array) return { type: 'bytes', value: Buffer.from(data).toString('base64') };
  if (data instanceof ArrayBuffer) return { type: 'buffer', value: Buffer.from(data).toString('base64') };
  return { type: 'json', value: data };
}

export function fromWire({ type, value }: WireData): unknown {
  if (type === 'bytes') return new Uint8Array(Buffer.from(value, 'base64'));
  if (type === 'buffer') return Uint8Array.from(Buffer.from(value, 'base64')).buffer;
  return value;
}

/**
 * Runs in an isolated world of every frame, where Electron runs a sandboxed preload: with `require('electron')`,
 * and a window that reports the origin the page would have in Electron.
 */
function world(preload: (require: unknown, module: unknown, exports: unknown, window: unknown) => void, served: string, origin: string): void {
  const scope = globalThis as unknown as Record<string, (argument: unknown) => void>;
  const send = (message: FromPage) => scope.electronDoubleSend?.(JSON.stringify(message));
  const ports = new Map<number, MessagePort>();
  const listeners = new Map<string, (event: unknown) => void>();
  const real = window;
  const appOrigin = (actual: string) => (actual === served ? origin : actual);

  function decode({ type, value }: WireData): unknown {
    if (type === 'text' || type === 'json') return value;
    const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
    return type === 'bytes' ? bytes : bytes.buffer;
  }

  function encode(data: unknown): WireData {
    if (typeof data === 'string') return { type: 'text', value: data };
    const bytes = data instanceof Uint8Array ? data : data instanceof ArrayBuffer ? new Uint8Array(data) : null;
    if (bytes === null) return { type: 'json', value: data };
    let text = '';
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return { type: data instanceof ArrayBuffer ? 'buffer' : 'bytes', value: btoa(text) };
  }

  function openPort(port: number): MessagePort {
    const { port1, port2 } = new MessageChannel();
    ports.set(port, port1);
    port1.addEventListener('close', () => send({ kind: 'port-closed', port }));
    port1.addEventListener('message', ({ data }) => send({ kind: 'port-message', port, data: encode(data) }));
    port1.start();
    return port2;
  }

  scope.electronDoubleReceive = (argument) => {
    const message = argument as ToPage;
    if (message.kind === 'message') {
      const listener = listeners.get(message.channel);
      listeners.delete(message.channel);
      listener?.({ ports: message.ports.map(openPort) });
    } else if (message.kind === 'port-message') ports.get(message.port)?.postMessage(decode(message.data));
    else ports.get(message.port)?.close();
  };

  const facade: Record<string, unknown> = {
    location: { origin: appOrigin(real.location.origin) },
    postMessage: (data: unknown, target: string, transfer: Transferable[]) => real.postMessage(data, target === origin ? served : target, transfer),
    addEventListener: (type: string, listener: (event: unknown) => void) =>
      real.addEventListener(type, (event) => {
        const { data, ports: received, source, origin: from } = event as MessageEvent;
        listener({ data, ports: received, source: source === real ? facade : source, origin: appOrigin(from) });
      }),
  };
  facade.top = real.top === real ? facade : real.top;
  const ipcRenderer = {
    send: (channel: string) => send({ kind: 'send', channel }),
    once: (channel: string, listener: (event: unknown) => void) => void listeners.set(channel, listener),
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot load ${name}`);
    return { ipcRenderer };
  };
  preload(require, {}, {}, facade);
}

/** Runs in the page itself: an address of a phone is where the double serves that phone. */
function phoneAddresses(served: string, scheme: string): void {
  const source = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
  const setAttribute = HTMLIFrameElement.prototype.setAttribute;
  const translate = (value: string) =>
    value.replace(new RegExp(`^${scheme}://([0-9a-f]+)`), (_, id: string) => served.replace('//workbench.', `//${id}.phone.`));
  Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
    ...source,
    set(this: HTMLIFrameElement, value: string) {
      source?.set?.call(this, translate(value));
    },
  });
  HTMLIFrameElement.prototype.setAttribute = function (name, value) {
    setAttribute.call(this, name, name === 'src' ? translate(value) : value);
  };
}

/** The script for the page's own world. */
export function pageScript(served: string, scheme: string): string {
  return `(${phoneAddresses.toString()})(${JSON.stringify(served)}, ${JSON.stringify(scheme)});`;
}

/** The script for the isolated world, around the text of a preload bundle. */
export function worldScript(preload: string, served: string, origin: string): string {
  return `(${world.toString()})(function (require, module, exports, window) {${preload}\n}, ${JSON.stringify(served)}, ${JSON.stringify(origin)});`;
}
