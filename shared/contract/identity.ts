import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { account, acting, identityRole, identitySnapshot, merchant, targetCheck } from '#shared/model/identity.ts';
import { procedure } from './procedure.ts';

export const identityContract = {
  snapshot: procedure.output(identitySnapshot),
  watch: procedure.output(eventIterator(identitySnapshot)),

  /** Starts the code flow. `opened` is false when the renderer must open `url` itself. */
  beginSignIn: procedure.output(z.object({ attemptId: z.string(), url: z.url(), opened: z.boolean() })),
  /** Resolves when the browser came back: `SIGN_IN_DENIED`, `SIGN_IN_TIMED_OUT`, `SIGN_IN_REJECTED` otherwise. */
  finishSignIn: procedure.input(z.object({ attemptId: z.string() })).output(account),
  cancelSignIn: procedure.input(z.object({ attemptId: z.string() })).output(z.void()),
  signOut: procedure.input(z.object({ accountId: z.string() })).output(z.void()),

  /** Takes one of the roles that the account offers; becomes the acting identity. */
  addIdentity: procedure.input(z.object({ accountId: z.string(), role: identityRole, workspaceId: z.string() })).output(identitySnapshot),
  removeIdentity: procedure.input(z.object({ identityId: z.string() })).output(identitySnapshot),
  /** Merchants as the platform has them now. */
  merchants: procedure.input(z.object({ identityId: z.string() })).output(z.array(merchant)),
  /** Null `merchantId`: the ISV without a merchant. `MERCHANT_NOT_AUTHORISED` where the platform does not allow it. */
  act: procedure.input(z.object({ identityId: z.string(), merchantId: z.string().nullable() })).output(acting),
  /** What the gate would answer for a project and the acting identity now. */
  checkTarget: procedure.input(z.object({ workspaceId: z.string() })).output(targetCheck),
};
