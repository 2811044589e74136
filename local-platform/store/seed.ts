import type { DatabaseSync } from 'node:sqlite';
import { isvWorkspace, sampleAccounts } from '../sample-data/accounts.ts';
import { authorisedMerchants, otherMerchants, type SampleMerchant } from '../sample-data/merchants.ts';
import { sampleReleases } from '../sample-data/releases.ts';
import { inTransaction } from './database.ts';
import { pickColour } from './merchant-colour.ts';
import { monogram } from './monogram.ts';

const day = 24 * 60 * 60 * 1000;

/** Days until an authorisation ends; the others end in months, or not at all. */
const endingSoon: Readonly<Record<string, number>> = { 'HT-01440': 2, 'SC-02713': 4, 'PD-00455': 6 };
const orders = ['In Development', 'Under Approval', 'Completed'] as const;

/** Fills an empty store with the sample data; a store that was filled before stays as it is. */
export function seed(database: DatabaseSync, now: number): void {
  inTransaction(database, () => {
    if (database.prepare("SELECT 1 FROM facts WHERE name = 'seeded'").get()) return;
    insertMerchants(database);
    insertWorkspaces(database);
    insertAuthorisations(database, now);
    insertAccounts(database);
    database.prepare("INSERT INTO facts VALUES ('seeded', ?)").run(new Date(now).toISOString());
  });
}

function insertMerchants(database: DatabaseSync): void {
  const insert = database.prepare('INSERT INTO merchants VALUES (?, ?, ?, ?, ?, ?, ?)');
  const colours: number[] = [];
  let programs = 0;
  for (const [position, merchant] of [...authorisedMerchants, ...otherMerchants].entries()) {
    const colour = pickColour(colours, colours.slice(-1));
    colours.push(colour);
    insert.run(merchant.merchantId, merchant.name, merchant.city, merchant.country, monogram(merchant.name), colour, position);
    programs = insertMiniPrograms(database, merchant, programs);
  }
}

/** Returns how many mini programs there are now; their numbers and releases follow from it. */
function insertMiniPrograms(database: DatabaseSync, merchant: SampleMerchant, before: number): number {
  const insert = database.prepare('INSERT INTO mini_programs VALUES (?, ?, ?, ?, ?, ?)');
  for (const [index, name] of merchant.miniPrograms.entries()) {
    const number = before + index;
    const release = sampleReleases[number % sampleReleases.length] ?? { liveVersion: null, workingVersion: null, status: null };
    const id = `2177010000${String(425_518 + number * 53)}`;
    insert.run(id, merchant.merchantId, name, release.liveVersion, release.workingVersion, release.status);
  }
  return before + merchant.miniPrograms.length;
}

function insertWorkspaces(database: DatabaseSync): void {
  const insert = database.prepare('INSERT INTO workspaces VALUES (?, ?, ?)');
  insert.run(isvWorkspace.workspaceId, isvWorkspace.name, 'isv');
  for (const merchant of [...authorisedMerchants, ...otherMerchants]) insert.run(merchant.merchantId, merchant.name, 'merchant');
}

function insertAuthorisations(database: DatabaseSync, now: number): void {
  const insert = database.prepare('INSERT INTO authorisations VALUES (?, ?, ?, ?, ?, ?)');
  for (const [index, { merchantId }] of authorisedMerchants.entries()) {
    const days = endingSoon[merchantId] ?? (index % 3 === 0 ? null : 60 + index * 7);
    const order = orders[index % orders.length] ?? 'Completed';
    insert.run(isvWorkspace.workspaceId, merchantId, 'Authorized', order, days === null ? null : now + days * day, null);
  }
  for (const { merchantId, status, order, reason } of otherMerchants) insert.run(isvWorkspace.workspaceId, merchantId, status, order, null, reason);
}

function insertAccounts(database: DatabaseSync): void {
  const insertAccount = database.prepare('INSERT INTO accounts VALUES (?, ?, ?)');
  const insertMembership = database.prepare('INSERT INTO memberships VALUES (?, ?, ?, ?)');
  for (const account of sampleAccounts) {
    insertAccount.run(account.accountId, account.name, account.email);
    for (const [position, { workspaceId, workspaceRole }] of account.memberships.entries()) {
      insertMembership.run(account.accountId, workspaceId, workspaceRole, position);
    }
  }
}
