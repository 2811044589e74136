import type { EventStream } from '#engine/events/index.ts';
import { KeyedQueue } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import type { MiniProgramPlatform, PlatformSession } from '#engine/platform/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { Account, Acting, Identity, IdentityRole, IdentitySnapshot, Merchant } from '#shared/model/identity.ts';
import { AccountSessions } from './account-sessions.ts';
import { AccountsFile } from './accounts-file.ts';
import { actingAs, IdentityState } from './identity-state.ts';
import { chooseMerchant } from './merchant-choice.ts';
import { revokeTokens } from './oauth-client.ts';
import { confirmActing, refreshAccount, restoreIdentities } from './restore-identities.ts';
import type { SecretVault } from './secret-vault.ts';
import { SignInAttempts } from './sign-in-attempts.ts';
import { TokenStore, type Tokens } from './token-store.ts';

export interface IdentityServiceOptions {
  platform: MiniProgramPlatform;
  dataDirectory: string;
  log: Logger;
  /** The keychain, or null where there is none. Called once. */
  openKeychain: () => Promise<SecretVault | null>;
  /** Milliseconds that a person has in the browser. */
  signInTimeout?: number;
}

/** What is there once the keychain has answered. */
interface Opened {
  tokens: TokenStore;
  sessions: AccountSessions;
}

const defaultSignInTimeout = 5 * 60 * 1000;

/** Signed-in accounts, the roles they take, and for whom somebody acts. The platform decides; nothing is allowed from memory. */
export class IdentityService {
  readonly #platform: MiniProgramPlatform;
  readonly #log: Logger;
  readonly #file: AccountsFile;
  readonly #state: IdentityState;
  readonly #attempts: SignInAttempts;
  readonly #changes = new KeyedQueue();
  readonly #opened: Promise<Opened>;
  readonly #stopListening: () => void;

  constructor(options: IdentityServiceOptions) {
    const { platform, log, dataDirectory, signInTimeout: timeout = defaultSignInTimeout } = options;
    this.#platform = platform;
    this.#log = log;
    this.#file = new AccountsFile(dataDirectory, log);
    this.#state = new IdentityState({ file: this.#file, environment: platform.environment, platformState: () => platform.state });
    this.#attempts = new SignInAttempts({ platform, log, timeout, signedIn: (tokens) => this.#signedIn(tokens) });
    this.#opened = this.#open(options);
    this.#stopListening = platform.onStateChange(() => this.#platformChanged());
  }

  async snapshot(): Promise<IdentitySnapshot> {
    await this.#opened;
    this.#platform.warmUp();
    return this.#state.snapshot();
  }

  async watch(signal: AbortSignal | undefined): Promise<EventStream<IdentitySnapshot>> {
    await this.#opened;
    this.#platform.warmUp();
    return this.#state.watch(signal);
  }

  /** Who somebody acts as and for, now. */
  async acting(): Promise<Acting | null> {
    await this.#opened;
    return this.#state.acting;
  }

  async beginSignIn(): Promise<{ attemptId: string; url: string }> {
    await this.#opened;
    return this.#attempts.begin();
  }

  finishSignIn(attemptId: string): Promise<Account> {
    return this.#attempts.finish(attemptId);
  }

  cancelSignIn(attemptId: string): void {
    this.#attempts.cancel(attemptId);
  }

