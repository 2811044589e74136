import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '#engine/log/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { SecretVault } from './secret-vault.ts';

const service = 'Minifoundry';
const defaultTimeout = 5000;

/** The part of keytar that is used here. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Where the system's secret service is missing a library, even loading fails: hence the dynamic import. */
async function loadKeytar(): Promise<Keytar> {
  const loaded = await import('keytar');
  return 'default' in loaded ? (loaded.default as Keytar) : loaded;
}

/** A locked keychain asks a person, who may never answer: no call waits longer than `timeout` milliseconds. */
async function within<T>(timeout: number, call: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = delay(timeout, undefined, { signal: stop.signal, ref: false }).then(() => {
    throw new AppError('KEYCHAIN_UNAVAILABLE', {}, { cause: new Error('timed out') });
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([call, late]);
  } finally {
    stop.abort();
  }
}

function keychainVault(keytar: Keytar, timeout: number): SecretVault {
  return {
    storage: 'keychain',
    read: (key) => within(timeout, keytar.getPassword(service, key)),
    write: (key, secret) => within(timeout, keytar.setPassword(service, key, secret)),
    remove: async (key) => {
      await within(timeout, keytar.deletePassword(service, key));
    },
  };
}

/** A round trip with a throw-away secret: only a keychain that gives back what it was given is used. */
async function probe(vault: SecretVault): Promise<void> {
  const key = `probe-${randomBytes(8).toString('hex')}`;
  const secret = randomBytes(16).toString('hex');
  await vault.write(key, secret);
  const found = await vault.read(key);
  await vault.remove(key);
  if (found !== secret) throw new Error('The keychain did not return what was stored');
}

export interface KeychainOptions {
  log: Logger;
  load?: () => Promise<Keytar>;
  /** Milliseconds for each call. */
  timeout?: number;
}

/** The operating system's keychain, or null where there is none that works. */
export async function openKeychainVault({ log, load = loadKeytar, timeout = defaultTimeout }: KeychainOptions): Promise<SecretVault | null> {
  try {
    const vault = keychainVault(await within(timeout, load()), timeout);
    await probe(vault);
    return vault;
  } catch (error) {
    log.info('No usable keychain; sign-ins last until Minifoundry closes', { reason: error instanceof Error ? error.message : String(error) });
    return null;
  }
}
