import { EventEmitter } from 'node:events';
import type { ParentPort } from 'electron';
import type { UtilityMessage } from './utility-process.ts';

/** Loaded first in every utility process of the double: gives it Electron's `process.parentPort`. */
const ports = new Map<number, ChildPort>();

function send(message: UtilityMessage): void {
  if (process.connected) process.send?.(message);
}

/** Keeps what comes before somebody listens. */
class QueueingEmitter extends EventEmitter {
  #queue: unknown[] | null = [];

  start(): void {
    const queue = this.#queue ?? [];
    this.#queue = null;
    for (const event of queue) this.emit('message', event);
  }

  receive(event: unknown): void {
    if (this.#queue === null) this.emit('message', event);
    else this.#queue.push(event);
  }
}

class ChildPort extends QueueingEmitter {
  readonly #number: number;

  constructor(number: number) {
    super();
    this.#number = number;
    ports.set(number, this);
  }

  postMessage(data: unknown): void {
    send({ kind: 'port-message', port: this.#number, data });
  }

  close(): void {
    if (ports.delete(this.#number)) send({ kind: 'port-closed', port: this.#number });
    this.emit('close');
  }
}

class ParentPortDouble extends QueueingEmitter implements Pick<ParentPort, 'on' | 'postMessage'> {
  postMessage(data: unknown): void {
    send({ kind: 'message', data, ports: [] });
  }
}

const parentPort = new ParentPortDouble();
parentPort.on('newListener', (event) => {
  if (event === 'message') setImmediate(() => parentPort.start());
});

process.on('message', (message: UtilityMessage) => {
  if (message.kind === 'message') {
    parentPort.receive({ data: message.data, ports: message.ports.map((number) => new ChildPort(number)) });
    return;
  }
  const port = ports.get(message.port);
  if (message.kind === 'port-message') port?.receive({ data: message.data, ports: [] });
  else port?.close();
});
// Utility processes end with the browser process.
process.on('disconnect', () => process.exit());
Object.defineProperty(process, 'parentPort', { value: parentPort });