  /** Forgets the account; the platform is told when it can be reached. */
  async signOut(accountId: string): Promise<void> {
    await this.#change(async ({ tokens, sessions }) => {
      this.#state.account(accountId);
      const key = sessions.keyOf(accountId);
      const held = await tokens.read(key).catch(() => null);
      await tokens.remove(key);
      sessions.forget(accountId);
      this.#state.accounts = this.#state.accounts.filter((account) => account.accountId !== accountId);
      this.#state.keepIdentities((identity) => identity.accountId !== accountId);
      await this.#state.commit();
      if (held !== null) await this.#tellSignOut(held);
    });
  }

  addIdentity(accountId: string, role: IdentityRole, workspaceId: string): Promise<IdentitySnapshot> {
    return this.#change(async (opened) => {
      const account = this.#state.account(accountId);
      const offered = account.roles.find((one) => one.role === role && one.workspaceId === workspaceId);
      if (offered === undefined) throw new AppError('ROLE_NOT_OFFERED', { role });
      const { workspaceName, workspaceRole } = offered;
      const identityId = `${account.environment}:${accountId}:${role}:${workspaceId}`;
      const identity: Identity = { identityId, accountId, role, workspaceId, workspaceName, workspaceRole, environment: account.environment };
      const merchant = await chooseMerchant(this.#platform, this.#session(opened, accountId), identity, null);
      this.#state.identities = [...this.#state.identities.filter((one) => one.identityId !== identityId), identity];
      this.#state.setActing(actingAs(identity, merchant));
      await this.#state.commit();
      return this.#state.snapshot();
    });
  }

  removeIdentity(identityId: string): Promise<IdentitySnapshot> {
    return this.#change(async () => {
      this.#state.identity(identityId);
      this.#state.keepIdentities((identity) => identity.identityId !== identityId);
      await this.#state.commit();
      return this.#state.snapshot();
    });
  }

  /** Merchants as the platform has them now. Nobody goes on acting for one that turns out to be revoked. */
  async merchants(identityId: string): Promise<Merchant[]> {
    const opened = await this.#opened;
    const identity = this.#state.identity(identityId);
    const merchants = await this.#platform.merchants(this.#session(opened, identity.accountId), identity.workspaceId);
    await this.#change(async () => {
      if (!this.#state.dropRevoked(identityId, merchants)) return;
      await this.#state.commit();
    });
    return merchants;
  }

  act(identityId: string, merchantId: string | null): Promise<Acting> {
    return this.#change(async (opened) => {
      const identity = this.#state.identity(identityId);
      const merchant = await chooseMerchant(this.#platform, this.#session(opened, identity.accountId), identity, merchantId);
      const acting = actingAs(identity, merchant);
      this.#state.setActing(acting);
      await this.#state.commit();
      return acting;
    });
  }

  /** Ends what is under way, the platform included, and waits for what is being written. */
  async dispose(): Promise<void> {
    this.#stopListening();
    this.#attempts.dispose();
    this.#state.endWatches();
    await this.#platform.dispose();
    await this.#changes.run('identity', async () => undefined);
  }

  async #open({ openKeychain, dataDirectory }: IdentityServiceOptions): Promise<Opened> {
    const keychain = await openKeychain();
    const tokens = new TokenStore(keychain, dataDirectory, this.#log);
    const sessions = new AccountSessions({ platform: this.#platform, tokens, onExpired: (accountId) => this.#expired(accountId) });
    this.#state.keychain = keychain === null ? 'unavailable' : 'available';
    await restoreIdentities(this.#state, await this.#file.read(), (accountId) => tokens.read(sessions.keyOf(accountId)));
    return { tokens, sessions };
  }

  /** One change after the other: the answer to an earlier choice never overtakes a later one. */
  async #change<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    const opened = await this.#opened;
    return this.#changes.run('identity', () => work(opened));
  }

  #session({ sessions }: Opened, accountId: string): PlatformSession {
    return sessions.of(accountId, this.#state.account(accountId).name);
  }

  /** Takes an account in: its tokens are stored before anybody is told. */
  async #signedIn(tokens: Tokens): Promise<Account> {
    const platformAccount = await this.#platform.account({
      accessToken: async () => tokens.accessToken,
      renew: () => Promise.reject(new AppError('SIGN_IN_REJECTED', { detail: 'access_token' })),
    });
    return this.#change(async (opened) => {
      const storage = await opened.tokens.write(opened.sessions.keyOf(platformAccount.accountId), tokens);
      opened.sessions.forget(platformAccount.accountId);
      const account: Account = { ...platformAccount, environment: this.#platform.environment, session: 'signed-in', storage };
      this.#state.putAccount(account);
      await this.#state.commit();
      await this.#confirmActing(opened);
      return account;
    });
  }

  #confirmActing(opened: Opened): Promise<void> {
    return confirmActing({ state: this.#state, platform: this.#platform, log: this.#log, session: (accountId) => this.#session(opened, accountId) });
  }

  #platformChanged(): void {
    this.#state.announce();
    if (this.#platform.state !== 'reachable') return;
    this.#change((opened) => this.#refresh(opened)).catch((error: unknown) => this.#log.warn('Acting could not be confirmed', { error }));
  }

  /** The platform has come (back): what was remembered of it is asked again. */
  async #refresh(opened: Opened): Promise<void> {
    for (const account of this.#state.accounts.filter(({ session }) => session === 'signed-in')) {
      try {
        await refreshAccount(this.#state, this.#platform, account, this.#session(opened, account.accountId));
      } catch (error) {
        this.#log.info('An account could not be refreshed', { error });
      }
    }
    await this.#confirmActing(opened);
  }

  #expired(accountId: string): void {
    const account = this.#state.accounts.find((one) => one.accountId === accountId);
    if (account === undefined || account.session === 'expired') return;
    this.#state.putAccount({ ...account, session: 'expired' });
    this.#state.announce();
  }

  async #tellSignOut({ refreshToken }: Tokens): Promise<void> {
    try {
      await revokeTokens(this.#platform, refreshToken);
    } catch (error) {
      this.#log.info('The platform was not told of the sign-out', { error });
    }
  }
}
