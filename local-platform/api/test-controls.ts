import * as z from 'zod';
import type { Reply } from '../http/reply.ts';
import type { PlatformRequest } from '../http/request.ts';
import { success } from './envelope.ts';
import { type ApiServices, illegalParameter, readJson } from './handlers.ts';

const revocation = z.object({ merchantId: z.string(), reason: z.string() });
const expiry = z.object({ merchantId: z.string(), expiresAt: z.iso.datetime() });
const nothing = z.object({});

function control<T>(schema: z.ZodType<T>, apply: (services: ApiServices, input: T) => void): (services: ApiServices, request: PlatformRequest) => Reply {
  return (services, request) => {
    const input = readJson(schema, request);
    if (input === null) return illegalParameter();
    apply(services, input);
    return success({});
  };
}

/** What others do on a real platform, for tests: only there with `--test-controls`. */
export const testControls: ReadonlyMap<string, (services: ApiServices, request: PlatformRequest) => Reply> = new Map([
  ['POST /test/revoke-authorization', control(revocation, ({ directory }, { merchantId, reason }) => directory.revokeAuthorisation(merchantId, reason))],
  ['POST /test/set-expiry', control(expiry, ({ directory }, { merchantId, expiresAt }) => directory.setExpiry(merchantId, Date.parse(expiresAt)))],
  ['POST /test/expire-access-tokens', control(nothing, ({ grants }) => grants.expireAccessTokens())],
  ['POST /test/revoke-sessions', control(nothing, ({ grants }) => grants.revokeAll())],
]);
