import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';
import { type PortDouble, type PortMessage, PortWire } from './message-ports.ts';

/** What goes to and from the process in {@link file://./utility-register.ts}. */
export type UtilityMessage = { kind: 'message'; data: unknown; ports: number[] } | PortMessage;

const running = new Map<string, UtilityProcessDouble>();

/** A utility process as a Node process, with the same parent port and ports. */
export class UtilityProcessDouble extends EventEmitter implements Pick<UtilityProcess, 'on' | 'once' | 'kill' | 'postMessage' | 'pid' | 'stdout' | 'stderr'> {
  readonly #child: ChildProcess;
  readonly #wire: PortWire;

  constructor(child: ChildProcess, serviceName: string) {
    super();
    this.#child = child;
    this.#wire = new PortWire((message) => this.#send(message));
    running.set(serviceName, this);
    child.on('message', (message) => this.#take(message as UtilityMessage));
    child.on('exit', (code) => {
      this.#wire.closeAll();
      this.emit('exit', code ?? -1);
    });
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined;
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.#child.stdout;
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr;
  }

  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    this.#send({ kind: 'message', data, ports: (transfer as PortDouble[]).map((port) => this.#wire.transfer(port)) });
  }

  #send(message: UtilityMessage): void {
    if (this.#child.connected) this.#child.send(message);
  }

  #take(message: UtilityMessage): void {
    if (message.kind === 'message') this.emit('message', message.data);
    else this.#wire.take(message);
  }
}

/** Kills a utility process as a crash would, for tests. */
export function crashUtility(serviceName: string): void {
  const { pid } = running.get(serviceName) ?? {};
  if (pid === undefined) throw new Error(`No utility process "${serviceName}" runs`);
  process.kill(pid, 'SIGKILL');
}
