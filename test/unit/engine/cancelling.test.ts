import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, it } from 'vitest';
import type { EngineContext } from '#engine/rpc/index.ts';
import { until } from './support/make-folder.ts';
import { startEngine, type TestClient, type TestEngine } from './support/start-engine.ts';

/** A client on the other end of a real port, as a window is. */
function connectByPort(test: TestEngine) {
  const { port1, port2 } = new MessageChannel();
  const context: EngineContext = { connection: { id: 'window', closed: new AbortController().signal }, log: test.engine.log };
  new RPCHandler(test.engine.router).upgrade(port1, { context });
  port1.start();
  port2.start();
  const client: TestClient = createORPCClient(new RPCLink({ port: port2 }));
  return { client, close: () => port1.close() };
}

/** Counts the inotify watches of this process. */
async function watchesOn(folder: string): Promise<number> {
  const { readdir, readFile, stat } = await import('node:fs/promises');
  const inode = `ino:${(await stat(folder)).ino.toString(16)} `;
  let count = 0;
  for (const descriptor of await readdir('/proc/self/fdinfo')) {
    const text = await readFile(`/proc/self/fdinfo/${descriptor}`, 'utf8').catch(() => '');
    count += text.split('\n').filter((line) => line.startsWith('inotify') && line.includes(inode)).length;
  }
  return count;
}

it.skipIf(process.platform !== 'linux')(
  'ends watching when a window ends its iterator while nothing happens (skipped unless Linux: it counts inotify watches)',
  async () => {
    await using test = await startEngine();
    const { client, close } = connectByPort(test);
    const { workspaceId } = await test.open();
    const events = await client.workspace.watch({ workspaceId });
    const waiting = events.next().catch(() => undefined);
    await until(async () => (await watchesOn(test.folder)) > 0);
    await events.return?.();
    await waiting;
    await until(async () => (await watchesOn(test.folder)) === 0);
    close();
  },
);

it('carries lone surrogates, batches and typed errors over a port', async () => {
  await using test = await startEngine();
  await writeFile(join(test.folder, 'a.txt'), Buffer.from('\uFEFFa\uD800b', 'utf16le'));
  const { client, close } = connectByPort(test);
  const { workspaceId } = await test.open();
  expect(await client.documents.open({ workspaceId, path: 'a.txt' })).toMatchObject({ kind: 'text', text: 'a\uD800b' });
  await expect(client.documents.open({ workspaceId, path: 'b.txt' })).rejects.toMatchObject({ code: 'NOT_FOUND', data: { path: 'b.txt' }, defined: true });
  const query = { workspaceId, pattern: '(', regularExpression: true, matchCase: false, wholeWord: false, include: [], exclude: [], limit: 10 };
  const events = await client.search.text(query);
  await expect(events.next()).rejects.toMatchObject({ code: 'SEARCH_PATTERN_INVALID' });
  close();
});
