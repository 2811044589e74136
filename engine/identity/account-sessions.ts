import type { MiniProgramPlatform } from '#engine/platform/index.ts';
import { AccountSession } from './account-session.ts';
import { refreshTokens } from './oauth-client.ts';
import type { TokenStore } from './token-store.ts';

export interface AccountSessionsOptions {
  platform: MiniProgramPlatform;
  tokens: TokenStore;
  onExpired: (accountId: string) => void;
}

/** One session per signed-in account, made when it is first used. */
export class AccountSessions {
  readonly #options: AccountSessionsOptions;
  readonly #sessions = new Map<string, AccountSession>();

  constructor(options: AccountSessionsOptions) {
    this.#options = options;
  }

  /** `name` is what a person is told when the session has ended. */
  of(accountId: string, name: string): AccountSession {
    const known = this.#sessions.get(accountId);
    if (known !== undefined) return known;
    const { platform, tokens, onExpired } = this.#options;
    const session = new AccountSession({
      key: this.keyOf(accountId),
      accountName: name,
      tokens,
      refresh: (refreshToken) => refreshTokens(platform, refreshToken),
      onExpired: () => {
        this.forget(accountId);
        onExpired(accountId);
      },
    });
    this.#sessions.set(accountId, session);
    return session;
  }

  /** The next use starts from the stored tokens. */
  forget(accountId: string): void {
    this.#sessions.delete(accountId);
  }

  keyOf(accountId: string): string {
    return `${this.#options.platform.environment}:${accountId}`;
  }
}
