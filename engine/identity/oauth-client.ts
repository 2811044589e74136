import * as client from 'openid-client';
import type { MiniProgramPlatform } from '#engine/platform/index.ts';
import { AppError, isAppError } from '#shared/model/errors.ts';
import type { Tokens } from './token-store.ts';

/** What one sign-in has to remember until the browser comes back. */
export interface AuthorisationChallenge {
  url: URL;
  verifier: string;
  state: string;
}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** An error of ours that travelled through the library as a cause. */
function ownError(error: unknown): AppError | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (isAppError(at)) return at;
  return null;
}

/** The platform's authorisation server, read anew: a restarted platform has another address. Plain HTTP is accepted on this machine only. */
export async function discoverServer(platform: MiniProgramPlatform): Promise<client.Configuration> {
  const server = await platform.discover();
  const insecure = loopbackHosts.has(server.issuer.hostname);
  try {
    return await client.discovery(server.issuer, server.clientId, undefined, client.None(), {
      algorithm: 'oauth2',
      execute: insecure ? [client.allowInsecureRequests] : [],
      [client.customFetch]: (url, options) => server.fetch(url, options as RequestInit),
    });
  } catch (error) {
    throw ownError(error) ?? new AppError('PLATFORM_REFUSED', { code: 'DISCOVERY_FAILED', message: problemOf(error) }, { cause: error });
  }
}

export async function challengeFor(configuration: client.Configuration, redirectUri: string, state: string): Promise<AuthorisationChallenge> {
  const verifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  });
  return { url, verifier, state };
}

export function randomState(): string {
  return client.randomState();
}

function toTokens(answer: { access_token: string; refresh_token?: string; expires_in?: number }, before: string | null): Tokens {
  const refreshToken = answer.refresh_token ?? before;
  if (refreshToken === null) throw new AppError('SIGN_IN_REJECTED', { detail: 'refresh_token' });
  return { accessToken: answer.access_token, refreshToken, expiresAt: Date.now() + (answer.expires_in ?? 60) * 1000 };
}

/** Says what the library found wrong. Its messages name parameters, never their values. */
function problemOf(error: unknown): string {
  if (error instanceof client.ResponseBodyError || error instanceof client.AuthorizationResponseError) return error.error;
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/**
 * Checks the browser's answer (state, issuer) and exchanges its code.
 * Throws `SIGN_IN_DENIED`, `SIGN_IN_REJECTED` or `PLATFORM_UNREACHABLE`.
 */
export async function exchangeAnswer(configuration: client.Configuration, answer: URL, challenge: AuthorisationChallenge): Promise<Tokens> {
  try {
    const checks = { pkceCodeVerifier: challenge.verifier, expectedState: challenge.state };
    return toTokens(await client.authorizationCodeGrant(configuration, answer, checks), null);
  } catch (error) {
    const own = ownError(error);
    if (own !== null) throw own;
    if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied') throw new AppError('SIGN_IN_DENIED', {});
    throw new AppError('SIGN_IN_REJECTED', { detail: problemOf(error) }, { cause: error });
  }
}

/** Null when the platform no longer accepts the refresh token. */
export async function refreshTokens(platform: MiniProgramPlatform, refreshToken: string): Promise<Tokens | null> {
  const configuration = await discoverServer(platform);
  try {
    return toTokens(await client.refreshTokenGrant(configuration, refreshToken), refreshToken);
  } catch (error) {
    if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return null;
    throw ownError(error) ?? new AppError('PLATFORM_REFUSED', { code: 'REFRESH_FAILED', message: problemOf(error) }, { cause: error });
  }
}

/** Ends the session on the platform's side. */
export async function revokeTokens(platform: MiniProgramPlatform, refreshToken: string): Promise<void> {
  await client.tokenRevocation(await discoverServer(platform), refreshToken);
}
