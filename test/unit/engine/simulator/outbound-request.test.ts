import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedLookup, PrivateAddressError } from '#engine/simulator/network/guarded-lookup.ts';
import { OutboundError, type OutboundRequest, outboundRequest } from '#engine/simulator/network/outbound-request.ts';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

function requestTo(url: string, more: Partial<OutboundRequest> = {}): OutboundRequest {
  return { url, method: 'GET', headers: {}, body: null, timeoutMs: 10_000, maximumBytes: 1000, ...more };
}

const open = { allowPrivate: async () => true };
const closed = { allowPrivate: async () => false };

describe('outbound requests', () => {
  it('refuses an address of this machine, by number and by name, before it is contacted', async () => {
    let contacted = 0;
    const base = await serve((_, response) => {
      contacted++;
      response.end('secret');
    });
    const port = new URL(base).port;
    for (const host of ['127.0.0.1', 'localhost', 'anything.localhost', '[::1]', '0.0.0.0', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      await expect(outboundRequest(requestTo(`http://${host}:${port}/`), closed)).rejects.toThrow(PrivateAddressError);
    }
    expect(contacted).toBe(0);
  });

  it('checks the address that is used, not the name that was asked for', async () => {
    const lookup = guardedLookup((_, done) =>
      done(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '169.254.169.254', family: 4 },
      ]),
    );
    const failure = await new Promise((resolve) => lookup('rebound.example', { all: true }, resolve));
    expect(failure).toBeInstanceOf(PrivateAddressError);
  });

  it('follows redirects, forgets credentials on the way to another origin, and turns POST into GET', async () => {
    const seen: { method: string | undefined; authorization: string | undefined; body: string }[] = [];
    const target = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      seen.push({ method: request.method, authorization: request.headers.authorization, body: Buffer.concat(chunks).toString() });
      response.end('there');
    });
    const base = await serve((_, response) => response.writeHead(302, { location: `${target}/next` }).end());
    const answer = await outboundRequest(
      requestTo(base, { method: 'POST', headers: { Authorization: 'secret', 'content-type': 'text/plain' }, body: Buffer.from('x') }),
      open,
    );
    expect(answer.body.toString()).toBe('there');
    expect(seen).toEqual([{ method: 'GET', authorization: undefined, body: '' }]);
  });

  it('checks every redirect: other schemes and endless loops end', async () => {
    const loop = await serve((request, response) => response.writeHead(302, { location: request.url ?? '/' }).end());
    await expect(outboundRequest(requestTo(loop), open)).rejects.toMatchObject({ reason: 'too-many-redirects' });
    const file = await serve((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());
    await expect(outboundRequest(requestTo(file), open)).rejects.toMatchObject({ reason: 'address' });
    await expect(outboundRequest(requestTo('ftp://example.com/'), open)).rejects.toThrow(OutboundError);
  });

  it('ends an answer that is too long or never comes', async () => {
    const long = await serve((_, response) => response.end('x'.repeat(5000)));
    await expect(outboundRequest(requestTo(long), open)).rejects.toMatchObject({ reason: 'too-large' });
    const silent = await serve(() => undefined);
    await expect(outboundRequest(requestTo(silent, { timeoutMs: 50 }), open)).rejects.toMatchObject({ reason: 'timeout' });
  });
});
