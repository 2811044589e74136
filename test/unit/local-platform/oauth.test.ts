import { describe, expect, it } from 'vitest';
import { accounts, CookieBrowser, formInit, formOf } from '#test/support/cookie-browser.ts';
import {
  answerOf,
  authorisationUrl,
  callApi,
  exchange,
  getCode,
  getTokens,
  newVerifier,
  postForm,
  redirectUri,
  refresh,
  startTestPlatform,
} from '#test/support/local-platform.ts';

const invalidGrant = { status: 400, body: { error: 'invalid_grant' } };

describe('the authorisation server', () => {
  it('describes itself', async () => {
    await using platform = await startTestPlatform();
    const metadata = await (await fetch(`${platform.url}/.well-known/oauth-authorization-server`)).json();
    expect(metadata).toMatchObject({
      issuer: platform.url,
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      authorization_response_iss_parameter_supported: true,
    });
  });

  it('sends the browser back with a code, the state and the issuer', async () => {
    await using platform = await startTestPlatform();
    const { challenge } = newVerifier();
    const answer = await answerOf(authorisationUrl(platform.url, challenge), 'allow');
    expect(`${answer.origin}${answer.pathname}`).toBe(redirectUri);
    expect(answer.searchParams.get('state')).toBe('state-of-this-test');
    expect(answer.searchParams.get('iss')).toBe(platform.url);
    expect(answer.searchParams.get('code')).toHaveLength(43);
  });

  it('sends a refusal back', async () => {
    await using platform = await startTestPlatform();
    const answer = await answerOf(authorisationUrl(platform.url, newVerifier().challenge), 'deny');
    expect(Object.fromEntries(answer.searchParams)).toEqual({ error: 'access_denied', state: 'state-of-this-test', iss: platform.url });
  });

  it.each([
    'http://127.0.0.1/callback',
    'http://127.0.0.1:0/callback',
    'http://127.0.0.1:99999/callback',
    'http://127.0.0.1:4000/callback/',
    'http://127.0.0.1:4000/callback?x=1',
    'http://127.0.0.1:4000/callback#x',
    'http://127.0.0.1:4000/Callback',
    'http://127.0.0.1:4000/other/../callback',
    'http://localhost:4000/callback',
    'https://127.0.0.1:4000/callback',
    'http://127.0.0.1:4000@attacker.example/callback',
    'http://attacker.example/callback',
    'http://attacker.example/?http://127.0.0.1:4000/callback',
    'javascript:alert(1)',
    '',
  ])('never sends anybody to %s', async (foreign) => {
    await using platform = await startTestPlatform();
    const response = await fetch(authorisationUrl(platform.url, newVerifier().challenge, { redirect_uri: foreign }), { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it.each([
    [{ code_challenge: null }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ code_challenge_method: null }, 'invalid_request'],
    [{ code_challenge: 'short' }, 'invalid_request'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
  ])('refuses %j', async (changed, error) => {
    await using platform = await startTestPlatform();
    const response = await fetch(authorisationUrl(platform.url, newVerifier().challenge, changed), { redirect: 'manual' });
    const answer = new URL(response.headers.get('location') ?? 'missing:');
    expect(answer.origin + answer.pathname).toBe(redirectUri);
    expect(answer.searchParams.get('error')).toBe(error);
    expect(answer.searchParams.get('iss')).toBe(platform.url);
  });

  it('refuses an unknown client without sending anybody anywhere', async () => {
    await using platform = await startTestPlatform();
    const response = await fetch(authorisationUrl(platform.url, newVerifier().challenge, { client_id: 'other' }), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });
});

describe('the consent pages', () => {
  it('have a strict policy, no scripts, and may not be framed or cached', async () => {
    await using platform = await startTestPlatform();
    const page = await new CookieBrowser().show(authorisationUrl(platform.url, newVerifier().challenge));
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:49152");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
    expect(page.html).not.toMatch(/<script|onclick|javascript:/i);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('are shown in Chinese to whom prefers it', async () => {
    await using platform = await startTestPlatform();
    const page = await new CookieBrowser('zh-CN,zh;q=0.9').show(authorisationUrl(platform.url, newVerifier().challenge));
    expect(page.html).toContain('lang="zh-CN"');
    expect(page.html).toContain('登录');
  });

  it('bind the form to the browser that opened it', async () => {
    await using platform = await startTestPlatform();
    const page = await new CookieBrowser().show(authorisationUrl(platform.url, newVerifier().challenge));
    const other = await new CookieBrowser().submitTo(page, { account: accounts.isv });
    expect([other.status, other.headers.get('location')]).toEqual([403, null]);
  });

  it.each([
    ['no CSRF token', (fields: Record<string, string>) => ({ ...fields, form_token: '' })],
    ['a wrong CSRF token', (fields: Record<string, string>) => ({ ...fields, form_token: 'A'.repeat(43) })],
    ['another request’s id', (fields: Record<string, string>) => ({ ...fields, request: 'A'.repeat(43) })],
  ])('refuse a decision with %s', async (_case, change) => {
    await using platform = await startTestPlatform();
    const browser = new CookieBrowser();
    const consent = await browser.submit(await browser.show(authorisationUrl(platform.url, newVerifier().challenge)), { account: accounts.isv });
    const form = formOf(consent);
    const body = new URLSearchParams({ ...change(form.fields), decision: 'allow' });
    const response = await browser.request(new URL(form.action, platform.url).href, { method: 'POST', body });
    expect([response.status, response.headers.get('location')]).toEqual([403, null]);
  });

  it('refuse a form that another site sent', async () => {
    await using platform = await startTestPlatform();
    const browser = new CookieBrowser();
    const page = await browser.show(authorisationUrl(platform.url, newVerifier().challenge));
    const init = formInit(page, { account: accounts.isv });
    const response = await browser.request(`${platform.url}/oauth/authorize/account`, {
      ...init,
      headers: { ...init.headers, Origin: 'http://attacker.example' },
    });
    expect(response.status).toBe(403);
  });

  it('cannot be skipped: there is no decision before an account', async () => {
    await using platform = await startTestPlatform();
    const browser = new CookieBrowser();
    const page = await browser.show(authorisationUrl(platform.url, newVerifier().challenge));
    const response = await browser.request(`${platform.url}/oauth/authorize/decision`, formInit(page, { decision: 'allow' }));
    expect([response.status, response.headers.get('location')]).toEqual([403, null]);
  });

  it('end after ten minutes', async () => {
    await using platform = await startTestPlatform();
    const browser = new CookieBrowser();
    const page = await browser.show(authorisationUrl(platform.url, newVerifier().challenge));
    platform.clock.advance(10 * 60 * 1000);
    expect((await browser.submitTo(page, { account: accounts.isv })).status).toBe(403);
  });
});

describe('the token endpoint', () => {
  it('exchanges a code once; the second time ends what the first had granted', async () => {
    await using platform = await startTestPlatform();
    const { verifier, challenge } = newVerifier();
    const code = await getCode(platform.url, challenge);
    const first = await exchange(platform.url, code, verifier);
    expect(first).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 900 } });
    expect((await callApi(platform.url, 'accounts/inquiry', first.body.access_token)).status).toBe(200);
    expect(await exchange(platform.url, code, verifier)).toMatchObject(invalidGrant);
    expect((await callApi(platform.url, 'accounts/inquiry', first.body.access_token)).status).toBe(401);
    expect(await refresh(platform.url, first.body.refresh_token)).toMatchObject(invalidGrant);
  });

  it.each([
    ['another verifier', { code_verifier: 'B'.repeat(43) }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_request'],
    ['another redirect', { redirect_uri: 'http://127.0.0.1:49153/callback' }, 'invalid_grant'],
    ['another client', { client_id: 'other' }, 'invalid_client'],
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('refuses a code with %s', async (_case, changed, error) => {
    await using platform = await startTestPlatform();
    const { verifier, challenge } = newVerifier();
    const answer = await exchange(platform.url, await getCode(platform.url, challenge), verifier, changed);
    expect(answer.body.error).toBe(error);
    expect(answer.body.access_token).toBeUndefined();
  });

  it('refuses a code after a minute', async () => {
    await using platform = await startTestPlatform();
    const { verifier, challenge } = newVerifier();
    const code = await getCode(platform.url, challenge);
    platform.clock.advance(60_000);
    expect(await exchange(platform.url, code, verifier)).toMatchObject(invalidGrant);
  });

  it('refuses a field that is there twice', async () => {
    await using platform = await startTestPlatform();
    const body = 'grant_type=refresh_token&client_id=minifoundry&refresh_token=a&refresh_token=b';
    const response = await fetch(`${platform.url}/oauth/token`, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('rotates refresh tokens, and ends the session when an old one comes back', async () => {
    await using platform = await startTestPlatform();
    const first = await getTokens(platform.url);
    const second = (await refresh(platform.url, first.refresh_token)).body;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await callApi(platform.url, 'accounts/inquiry', first.access_token)).status).toBe(401);
    expect((await callApi(platform.url, 'accounts/inquiry', second.access_token)).status).toBe(200);
    expect(await refresh(platform.url, first.refresh_token)).toMatchObject(invalidGrant);
    expect((await callApi(platform.url, 'accounts/inquiry', second.access_token)).status).toBe(401);
    expect(await refresh(platform.url, second.refresh_token)).toMatchObject(invalidGrant);
  });

  it('lets access tokens end, and a refresh token go on', async () => {
    await using platform = await startTestPlatform({ accessTokenSeconds: 60 });
    const tokens = await getTokens(platform.url);
    platform.clock.advance(60_000);
    expect((await callApi(platform.url, 'accounts/inquiry', tokens.access_token)).status).toBe(401);
    const renewed = (await refresh(platform.url, tokens.refresh_token)).body;
    expect((await callApi(platform.url, 'accounts/inquiry', renewed.access_token)).status).toBe(200);
  });

  it('does not take one kind of token for the other', async () => {
    await using platform = await startTestPlatform();
    const tokens = await getTokens(platform.url);
    expect((await callApi(platform.url, 'accounts/inquiry', tokens.refresh_token)).status).toBe(401);
    expect(await refresh(platform.url, tokens.access_token)).toMatchObject(invalidGrant);
  });

  it('revokes', async () => {
    await using platform = await startTestPlatform();
    const tokens = await getTokens(platform.url);
    expect((await postForm(`${platform.url}/oauth/revoke`, { client_id: 'minifoundry', token: String(tokens.refresh_token) })).status).toBe(200);
    expect((await callApi(platform.url, 'accounts/inquiry', tokens.access_token)).status).toBe(401);
    expect((await postForm(`${platform.url}/oauth/revoke`, { client_id: 'minifoundry', token: 'unknown' })).status).toBe(200);
  });

  it('survives a restart: tokens are in the store, and only as hashes', async () => {
    await using first = await startTestPlatform();
    const tokens = await getTokens(first.url);
    await using second = await startTestPlatform({ dataDirectory: first.directory });
    expect((await callApi(second.url, 'accounts/inquiry', tokens.access_token)).status).toBe(200);
    const { textBelow } = await import('#test/support/identity-engine.ts');
    const stored = await textBelow(first.directory);
    expect(stored).not.toContain(String(tokens.access_token));
    expect(stored).not.toContain(String(tokens.refresh_token));
  });
});
