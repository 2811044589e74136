import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './database.ts';
import { randomToken, sameSecret, sha256 } from './hash.ts';

const codeSeconds = 60;
const refreshSeconds = 90 * 24 * 60 * 60;

export interface CodeRequest {
  accountId: string;
  clientId: string;
  redirectUri: string;
  challenge: string;
}

export interface CodeExchange {
  code: string;
  clientId: string;
  redirectUri: string;
  verifier: string;
}

export interface IssuedTokens {
  accessToken: string;
  refreshToken: string;
  /** Seconds until the access token ends. */
  expiresIn: number;
}

/** Authorisation codes and tokens. Only their hashes are kept. */
export class Grants {
  readonly #database: DatabaseSync;
  readonly #now: () => number;
  readonly #accessSeconds: number;

  constructor(database: DatabaseSync, now: () => number, accessSeconds: number) {
    this.#database = database;
    this.#now = now;
    this.#accessSeconds = accessSeconds;
  }

  issueCode({ accountId, clientId, redirectUri, challenge }: CodeRequest): string {
    const code = randomToken();
    this.#database.prepare('DELETE FROM codes WHERE expires_at < ?').run(this.#now() - 24 * 60 * 60 * 1000);
    this.#database
      .prepare('INSERT INTO codes (hash, account_id, client_id, redirect_uri, challenge, expires_at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(sha256(code), accountId, clientId, redirectUri, challenge, this.#now() + codeSeconds * 1000);
    return code;
  }

  /** Null when the code is unknown, old, used, or bound to something else. A code that comes back ends what it had granted. */
  redeemCode({ code, clientId, redirectUri, verifier }: CodeExchange): IssuedTokens | null {
    return inTransaction(this.#database, () => {
      const row = this.#database.prepare('SELECT * FROM codes WHERE hash = ?').get(sha256(code));
      if (!row) return null;
      if (row.used === 1) {
        this.#revoke(String(row.grant_id));
        return null;
      }
      this.#database.prepare('UPDATE codes SET used = 1 WHERE hash = ?').run(sha256(code));
      const bound = row.client_id === clientId && row.redirect_uri === redirectUri && sameSecret(String(row.challenge), sha256(verifier));
      if (!bound || Number(row.expires_at) <= this.#now()) return null;
      const grantId = randomUUID();
      this.#database.prepare('INSERT INTO grants VALUES (?, ?, ?, NULL)').run(grantId, String(row.account_id), clientId);
      this.#database.prepare('UPDATE codes SET grant_id = ? WHERE hash = ?').run(grantId, sha256(code));
      return this.#issueTokens(grantId);
    });
  }

  /** New tokens for a refresh token, once. The second use of the same one ends the whole grant: somebody else has it too. */
  refresh(refreshToken: string, clientId: string): IssuedTokens | null {
    return inTransaction(this.#database, () => {
      const row = this.#database
        .prepare("SELECT * FROM tokens JOIN grants USING (grant_id) WHERE hash = ? AND kind = 'refresh' AND client_id = ?")
        .get(sha256(refreshToken), clientId);
      if (!row || row.revoked_at !== null || Number(row.expires_at) <= this.#now()) return null;
      const grantId = String(row.grant_id);
      if (row.used === 1) {
        this.#revoke(grantId);
        return null;
      }
      this.#database.prepare('UPDATE tokens SET used = 1 WHERE hash = ?').run(sha256(refreshToken));
      this.#database.prepare("DELETE FROM tokens WHERE grant_id = ? AND kind = 'access'").run(grantId);
      return this.#issueTokens(grantId);
    });
  }

  /** The account behind an access token, or null when it does not open anything. */
  accountOf(accessToken: string): string | null {
    const row = this.#database
      .prepare("SELECT account_id FROM tokens JOIN grants USING (grant_id) WHERE hash = ? AND kind = 'access' AND expires_at > ? AND revoked_at IS NULL")
      .get(sha256(accessToken), this.#now());
    return row ? String(row.account_id) : null;
  }

  /** Ends the grant that a token of either kind belongs to; an unknown token is no failure (RFC 7009). */
  revokeToken(token: string, clientId: string): void {
    const row = this.#database
      .prepare('SELECT grant_id FROM tokens JOIN grants USING (grant_id) WHERE hash = ? AND client_id = ?')
      .get(sha256(token), clientId);
    if (row) this.#revoke(String(row.grant_id));
  }

  /** Lets every access token end now; refresh tokens stay good. */
  expireAccessTokens(): void {
    this.#database.exec("UPDATE tokens SET expires_at = 0 WHERE kind = 'access'");
  }

  revokeAll(): void {
    this.#database.prepare('UPDATE grants SET revoked_at = ? WHERE revoked_at IS NULL').run(this.#now());
  }

  #revoke(grantId: string): void {
    this.#database.prepare('UPDATE grants SET revoked_at = ? WHERE grant_id = ?').run(this.#now(), grantId);
  }

  #issueTokens(grantId: string): IssuedTokens {
    const accessToken = randomToken();
    const refreshToken = randomToken();
    const insert = this.#database.prepare('INSERT INTO tokens (hash, grant_id, kind, expires_at) VALUES (?, ?, ?, ?)');
    insert.run(sha256(accessToken), grantId, 'access', this.#now() + this.#accessSeconds * 1000);
    insert.run(sha256(refreshToken), grantId, 'refresh', this.#now() + refreshSeconds * 1000);
    return { accessToken, refreshToken, expiresIn: this.#accessSeconds };
  }
}
