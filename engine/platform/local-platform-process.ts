import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '#engine/log/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { PlatformState } from './mini-program-platform.ts';
import type { RunningPlatform } from './running-platform.ts';

export interface LocalPlatformProcessOptions {
  start: () => Promise<RunningPlatform>;
  log: Logger;
  /** Milliseconds before attempt number `failures + 1`. */
  backOff?: (failures: number) => number;
}

type Phase =
  | { kind: 'not-started' }
  | { kind: 'starting'; url: Promise<string> }
  | { kind: 'running'; platform: RunningPlatform; since: number }
  | { kind: 'waiting'; url: Promise<string> }
  | { kind: 'given-up' };

/** After so many failures in a row it is only tried again when somebody asks. */
const patience = 6;
/** A request waits for a restart that is at most this many failures deep; deeper ones fail at once. */
const worthWaiting = 3;
/** A platform that ran so long, in milliseconds, did not fail at starting. */
const stable = 10_000;

function defaultBackOff(failures: number): number {
  return Math.min(30_000, 250 * 2 ** (failures - 1));
}

/** Keeps the local platform running from the first time somebody needs it: one process at a time, restarted with back-off. */
export class LocalPlatformProcess {
  readonly #options: LocalPlatformProcessOptions;
  readonly #listeners = new Set<() => void>();
  readonly #disposed = new AbortController();
  #phase: Phase = { kind: 'not-started' };
  #failures = 0;

  constructor(options: LocalPlatformProcessOptions) {
    this.#options = options;
  }

  get state(): PlatformState {
    if (this.#phase.kind === 'running') return 'reachable';
    return this.#phase.kind === 'not-started' || this.#phase.kind === 'starting' ? this.#phase.kind : 'unreachable';
  }

  onStateChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Where the platform listens, once it does. `PLATFORM_UNREACHABLE` when it cannot be started. */
  async url(): Promise<string> {
    switch (this.#phase.kind) {
      case 'running':
        return this.#phase.platform.url;
      case 'starting':
        return this.#phase.url;
      case 'waiting':
        if (this.#failures <= worthWaiting) return this.#phase.url;
        throw new AppError('PLATFORM_UNREACHABLE', { environment: 'local' });
      default:
        return this.#start();
    }
  }

  /** Somebody could not connect to `url`: whatever listened there is ended and started again. */
  connectionFailed(url: string): void {
    if (this.#phase.kind === 'running' && this.#phase.platform.url === url) this.#lost(this.#phase.platform);
  }

  async dispose(): Promise<void> {
    this.#disposed.abort();
    const phase = this.#phase;
    this.#enter({ kind: 'given-up' });
    if (phase.kind === 'running') await phase.platform.dispose();
    if (phase.kind === 'starting' || phase.kind === 'waiting') await Promise.allSettled([phase.url]);
  }

  #enter(phase: Phase): void {
    const before = this.state;
    this.#phase = phase;
    if (this.state !== before) for (const listener of this.#listeners) listener();
  }

  #start(): Promise<string> {
    if (this.#disposed.signal.aborted) return Promise.reject(new AppError('PLATFORM_UNREACHABLE', { environment: 'local' }));
    const url = this.#launch();
    this.#enter({ kind: 'starting', url });
    return url;
  }

  async #launch(): Promise<string> {
    let platform: RunningPlatform;
    try {
      platform = await this.#options.start();
    } catch (error) {
      this.#failed(error);
      throw new AppError('PLATFORM_UNREACHABLE', { environment: 'local' }, { cause: error });
    }
    if (this.#disposed.signal.aborted) {
      await platform.dispose();
      throw new AppError('PLATFORM_UNREACHABLE', { environment: 'local' });
    }
    this.#enter({ kind: 'running', platform, since: Date.now() });
    platform.exited?.then(
      () => this.#lost(platform),
      () => this.#lost(platform),
    );
    return platform.url;
  }

  #lost(platform: RunningPlatform): void {
    if (this.#phase.kind !== 'running' || this.#phase.platform !== platform) return;
    if (Date.now() - this.#phase.since >= stable) this.#failures = 0;
    this.#failed('the process ended');
    platform.dispose().catch((error: unknown) => this.#options.log.warn('The local platform could not be ended', { error }));
  }

  #failed(reason: unknown): void {
    this.#failures += 1;
    this.#options.log.warn('The local platform is not running', { reason, failures: this.#failures });
    if (this.#disposed.signal.aborted || this.#failures > patience) {
      this.#enter({ kind: 'given-up' });
      return;
    }
    const url = this.#startLater((this.#options.backOff ?? defaultBackOff)(this.#failures));
    url.catch((error: unknown) => this.#options.log.debug('The local platform was not restarted', { error }));
    this.#enter({ kind: 'waiting', url });
  }

  async #startLater(milliseconds: number): Promise<string> {
    try {
      await delay(milliseconds, undefined, { signal: this.#disposed.signal, ref: false });
    } catch (error) {
      throw new AppError('PLATFORM_UNREACHABLE', { environment: 'local' }, { cause: error });
    }
    return this.#start();
  }
}
