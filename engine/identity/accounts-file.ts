import { join } from 'node:path';
import * as z from 'zod';
import { KeyedQueue, readJsonFile, writeJsonFile } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { account, identity } from '#shared/model/identity.ts';

const remembered = z.object({
  version: z.literal(1),
  /** Who was signed in; their tokens are in the keychain. */
  accounts: z.array(account.omit({ session: true, storage: true })),
  identities: z.array(identity),
  acting: z.object({ identityId: z.string(), merchantId: z.string().nullable() }).nullable(),
});
export type Remembered = z.infer<typeof remembered>;

export const nothingRemembered: Remembered = { version: 1, accounts: [], identities: [], acting: null };

/** `accounts.json`: who was signed in and for whom they acted. It never holds a secret. */
export class AccountsFile {
  readonly #path: string;
  readonly #log: Logger;
  readonly #writes = new KeyedQueue();

  constructor(dataDirectory: string, log: Logger) {
    this.#path = join(dataDirectory, 'accounts.json');
    this.#log = log;
  }

  /** A file that cannot be understood is kept aside, and nobody is signed in. */
  async read(): Promise<Remembered> {
    try {
      const file = await readJsonFile(this.#path, remembered);
      if (file.kind === 'corrupt') this.#log.warn('accounts.json could not be understood and was set aside', { copy: file.copy });
      return file.kind === 'valid' ? file.value : nothingRemembered;
    } catch (error) {
      this.#log.error('accounts.json could not be read', { error });
      return nothingRemembered;
    }
  }

  /** A full or read-only disk does not stop anybody from working: what is not remembered has to be chosen again next time. */
  async write(value: Remembered): Promise<void> {
    try {
      await this.#writes.run('accounts', () => writeJsonFile(this.#path, remembered.parse(value)));
    } catch (error) {
      this.#log.error('accounts.json could not be written', { error });
    }
  }
}
