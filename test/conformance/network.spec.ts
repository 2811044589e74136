import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect, page } from '#test/support/conformance.ts';

interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server on this machine that answers every request with what it saw. */
const test = base.extend<{ server: { address: string; seen: Seen[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  server: async ({}, use) => {
    const seen: Seen[] = [];
    const server: Server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const now = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() };
      seen.push(now);
      if (now.url === '/slow') return;
      if (now.url === '/redirect') return void response.writeHead(302, { location: '/target' }).end();
      const status = Number(/^\/status\/(\d+)/.exec(now.url)?.[1] ?? 200);
      const json = now.url !== '/text';
      response.writeHead(status, { 'content-type': json ? 'application/json' : 'text/plain', 'x-own': 'yes' });
      response.end(json ? JSON.stringify({ method: now.method, url: now.url, body: now.body }) : 'plain text');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await use({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen });
    server.closeAllConnections();
    server.close();
  },
});

const load = (code: string) => page('<view/>', `{ async onLoad() { ${code} } }`);

const shapes: [rule: string, options: string, expected: Partial<Seen> & { type?: string | undefined }][] = [
  ['GET is the default', '', { method: 'GET', url: '/a', body: '' }],
  ['data becomes the query of a GET', "data: { x: 1, y: 'a b' }", { method: 'GET', url: '/a?x=1&y=a+b', body: '' }],
  ['POST with JSON by default', "method: 'POST', data: { x: 1 }", { method: 'POST', body: '{"x":1}', type: 'application/json' }],
  [
    'POST as a form',
    "method: 'POST', data: { x: 1, y: 'a&b' }, headers: { 'content-type': 'application/x-www-form-urlencoded' }",
    { method: 'POST', body: 'x=1&y=a%26b', type: 'application/x-www-form-urlencoded' },
  ],
  ['POST with text', "method: 'POST', data: 'plain', headers: { 'content-type': 'text/plain' }", { method: 'POST', body: 'plain', type: 'text/plain' }],
  ['DELETE with JSON', "method: 'DELETE', data: { x: 1 }", { method: 'DELETE', url: '/a', body: '{"x":1}', type: 'application/json' }],
  ['PUT', "method: 'PUT', data: { x: 1 }", { method: 'PUT', body: '{"x":1}' }],
  ['DELETE', "method: 'DELETE'", { method: 'DELETE' }],
];

for (const [rule, options, expected] of shapes) {
  test(`request: ${rule}`, async ({ run, server }) => {
    const phone = await run(
      load(
        `const { data, status, headers } = await my.request({ url: '${server.address}/a', ${options} }); console.log(data.method, status, headers['x-own']);`,
      ),
    );
    expect(await phone.lines()).toEqual([`${expected.method} 200 yes`]);
    const { type, ...rest } = expected;
    expect(server.seen[0]).toMatchObject(rest);
    if (type !== undefined) expect(server.seen[0]?.headers['content-type']).toBe(type);
  });
}

test('request: what it answers', async ({ run, server }) => {
  const phone = await run(
    load(
      `const answer = await my.request({ url: '${server.address}/a' }); console.log(Object.keys(answer).sort().join(), answer.status, answer.statusCode, answer.headers['x-own'], answer.header['x-own']);`,
    ),
  );
  expect(await phone.lines()).toEqual(['data,header,headers,status,statusCode 200 200 yes yes']);
});

test('request: headers are sent, referer cannot be set', async ({ run, server }) => {
  await run(load(`await my.request({ url: '${server.address}/a', headers: { 'x-mine': '1', referer: 'https://forged.example' } });`));
  expect(server.seen[0]?.headers['x-mine']).toBe('1');
  expect(server.seen[0]?.headers.referer).not.toBe('https://forged.example');
});

test('request: dataType text and base64', async ({ run, server }) => {
  const phone = await run(
    load(
      `console.log((await my.request({ url: '${server.address}/text', dataType: 'text' })).data); console.log((await my.request({ url: '${server.address}/text', dataType: 'base64' })).data);`,
    ),
  );
  expect(await phone.lines()).toEqual(['plain text', Buffer.from('plain text').toString('base64')]);
});

