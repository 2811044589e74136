import type { PlatformSession } from '#engine/platform/index.ts';
import { AppError, isAppError } from '#shared/model/errors.ts';
import type { TokenStore, Tokens } from './token-store.ts';

export interface AccountSessionOptions {
  /** The account's key in the token store. */
  key: string;
  /** Named in `SESSION_EXPIRED`. */
  accountName: string;
  tokens: TokenStore;
  /** New tokens for a refresh token; null when the platform no longer accepts it. */
  refresh: (refreshToken: string) => Promise<Tokens | null>;
  /** Called once, when the session cannot be continued any more. */
  onExpired: () => void;
}

/** Renewed this long before it ends, in milliseconds, so that a slow request does not outlive it. */
const margin = 5000;

/** The tokens of one account in use: renewed when they end, once for however many requests notice it. */
export class AccountSession implements PlatformSession {
  readonly #options: AccountSessionOptions;
  #current: Tokens | null = null;
  #renewal: Promise<string> | null = null;

  constructor(options: AccountSessionOptions) {
    this.#options = options;
  }

  async accessToken(): Promise<string> {
    this.#current ??= await this.#options.tokens.read(this.#options.key);
    if (this.#current === null) return this.#expire();
    return this.#current.expiresAt - margin > Date.now() ? this.#current.accessToken : this.renew(this.#current.accessToken);
  }

  renew(refused: string): Promise<string> {
    this.#renewal ??= this.#renew(refused).finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #renew(refused: string): Promise<string> {
    const stored = await this.#newest();
    if (stored === null) return this.#expire();
    if (stored.accessToken !== refused) {
      this.#current = stored;
      return stored.accessToken;
    }
    const renewed = await this.#options.refresh(stored.refreshToken);
    if (renewed === null) return this.#expire();
    this.#current = renewed;
    await this.#options.tokens.write(this.#options.key, renewed);
    return renewed.accessToken;
  }

  /** Another window may have renewed them: a refresh token used twice would end the session for both. */
  async #newest(): Promise<Tokens | null> {
    try {
      return (await this.#options.tokens.read(this.#options.key)) ?? this.#current;
    } catch (error) {
      if (isAppError(error, 'KEYCHAIN_UNAVAILABLE') && this.#current !== null) return this.#current;
      throw error;
    }
  }

  async #expire(): Promise<never> {
    this.#current = null;
    await this.#options.tokens.remove(this.#options.key);
    this.#options.onExpired();
    throw new AppError('SESSION_EXPIRED', { account: this.#options.accountName });
  }
}
