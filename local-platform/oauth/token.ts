import { json, type Reply } from '../http/reply.ts';
import { formOf, type PlatformRequest } from '../http/request.ts';
import type { Grants, IssuedTokens } from '../store/grants.ts';
import { clientId } from './client.ts';

const verifierForm = /^[A-Za-z0-9._~-]{43,128}$/;

function refuse(error: string, description: string, status = 400): Reply {
  return json(status, { error, error_description: description });
}

function tokensReply(tokens: IssuedTokens | null): Reply {
  if (tokens === null) return refuse('invalid_grant', 'The code or refresh token is not valid (any more)');
  const { accessToken, refreshToken, expiresIn } = tokens;
  return json(200, { access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn, refresh_token: refreshToken });
}

function exchangeCode(grants: Grants, form: URLSearchParams): Reply {
  const verifier = form.get('code_verifier') ?? '';
  if (!form.has('code') || !form.has('redirect_uri')) return refuse('invalid_request', 'code and redirect_uri are required');
  if (!verifierForm.test(verifier)) return refuse('invalid_request', 'code_verifier is required (PKCE)');
  return tokensReply(grants.redeemCode({ code: form.get('code') ?? '', clientId, redirectUri: form.get('redirect_uri') ?? '', verifier }));
}

function refresh(grants: Grants, form: URLSearchParams): Reply {
  if (!form.has('refresh_token')) return refuse('invalid_request', 'refresh_token is required');
  return tokensReply(grants.refresh(form.get('refresh_token') ?? '', clientId));
}

/** POST /oauth/token */
export function token(grants: Grants, request: PlatformRequest): Reply {
  const form = formOf(request);
  if (form === null) return refuse('invalid_request', 'A form with every field once is expected');
  if (form.get('client_id') !== clientId) return refuse('invalid_client', 'Unknown client', 401);
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(grants, form);
    case 'refresh_token':
      return refresh(grants, form);
    default:
      return refuse('unsupported_grant_type', 'authorization_code and refresh_token are offered');
  }
}

/** POST /oauth/revoke (RFC 7009) */
export function revoke(grants: Grants, request: PlatformRequest): Reply {
  const form = formOf(request);
  if (form === null || !form.has('token')) return refuse('invalid_request', 'token is required');
  if (form.get('client_id') !== clientId) return refuse('invalid_client', 'Unknown client', 401);
  grants.revokeToken(form.get('token') ?? '', clientId);
  return json(200, {});
}
