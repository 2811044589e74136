import * as z from 'zod';
import { authorisationStatus, identityRole, type Merchant, orderStatus, releaseStatus, workspaceRole } from '#shared/model/identity.ts';
import type { PlatformAccount } from './mini-program-platform.ts';

/** The envelope of every answer: S success, F failed, U unknown, A accepted. */
export const envelope = z.object({
  result: z.object({ resultStatus: z.enum(['S', 'F', 'U', 'A']), resultCode: z.string().max(64), resultMessage: z.string().max(256) }),
});
export type Envelope = z.infer<typeof envelope>;

const miniProgramAnswer = z.object({
  miniProgramId: z.string(),
  name: z.string(),
  liveVersion: z.string().nullable(),
  workingVersion: z.string().nullable(),
  releaseStatus: releaseStatus.nullable(),
});

const merchantBody = z.object({
  merchantId: z.string(),
  merchantName: z.string(),
  city: z.string(),
  country: z.string(),
  monogram: z.string(),
  colour: z.number().int().min(1).max(12),
  authorizationStatus: authorisationStatus,
  orderStatus,
  workspaceRole: workspaceRole.nullable(),
  expiresAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  miniPrograms: z.array(miniProgramAnswer),
});

function toMerchant({ merchantName, authorizationStatus, orderStatus: order, miniPrograms, ...same }: z.infer<typeof merchantBody>): Merchant {
  return {
    ...same,
    name: merchantName,
    authorisation: authorizationStatus,
    order,
    miniPrograms: miniPrograms.map(({ releaseStatus: status, ...program }) => ({ ...program, status })),
  };
}

export const merchantAnswer = z.object({ merchant: merchantBody }).transform(({ merchant }) => toMerchant(merchant));
export const merchantsAnswer = z.object({ merchants: z.array(merchantBody) }).transform(({ merchants }) => merchants.map(toMerchant));

export const accountAnswer = z
  .object({
    account: z.object({ accountId: z.string().min(1), name: z.string(), email: z.string() }),
    roles: z.array(
      z.object({
        role: identityRole,
        workspaceId: z.string(),
        workspaceName: z.string(),
        workspaceRole,
        merchantCount: z.number().int().nonnegative(),
      }),
    ),
  })
  .transform(({ account, roles }): PlatformAccount => ({ ...account, roles }));
