import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Logger } from '#engine/log/index.ts';
import { AppError } from '#shared/model/errors.ts';
import { MemoryVault } from './memory-vault.ts';
import type { SecretVault } from './secret-vault.ts';

const tokens = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  /** Milliseconds since the epoch. */
  expiresAt: z.number(),
});
export type Tokens = z.infer<typeof tokens>;

function parseTokens(text: string | null): Tokens | null {
  if (text === null) return null;
  try {
    return tokens.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The tokens of every account: in the keychain, and in memory where that fails. Never anywhere else. */
export class TokenStore {
  readonly #keychain: SecretVault | null;
  readonly #memory = new MemoryVault();
  readonly #prefix: string;
  readonly #log: Logger;

  /** `dataDirectory` keeps the secrets of two installations in one keychain apart. */
  constructor(keychain: SecretVault | null, dataDirectory: string, log: Logger) {
    this.#keychain = keychain;
    this.#prefix = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12);
    this.#log = log;
  }

  /**
   * The newest tokens of an account, another process's included; null when there are none or they make no sense.
   * `KEYCHAIN_UNAVAILABLE` when nobody can tell.
   */
  async read(accountKey: string): Promise<Tokens | null> {
    const held = await this.#memory.read(this.#key(accountKey));
    if (held !== null || this.#keychain === null) return parseTokens(held);
    try {
      return parseTokens(await this.#keychain.read(this.#key(accountKey)));
    } catch (error) {
      throw new AppError('KEYCHAIN_UNAVAILABLE', {}, { cause: error });
    }
  }

  /** Resolves to where they are now. */
  async write(accountKey: string, value: Tokens): Promise<SecretVault['storage']> {
    const key = this.#key(accountKey);
    if (this.#keychain !== null) {
      try {
        await this.#keychain.write(key, JSON.stringify(value));
        await this.#memory.remove(key);
        return 'keychain';
      } catch (error) {
        this.#log.warn('The keychain could not be written; this sign-in lasts until Minifoundry closes', { error });
      }
    }
    await this.#memory.write(key, JSON.stringify(value));
    return 'session';
  }

  async remove(accountKey: string): Promise<void> {
    await this.#memory.remove(this.#key(accountKey));
    try {
      await this.#keychain?.remove(this.#key(accountKey));
    } catch (error) {
      this.#log.warn('The keychain entry could not be removed', { error });
    }
  }

  #key(accountKey: string): string {
    return `${this.#prefix}:${accountKey}`;
  }
}
