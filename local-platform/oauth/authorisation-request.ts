import { clientId, isAllowedRedirect } from './client.ts';

/** A well-formed request for a code. */
export interface AuthorisationRequest {
  clientId: string;
  redirectUri: string;
  challenge: string;
  state: string | null;
}

/** `refused`: there is nobody who may safely be told, so the person is. `error`: the client is told by redirect. */
export type ParsedRequest =
  | { kind: 'valid'; request: AuthorisationRequest }
  | { kind: 'refused'; detail: 'client' | 'redirect' }
  | { kind: 'error'; redirectUri: string; state: string | null; error: string; description: string };

const challengeForm = /^[A-Za-z0-9_-]{43}$/;

function problemOf(query: URLSearchParams): { error: string; description: string } | null {
  const keys = [...query.keys()];
  if (new Set(keys).size !== keys.length) return { error: 'invalid_request', description: 'A parameter appears twice' };
  if (query.get('response_type') !== 'code') return { error: 'unsupported_response_type', description: 'Only response_type=code is offered' };
  if (!query.has('code_challenge')) return { error: 'invalid_request', description: 'code_challenge is required (PKCE)' };
  if (query.get('code_challenge_method') !== 'S256') return { error: 'invalid_request', description: 'code_challenge_method must be S256' };
  if (!challengeForm.test(query.get('code_challenge') ?? '')) return { error: 'invalid_request', description: 'code_challenge is not a SHA-256 in base64url' };
  return null;
}

export function parseAuthorisationRequest(query: URLSearchParams): ParsedRequest {
  if (query.getAll('client_id').join() !== clientId) return { kind: 'refused', detail: 'client' };
  const redirectUri = query.getAll('redirect_uri').join();
  if (!isAllowedRedirect(redirectUri)) return { kind: 'refused', detail: 'redirect' };
  const state = query.get('state');
  const problem = problemOf(query);
  if (problem !== null) return { kind: 'error', redirectUri, state, ...problem };
  return { kind: 'valid', request: { clientId, redirectUri, challenge: query.get('code_challenge') ?? '', state } };
}
