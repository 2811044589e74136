import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalPlatformOptions, startLocalPlatform } from '#local-platform/server.ts';
import { accounts, CookieBrowser } from './cookie-browser.ts';

/** A clock that only moves when it is told to. */
export class TestClock {
  #now = Date.UTC(2026, 10, 20, 12);
  readonly now = (): number => this.#now;

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** A local platform in this process, on a folder and a clock of its own. */
export async function startTestPlatform(options: Partial<LocalPlatformOptions> = {}) {
  const directory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'minifoundry-platform-')));
  const clock = new TestClock();
  const logged: string[] = [];
  const platform = await startLocalPlatform({
    port: 0,
    dataDirectory: directory,
    accessTokenSeconds: 900,
    testControls: false,
    now: clock.now,
    ...options,
    log: (message) => logged.push(message),
  });
  return {
    url: platform.url,
    port: Number(new URL(platform.url).port),
    directory,
    clock,
    logged,
    close: platform.close,
    async [Symbol.asyncDispose](): Promise<void> {
      await platform.close();
      if (options.dataDirectory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}

export type TestPlatform = Awaited<ReturnType<typeof startTestPlatform>>;

export const redirectUri = 'http://127.0.0.1:49152/callback';

/** The secret of one sign-in and what is sent ahead of it. */
export function newVerifier(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The address that starts a sign-in; a null parameter is left out. */
export function authorisationUrl(origin: string, challenge: string, changed: Record<string, string | null> = {}): string {
  const parameters: Record<string, string | null> = {
    response_type: 'code',
    client_id: 'minifoundry',
    redirect_uri: redirectUri,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'state-of-this-test',
    ...changed,
  };
  const url = new URL('/oauth/authorize', origin);
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

/** Walks to the end and returns where the browser is sent: the client's address with the answer. */
export async function answerOf(url: string, decision: 'allow' | 'deny', accountId: string = accounts.isv, browser = new CookieBrowser()): Promise<URL> {
  const choose = await browser.show(url);
  const consent = await browser.submit(choose, { account: accountId });
  const response = await browser.submitTo(consent, { decision });
  return new URL(response.headers.get('location') ?? 'missing:');
}

export async function getCode(origin: string, challenge: string, accountId: string = accounts.isv): Promise<string> {
  const answer = await answerOf(authorisationUrl(origin, challenge), 'allow', accountId);
  return answer.searchParams.get('code') ?? '';
}

export interface TokenAnswer {
  status: number;
  body: Record<string, unknown>;
}

export async function postForm(url: string, fields: Record<string, string>): Promise<TokenAnswer> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export function exchange(origin: string, code: string, verifier: string, changed: Record<string, string> = {}): Promise<TokenAnswer> {
  const fields = { grant_type: 'authorization_code', client_id: 'minifoundry', redirect_uri: redirectUri, code, code_verifier: verifier, ...changed };
  return postForm(`${origin}/oauth/token`, fields);
}

export function refresh(origin: string, refreshToken: unknown): Promise<TokenAnswer> {
  return postForm(`${origin}/oauth/token`, { grant_type: 'refresh_token', client_id: 'minifoundry', refresh_token: String(refreshToken) });
}

/** Signs in and returns what the token endpoint said. */
export async function getTokens(origin: string, accountId: string = accounts.isv): Promise<Record<string, unknown>> {
  const { verifier, challenge } = newVerifier();
  return (await exchange(origin, await getCode(origin, challenge, accountId), verifier)).body;
}

export async function callApi(origin: string, path: string, token: unknown, input: unknown = {}): Promise<TokenAnswer> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (token !== null) headers.Authorization = `Bearer ${String(token)}`;
  const response = await fetch(`${origin}/api/open/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(input) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
