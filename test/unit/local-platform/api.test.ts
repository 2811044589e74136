import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { callApi, getTokens, startTestPlatform } from '#test/support/local-platform.ts';

function statusWithHost(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/api/open/v1/health', headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the platform’s interface', () => {
  it('answers in the platform’s envelope', async () => {
    await using platform = await startTestPlatform();
    const { access_token: token } = await getTokens(platform.url);
    const answer = await callApi(platform.url, 'accounts/inquiry', token);
    expect(answer.body).toMatchObject({ result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' }, account: { name: 'Mira Santoso' } });
  });

  it.each([
    ['no token', null],
    ['an unknown token', 'x'.repeat(43)],
    ['a malformed token', 'a b'],
  ])('refuses %s with 401', async (_case, token) => {
    await using platform = await startTestPlatform();
    expect(await callApi(platform.url, 'accounts/inquiry', token)).toMatchObject({
      status: 401,
      body: { result: { resultStatus: 'F', resultCode: 'INVALID_ACCESS_TOKEN' } },
    });
  });

  it('names the merchant that does not exist, the wrong body and the unknown interface', async () => {
    await using platform = await startTestPlatform();
    const { access_token: token } = await getTokens(platform.url);
    const code = async (path: string, input: unknown): Promise<unknown> => (await callApi(platform.url, path, token, input)).body.result;
    expect(await code('merchants/inquiry', { workspaceId: 'NC-20418', merchantId: 'nobody' })).toMatchObject({ resultCode: 'MERCHANT_NOT_EXIST' });
    expect(await code('merchants/inquiry', { workspaceId: 7 })).toMatchObject({ resultCode: 'PARAM_ILLEGAL' });
    expect(await code('merchants/delete', {})).toMatchObject({ resultCode: 'API_NOT_EXIST' });
  });

  it('refuses host names that are not its own', async () => {
    await using platform = await startTestPlatform();
    const statuses = (hosts: string[]): Promise<number[]> => Promise.all(hosts.map((host) => statusWithHost(platform.port, host)));
    expect(await statuses([`127.0.0.1:${platform.port}`, `localhost:${platform.port}`, `[::1]:${platform.port}`])).toEqual([200, 200, 200]);
    const foreign = [
      'attacker.example',
      `attacker.example:${platform.port}`,
      '127.0.0.1',
      `127.0.0.1:${platform.port + 1}`,
      `127.0.0.1.attacker.example:${platform.port}`,
    ];
    expect(await statuses(foreign)).toEqual(foreign.map(() => 421));
  });

  it('refuses bodies that are too large and never logs a query', async () => {
    await using platform = await startTestPlatform();
    const large = await fetch(`${platform.url}/oauth/token`, { method: 'POST', body: 'x'.repeat(70_000) });
    expect(large.status).toBe(413);
    await fetch(`${platform.url}/oauth/authorize?secret=in-the-query`);
    expect(platform.logged.join('\n')).not.toContain('in-the-query');
  });

  it('has no test controls unless they are asked for', async () => {
    await using platform = await startTestPlatform();
    const answer = await fetch(`${platform.url}/test/revoke-sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    expect(answer.status).toBe(404);
  });
});
