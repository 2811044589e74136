import type { SecretVault } from './secret-vault.ts';

/** Secrets until Minifoundry closes; nothing touches a disk. */
export class MemoryVault implements SecretVault {
  readonly storage = 'session';
  readonly #secrets = new Map<string, string>();

  async read(key: string): Promise<string | null> {
    return this.#secrets.get(key) ?? null;
  }

  async write(key: string, secret: string): Promise<void> {
    this.#secrets.set(key, secret);
  }

  async remove(key: string): Promise<void> {
    this.#secrets.delete(key);
  }
}