test('request: an answer that is not JSON fails', async ({ run, server }) => {
  const phone = await run(load(`my.request({ url: '${server.address}/text', fail: (e) => console.log('fail', e.error) });`));
  await expect.poll(() => phone.lines()).toEqual(['fail 14']);
});

test('request: a status of failure fails with 19', async ({ run, server }) => {
  const phone = await run(load(`my.request({ url: '${server.address}/status/500', fail: (e) => console.log('fail', e.error) });`));
  await expect.poll(() => phone.lines()).toEqual(['fail 19']);
});

test('request: the time limit fails with 13', async ({ run, server }) => {
  const phone = await run(load(`my.request({ url: '${server.address}/slow', timeout: 50, fail: (e) => console.log('fail', e.error) });`));
  await expect.poll(() => phone.lines()).toEqual(['fail 13']);
});

test('request: networkTimeout of app.json', async ({ run, server }) => {
  const phone = await run({
    ...load(`my.request({ url: '${server.address}/slow', fail: (e) => console.log('fail', e.error) });`),
    'app.json': { pages: ['pages/index/index'], networkTimeout: { request: 60 } },
  });
  await expect.poll(() => phone.lines()).toEqual(['fail 13']);
});

test('request: redirects are followed', async ({ run, server }) => {
  const phone = await run(load(`console.log((await my.request({ url: '${server.address}/redirect' })).data.url);`));
  expect(await phone.lines()).toEqual(['/target']);
});

test('request: abort', async ({ run, server }) => {
  const phone = await run(load(`const task = my.request({ url: '${server.address}/slow', fail: () => console.log('aborted') }); task.abort();`));
  await expect.poll(() => phone.lines()).toEqual(['aborted']);
});

test('request: this machine is out of reach unless the person allows it', async ({ run, server }) => {
  const phone = await run(load(`my.request({ url: '${server.address}/a', fail: (e) => console.log('fail', e.errorMessage) });`), { allowPrivate: false });
  await expect.poll(async () => (await phone.lines()).length).toBe(1);
  expect((await phone.lines())[0]).toMatch(/^fail .*private/i);
  expect(server.seen).toEqual([]);
});

test('request: offline', async ({ run, server }) => {
  const phone = await run(
    page('<button id="go" onTap="go"/>', `{ go() { my.request({ url: '${server.address}/a', fail: (e) => console.log('fail', e.error) }); } }`),
  );
  phone.running.phone.setEnvironment({ ...phone.running.phone.environment, network: 'offline' });
  await phone.tap('#go');
  await expect.poll(() => phone.lines()).toEqual(['fail 12']);
});

test('downloadFile and uploadFile', async ({ run, server }) => {
  const phone = await run(
    load(`const { apFilePath } = await my.downloadFile({ url: '${server.address}/text' });
      const up = await my.uploadFile({ url: '${server.address}/up', filePath: apFilePath, fileName: 'file', fileType: 'image', formData: { a: 1 } });
      console.log(typeof apFilePath, up.statusCode, JSON.parse(up.data).method);`),
  );
  await expect.poll(() => phone.lines()).toEqual(['string 200 POST']);
  expect(server.seen[1]?.headers['content-type']).toMatch(/^multipart\/form-data/);
  expect(server.seen[1]?.body).toContain('plain text');
  expect(server.seen[1]?.body).toContain('name="a"');
});

test('calls are reported with arguments, result and duration', async ({ run, server }) => {
  const phone = await run(load(`await my.request({ url: '${server.address}/a' });`));
  const call = (await phone.look()).calls.find(({ api }) => api === 'request');
  expect(call).toMatchObject({ args: { url: `${server.address}/a` }, result: { status: 200 } });
  expect(call?.ms).toBeGreaterThanOrEqual(0);
});
