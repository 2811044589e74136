import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createLogger } from '#engine/log/index.ts';
import { LocalPlatformClient, LocalPlatformProcess } from '#engine/platform/index.ts';

const log = createLogger('test', () => undefined);
const account = { accountId: 'a', name: 'Mira Santoso', email: 'mira@example' };
const success = { result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' }, account, roles: [] };

type Answer = (request: IncomingMessage, response: ServerResponse, number: number) => void;

/** A platform that answers as the test says, the client on it, and a session that counts. */
async function against(answer: Answer, timeout = 5000) {
  let requests = 0;
  const server = createServer((request, response) => {
    request.resume();
    answer(request, response, ++requests);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const platform = new LocalPlatformProcess({ log, start: async () => ({ url, dispose: async () => undefined }) });
  const session = { renewals: 0, accessToken: async () => 'first', renew: async () => `renewed-${++session.renewals}` };
  return {
    client: new LocalPlatformClient(platform, timeout),
    platform,
    session,
    requests: () => requests,
    async [Symbol.asyncDispose](): Promise<void> {
      await platform.dispose();
      server.closeAllConnections();
      server.close();
    },
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function refusal(resultStatus: string, resultCode: string, resultMessage = 'No'): object {
  return { result: { resultStatus, resultCode, resultMessage } };
}

describe('the client of the local platform', () => {
  it('sends the token in the header, and the renewed one after a 401, once', async () => {
    const tokens: unknown[] = [];
    await using it = await against((request, response, number) => {
      tokens.push(request.headers.authorization);
      if (number === 1) json(response, 401, refusal('F', 'INVALID_ACCESS_TOKEN'));
      else json(response, 200, success);
    });
    expect(await it.client.account(it.session)).toEqual({ ...account, roles: [] });
    expect(tokens).toEqual(['Bearer first', 'Bearer renewed-1']);
  });

  it('does not renew for ever', async () => {
    await using it = await against((_request, response) => json(response, 401, refusal('F', 'INVALID_ACCESS_TOKEN')));
    await expect(it.client.account(it.session)).rejects.toMatchObject({ code: 'PLATFORM_REFUSED', parameters: { code: 'INVALID_ACCESS_TOKEN' } });
    expect([it.requests(), it.session.renewals]).toEqual([2, 1]);
  });

  it('passes a refusal on with its code and words', async () => {
    await using it = await against((_request, response) => json(response, 403, refusal('F', 'ACCESS_DENIED', 'Not a member')));
    await expect(it.client.merchants(it.session, 'w')).rejects.toMatchObject({
      code: 'PLATFORM_REFUSED',
      parameters: { code: 'ACCESS_DENIED', message: 'Not a member' },
    });
    expect(it.requests()).toBe(1);
  });

  it('asks again when the platform did not know, and gives up in the end', async () => {
    await using once = await against((_request, response, number) =>
      number === 1 ? json(response, 500, refusal('U', 'UNKNOWN_EXCEPTION')) : json(response, 200, success),
    );
    expect((await once.client.account(once.session)).name).toBe('Mira Santoso');
    await using always = await against((_request, response) => json(response, 500, refusal('U', 'UNKNOWN_EXCEPTION')));
    await expect(always.client.account(always.session)).rejects.toMatchObject({ code: 'PLATFORM_REFUSED', parameters: { code: 'UNKNOWN_EXCEPTION' } });
    expect(always.requests()).toBe(3);
  });

  it.each([
    ['no JSON', '<html>'],
    ['no envelope', '{"account":{}}'],
    ['a payload of another shape', JSON.stringify({ ...success, account: { accountId: 7 } })],
    ['a label that the platform does not have', JSON.stringify({ ...success, roles: [{ role: 'admin' }] })],
  ])('does not believe %s', async (_case, body) => {
    await using it = await against((_request, response) => response.writeHead(200).end(body));
    await expect(it.client.account(it.session)).rejects.toMatchObject({ code: 'PLATFORM_REFUSED', parameters: { code: 'ANSWER_INVALID' } });
  });

  it('does not wait for a platform that hangs, and leaves it running', async () => {
    await using it = await against(() => undefined, 50);
    await expect(it.client.account(it.session)).rejects.toMatchObject({ code: 'PLATFORM_UNREACHABLE', parameters: { environment: 'local' } });
    expect([it.requests(), it.platform.state]).toEqual([1, 'reachable']);
  });

  it('asks again on a new connection when one was dropped', async () => {
    await using it = await against((_request, response, number) => (number === 1 ? void response.destroy() : json(response, 200, success)));
    expect((await it.client.account(it.session)).name).toBe('Mira Santoso');
    expect(it.platform.state).toBe('reachable');
  });

  it('never follows a redirect with the token', async () => {
    await using other = await against((_request, response) => json(response, 200, success));
    const elsewhere = (await other.client.discover()).issuer.href;
    await using it = await against((_request, response) => response.writeHead(307, { Location: elsewhere }).end());
    await expect(it.client.account(it.session)).rejects.toMatchObject({ code: 'PLATFORM_UNREACHABLE' });
    expect(other.requests()).toBe(0);
  });
});
