import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const schema = `
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS accounts (account_id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS workspaces (
  workspace_id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('isv', 'merchant'))
) STRICT;
CREATE TABLE IF NOT EXISTS memberships (
  account_id TEXT NOT NULL REFERENCES accounts, workspace_id TEXT NOT NULL REFERENCES workspaces,
  workspace_role TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (account_id, workspace_id)
) STRICT;
CREATE TABLE IF NOT EXISTS merchants (
  merchant_id TEXT PRIMARY KEY, name TEXT NOT NULL, city TEXT NOT NULL, country TEXT NOT NULL,
  monogram TEXT NOT NULL, colour INTEGER NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS mini_programs (
  mini_program_id TEXT PRIMARY KEY, merchant_id TEXT NOT NULL REFERENCES merchants, name TEXT NOT NULL,
  live_version TEXT, working_version TEXT, status TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS authorisations (
  workspace_id TEXT NOT NULL REFERENCES workspaces, merchant_id TEXT NOT NULL REFERENCES merchants,
  status TEXT NOT NULL, order_status TEXT NOT NULL, expires_at INTEGER, reason TEXT, PRIMARY KEY (workspace_id, merchant_id)
) STRICT;
CREATE TABLE IF NOT EXISTS grants (
  grant_id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts, client_id TEXT NOT NULL, revoked_at INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS codes (
  hash TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts, client_id TEXT NOT NULL, redirect_uri TEXT NOT NULL,
  challenge TEXT NOT NULL, expires_at INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0, grant_id TEXT REFERENCES grants
) STRICT;
CREATE TABLE IF NOT EXISTS tokens (
  hash TEXT PRIMARY KEY, grant_id TEXT NOT NULL REFERENCES grants, kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
  expires_at INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0
) STRICT;
`;

/** SQLite's result codes for a file that is damaged, and for one that is no database. */
const unreadable = new Set([11, 26]);

function openFile(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function setAside(path: string): string {
  const suffix = `.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  for (const part of ['', '-wal', '-shm']) if (existsSync(path + part)) renameSync(path + part, path + part + suffix);
  return path + suffix;
}

/**
 * Opens the platform's store in a folder that only its owner can read, and makes the tables it lacks.
 * A file that is no database (any more) is kept aside, and an empty store takes its place.
 */
export function openDatabase(dataDirectory: string, log: (message: string) => void): DatabaseSync {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  chmodSync(dataDirectory, 0o700);
  const path = join(dataDirectory, 'platform.sqlite');
  try {
    return openFile(path);
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && unreadable.has(Number(error.errcode)))) throw error;
    log(`the store could not be read and was kept aside as ${setAside(path)}`);
    return openFile(path);
  }
}

/** Runs `work` as one transaction that no other process can come between. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
