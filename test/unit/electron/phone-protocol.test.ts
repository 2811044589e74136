import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPhoneProtocol } from '#electron/protocol/phone-protocol.ts';

const id = '0123456789abcdef0123456789abcdef';
const seen: { method: string | undefined; url: string | undefined; headers: IncomingMessage['headers']; body: string }[] = [];
let server: Server;
let streaming: ServerResponse | undefined;

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  seen.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
  if (request.url === '/events') {
    streaming = response;
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.write('first\n');
    return;
  }
  response.writeHead(request.url === '/report' ? 204 : 200, { 'content-security-policy': "default-src 'none'", 'content-type': 'text/html' });
  response.end(request.url === '/report' ? undefined : 'a phone');
}

beforeAll(async () => {
  server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.closeAllConnections());

function port(): number {
  return (server.address() as AddressInfo).port;
}

function ask(url: string, init?: RequestInit): Promise<Response> {
  return createPhoneProtocol(port)(new Request(url, init));
}

describe('phone://', () => {
  it('is answered by the listener under the phone’s own host name, with its policy', async () => {
    const answer = await ask(`phone://${id}/app/view.js?ids=/a.axml`);
    expect([answer.status, await answer.text(), answer.headers.get('content-security-policy')]).toEqual([200, 'a phone', "default-src 'none'"]);
    expect(seen.at(-1)).toMatchObject({ method: 'GET', url: '/app/view.js?ids=/a.axml', headers: { host: `${id}.localhost:${port()}` } });
  });

  it('hands bodies on, as coming from the phone’s own origin', async () => {
    const answer = await ask(`phone://${id}/report`, { method: 'POST', body: '[]', headers: { origin: `phone://${id}`, 'x-extension': 'png' } });
    expect([answer.status, answer.body]).toEqual([204, null]);
    expect(seen.at(-1)).toMatchObject({ method: 'POST', body: '[]', headers: { origin: `http://${id}.localhost:${port()}`, 'x-extension': 'png' } });
  });

  it.each(['app://workbench', 'https://example.com', `phone://${'f'.repeat(32)}`, 'null'])('refuses what a page of %s asks', async (origin) => {
    const before = seen.length;
    expect((await ask(`phone://${id}/boot`, { headers: { origin } })).status).toBe(403);
    expect(seen).toHaveLength(before);
  });

  it.each([`phone://${id}.evil/`, `phone://${id}:80/`, `phone://user@${id}/`, 'phone://127.0.0.1/', 'phone://short/', 'phone:/x', `PHONE://${id}`])(
    'knows no %s',
    async (url) => {
      const answer = await createPhoneProtocol(port)({ url, method: 'GET', headers: new Headers(), body: null, signal: new AbortController().signal });
      expect(answer.status).toBe(404);
    },
  );

  it('lets answers stream, and ends the connection when the page goes away', async () => {
    const leaving = new AbortController();
    const answer = await ask(`phone://${id}/events`, { signal: leaving.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('first\n');
    const closed = new Promise((resolve) => streaming?.once('close', resolve));
    leaving.abort();
    await closed;
    await expect(reader?.read()).rejects.toThrow();
  });

  it('says that no engine runs, and that one cannot be reached', async () => {
    expect((await createPhoneProtocol(() => null)(new Request(`phone://${id}/`))).status).toBe(503);
    const dead = createServer();
    await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve));
    const { port: gone } = dead.address() as AddressInfo;
    await new Promise((resolve) => dead.close(resolve));
    expect((await createPhoneProtocol(() => gone)(new Request(`phone://${id}/`))).status).toBe(502);
  });
});
