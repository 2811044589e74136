import { EventEmitter } from 'node:events';
import type { MessagePortMain, MessageChannelMain as RealChannel } from 'electron';

/** One end of a channel inside this process. */
export class PortDouble extends EventEmitter implements Pick<MessagePortMain, 'on' | 'start' | 'close' | 'postMessage'> {
  #peer: PortDouble | undefined;
  #queue: unknown[] | null = [];
  #closed = false;

  entangle(peer: PortDouble): void {
    this.#peer = peer;
  }

  start(): void {
    const queue = this.#queue ?? [];
    this.#queue = null;
    for (const data of queue) this.emit('message', { data, ports: [] });
  }

  postMessage(data: unknown): void {
    if (!this.#closed) this.#peer?.receive(data);
  }

  receive(data: unknown): void {
    if (this.#closed) return;
    if (this.#queue === null) this.emit('message', { data, ports: [] });
    else this.#queue.push(data);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.emit('close');
    this.#peer?.close();
  }
}

export class MessageChannelMain implements Pick<RealChannel, never> {
  readonly port1 = new PortDouble();
  readonly port2 = new PortDouble();

  constructor() {
    this.port1.entangle(this.port2);
    this.port2.entangle(this.port1);
  }
}

/** What goes over a wire about ports that live on its other side. */
export type PortMessage = { kind: 'port-message'; port: number; data: unknown } | { kind: 'port-closed'; port: number };

/** Ports that were transferred to another process or page: numbered, and pumped over one wire. */
export class PortWire {
  readonly #send: (message: PortMessage) => void;
  readonly #ports = new Map<number, PortDouble>();
  #last = 0;

  constructor(send: (message: PortMessage) => void) {
    this.#send = send;
  }

  /** The number under which the other side knows the port. */
  transfer(port: PortDouble): number {
    this.#last += 1;
    const number = this.#last;
    this.#ports.set(number, port);
    port.on('message', ({ data }: { data: unknown }) => this.#send({ kind: 'port-message', port: number, data }));
    port.on('close', () => {
      if (this.#ports.delete(number)) this.#send({ kind: 'port-closed', port: number });
    });
    // The receiver learns of the port before anything comes out of it.
    setImmediate(() => port.start());
    return number;
  }

  take(message: PortMessage): void {
    const port = this.#ports.get(message.port);
    if (message.kind === 'port-message') return port?.postMessage(message.data);
    this.#ports.delete(message.port);
    port?.close();
  }

  /** The other side is gone. */
  closeAll(): void {
    const ports = [...this.#ports.values()];
    this.#ports.clear();
    for (const port of ports) port.close();
  }
}
