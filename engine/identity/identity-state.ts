import { EventStream } from '#engine/events/index.ts';
import type { PlatformState } from '#engine/platform/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { Account, Acting, Environment, Identity, IdentitySnapshot, Merchant } from '#shared/model/identity.ts';
import type { AccountsFile, Remembered } from './accounts-file.ts';

/** What acting was before a restart, until the platform has confirmed it. */
export interface UnconfirmedActing {
  identityId: string;
  merchantId: string;
}

export interface IdentityStateOptions {
  file: AccountsFile;
  environment: Environment;
  platformState: () => PlatformState;
}

export function actingAs(identity: Identity, merchant: Merchant | null): Acting {
  const shown = merchant && { merchantId: merchant.merchantId, name: merchant.name, monogram: merchant.monogram, colour: merchant.colour };
  return { identity, merchant: shown, environment: identity.environment };
}

/** Who is signed in, in which roles, and for whom somebody acts. Every change is remembered and told to all who watch. */
export class IdentityState {
  readonly #options: IdentityStateOptions;
  readonly #watchers = new Set<EventStream<IdentitySnapshot>>();
  keychain: IdentitySnapshot['keychain'] = 'unavailable';
  accounts: readonly Account[] = [];
  identities: readonly Identity[] = [];
  acting: Acting | null = null;
  unconfirmed: UnconfirmedActing | null = null;

  constructor(options: IdentityStateOptions) {
    this.#options = options;
  }

  snapshot(): IdentitySnapshot {
    return {
      keychain: this.keychain,
      platform: { environment: this.#options.environment, state: this.#options.platformState() },
      accounts: [...this.accounts],
      identities: [...this.identities],
      acting: this.acting,
    };
  }

  /** The snapshot now, then after every change; a slow reader gets the newest only. */
  watch(signal: AbortSignal | undefined): EventStream<IdentitySnapshot> {
    const stream = new EventStream<IdentitySnapshot>({ signal, onEnd: () => this.#watchers.delete(stream), coalesce: (_waiting, next) => next });
    if (stream.open) this.#watchers.add(stream);
    stream.push(this.snapshot());
    return stream;
  }

  announce(): void {
    const snapshot = this.snapshot();
    for (const watcher of this.#watchers) watcher.push(snapshot);
  }

  /** Tells and remembers what changed. */
  async commit(): Promise<void> {
    this.announce();
    await this.#options.file.write(this.#remember());
  }

  endWatches(): void {
    for (const watcher of this.#watchers) watcher.end();
  }

  account(accountId: string): Account {
    const found = this.accounts.find((account) => account.accountId === accountId);
    if (found === undefined) throw new AppError('IDENTITY_UNKNOWN', {});
    return found;
  }

  identity(identityId: string): Identity {
    const found = this.identities.find((identity) => identity.identityId === identityId);
    if (found === undefined) throw new AppError('IDENTITY_UNKNOWN', {});
    return found;
  }

  putAccount(account: Account): void {
    const others = this.accounts.filter(({ accountId }) => accountId !== account.accountId);
    const known = this.accounts.length !== others.length;
    this.accounts = known ? this.accounts.map((one) => (one.accountId === account.accountId ? account : one)) : [...this.accounts, account];
  }

  /** Keeps the identities that `keep` accepts; nobody acts as one that is gone. */
  keepIdentities(keep: (identity: Identity) => boolean): void {
    this.identities = this.identities.filter(keep);
    const isGone = (identityId: string): boolean => !this.identities.some((identity) => identity.identityId === identityId);
    if (this.acting !== null && isGone(this.acting.identity.identityId)) this.acting = null;
    if (this.unconfirmed !== null && isGone(this.unconfirmed.identityId)) this.unconfirmed = null;
  }

  /** Stops acting for a merchant that may not be acted for any more; true when that was so. */
  dropRevoked(identityId: string, merchants: readonly Merchant[]): boolean {
    if (this.acting === null || this.acting.merchant === null || this.acting.identity.identityId !== identityId) return false;
    const { merchantId } = this.acting.merchant;
    const merchant = merchants.find((one) => one.merchantId === merchantId);
    if (merchant?.authorisation === 'Authorized') return false;
    this.setActing(actingAs(this.acting.identity, null));
    return true;
  }

  setActing(acting: Acting | null): void {
    this.acting = acting;
    this.unconfirmed = null;
  }

  /** Accounts whose tokens end with the session leave no trace. */
  #remember(): Remembered {
    const accounts = this.accounts.filter(({ storage }) => storage === 'keychain').map(({ session: _session, storage: _storage, ...account }) => account);
    const identities = this.identities.filter(({ accountId }) => accounts.some((account) => account.accountId === accountId));
    const acting = this.unconfirmed ?? (this.acting && { identityId: this.acting.identity.identityId, merchantId: this.acting.merchant?.merchantId ?? null });
    return { version: 1, accounts, identities, acting: identities.some(({ identityId }) => identityId === acting?.identityId) ? acting : null };
  }
}
