import { randomUUID } from 'node:crypto';
import type { Logger } from '#engine/log/index.ts';
import type { MiniProgramPlatform } from '#engine/platform/index.ts';
import { AppError, isAppError } from '#shared/model/errors.ts';
import type { Account } from '#shared/model/identity.ts';
import { type LoopbackListener, openLoopbackListener } from './loopback-listener.ts';
import { challengeFor, discoverServer, exchangeAnswer, randomState } from './oauth-client.ts';
import type { Tokens } from './token-store.ts';

export interface SignInAttemptsOptions {
  platform: MiniProgramPlatform;
  log: Logger;
  /** Milliseconds that a person has in the browser. */
  timeout: number;
  /** Takes the account in whose tokens just arrived. */
  signedIn: (tokens: Tokens) => Promise<Account>;
}

interface Attempt {
  account: Promise<Account>;
  cancel: AbortController;
}

/** More browsers than this are not waited for; the oldest wait is given up. */
const limit = 5;

/** Sign-ins that are under way in a browser. Each waits on a port of its own and ends by an answer, a refusal, a timeout or a cancel. */
export class SignInAttempts {
  readonly #options: SignInAttemptsOptions;
  readonly #attempts = new Map<string, Attempt>();
  #disposed = false;

  constructor(options: SignInAttemptsOptions) {
    this.#options = options;
  }

  /** Starts one and resolves to the address that a browser has to open. */
  async begin(): Promise<{ attemptId: string; url: string }> {
    const configuration = await discoverServer(this.#options.platform);
    const listener = await openLoopbackListener(randomState());
    const challenge = await challengeFor(configuration, listener.redirectUri, listener.state);
    if (this.#disposed) {
      // Nobody is left to cancel it: its port and its timer would keep the process running.
      listener.close();
      throw new AppError('CANCELLED', {});
    }
    const cancel = new AbortController();
    const attemptId = randomUUID();
    const account = this.#run(listener, cancel.signal, (answer) => exchangeAnswer(configuration, answer, challenge));
    account.catch((error: unknown) => this.#options.log.info('A sign-in did not succeed', { code: isAppError(error) ? error.code : String(error) }));
    const [oldest] = this.#attempts.size >= limit ? this.#attempts.keys() : [];
    if (oldest !== undefined) this.cancel(oldest);
    this.#attempts.set(attemptId, { account, cancel });
    return { attemptId, url: challenge.url.href };
  }

  /** Resolves when the browser came back; can be asked again until it was answered. */
  async finish(attemptId: string): Promise<Account> {
    const attempt = this.#attempts.get(attemptId);
    if (attempt === undefined) throw new AppError('CANCELLED', {});
    try {
      return await attempt.account;
    } finally {
      this.#attempts.delete(attemptId);
    }
  }

  cancel(attemptId: string): void {
    this.#attempts.get(attemptId)?.cancel.abort(new AppError('CANCELLED', {}));
  }

  dispose(): void {
    this.#disposed = true;
    for (const attemptId of this.#attempts.keys()) this.cancel(attemptId);
  }

  async #run(listener: LoopbackListener, cancelled: AbortSignal, exchange: (answer: URL) => Promise<Tokens>): Promise<Account> {
    const stop = new AbortController();
    try {
      const answer = await Promise.race([listener.answer, rejectOn(cancelled, stop.signal), rejectAfter(this.#options.timeout, stop.signal)]);
      try {
        const account = await this.#options.signedIn(await exchange(answer.url));
        answer.respond('signed-in');
        return account;
      } catch (error) {
        answer.respond(isAppError(error, 'SIGN_IN_DENIED') ? 'denied' : 'failed');
        throw error;
      }
    } finally {
      stop.abort();
      listener.close();
    }
  }
}

function rejectOn(signal: AbortSignal, stop: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: stop });
  });
}

function rejectAfter(milliseconds: number, stop: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new AppError('SIGN_IN_TIMED_OUT', {})), milliseconds);
    stop.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
