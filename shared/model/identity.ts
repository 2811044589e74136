import * as z from 'zod';

/** `local` is the platform on this machine; the others are the platform's own names. */
export const environment = z.enum(['local', 'development', 'test', 'sandbox', 'production']);
export type Environment = z.infer<typeof environment>;

export const identityRole = z.enum(['isv', 'merchant']);
export type IdentityRole = z.infer<typeof identityRole>;

/** Labels of the platform's authorisation list, unchanged. */
export const authorisationStatus = z.enum(['Authorized', 'InReview', 'Rejected', 'Deauthorized']);
export type AuthorisationStatus = z.infer<typeof authorisationStatus>;

/** Labels of the platform's service orders, unchanged. */
export const orderStatus = z.enum(['New Order', 'Pending Confirmation', 'In Development', 'Under Approval', 'Completed', 'Canceled']);
export type OrderStatus = z.infer<typeof orderStatus>;

export const workspaceRole = z.enum(['Owner', 'Master', 'Developer']);
export type WorkspaceRole = z.infer<typeof workspaceRole>;

export const releaseStatus = z.enum([
  'New Version Created',
  'Under Review',
  'Release Preparation',
  'Pilot Testing',
  'Grayscale Release',
  'Full Release',
  'Canceled',
  'Archived',
]);
export type ReleaseStatus = z.infer<typeof releaseStatus>;

export const miniProgram = z.object({
  miniProgramId: z.string(),
  name: z.string(),
  liveVersion: z.string().nullable(),
  workingVersion: z.string().nullable(),
  status: releaseStatus.nullable(),
});
export type MiniProgram = z.infer<typeof miniProgram>;

/** A merchant as seen by one identity. `colour` is an index into the merchant palette, 1 to 12. */
export const merchant = z.object({
  merchantId: z.string(),
  name: z.string(),
  city: z.string(),
  country: z.string(),
  monogram: z.string(),
  colour: z.number().int().min(1).max(12),
  authorisation: authorisationStatus,
  order: orderStatus,
  workspaceRole: workspaceRole.nullable(),
  /** Ours: the platform documents no expiry. Null when the authorisation does not end. */
  expiresAt: z.iso.datetime().nullable(),
  /** Why it was rejected or revoked, in the platform's words. */
  reason: z.string().nullable(),
  miniPrograms: z.array(miniProgram),
});
export type Merchant = z.infer<typeof merchant>;

/** A role that an account may take: as an ISV, or as one merchant. */
export const offeredRole = z.object({
  role: identityRole,
  workspaceId: z.string(),
  workspaceName: z.string(),
  workspaceRole,
  merchantCount: z.number(),
});
export type OfferedRole = z.infer<typeof offeredRole>;

export const account = z.object({
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  environment,
  session: z.enum(['signed-in', 'expired']),
  /** Where its tokens are: in the OS keychain, or in memory until Minifoundry closes. */
  storage: z.enum(['keychain', 'session']),
  roles: z.array(offeredRole),
});
export type Account = z.infer<typeof account>;

/** A signed-in account in a role. */
export const identity = z.object({
  identityId: z.string(),
  accountId: z.string(),
  role: identityRole,
  workspaceId: z.string(),
  workspaceName: z.string(),
  workspaceRole,
  environment,
});
export type Identity = z.infer<typeof identity>;

/** Identity, merchant and environment: who every write is made as, for whom, and where. */
export const acting = z.object({
  identity,
  merchant: merchant.pick({ merchantId: true, name: true, monogram: true, colour: true }).nullable(),
  environment,
});
export type Acting = z.infer<typeof acting>;

export const identitySnapshot = z.object({
  keychain: z.enum(['available', 'unavailable']),
  platform: z.object({ environment, state: z.enum(['not-started', 'starting', 'reachable', 'unreachable']) }),
  accounts: z.array(account),
  identities: z.array(identity),
  acting: acting.nullable(),
});
export type IdentitySnapshot = z.infer<typeof identitySnapshot>;

/** What the gate before every write to the platform answers for a project and the acting identity. */
export const targetCheck = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('allowed') }),
  z.object({ kind: z.literal('not-bound') }),
  z.object({ kind: z.literal('not-acting') }),
  z.object({ kind: z.literal('mismatch'), project: z.string(), projectMerchantId: z.string(), acting: z.string() }),
  z.object({ kind: z.literal('environment-mismatch'), project: z.string(), acting: z.string() }),
]);
export type TargetCheck = z.infer<typeof targetCheck>;
