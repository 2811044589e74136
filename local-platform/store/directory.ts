import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

type Row = Record<string, SQLOutputValue>;

export interface AccountRecord {
  accountId: string;
  name: string;
  email: string;
}

export interface OfferedRoleRecord {
  role: 'isv' | 'merchant';
  workspaceId: string;
  workspaceName: string;
  workspaceRole: string;
  merchantCount: number;
}

export interface MiniProgramRecord {
  miniProgramId: string;
  name: string;
  liveVersion: string | null;
  workingVersion: string | null;
  releaseStatus: string | null;
}

export interface MerchantRecord {
  merchantId: string;
  merchantName: string;
  city: string;
  country: string;
  monogram: string;
  colour: number;
  authorizationStatus: string;
  orderStatus: string;
  workspaceRole: string | null;
  expiresAt: string | null;
  reason: string | null;
  miniPrograms: MiniProgramRecord[];
}

function text(row: Row, column: string): string {
  return String(row[column] ?? '');
}

function textOrNull(row: Row, column: string): string | null {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
}

function numberOrNull(row: Row, column: string): number | null {
  const value = row[column] ?? null;
  return value === null ? null : Number(value);
}

/** Who there is on the platform, and who may act for whom. */
export class Directory {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  accounts(): AccountRecord[] {
    const rows = this.#database.prepare('SELECT * FROM accounts ORDER BY account_id').all();
    return rows.map((row) => ({ accountId: text(row, 'account_id'), name: text(row, 'name'), email: text(row, 'email') }));
  }

  account(accountId: string): AccountRecord | null {
    return this.accounts().find((account) => account.accountId === accountId) ?? null;
  }

  /** The roles that an account may take. An ISV counts the merchants that it may act for now. */
  roles(accountId: string): OfferedRoleRecord[] {
    const rows = this.#database
      .prepare(
        `SELECT w.workspace_id, w.name, w.kind, m.workspace_role FROM memberships m JOIN workspaces w USING (workspace_id)
         WHERE m.account_id = ? ORDER BY m.position`,
      )
      .all(accountId);
    return rows.map((row) => {
      const workspaceId = text(row, 'workspace_id');
      const merchants = this.merchants(accountId, workspaceId) ?? [];
      return {
        role: row.kind === 'isv' ? 'isv' : 'merchant',
        workspaceId,
        workspaceName: text(row, 'name'),
        workspaceRole: text(row, 'workspace_role'),
        merchantCount: merchants.filter((merchant) => merchant.authorizationStatus === 'Authorized').length,
      };
    });
  }

  /** The merchants of a workspace as one account sees them; null when the account is not a member. */
  merchants(accountId: string, workspaceId: string): MerchantRecord[] | null {
    const membership = this.#database
      .prepare('SELECT m.workspace_role, w.kind FROM memberships m JOIN workspaces w USING (workspace_id) WHERE account_id = ? AND workspace_id = ?')
      .get(accountId, workspaceId);
    if (!membership) return null;
    const workspaceRole = text(membership, 'workspace_role');
    return membership.kind === 'isv' ? this.#clientsOf(workspaceId, workspaceRole) : this.#ownMerchant(workspaceId, workspaceRole);
  }

  #clientsOf(workspaceId: string, workspaceRole: string): MerchantRecord[] {
    const rows = this.#database
      .prepare('SELECT * FROM authorisations a JOIN merchants m USING (merchant_id) WHERE a.workspace_id = ? ORDER BY m.position')
      .all(workspaceId);
    return rows.map((row) => this.#merchant(row, workspaceRole));
  }

  /** A merchant needs nobody's permission to act for itself. */
  #ownMerchant(merchantId: string, workspaceRole: string): MerchantRecord[] {
    const rows = this.#database
      .prepare("SELECT *, 'Authorized' AS status, 'Completed' AS order_status, NULL AS expires_at, NULL AS reason FROM merchants WHERE merchant_id = ?")
      .all(merchantId);
    return rows.map((row) => this.#merchant(row, workspaceRole));
  }

  #merchant(row: Row, workspaceRole: string): MerchantRecord {
    const expires = numberOrNull(row, 'expires_at');
    const expiresAt = expires === null ? null : new Date(expires).toISOString();
    const stored = text(row, 'status');
    const ended = stored === 'Authorized' && expires !== null && expires <= this.#now();
    const authorizationStatus = ended ? 'Deauthorized' : stored;
    return {
      merchantId: text(row, 'merchant_id'),
      merchantName: text(row, 'name'),
      city: text(row, 'city'),
      country: text(row, 'country'),
      monogram: text(row, 'monogram'),
      colour: Number(row.colour),
      authorizationStatus,
      orderStatus: text(row, 'order_status'),
      workspaceRole: authorizationStatus === 'Authorized' ? workspaceRole : null,
      expiresAt,
      reason: ended ? `The authorization ended on ${expiresAt?.slice(0, 10)}` : textOrNull(row, 'reason'),
      miniPrograms: this.#miniPrograms(text(row, 'merchant_id')),
    };
  }

  #miniPrograms(merchantId: string): MiniProgramRecord[] {
    const rows = this.#database.prepare('SELECT * FROM mini_programs WHERE merchant_id = ? ORDER BY mini_program_id').all(merchantId);
    return rows.map((row) => ({
      miniProgramId: text(row, 'mini_program_id'),
      name: text(row, 'name'),
      liveVersion: textOrNull(row, 'live_version'),
      workingVersion: textOrNull(row, 'working_version'),
      releaseStatus: textOrNull(row, 'status'),
    }));
  }

  /** Takes an authorisation back, as a merchant would. */
  revokeAuthorisation(merchantId: string, reason: string): void {
    this.#database.prepare("UPDATE authorisations SET status = 'Deauthorized', reason = ? WHERE merchant_id = ?").run(reason, merchantId);
  }

  /** Moves the end of an authorisation to `expiresAt`, in milliseconds since the epoch. */
  setExpiry(merchantId: string, expiresAt: number): void {
    this.#database.prepare('UPDATE authorisations SET expires_at = ? WHERE merchant_id = ?').run(expiresAt, merchantId);
  }
}
