import type { MessagePortMain, UtilityProcess } from 'electron';
import { assertNever } from '#shared/model/assert-never.ts';
import { answerCall } from '../link/answer-call.ts';
import type { EngineStart, MainServices, ToEngine, ToMain } from '../link/messages.ts';
import type { RestartPolicy } from './restart-policy.ts';

export type EngineChild = Pick<UtilityProcess, 'on' | 'kill' | 'postMessage'>;

export interface EngineSupervisorOptions {
  fork(): EngineChild;
  start: EngineStart;
  services: MainServices;
  policy: RestartPolicy;
  /** A new engine runs in place of one that ended; windows need a new port. */
  onRestarted(): void;
  /** It ended too often. */
  onGaveUp(): void;
  onWorkbenchReady(): void;
  /** Phones are served on this port; null while no engine runs. */
  onPhones(port: number | null): void;
}

type Phase = { kind: 'not-started' } | { kind: 'running'; child: EngineChild } | { kind: 'waiting' } | { kind: 'given-up' } | { kind: 'stopping' };

/** Milliseconds the engine gets to end by itself. */
const stopMilliseconds = 3000;

/** Keeps one engine process running. */
export class EngineSupervisor {
  readonly #options: EngineSupervisorOptions;
  #phase: Phase = { kind: 'not-started' };

  constructor(options: EngineSupervisorOptions) {
    this.#options = options;
  }

  start(): void {
    const child = this.#options.fork();
    this.#phase = { kind: 'running', child };
    child.on('message', (message: ToMain) => this.#take(child, message));
    child.on('exit', () => this.#exited(child));
    child.postMessage({ kind: 'start', start: this.#options.start } satisfies ToEngine);
  }

  /** Starts again after it was given up. */
  retry(): void {
    this.#options.policy.reset();
    this.start();
    this.#options.onRestarted();
  }

  /** Says something to the engine; false while there is none. */
  send(message: ToEngine, ports: MessagePortMain[] = []): boolean {
    if (this.#phase.kind !== 'running') return false;
    this.#phase.child.postMessage(message, ports);
    return true;
  }

  /** Ends the engine, by force when it takes too long. */
  async stop(): Promise<void> {
    const phase = this.#phase;
    this.#phase = { kind: 'stopping' };
    if (phase.kind !== 'running') return;
    const { child } = phase;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill(), stopMilliseconds);
      child.on('exit', () => {
        clearTimeout(force);
        resolve();
      });
      child.postMessage({ kind: 'stop' } satisfies ToEngine);
    });
  }

  #take(child: EngineChild, message: ToMain): void {
    switch (message.kind) {
      case 'call':
        void answerCall(this.#options.services, message.call).then((answer) =>
          child.postMessage({ kind: 'answer', id: message.id, answer } satisfies ToEngine),
        );
        return;
      case 'phones':
        this.#options.onPhones(message.port);
        return;
      case 'workbench-ready':
        this.#options.onWorkbenchReady();
        return;
      default:
        assertNever(message);
    }
  }

  #exited(child: EngineChild): void {
    if (this.#phase.kind !== 'running' || this.#phase.child !== child) return;
    this.#options.onPhones(null);
    const next = this.#options.policy.failed(Date.now());
    if (next.kind === 'give-up') {
      this.#phase = { kind: 'given-up' };
      this.#options.onGaveUp();
      return;
    }
    this.#phase = { kind: 'waiting' };
    setTimeout(() => this.#restart(), next.after);
  }

  #restart(): void {
    if (this.#phase.kind !== 'waiting') return;
    this.start();
    this.#options.onRestarted();
  }
}
