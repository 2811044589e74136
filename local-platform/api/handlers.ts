import * as z from 'zod';
import type { Reply } from '../http/reply.ts';
import { hasMediaType, type PlatformRequest } from '../http/request.ts';
import type { Directory, MerchantRecord } from '../store/directory.ts';
import type { Grants } from '../store/grants.ts';
import { failure, success } from './envelope.ts';

export interface ApiServices {
  directory: Directory;
  grants: Grants;
}

const inWorkspace = z.object({ workspaceId: z.string().max(64) });
const inquiry = inWorkspace.extend({ merchantId: z.string().max(64) });

/** The body as JSON of this shape; null when it is not. */
export function readJson<T>(schema: z.ZodType<T>, request: PlatformRequest): T | null {
  if (!hasMediaType(request, 'application/json')) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(request.body));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function illegalParameter(): Reply {
  return failure(400, 'PARAM_ILLEGAL', 'The request body is not what this interface expects');
}

/** Runs `handle` for the account whose access token the request carries. */
function asAccount(services: ApiServices, request: PlatformRequest, handle: (accountId: string) => Reply): Reply {
  const [, bearer] = /^Bearer ([A-Za-z0-9_-]{1,128})$/i.exec(request.headers.authorization ?? '') ?? [];
  const accountId = bearer === undefined ? null : services.grants.accountOf(bearer);
  return accountId === null ? failure(401, 'INVALID_ACCESS_TOKEN', 'The access token is not valid (any more)') : handle(accountId);
}

function inMerchants(services: ApiServices, accountId: string, workspaceId: string, handle: (merchants: MerchantRecord[]) => Reply): Reply {
  const merchants = services.directory.merchants(accountId, workspaceId);
  return merchants === null ? failure(403, 'ACCESS_DENIED', 'The account is not a member of this workspace') : handle(merchants);
}

/** POST /api/open/v1/accounts/inquiry */
export function inquireAccount(services: ApiServices, request: PlatformRequest): Reply {
  return asAccount(services, request, (accountId) => {
    const account = services.directory.account(accountId);
    if (account === null) return failure(404, 'ACCOUNT_NOT_EXIST', 'The account does not exist');
    return success({ account, roles: services.directory.roles(accountId) });
  });
}

/** POST /api/open/v1/merchants/inquiryList { workspaceId } */
export function inquireMerchants(services: ApiServices, request: PlatformRequest): Reply {
  return asAccount(services, request, (accountId) => {
    const input = readJson(inWorkspace, request);
    if (input === null) return illegalParameter();
    return inMerchants(services, accountId, input.workspaceId, (merchants) => success({ merchants }));
  });
}

/** POST /api/open/v1/merchants/inquiry { workspaceId, merchantId } */
export function inquireMerchant(services: ApiServices, request: PlatformRequest): Reply {
  return asAccount(services, request, (accountId) => {
    const input = readJson(inquiry, request);
    if (input === null) return illegalParameter();
    return inMerchants(services, accountId, input.workspaceId, (merchants) => {
      const merchant = merchants.find(({ merchantId }) => merchantId === input.merchantId);
      return merchant === undefined ? failure(404, 'MERCHANT_NOT_EXIST', 'The workspace has no such merchant') : success({ merchant });
    });
  });
}

/** GET /api/open/v1/health */
export function health(): Reply {
  return success({ environment: 'Local' });
}
